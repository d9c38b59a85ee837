"""What has been read, marked and heard, and what each further conversation added. Work is counted, never people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Reached:
    """One source and what was done with it: how many of the team opened it, marks, coders, passages cited."""

    number: int
    title: str
    kind: str
    opened: int
    marks: int
    coders: int
    cited: int


@dataclass(frozen=True)
class Added:
    """What one text added: codes in it, and those of them that stood in none before it."""

    number: int
    title: str
    codes: int
    new: tuple[str, ...]


def left(one: Reached) -> tuple[str, ...]:
    """What has not been done with a source, in words."""
    told = []
    if not one.opened:
        told.append("Nobody in the team has opened it.")
    if not one.marks:
        told.append("Nothing in it is marked.")
    elif one.coders == 1:
        told.append("One person alone marked it.")
    if not one.cited:
        told.append("Nothing we say rests on it.")
    return tuple(told)


def additions(texts: Iterable[tuple[int, str, Sequence[str]]]) -> tuple[Added, ...]:
    """What each text added to the codes of those before it, in the order given: number, title, codes in it."""
    known: set[str] = set()
    told = []
    for number, title, codes in texts:
        here = sorted(set(codes))
        told.append(Added(number, title, len(here), tuple(code for code in here if code not in known)))
        known.update(here)
    return tuple(told)


def settling(added: Sequence[Added], last: int = 3) -> str:
    """One sentence on whether the last texts still brought something new; nothing is concluded from it."""
    marked = [one for one in added if one.codes]
    if len(marked) <= last:
        return "Too few texts are marked to say whether new ones still bring something new."
    fresh = sum(len(one.new) for one in marked[-last:])
    if not fresh:
        return f"The last {last} that were marked brought no code that had not been there before."
    return f"The last {last} that were marked still brought {fresh} new code{'' if fresh == 1 else 's'}."
