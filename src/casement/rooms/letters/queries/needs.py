"""What waits because of letters, for the pages of the desk: asked once, however many reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.letters.models import Dispatch, Letter
from casement.rooms.letters.queries.lists import lost_ways

BACK, MINE = "letters_back", "my_letters"


@dataclass(frozen=True)
class LetterNeeds:
    """How many letters of a review came back, for those who write them, and how many this person has to read."""

    back: int = 0
    mine: int = 0


def letter_needs(seats: Sequence[Seat]) -> list[Rows]:
    """What waits in each review of these seats of one person, as rows for `letters_from`."""
    writes = [seat.review for seat in seats if allows(seat.standing, Action.LETTERS_WRITE)]
    places = [seat.standing.participation_id for seat in seats if seat.standing.participation_id]
    lost = Letter.objects.filter(review__in=writes, thrown_away_at=None).filter(Exists(lost_ways()))
    unread = Dispatch.objects.filter(participation__in=places, read_at=None, superseded=False)
    back = lost.order_by().values("review").annotate(n=Count("pk"))
    mine = unread.order_by().values("letter__review").annotate(n=Count("letter", distinct=True))
    return [
        *([rows_of(back, BACK, number="n")] if writes else []),
        *([rows_of(mine, MINE, review="letter__review", number="n")] if places else []),
    ]


def letters_from(told: Iterable[Waiting]) -> LetterNeeds:
    """What waits in one review because of letters, of everything that was told of it."""
    found = {one.kind: one.number for one in told}
    return LetterNeeds(found.get(BACK, 0), found.get(MINE, 0))
