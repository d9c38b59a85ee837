"""What waits because of letters, for the pages of the desk: asked once, however many reviews."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, Value

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.letters.models import Dispatch, Letter
from casement.rooms.letters.queries.lists import lost_ways

BACK, MINE = "back", "mine"


@dataclass(frozen=True)
class LetterNeeds:
    """How many letters of a review came back, for those who write them, and how many this person has to read."""

    back: int = 0
    mine: int = 0


def letter_needs(seats: Sequence[Seat]) -> dict[int, LetterNeeds]:
    """What waits in each review of these seats of one person, by review, in one query."""
    if not seats:
        return {}
    writes = [seat.review for seat in seats if allows(seat.standing, Action.LETTERS_WRITE)]
    places = [seat.standing.participation_id for seat in seats if seat.standing.participation_id]
    lost = Letter.objects.filter(review__in=writes, thrown_away_at=None).filter(Exists(lost_ways()))
    unread = Dispatch.objects.filter(participation__in=places, read_at=None, superseded=False)
    back = lost.order_by().values_list("review_id", Value(BACK)).annotate(Count("pk"))
    mine = unread.order_by().values_list("letter__review_id", Value(MINE)).annotate(Count("letter", distinct=True))
    found: dict[int, dict[str, int]] = {}
    for review, kind, count in back.union(mine, all=True) if writes else mine:
        found.setdefault(review, {})[kind] = count
    return {review: LetterNeeds(**told) for review, told in found.items()}
