"""What a person does with marks."""

import threading
import time
import uuid
from typing import Any

from tools.crowd.person import Somebody
from tools.crowd.told import KEPT, REFUSED, UNKNOWN, Deed
from tools.crowd.wire import Answer

INFLUENCES = ("helped", "harder", "unclear")
LENGTH = 24
MARK = "coding.mark"


def new_mark(who: Somebody) -> dict[str, Any]:
    """A passage and a code, which this person has not put together before."""
    code, start = who.some_code(), who.chance.randrange(len(who.text) - LENGTH)
    if who.used and who.chance.random() < 0.15:
        start = who.chance.choice(sorted(who.used))[0]  # the same words with another code
    while (start, code) in who.used or not who.text[start : start + LENGTH].strip():
        start = who.chance.randrange(len(who.text) - LENGTH)
    who.used.add((start, code))
    fields = {"start": start, "end": start + LENGTH, "quote": who.text[start : start + LENGTH], "code": code}
    return {**fields, "influence": who.chance.choice(INFLUENCES), "sent_key": uuid.uuid4().hex}


def sent(who: Somebody, kind: str, fields: dict[str, Any]) -> None:
    """Send a mark, new or once more, and remember its number."""
    answer = who.do(kind, MARK, f"{who.here}marks/", fields, **fields)
    if answer is None:
        return
    mark = answer.told["mark"]
    who.memory.deeds[-1].mark = mark["number"]
    if fields not in [one for one, _ in who.keys]:
        who.keys.append((fields, mark["number"]))
        who.acts.append((mark["number"], 0))


def mark(who: Somebody) -> None:
    """Mark a passage."""
    sent(who, "mark", new_mark(who))


def mark_again(who: Somebody) -> None:
    """Send once more what was acknowledged, as the outbox does after a lost answer."""
    if who.keys:
        sent(who, "mark again", who.chance.choice(who.keys)[0])


def mark_unheard(who: Somebody) -> None:
    """Mark while the connection breaks, and send the same as soon as it is back."""
    fields = new_mark(who)
    began = called_out(who, "mark unheard", MARK, f"{who.here}marks/", fields)
    sent(who, "mark", fields)
    who.memory.deeds[began].ended = who.memory.deeds[-1].ended + 5


def mark_twice(who: Somebody) -> None:
    """The same mark over two connections at the same moment."""
    fields, other = new_mark(who), who.wire.twin()
    answers: list[Answer] = []
    second = threading.Thread(target=lambda: answers.append(other.post(f"{who.here}marks/", fields)))
    second.start()
    sent(who, "mark", fields)
    second.join()
    other.line.close()
    if not answers:
        raise RuntimeError("the second connection was not answered")
    answer = who.weighed("mark", answers[0])
    outcome = KEPT if answer.done else REFUSED
    told = answer.told["mark"]["number"] if answer.done else None
    who.memory.deeds.append(Deed("mark again", answer.began, answer.ended, outcome, MARK, told, fields))


def called_out(who: Somebody, kind: str, action: str, path: str, fields: dict[str, Any]) -> int:
    """Send something and hear nothing; its place among the deeds."""
    who.memory.deeds.append(Deed(kind, time.time(), time.time(), UNKNOWN, action, None, fields))
    who.wire.call_out(path, fields)
    return len(who.memory.deeds) - 1


def on_mark(who: Somebody, kind: str, way: str, fields: dict[str, Any], mark: int, **wants: Any) -> None:
    """Something done to a mark at the desk; its act may be taken back later."""
    answer = who.do(kind, MARK, f"marks/{mark}/{way}/", fields, mark=mark, **wants)
    if answer is not None:
        who.acts.append((mark, answer.told["mark"]["act"]))


def influence(who: Somebody) -> None:
    """Say otherwise which way a mark worked."""
    if mark := who.some_mark():
        way = who.chance.choice(INFLUENCES)
        on_mark(who, "influence", "influence", {"influence": way}, mark["number"], influence=way)


def other_code(who: Somebody) -> None:
    """Give a mark another code, on its page."""
    if mark := who.some_mark():
        code, way, number = who.some_code(), who.chance.choice(INFLUENCES), mark["number"]
        fields = {"code": code, "own": "", "influence": way}
        who.do("other code", MARK, f"marks/{number}/", fields, mark=number, script=False,
                code=code, influence=way)  # fmt: skip


def remove(who: Somebody) -> None:
    """Remove a mark."""
    if mark := who.some_mark(0.8):
        on_mark(who, "remove", "removal", {}, mark["number"], removed=True)


def restore(who: Somebody) -> None:
    """Put a removed mark back."""
    gone = [number for number, mark in who.memory.seen.items() if mark.get("removed")]
    if gone:
        on_mark(who, "restore", "restoration", {}, who.chance.choice(gone), removed=False)


def take_back(who: Somebody) -> None:
    """Undo one's last act, or what the last undo did: undo and redo are the same way."""
    if who.acts:
        mark, act = who.acts[-1]
        on_mark(who, "undo or redo", f"undo/{act}", {}, mark, takes_back=act)
        if who.memory.deeds[-1].outcome == REFUSED:
            who.acts.pop()
