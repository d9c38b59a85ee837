"""Marks and the ledger, beside what people were told.

Whoever acts waits in line, and each act keeps its moment and what the mark said before. So every acknowledged act
must be among the acts of its mark, by its person, between asking and hearing, once; or the mark said that already.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tools.crowd.told import KEPT, UNKNOWN, Deed, Memory

SLACK = 0.002  # seconds by which two readings of the same clock may seem to differ
ON_MARKS = ("influence", "other code", "remove", "restore", "undo or redo")
MAKING = ("mark", "mark again")


class State(NamedTuple):
    """What a mark says."""

    code: str
    influence: str
    removed: bool


class Step(NamedTuple):
    """One act on a mark and what it said after."""

    act: int
    by: int
    at: float
    takes_back: int | None
    before: State
    after: State


def state(row: Any) -> State:
    """What a mark says, or said before an act."""
    from casement.rooms.coding.vocabulary import INFLUENCE_SHORT

    code = f"item:{row.item.item_id}" if row.item else f"open:{row.code.number}"
    return State(code, INFLUENCE_SHORT.get(row.influence, ""), row.removed_at is not None)


def life(mark: Any) -> list[Step]:
    """All acts on a mark in their order."""
    befores = sorted(mark.befores.all(), key=lambda one: one.act)
    states = [*(state(one) for one in befores), state(mark)]
    return [
        Step(one.act, one.by_id, one.at.timestamp(), one.takes_back, states[at], states[at + 1])
        for at, one in enumerate(befores)
    ]


def faults(review_id: int, crowd: Sequence[Memory]) -> list[str]:
    """Whatever is not as people were told."""
    from casement.rooms.coding.models import Mark

    rows = Mark.objects.filter(review_id=review_id).select_related("item", "code", "excerpt__version__source")
    marks = {row.number: row for row in rows.prefetch_related("befores__item", "befores__code")}
    lives = {number: life(row) for number, row in marks.items()}
    wrong = [*numbers(marks.values()), *forks(marks, lives)]
    for one in crowd:
        wrong += made(one, marks, lives)
        wrong += acted(one, marks, lives)
    return wrong + of_ledger(crowd)


def numbers(marks: Iterable[Any]) -> list[str]:
    """Numbers run from 1 without a hole, and no change has the number of another."""
    told = sorted(row.number for row in marks)
    wrong = [] if told == list(range(1, len(told) + 1)) else ["the numbers of the marks have holes or repeats"]
    keys = Counter((row.by_id, row.sent_key) for row in marks if row.sent_key)
    return wrong + [f"doubled: a key was taken {count} times" for count in keys.values() if count > 1]


def forks(marks: dict[int, Any], lives: dict[int, list[Step]]) -> list[str]:
    """Each act builds on the one before it, and no two acts, but those of one merge, have the same number."""
    wrong, taken = [], defaultdict(set)
    for number, row in marks.items():
        befores = sorted(row.befores.all(), key=lambda one: one.act)
        follows = [one.previous for one in befores] == [0, *(one.act for one in befores[:-1])][: len(befores)]
        if not follows or row.act != (befores[-1].act if befores else 0) or row.changed < row.act:
            wrong.append(f"lost: an act on mark {number} was built over")
        for step in lives[number]:
            taken[step.act].add(step.by if step.before.code != step.after.code else (step.by, number))
    return wrong + [f"two acts have the number {act}" for act, told in taken.items() if len(told) > 1]


def made(one: Memory, marks: dict[int, Any], lives: dict[int, list[Step]]) -> list[str]:
    """Each acknowledged mark is there, this person's, on its words, as it was made; and no other is."""
    wrong, told, unheard = [], set(), set()
    for deed in one.deeds:
        if deed.kind == "mark unheard":
            unheard.add(deed.wants["sent_key"])
        if deed.kind not in MAKING or deed.outcome != KEPT or deed.mark is None:
            continue
        row = marks.get(deed.mark)
        place = row and (row.by_id, row.excerpt.version.source.number, row.excerpt.start, row.excerpt.end)
        if place != (one.person_id, one.source, deed.wants["start"], deed.wants["end"]):
            wrong.append(f"lost: mark {deed.mark} of {one.name} is not there, or elsewhere")
            continue
        assert row is not None
        first = lives[deed.mark][0].before if lives[deed.mark] else state(row)
        if row.sent_key == deed.wants["sent_key"] and first[:2] != (deed.wants["code"], deed.wants["influence"]):
            wrong.append(f"lost: mark {deed.mark} of {one.name} was not made as it was sent")
        if row.sent_key != deed.wants["sent_key"] and deed.mark not in told:
            wrong.append(f"mark {deed.mark} of {one.name} was made by another sending")
        told.add(deed.mark)
    for number, row in marks.items():
        if row.by_id == one.person_id and number not in told and row.sent_key not in unheard:
            wrong.append(f"doubled: nobody was told of mark {number} of {one.name}")
    return wrong


