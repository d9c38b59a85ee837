"""Planning: when, with whom, and what gives if it moves. Clocks, the dated plan, polls, meetings as dates, pairs.

It proposes and explains; people decide. It never says why somebody is not free, and what leaves by mail or calendar
says no word of the review.
"""
