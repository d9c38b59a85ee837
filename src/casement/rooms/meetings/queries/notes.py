"""The notes of a meeting: everything, one entry, or only what happened since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.meetings.models import Entry
from casement.rooms.meetings.queries.rows import Here
from casement.rooms.meetings.vocabulary import (
    FOLDERS,
    GROUP,
    KIND_NAMES,
    NOT_DECIDED,
    STATE_NAMES,
    THINGS,
    Kind,
    State,
)


@dataclass(frozen=True)
class EntryLine:
    """One entry as it is read."""

    number: int
    meeting: int
    meeting_label: str
    item: int | None
    kind: str
    text: str
    reason: str
    who: str
    owner: str
    owner_number: int | None
    by_when: date | None
    writer: str
    mine: bool
    own: bool
    at: datetime
    edition: int
    state: str
    outcome: str
    settled_by: str
    whose: str
    source: int | None
    about: tuple[tuple[str, int], ...]

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return KIND_NAMES[self.kind]

    @property
    def state_name(self) -> str:
        """What became of it; nothing for discussion and decisions."""
        if self.kind == Kind.SAID and self.state == State.OPEN:
            return NOT_DECIDED
        return "" if self.kind in (Kind.DISCUSSION, Kind.DECISION) else STATE_NAMES[self.state]

    @property
    def open(self) -> bool:
        """Whether something is still to become of it."""
        return self.state == State.OPEN and self.kind not in (Kind.DISCUSSION, Kind.DECISION)

    @property
    def things(self) -> tuple[tuple[str, str], ...]:
        """The episodes and findings it speaks of: words and path inside the review."""
        return tuple((f"{THINGS[thing]} {of}", f"{FOLDERS[thing]}/{of}/") for thing, of in self.about)


def entries(seat: Seat, meeting: Here, *, linked: bool = True) -> tuple[EntryLine, ...]:
    """Every entry that stands, in the order in which they were written; `linked` with what each speaks of."""
    return lines(seat, Entry.objects.filter(meeting=meeting.pk, taken_back_at=None), linked=linked)


def entry(seat: Seat, meeting: Here, number: int) -> EntryLine:
    """One entry, or NotHere."""
    found = lines(seat, Entry.objects.filter(meeting=meeting.pk, number=number, taken_back_at=None))
    if not found:
        raise NotHere
    return found[0]


def latest(meeting: Here) -> int:
    """The last change among the entries of this meeting."""
    told = Entry.objects.filter(meeting=meeting.pk).aggregate(last=Max("change"))["last"]
    return told or 0


def since(seat: Seat, meeting: Here, change: int) -> tuple[int, tuple[EntryLine, ...], tuple[int, ...]]:
    """What happened to entries since: the last change, those that stand, and the numbers of those taken back."""
    rows = Entry.objects.filter(meeting=meeting.pk, change__gt=change)
    told = list(rows.values_list("change", "number", "taken_back_at"))
    gone = tuple(number for _, number, taken in told if taken is not None)
    last = max((one for one, *_ in told), default=change)
    return last, lines(seat, rows.filter(taken_back_at=None)) if told else (), gone


def lines(seat: Seat, rows: QuerySet[Entry], *, linked: bool = True) -> tuple[EntryLine, ...]:
    """Entries as they are read; one query however many, two with what each speaks of."""
    found = rows.select_related(
        "item", "writer", "owner", "settled_by", "whose", "source", "meeting", "meeting__row"
    ).order_by("number")
    if linked:
        found = found.prefetch_related("about")
    return tuple(_line(seat, each, linked) for each in found)


def still_open(seat: Seat, kinds: Iterable[str], *, before: Here | None = None) -> tuple[EntryLine, ...]:
    """Open entries of these kinds over all meetings, or of meetings before this one."""
    rows = Entry.objects.filter(review_id=seat.review, kind__in=list(kinds), state=State.OPEN, taken_back_at=None)
    if before is not None:
        rows = rows.filter(meeting__starts_at__lt=before.starts)
    return lines(seat, rows, linked=before is None)


def my_actions(seat: Seat) -> tuple[EntryLine, ...]:
    """The actions that this very place took on, open ones first."""
    rows = Entry.objects.filter(review_id=seat.review, kind=Kind.ACTION, taken_back_at=None)
    told = lines(seat, rows.filter(owner=seat.standing.participation_id or 0))
    return tuple(sorted(told, key=lambda one: not one.open))


def about(seat: Seat, thing: str, number: int) -> tuple[EntryLine, ...]:
    """The entries of this review that speak of one episode or finding."""
    rows = Entry.objects.filter(review_id=seat.review, taken_back_at=None, about__thing=thing, about__of=number)
    return lines(seat, rows, linked=False)


def notes_with(seat: Seat, words: str) -> list[str]:
    """The meetings in whose notes these words stand, or stood before they were changed, whatever their letters."""
    within = Q(text__icontains=words) | Q(reason__icontains=words) | Q(outcome__icontains=words)
    within |= Q(versions__text__icontains=words) | Q(versions__reason__icontains=words)
    rows = Entry.objects.filter(within, review_id=seat.review).order_by("meeting__number").values_list(
        "meeting__number", flat=True
    )  # fmt: skip
    return [f"the notes of meeting {number}" for number in dict.fromkeys(rows)]


def _line(seat: Seat, row: Any, linked: bool) -> EntryLine:
    me = seat.standing.participation_id
    return EntryLine(
        number=row.number,
        meeting=row.meeting.number,
        meeting_label=row.meeting.row.label,
        item=row.item.number if row.item and row.item.dropped_at is None else None,
        kind=row.kind,
        text=row.text,
        reason=row.reason,
        who=row.who,
        owner=row.owner.role_label if row.owner else "",
        owner_number=row.owner.number if row.owner else None,
        by_when=row.by_when,
        writer=row.writer.role_label,
        mine=row.writer_id == me,
        own=row.owner_id is not None and row.owner_id == me,
        at=row.at,
        edition=row.edition,
        state=row.state,
        outcome=row.outcome,
        settled_by=row.settled_by.role_label if row.settled_by else "",
        whose=row.whose.role_label if row.whose else (GROUP if row.kind == Kind.SAID else ""),
        source=row.source.number if row.source else None,
        about=tuple((one.thing, one.of) for one in row.about.all()) if linked else (),
    )
