"""Many people at once at one review, each with a memory of what they were told; then the reckoning.

told.py      what was asked and answered, as each person remembers it
wire.py      one signed-in browser without a screen
person.py    somebody at the desk; what they do: marks.py, memos.py, codes.py, looking.py; how often: does.py
judging.py   what the database holds, beside what people were told: marks and the ledger
writing.py   the same for memos and codes
pages.py     the same for what pages say
place.py     an installation with a review, its people and its texts, and the server
run.py       letting them work, reckoning, printing
"""
