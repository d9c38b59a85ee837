"""What a corrected file changes and nobody has answered yet, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from casement.foundation.access import Seat
from casement.rooms.chronology.models import Change, Entry
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, in_words
from casement.rooms.chronology.queries.entries import TEXTS
from casement.rooms.chronology.queries.imports import CARDS, ImportView, imported
from casement.rooms.chronology.vocabulary import KIND_NAMES, Kind, RowState

DATES = ("date", "time", "end_date", "end_time")
OF_FIELD = {"source": "source_record", "reference": "source_record"}
NAMES = {"event": "Event", "source_record": "Source record", "present": "Who was present", "action": "Action",
         "analysis": "Analysis"}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One field: what stands here, and what the file says."""

    name: str
    here: str
    file: str


@dataclass(frozen=True)
class EntryBrief:
    """An entry that a row may be."""

    number: int
    when: str
    event: str


@dataclass(frozen=True)
class ChangeView:
    """One change. `row` is the row of the file, `entry` the number of the entry it is about."""

    number: int
    kind: str
    row: int | None
    entry: int | None
    when: str
    event: str
    why: str
    differences: tuple[Difference, ...]
    candidates: tuple[EntryBrief, ...]


@dataclass(frozen=True)
class Changes:
    """A page of what is open, with how much is open of each kind and how much was answered how."""

    imported: ImportView
    rows: tuple[ChangeView, ...]
    open: tuple[tuple[str, str, int], ...]  # kind, its name, how many
    taken: int
    left: int
    page: int
    last: int
    total: int


def changes(seat: Seat, number: int, *, page: int = 1, kind: str = "", size: int = CARDS) -> Changes:
    """What is open of import `number`, in the order of the file; NotHere when this seat may not read it."""
    view = imported(seat, number)
    every = Change.objects.filter(imported__number=number, imported__review_id=seat.review)
    counts = every.order_by().aggregate(
        **{each: Count("pk", filter=ready(kind=each)) for each in Kind},
        taken=Count("pk", filter=Q(answer="taken")), left=Count("pk", filter=Q(answer="left")),
    )  # fmt: skip
    wanted = every.filter(ready()) if kind not in set(Kind) else every.filter(ready(kind=kind))
    total = counts[kind] if kind in set(Kind) else sum(counts[each] for each in Kind)
    last = max(1, -(-total // size))
    page = min(max(1, page), last)
    found = list(wanted.select_related("row", "entry").order_by("number")[(page - 1) * size : page * size])
    numbers = {each for one in found for each in one.candidates}
    briefs = {}
    if numbers:
        rows = Entry.objects.filter(review_id=seat.review, number__in=numbers, removed_at=None)
        for each, event, *when in rows.values_list("number", "event", *DATE_COLUMNS):
            briefs[each] = EntryBrief(each, in_words(*when), event)
    return Changes(
        view, tuple(view_of(one, briefs) for one in found),
        tuple((str(each), KIND_NAMES[each], counts[each]) for each in Kind if counts[each]),
        counts["taken"], counts["left"], page, last, total,
    )  # fmt: skip


def ready(**more: str) -> Q:
    """Open, and not of a row that still has to be put right."""
    return Q(answer="", **more) & (Q(row=None) | Q(row__state=RowState.ASKED))


def view_of(one: Change, briefs: dict[int, EntryBrief]) -> ChangeView:
    """A change as it is read."""
    entry = one.entry
    if one.kind == Kind.GONE and entry is not None:
        when, event = in_words(*(getattr(entry, name) for name in DATE_COLUMNS)), entry.event
    else:
        when, event = one.values.get("date_recorded", "") or "Date not known", one.values.get("event", "")
    return ChangeView(
        one.number, one.kind, one.row.row if one.row else None, entry.number if entry else None, when, event,
        one.why, differences(one), tuple(briefs[each] for each in one.candidates if each in briefs),
    )  # fmt: skip


def differences(one: Change) -> tuple[Difference, ...]:
    """Field by field what stands here beside what the file says."""
    if one.entry is None or one.kind != Kind.CHANGED:
        return ()
    told = []
    if any(each in DATES for each in one.differs):
        told.append(Difference("Date", one.entry.date_recorded, one.values.get("date_recorded", "")))
    names = {OF_FIELD.get(each, each) for each in one.differs}
    for name in TEXTS:
        if name in names:
            told.append(Difference(NAMES[name], getattr(one.entry, name), one.values.get(name, "")))
    return tuple(told)
