"""The letters of a review: what needs somebody, what is a draft, what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from casement.foundation.access import Seat
from casement.rooms.letters.models import Dispatch, Letter
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.rules.standing import LOST, State, standing, went

PAGE = 40
SHOWN = ("", "back", "drafts", "sent")


@dataclass(frozen=True)
class LetterLine:
    """One letter in the list."""

    number: int
    name: str
    recipient: str
    state: State
    at: datetime
    sent_on: date | None

    @property
    def begun(self) -> date:
        """The day it was begun: one that was posted before it was entered here was begun by then."""
        entered = localdate(self.at)
        return min(entered, self.sent_on) if self.sent_on else entered


@dataclass(frozen=True)
class Letters:
    """One page of the list: what came back first, then drafts, then what was sent, newest first."""

    rows: tuple[LetterLine, ...]
    page: int
    last: int
    total: int
    every: int
    back: int


def lost_ways() -> QuerySet[Dispatch]:
    """The ways of the letter asked about that came back, and were not tried again since."""
    return Dispatch.objects.filter(letter=OuterRef("pk"), mail__state__in=LOST, superseded=False)


def letters(seat: Seat, *, show: str = "", page: int = 1) -> Letters:
    """One page of the letters of this review; a page past the end is the last one."""
    every = Letter.objects.filter(review_id=seat.review, thrown_away_at=None).annotate(lost=Exists(lost_ways()))
    counts = every.aggregate(
        every=Count("pk"), back=Count("pk", filter=Q(lost=True)), drafts=Count("pk", filter=Q(sent_at=None))
    )
    counts["sent"] = counts["every"] - counts["drafts"]
    kinds = {"back": Q(lost=True), "drafts": Q(sent_at=None), "sent": ~Q(sent_at=None)}
    total = counts[show or "every"]
    last = max(1, -(-total // PAGE))
    at = min(max(1, page), last)
    rows = every.filter(kinds.get(show, Q())).order_by(
        F("lost").desc(), F("sent_at").desc(nulls_first=True), "-number"
    )[(at - 1) * PAGE : at * PAGE]
    return Letters(lines_of(rows), at, last, total, counts["every"], counts["back"])


def lines_of(rows: Iterable[Letter]) -> tuple[LetterLine, ...]:
    """Letters as lines, with where each stands, in two queries."""
    told = list(rows)
    ways: dict[int, list[State]] = {}
    sent = Dispatch.objects.filter(letter__in=told, superseded=False)
    for letter, mail, read_at in sent.values_list("letter_id", "mail__state", "read_at"):
        ways.setdefault(letter, []).append(went(mail or "", read=read_at is not None))
    return tuple(
        LetterLine(
            row.number,
            shipped()[row.key].name,
            row.recipient_label,
            standing(ways.get(row.pk, ()), thrown_away=row.thrown_away_at is not None),
            row.at,
            row.sent_on,
        )
        for row in told
    )
