"""Where a text or its evidence stands, for the way back after a change."""

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Episode, Evidence, FactorUse, Finding, Pattern, Period, Statement
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.perspectives import voice_of
from casement.rooms.analysis.vocabulary import Owner

FOLDERS = {"episode": "episodes", "factor_use": "factors/uses", "pattern": "patterns", "finding": "findings",
           "period": "perspectives"}  # fmt: skip


def home_of(seat: Seat, statement: Statement) -> str:
    """The address of the page a statement stands on, at its part."""
    if statement.period is not None:
        return f"/reviews/{seat.ref}/perspectives/{statement.period.number}/{voice_of(statement)}/#{statement.part}"
    for owner, folder in FOLDERS.items():
        thing = getattr(statement, owner)
        if thing is not None:
            return f"/reviews/{seat.ref}/{folder}/{thing.number}/#{statement.part}"
    raise AssertionError("a statement has one place")


def statement_of(seat: Seat, evidence: Evidence) -> str:
    """The address of the text a piece of evidence belongs to."""
    return f"/reviews/{seat.ref}/statements/{evidence.statement.number}/"


def title_of(seat: Seat, owner: str, number: int) -> str:
    """What an episode, pattern, finding, period or factor use is called, in one query. NotHere if there is none."""
    working(seat)
    told: str | None
    if owner == Owner.FACTOR_USE:
        uses = FactorUse.objects.filter(review_id=seat.review, number=number, removed_at=None)
        row = uses.order_by().values_list("item__label", "free_text").first()
        told = (row[0] or row[1]) if row else None
    else:
        model = {Owner.EPISODE: Episode, Owner.PATTERN: Pattern, Owner.FINDING: Finding, Owner.PERIOD: Period}[
            Owner(owner)
        ]
        found = model._default_manager.filter(review_id=seat.review, number=number)
        told = found.order_by().values_list("title", flat=True).first()
    if told is None:
        raise NotHere
    return told
