"""One other explanation of a finding with every answer to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Alternative, AlternativeAnswer
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author


@dataclass(frozen=True)
class AnswerLine:
    """What the team made of it, who wrote that and when."""

    answer: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AlternativeWhole:
    """Another explanation and its answers, oldest first."""

    number: int
    finding: int
    text: str
    would_speak: str
    answers: tuple[AnswerLine, ...]


def alternative(seat: Seat, number: int) -> AlternativeWhole:
    """One by its number, in two queries; NotHere when there is none."""
    working(seat)
    rows = Alternative.objects.filter(review_id=seat.review, number=number)
    found = rows.values_list("number", "finding__number", "text", "would_speak").first()
    if found is None:
        raise NotHere
    answers = AlternativeAnswer.objects.filter(alternative__in=rows).annotate(label=author(seat)).order_by("pk")
    return AlternativeWhole(
        *found, tuple(AnswerLine(*row) for row in answers.values_list("answer", "reason", "label", "at"))
    )
