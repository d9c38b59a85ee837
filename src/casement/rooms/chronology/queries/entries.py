"""One entry: as recorded beside as read, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, in_words
from casement.rooms.chronology.queries.imports import named_cells
from casement.rooms.chronology.queries.reaching import may_change, readable


@dataclass(frozen=True)
class Earlier:
    """What an entry said before a correction, or what a second person would have had it say."""

    before: tuple[tuple[str, str], ...]  # name, text
    reason: str
    at: datetime
    kept_beside: bool


@dataclass(frozen=True)
class EntryView:
    """An entry. `recorded` are the cells of its row in the agency's file, empty when it was added by hand."""

    number: int
    agency: str
    agency_number: int
    when: str
    date_recorded: str
    habit: str
    either_order: bool
    event: str
    source_record: str
    present: str
    action: str
    analysis: str
    edition: int
    removed_at: datetime | None
    added_at: datetime
    import_number: int | None
    import_name: str
    row: int | None
    taken_from: str
    correction: tuple[tuple[str, str], ...]
    recorded: tuple[tuple[str, str, str], ...]
    earlier: tuple[Earlier, ...]
    may_change: bool
    last_day: str = ""  # in words, when there is one


@dataclass(frozen=True)
class EntryLine:
    """An entry in a list."""

    number: int
    agency: str
    agency_number: int
    when: str
    recorded: str
    event: str
    source_record: str
    present: str
    action: str
    analysis: str
    since: str = ""  # how long after the one before of the same agency
    ages: tuple[tuple[str, str], ...] = ()  # who, and how old


TEXTS = ("event", "source_record", "present", "action", "analysis")
BEFORE_NAMES = {
    "event": "Event",
    "date_recorded": "Date",
    "source_record": "Source record",
    "present": "Who was present",
    "action": "Action",
    "analysis": "Analysis",
}


ROW = ("row", "cells", "reason", "correction", "imported__number", "imported__name", "imported__mapping")
REVISION = ("pk", "before", "reason", "at", "kept_beside")


def entry(seat: Seat, number: int) -> EntryView:
    """An entry by its number, in one query; a removed one is still shown. NotHere when not readable."""
    plain = ("number", "agency_id", "agency__name", "agency__number", "habit", "either_order", "edition",
             "removed_at", "added_at", *TEXTS, *DATE_COLUMNS)  # fmt: skip
    joined = (*(f"rows__{name}" for name in ROW), *(f"revisions__{name}" for name in REVISION))
    last = F("rows__imported__number").desc(nulls_last=True)
    lines = Entry.objects.filter(readable(seat), number=number).order_by("-revisions__pk", last)
    told = list(lines.values(*plain, *joined))
    if not told:
        raise NotHere
    found = told[0]  # with the row of the last file that holds it
    said = {each["revisions__pk"]: each for each in told if each["revisions__pk"] is not None}
    row = {name: found[f"rows__{name}"] for name in ROW}
    now_says = {name: str(found[name]) for name in BEFORE_NAMES}
    return EntryView(
        number=found["number"],
        agency=found["agency__name"],
        agency_number=found["agency__number"],
        when=in_words(*(found[name] for name in DATE_COLUMNS)),
        date_recorded=found["date_recorded"],
        habit=found["habit"],
        either_order=found["either_order"],
        event=found["event"],
        source_record=found["source_record"],
        present=found["present"],
        action=found["action"],
        analysis=found["analysis"],
        edition=found["edition"],
        removed_at=found["removed_at"],
        added_at=found["added_at"],
        import_number=row["imported__number"],
        import_name=row["imported__name"] or "",
        row=row["row"],
        taken_from=row["reason"] or "",
        correction=correction_of(row["correction"] or {}),
        recorded=named_cells(row["cells"] or (), row["imported__mapping"] or ()),
        earlier=tuple(earlier(each, now_says) for each in said.values()),
        may_change=may_change(seat, found["agency_id"]) and found["removed_at"] is None,
        last_day=f"{end.day} {end:%B %Y}" if (end := found["date_end"]) else "",
    )


def correction_of(correction: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What a person put in place of the row's own words when it came in."""
    names = {"why": "Why", "undated": "Kept without a date", "date": "Date", "time": "Time", "event": "Event"}
    return tuple(
        (names.get(name, name.replace("_", " ").capitalize()), "By decision" if text is True else str(text))
        for name, text in correction.items()
    )


def earlier(line: dict[str, Any], now_says: dict[str, str]) -> Earlier:
    """A revision as people read it: the texts that differ from what the entry says now."""
    before = line["revisions__before"]
    texts = tuple(
        (name, str(before[key]))
        for key, name in BEFORE_NAMES.items()
        if key in before and str(before[key]) != now_says[key]
    )
    return Earlier(texts, line["revisions__reason"], line["revisions__at"], line["revisions__kept_beside"])
