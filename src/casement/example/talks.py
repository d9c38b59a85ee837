"""Conversations of the example that are still on their way, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Noted:
    """What one of the pair noted on one screen of the guide."""

    by: str
    key: str
    said: str
    turn: int = 0
    reflection: str = ""


@dataclass(frozen=True)
class Remarked:
    """What the participant said about one part of their write-up."""

    part: str
    kind: str
    text: str


@dataclass(frozen=True)
class Talk:
    """One conversation. `explained` counts days back, `booked` days ahead; what is left out has not happened."""

    participation: str
    guide: str
    pair: tuple[str, ...]
    explained: int | None = None
    booked: int | None = None
    place: str = ""
    recording: str = ""
    turns: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    notes: tuple[Noted, ...] = ()
    write_up: Mapping[str, str] = field(default_factory=dict)
    sent: bool = False
    remarks: tuple[Remarked, ...] = ()


@dataclass(frozen=True)
class Talks:
    """All of them, and whom to ring."""

    support: str
    risk: str
    talks: tuple[Talk, ...]
