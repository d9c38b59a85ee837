"""What a review is: its facts, its agencies."""

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.dates import describe
from casement.rooms.reviews.models import Agency, DatedAs, Participation, Review
from casement.rooms.reviews.rules.processes import Process, Variant
from casement.rooms.reviews.vocabulary import KIND_NAMES


@dataclass(frozen=True)
class AgencyLine:
    """One agency of a review. `pk` is for queries of other rooms, never for a page's address."""

    pk: int
    number: int
    name: str
    kind: str


@dataclass(frozen=True)
class About:
    """The facts of a review."""

    code_name: str
    kind: str
    kind_name: str
    variant: Variant
    way: Process
    period: str
    period_recorded: str
    board_name: str
    opened_at: datetime
    closed_at: datetime | None
    edition: int
    independence: tuple[str, ...]


def about(seat: Seat) -> About:
    """The facts of this review."""
    row = Review.objects.get(pk=seat.review)
    leads = Participation.objects.filter(review_id=seat.review, role=Role.LEAD, ended_at=None)
    return About(
        code_name=row.code_name,
        kind=row.kind,
        kind_name=KIND_NAMES.get(row.kind, row.kind),
        variant=row.way.variant,
        way=row.way,
        period=in_words(row),
        period_recorded=row.date_recorded,
        board_name=row.board_name,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        edition=row.edition,
        independence=tuple(leads.values_list("independence", flat=True)),
    )


def in_words(row: DatedAs) -> str:
    """A date of a row in words: as read, or as recorded when it was never read."""
    when = row.dated()
    return describe(when) if when else row.date_recorded


def agencies(seat: Seat) -> tuple[AgencyLine, ...]:
    """The agencies of this review; an agency contact sees only their own."""
    rows = Agency.objects.filter(review_id=seat.review)
    if reach(seat.standing, Subject.HEADER, Verb.READ) == {Reach.AGENCY}:
        rows = rows.filter(pk=seat.standing.agency_id or 0)
    return tuple(AgencyLine(row.pk, row.number, row.name, row.kind) for row in rows)