def acted(one: Memory, marks: dict[int, Any], lives: dict[int, list[Step]]) -> list[str]:
    """Each acknowledged act on a mark was done once, or there was nothing to do; and nothing else was done."""
    wrong, explained = [], set()
    for deed in one.kept(*ON_MARKS):
        steps = lives.get(deed.mark or 0)
        if steps is None:
            wrong.append(f"lost: {deed.kind} by {one.name}, and its mark {deed.mark}")
            continue
        own = [step for step in steps if step.by == one.person_id and during(deed, step.at)]
        explained |= {(deed.mark, step.act) for step in own}
        if len(own) > 1:
            wrong.append(f"doubled: {deed.kind} on mark {deed.mark} by {one.name} was done {len(own)} times")
        elif own and not as_asked(deed, own[0]):
            wrong.append(f"lost: {deed.kind} on mark {deed.mark} by {one.name} was done otherwise")
        elif not own and not idle(deed, steps, state(marks[deed.mark or 0])):
            wrong.append(f"lost: {deed.kind} on mark {deed.mark} by {one.name}")
    carrying = one.kept("merge codes", "take a merge back")
    for number, steps in lives.items():
        for step in steps:
            mine = step.by == one.person_id and (number, step.act) not in explained
            if mine and not any(during(deed, step.at) for deed in carrying):
                wrong.append(f"doubled: nobody was told of act {step.act} on mark {number} by {one.name}")
    return wrong


def during(deed: Deed, moment: float) -> bool:
    """Whether something happened between asking and hearing."""
    return deed.began - SLACK <= moment <= deed.ended + SLACK


def as_asked(deed: Deed, step: Step) -> bool:
    """Whether an act made the mark say what was asked for."""
    if "takes_back" in deed.wants:
        return bool(step.takes_back == deed.wants["takes_back"])
    return says(deed, step.after)


def says(deed: Deed, told: State) -> bool:
    """Whether a mark says what was asked for."""
    return all(getattr(told, name) == value for name, value in deed.wants.items() if name in State._fields)


def idle(deed: Deed, steps: Sequence[Step], now: State) -> bool:
    """Whether the mark said that already at some moment between asking and hearing, so that nothing was done."""
    if "takes_back" in deed.wants:
        return any(step.takes_back == deed.wants["takes_back"] for step in steps if step.at <= deed.ended)
    first = steps[0].before if steps else now
    held = [step.after for step in steps if step.at <= deed.began][-1:] or [first]
    held += [step.after for step in steps if during(deed, step.at)]
    return any(says(deed, one) for one in held)


def of_ledger(crowd: Sequence[Memory]) -> list[str]:
    """The chain is whole, and has one entry for each acknowledged change and none for what nobody asked."""
    from casement.foundation import ledger
    from casement.foundation.models import LedgerEntry

    wrong = []
    if (broken := ledger.first_break()) is not None:
        wrong.append(f"the ledger breaks at entry {broken}")
    rows = LedgerEntry.objects.filter(outcome="done", person_id__in=[one.person_id for one in crowd])
    there = Counter(rows.values_list("person_id", "action"))
    for one in crowd:
        told = Counter(deed.action for deed in one.deeds if deed.outcome == KEPT)
        unheard = Counter(deed.action for deed in one.deeds if deed.outcome == UNKNOWN)
        for action in ("coding.mark", "coding.memo", "coding.codes"):
            count = there[one.person_id, action]
            if not told[action] <= count <= told[action] + unheard[action]:
                wrong.append(f"the ledger has {count} entries of {action} for {told[action]} changes by {one.name}")
    return wrong
