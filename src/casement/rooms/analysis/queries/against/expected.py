"""What the team would expect to have been told if a claim were not so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Expectation
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.rules.opposing import VOICE_NAMES
from casement.rooms.analysis.vocabulary import Owner


@dataclass(frozen=True)
class ExpectedView:
    """One expectation, who would have told it, and whose it is by role label."""

    number: int
    text: str
    voice: str
    by: str
    at: datetime

    @property
    def words(self) -> str:
        """Who would have told it, in words; empty where nobody said."""
        return VOICE_NAMES.get(self.voice, "")


def expected(seat: Seat, owner: str, number: int) -> tuple[ExpectedView, ...]:
    """What is expected of one claim, in the order it was written. One query."""
    working(seat)
    rows = Expectation.objects.filter(review_id=seat.review, taken_back_at=None)
    rows = rows.filter(**{f"{Owner(owner)}__number": number}).annotate(label=author(seat)).order_by("number")
    return tuple(ExpectedView(*one) for one in rows.values_list("number", "text", "voice", "label", "at"))
