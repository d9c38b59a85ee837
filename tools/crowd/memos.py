"""What a person does with memos."""

import re
import uuid

from tools.crowd.marks import called_out
from tools.crowd.person import Somebody

MEMO = "coding.memo"


def memo_on_mark(who: Somebody) -> None:
    """Write on a mark, or put other words there."""
    if mark := who.some_mark(0.5):
        words, private, number = who.once(), who.chance.random() < 0.2, mark["number"]
        fields = {"memo": words, **({"private": "on"} if private else {})}
        if who.do("memo on a mark", MEMO, f"marks/{number}/memo/", fields, mark=number, words=words):
            who.memory.wrote(("mark", number), words, private)


def memo_on_source(who: Somebody) -> None:
    """Write on the source, now and then over a connection that breaks."""
    fields = {"text": who.once(), "sent_key": uuid.uuid4().hex}
    unheard = who.chance.random() < 0.3
    if unheard:
        called_out(who, "memo unheard", MEMO, f"{who.here}memo/", fields)
    answer = who.do("memo on the source", MEMO, f"{who.here}memo/", fields, words=fields["text"])
    if answer is not None:
        number = answer.told["memo"]
        who.source_memos.append((fields, number))
        who.talk.memos.append((number, who.memory.person_id))
        who.memory.wrote(("memo", number), fields["text"], False)


def memo_again(who: Somebody) -> None:
    """Send once more a memo that was acknowledged: it must stay the one it became."""
    if who.source_memos:
        fields, number = who.chance.choice(who.source_memos)
        answer = who.do("memo again", MEMO, f"{who.here}memo/", fields)
        if answer is not None and answer.told["memo"] != number:
            who.memory.faults.append(f"doubled: memo {number} sent again became {answer.told['memo']}")


def other_words(who: Somebody) -> None:
    """Put other words in one's newest memo that the list of memos shows, on a mark or on a source."""
    page = who.look("read the memos", "memos/").content
    for number, standing in own_memos(page):
        place = next((p for p, told in who.memory.words.items() if told[-1][0] == standing), None)
        if place is None:
            continue
        words, private = who.once(), who.chance.random() < 0.2
        fields = {"text": words, **({"private": "on"} if private else {})}
        if who.do("other words in a memo", MEMO, f"memos/{number}/", fields, script=False, words=words):
            who.memory.wrote(place, words, private)
        return


def memo_of_another(who: Somebody) -> None:
    """Try the address of a memo that may be somebody else's: it is not there, and stays as it is."""
    theirs = [number for number, writer in list(who.talk.memos) if writer != who.memory.person_id]
    if theirs:
        number, words = who.chance.choice(theirs), f"Not for {who.memory.name} to write"
        answer = who.weighed("another’s memo", who.wire.post(f"memos/{number}/", {"text": words}, script=False))
        if answer.status != 404:
            who.memory.faults.append(f"another’s memo answered {answer.status}")


def own_memos(page: str) -> list[tuple[str, str]]:
    """The numbers and words of one's own memos in the list of memos."""
    found = re.findall(r'<th scope="row">(.*?)</th>', page, re.S)
    told = []
    for cell in found:
        number = re.search(r'memos/(\d+)/">Change', cell)
        if number:
            told.append((number[1], re.sub(r"<.*", "", cell, flags=re.S).strip().removeprefix("<p>")))
    return told
