"""The guide as screens: one thing asked at a time, in order, with the turning points in the person's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casement.rooms.conversations.vocabulary import Guide

TURNING, COVERED = "C3a", "C6"
_MINDSET = "C3b."


@dataclass(frozen=True)
class Asked:
    """One item of the pinned structure: its id, its exact heading, the heading it stands under, its prompts."""

    key: str
    label: str
    group: str
    help: str
    manager: str = ""


@dataclass(frozen=True)
class Screen:
    """One screen. `turn` is the number of the turning point it asks about, 0 for none.

    `place` of `places` is the heading's place among the headings; `nth` of `of` the question's under it.
    """

    key: str
    turn: int
    heading: str
    place: int
    places: int
    ask: str
    nth: int = 1
    of: int = 1

    @property
    def name(self) -> str:
        """How notes and addresses call it."""
        return f"{self.key}-{self.turn}" if self.turn else self.key


def heading_of(key: str) -> str:
    """The id of the heading an item stands under: C3a and C3b.4 under C3."""
    return key[:2]


def of_guide(items: Iterable[Asked], guide: str) -> tuple[Asked, ...]:
    """The items of this guide, in the order of the structure."""
    letter = "F" if guide == Guide.FAMILY else "C"
    return tuple(item for item in items if item.key.startswith(letter))


def screens(items: Sequence[Asked], guide: str, turns: Sequence[int] = ()) -> tuple[Screen, ...]:
    """Every screen in order. The questions of the mindset come once for each turning point, or once without any."""
    told = of_guide(items, guide)
    mindset = [item for item in told if item.key.startswith(_MINDSET)]
    headings = list(dict.fromkeys(heading_of(item.key) for item in told))
    found: list[Screen] = []
    for item in told:
        if item in mindset:
            continue
        found.append(_screen(item, guide, 0, headings))
        if item.key == TURNING:
            found += [
                _screen(one, guide, turn, headings, nth, len(mindset))
                for turn in (turns or (0,))
                for nth, one in enumerate(mindset, 1)
            ]
    return tuple(found)


def _screen(item: Asked, guide: str, turn: int, headings: list[str], nth: int = 1, of: int = 1) -> Screen:
    ask = item.manager if guide == Guide.MANAGER and item.manager else item.help
    place = headings.index(heading_of(item.key)) + 1
    return Screen(item.key, turn, item.group if of > 1 else item.label, place, len(headings), ask, nth, of)
