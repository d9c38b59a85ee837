"""Which agenda belongs to which meeting, who reads it, and how its length compares with the time booked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent / "agendas.yaml"
OTHER = "other"


@dataclass(frozen=True)
class ItemTemplate:
    """One item as it ships."""

    title: str
    minutes: int
    purpose: str


@dataclass(frozen=True)
class AgendaTemplate:
    """The agenda of one kind of meeting. `read`: roles that read it when they are asked to the meeting."""

    key: str
    name: str
    rows: frozenset[str]
    steps: frozenset[str]
    read: frozenset[str]
    items: tuple[ItemTemplate, ...]


@cache
def agendas() -> dict[str, AgendaTemplate]:
    """Every agenda that ships, by key."""
    return {
        key: AgendaTemplate(
            key, row["name"], frozenset(row["rows"]), frozenset(row["steps"]), frozenset(row["read"]),
            tuple(ItemTemplate(**one) for one in row["items"]),
        )
        for key, row in _file()["kinds"].items()
    }  # fmt: skip


def version() -> str:
    """The version of the texts."""
    return str(_file()["version"])


def kind_of(row: str, step: str) -> str:
    """The kind of a meeting of the plan, by its row and then by its step."""
    told = agendas().values()
    by_row = next((one.key for one in told if row in one.rows), "")
    return by_row or next((one.key for one in told if step in one.steps), OTHER)


def may_read(kind: str, role: str, *, asked: bool, everything: bool) -> bool:
    """Whether agenda and agreed minutes of this kind are for somebody: who reads all, or is asked to it or came."""
    return everything or (asked and kind in agendas() and role in agendas()[kind].read)


def minutes_words(minutes: int) -> str:
    """A length in words: "2 hours 50 minutes"."""
    hours, rest = divmod(minutes, 60)
    told = [f"{hours} hour{'s' if hours > 1 else ''}"] if hours else []
    if rest or not hours:
        told.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(told)


def length_words(items: Iterable[int], booked: int) -> str:
    """How long the items take beside the time that is booked."""
    total = sum(items)
    start = (
        f"The items take {minutes_words(total)}; {minutes_words(booked)} {'is' if booked == 60 else 'are'} booked."
    )
    if total == booked:
        return f"{start} That fits exactly, with no time for a break."
    if total < booked:
        return f"{start} {minutes_words(booked - total)} left, for a break or for what takes longer."
    return f"{start} That is {minutes_words(total - booked)} too long: shorten an item, or book more time."


@cache
def _file() -> Any:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))
