"""A meeting of the example as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entered:
    """One entry of the notes. `by_when` counts days back; `item` is a place in the agenda."""

    by: str
    item: int
    kind: str
    text: str
    reason: str = ""
    who: str = ""
    owner: str = ""
    by_when: int | None = None
    about: tuple[str, ...] = ()
    state: str = ""
    outcome: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Linked:
    """A paper for an item, by its place in the agenda."""

    item: int
    key: str


@dataclass(frozen=True)
class Extra:
    """An item that somebody added."""

    title: str
    minutes: int
    purpose: str


@dataclass(frozen=True)
class Met:
    """One meeting, held so many days back: who came, papers by place in the agenda, an item added, the notes."""

    step: str
    label: str
    held: int
    minutes: int
    place: str
    extra: Extra
    came: Mapping[str, str] = field(default_factory=dict)
    papers: tuple[Linked, ...] = ()
    noted: tuple[Entered, ...] = ()
