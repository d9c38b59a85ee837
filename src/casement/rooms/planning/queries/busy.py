"""Who is at another meeting when: in this review, or in one that is none of the asker's business."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Role, Standing
from casement.foundation.actions import Action, allows
from casement.rooms.planning.models import Invitee
from casement.rooms.planning.rules.overlapping import Booked
from casement.rooms.reviews.models import Participation

PLAN_READERS = [role for role in Role if allows(Standing(role), Action.PLANNING_READ)]  # by their role alone


@dataclass(frozen=True)
class Engaged:
    """One meeting of somebody. `number` is that of the meeting where it is in the same review, else None; `ref`
    then names the other review, if whoever asks may read its plan.
    """

    place: int
    booked: Booked
    number: int | None
    ref: str = ""


def engaged(
    review: int, places: Mapping[int, int | None], since: datetime, *, asker: int | None = None
) -> list[Engaged]:
    """Every meeting to come of these places, and of the people in them in other reviews; `asker` is a person."""
    plain = Participation.objects.filter(
        review=OuterRef("meeting__review"), person=asker, ended_at=None, role__in=PLAN_READERS
    )
    wanted = list(places)
    people = {person: place for place, person in places.items() if person is not None}
    rows = (
        Invitee.objects.filter(
            Q(participation__in=wanted) | Q(participation__person__in=list(people)),
            ended_at=None,
            participation__ended_at=None,
            meeting__cancelled_at=None,
            meeting__ends_at__gt=since,
        )
        .exclude(reply="no")
        .annotate(ref=Coalesce(Subquery(plain.values("review__ref")[:1]), Value("")))
        .values_list("participation", "participation__person", "meeting", "meeting__review",
                     "meeting__number", "meeting__starts_at", "meeting__ends_at", "ref")
        .order_by(F("meeting__starts_at"))
    )  # fmt: skip
    told = []
    for place, person, meeting, where, number, starts, ends, ref in rows:
        mine = place if place in wanted else people.get(person)
        if mine is not None:
            told.append(Engaged(mine, Booked(meeting, starts, ends), number if where == review else None, ref))
    return told
