"""Earlier texts and facts, and those that wait beside what stands."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import FactsVersion, StatementText
from casement.rooms.analysis.queries.gathering import Placed, placed, working
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class TextVersion:
    """One text a statement has had, who wrote it by role label, and whether it waits beside the one that stands."""

    key: int
    edition: int
    text: str
    by: str
    at: datetime
    beside: bool
    settled: bool

    @property
    def waits(self) -> bool:
        """Whether somebody has still to choose between this text and the one that stands."""
        return self.beside and not self.settled


@dataclass(frozen=True)
class FactsThen:
    """The facts of a thing in one edition, as pairs of words; `beside` as for a text."""

    edition: int
    facts: tuple[tuple[str, str], ...]
    by: str
    at: datetime
    beside: bool


def author(seat: Seat) -> Coalesce:
    """The role label of a row's `by` in this review."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id"))
    return Coalesce(Subquery(label.order_by("-began_at").values("role_label")[:1]), Value("Somebody"))


def one_statement(seat: Seat, number: int) -> Placed:
    """One statement with its evidence, in one query. NotHere when there is none."""
    found = placed(seat, Q(number=number))
    if not found:
        raise NotHere
    return found[0]


def statement(seat: Seat, number: int) -> tuple[Placed, tuple[TextVersion, ...]]:
    """One statement and every text it has had, newest first, in two queries. NotHere when there is none."""
    found = one_statement(seat, number)
    rows = (
        StatementText.objects.filter(statement__review_id=seat.review, statement__number=number)
        .annotate(who=author(seat))
        .order_by("-pk")
        .values_list("edition", "text", "who", "at", "kept_beside", "settled_at")
    )
    # Counted within the statement, so that no address tells how much is written elsewhere.
    texts = list(rows)
    return found, tuple(
        TextVersion(len(texts) - place, *row[:5], row[5] is not None) for place, row in enumerate(texts)
    )


def facts(seat: Seat, kind: str, number: int) -> tuple[FactsThen, ...]:
    """The facts this thing has had, newest first; one query."""
    working(seat)
    rows = (
        FactsVersion.objects.filter(review_id=seat.review, kind=kind, number=number)
        .annotate(who=author(seat))
        .order_by("-pk")
        .values_list("edition", "facts", "who", "at", "kept_beside")
    )
    return tuple(
        FactsThen(edition, tuple((name, words) for name, words in told if words), who, at, beside)
        for edition, told, who, at, beside in rows
    )
