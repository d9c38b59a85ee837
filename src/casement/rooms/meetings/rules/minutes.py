"""Minutes as plain values: frozen when they are agreed, read as far as a role reads them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from casement.rooms.meetings.vocabulary import CAME_NAMES, GROUP, KIND_NAMES, TEAM_ONLY, Kind

ELSEWHERE = "Besides"


class Noted(Protocol):
    """What minutes need of an entry."""

    @property
    def item(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def by_when(self) -> date | None: ...
    @property
    def whose(self) -> str: ...


@dataclass(frozen=True)
class Said:
    """One entry in the minutes: its kind, its words, and what belongs to it in sentences."""

    kind: str
    text: str
    more: tuple[str, ...]

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return KIND_NAMES[self.kind]


@dataclass(frozen=True)
class Told:
    """Minutes as they are read."""

    parts: tuple[tuple[str, tuple[Said, ...]], ...]
    people: tuple[tuple[str, str], ...]
    carried: tuple[str, ...]


def frozen(
    items: Sequence[tuple[int, str]],
    entries: Iterable[Noted],
    people: Iterable[tuple[str, str]],
    carried: Iterable[tuple[str, str, date | None]],
) -> dict[str, Any]:
    """Minutes as values that can be kept: items with their entries, who came, actions still open from before."""
    under: dict[int | None, list[list[Any]]] = {}
    known = {number for number, _ in items}
    for one in entries:
        place = one.item if one.item in known else None
        under.setdefault(place, []).append([str(one.kind), one.text, _more(one)])
    parts = [[title, under.get(number, [])] for number, title in items]
    if None in under:
        parts.append([ELSEWHERE, under[None]])
    return {
        "parts": parts,
        "people": [[label, str(came)] for label, came in people if came],
        "carried": [" ".join([text, *_doing(owner, day)]) for text, owner, day in carried],
    }


def thawed(kept: dict[str, Any]) -> Told:
    """Kept minutes as they are read."""
    return Told(
        tuple((title, tuple(Said(kind, text, tuple(more)) for kind, text, more in said))
              for title, said in kept["parts"]),
        tuple((label, CAME_NAMES.get(came, "")) for label, came in kept["people"]),
        tuple(kept["carried"]),
    )  # fmt: skip


def for_reader(told: Told, *, everything: bool) -> Told:
    """Minutes for one reader: hunches, questions and older actions are the team's working material."""
    if everything:
        return told
    parts = [(title, tuple(one for one in said if one.kind not in TEAM_ONLY)) for title, said in told.parts]
    return Told(tuple(parts), told.people, ())


def hash_of(kept: dict[str, Any]) -> str:
    """What names exactly these words."""
    return hashlib.sha256(json.dumps(kept, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _more(one: Noted) -> list[str]:
    told = []
    if one.reason:
        told.append(f"Reason: {one.reason}")
    if one.who:
        told.append(f"Decided by: {one.who}")
    if one.kind == Kind.ACTION:
        told += _doing(one.owner, one.by_when)
    if one.kind == Kind.SAID and one.whose and one.whose != GROUP:
        told.append(f"Said by {one.whose}, who agreed to be named so.")
    return told


def _doing(owner: str, day: date | None) -> list[str]:
    """Who does an action, and by when, as far as that was said."""
    told = [f"{owner} does it."] if owner else []
    return [*told, f"By {day.day} {day:%B %Y}."] if day else told
