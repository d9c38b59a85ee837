"""A meeting of the example as plain values."""

from dataclasses import dataclass


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
    """One meeting, so many days ahead: papers by place in the agenda, an item of its own, and what was noted."""

    step: str
    label: str
    ahead: int
    minutes: int
    place: str
    extra: Extra
    papers: tuple[Linked, ...] = ()
    noted: tuple[Entered, ...] = ()
