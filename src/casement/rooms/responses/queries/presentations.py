"""Presentations to the board, with what was said finding by finding."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Meeting
from casement.rooms.responses.models import BoardResponse, Presentation, PresentationNote
from casement.rooms.responses.vocabulary import SAID_NAMES, Said


@dataclass(frozen=True)
class SaidView:
    """One entry: what was discussed, a challenge, or a puzzle; `finding` is a number, None for all of them."""

    number: int
    kind: str
    text: str
    role: str
    finding: int | None
    title: str
    by: str

    @property
    def kind_name(self) -> str:
        """What kind of entry it is, in words."""
        return SAID_NAMES[self.kind]

    @property
    def is_puzzle(self) -> bool:
        """Whether a puzzle was handed over."""
        return self.kind == Said.PUZZLE


@dataclass(frozen=True)
class PresentationView:
    """One presentation. `meeting` is the number of the meeting it was, None where it was none of the plan's."""

    number: int
    on: date
    present: str
    meeting: int | None
    meeting_label: str
    by: str
    said: tuple[SaidView, ...]

    def of(self, finding: int | None) -> tuple[SaidView, ...]:
        """What was said of one finding, or of all of them."""
        return tuple(one for one in self.said if one.finding == finding)


def presentations(seat: Seat) -> tuple[PresentationView, ...]:
    """Every presentation, newest first; two queries."""
    rows = Presentation.objects.filter(review_id=seat.review).select_related("by", "meeting__row")
    notes = PresentationNote.objects.filter(review_id=seat.review, taken_back_at=None)
    said: dict[int, list[SaidView]] = {}
    for note in notes.select_related("by", "finding").order_by("number"):
        of, title = (note.finding.number, note.finding.title) if note.finding else (None, "")
        said.setdefault(note.presentation_id, []).append(
            SaidView(note.number, note.kind, note.text, note.role, of, title, note.by.role_label)
        )
    return tuple(
        PresentationView(
            row.number, row.on, row.present, row.meeting.number if row.meeting else None,
            row.meeting.row.label if row.meeting else "", row.by.role_label, tuple(said.get(row.pk, ())),
        )
        for row in rows.order_by("-on", "-number")
    )  # fmt: skip


def presentation(seat: Seat, number: int) -> PresentationView:
    """One presentation, or NotHere."""
    found = next((one for one in presentations(seat) if one.number == number), None)
    if found is None:
        raise NotHere
    return found


def meeting_choices(seat: Seat) -> list[tuple[str, str]]:
    """Meetings of the review that were not cancelled, for whoever says which one a presentation was."""
    rows = Meeting.objects.filter(review_id=seat.review, cancelled_at=None).select_related("row")
    return [(str(row.number), f"{row.row.label}, {row.starts_at:%-d %B %Y}") for row in rows.order_by("-starts_at")]


def presentations_of(seat: Seat, meeting: int) -> list[int]:
    """The numbers of the presentations that a meeting was."""
    rows = Presentation.objects.filter(review_id=seat.review, meeting__number=meeting).order_by("number")
    return list(rows.values_list("number", flat=True))


def answered_of(seat: Seat, finding: int) -> int:
    """How many questions of a finding have an answer."""
    rows = BoardResponse.objects.filter(review_id=seat.review, question__finding__number=finding, kept_beside=False)
    return rows.values("question").distinct().count()
