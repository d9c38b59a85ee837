"""Agencies that may own an action, and the response in numbers for those who see totals alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Subquery

from casement.foundation.access import Seat
from casement.rooms.analysis.models import BoardQuestion
from casement.rooms.responses.models import BoardResponse, Impact, ResponseAction
from casement.rooms.responses.queries.views import THE_BOARD
from casement.rooms.responses.rules.answers import BEFORE_THE_BOARD
from casement.rooms.responses.vocabulary import DECISION_NAMES, DIFFERENCE_NAMES, DOING_NAMES, Difference
from casement.rooms.reviews.models import Agency, Review


@dataclass(frozen=True)
class Totals:
    """How many of each kind there are, in words and numbers; nothing says whose."""

    questions: tuple[tuple[str, int], ...]
    doing: tuple[tuple[str, int], ...]
    difference: tuple[tuple[str, int], ...]


def agency_choices(seat: Seat) -> list[tuple[str, str]]:
    """Who may own an action: the board itself, or an agency of the review."""
    rows = Agency.objects.filter(review_id=seat.review).values_list("number", "name")
    return [("", THE_BOARD), *((str(number), name) for number, name in rows)]


def totals(seat: Seat) -> Totals:
    """The response in numbers; three queries."""
    last = BoardResponse.objects.filter(question=OuterRef("pk"), kept_beside=False).order_by("-edition")
    asked = BoardQuestion.objects.filter(
        review_id=seat.review, removed_at=None, finding__state__in=BEFORE_THE_BOARD
    ).annotate(said=Subquery(last.values("decision")[:1]))
    said = list(asked.values_list("said", flat=True))
    rows = ResponseAction.objects.filter(review_id=seat.review).order_by().values("doing").annotate(n=Count("pk"))
    done = {row["doing"]: row["n"] for row in rows}
    newest: dict[int | None, str] = {}
    seen = Impact.objects.filter(review_id=seat.review).exclude(action=None).order_by("on", "number")
    for of, difference in seen.values_list("action_id", "difference"):
        newest[of] = difference
    found = list(newest.values())
    unknown = sum(done.values()) - len(newest)
    return Totals(
        (
            *((name, said.count(key)) for key, name in DECISION_NAMES.items()),
            ("Not answered yet", said.count(None)),
        ),
        tuple((name, done.get(key, 0)) for key, name in DOING_NAMES.items()),
        tuple(
            (name, unknown if key == Difference.NOT_KNOWN else found.count(key))
            for key, name in DIFFERENCE_NAMES.items()
        ),
    )


def board_of(seat: Seat) -> str:
    """What the board of this review is called; empty where nobody has said."""
    return Review.objects.values_list("board_name", flat=True).get(pk=seat.review)
