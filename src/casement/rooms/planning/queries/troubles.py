"""What does not fit in the meetings to come: people they need who have left or cannot come, and double bookings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F, Q

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.rooms.planning.models import Invitee
from casement.rooms.planning.queries.busy import Engaged, engaged
from casement.rooms.planning.rules.overlapping import double


@dataclass(frozen=True)
class Missed:
    """A meeting without somebody it needs: who, and whether they have left or have said that they cannot come."""

    number: int
    label: str
    who: str
    left: bool


@dataclass(frozen=True)
class Doubled:
    """Somebody in two meetings at once. `with_number` is None where the other is of another review, which `ref`
    names if whoever asks may read its plan.
    """

    who: str
    number: int
    label: str
    with_number: int | None
    ref: str


@dataclass(frozen=True)
class Troubles:
    """What does not fit in the meetings of one review."""

    missed: tuple[Missed, ...]
    doubled: tuple[Doubled, ...]


def troubles(seat: Seat) -> Troubles:
    """What does not fit, for those who may know who is asked: two queries.

    A meeting that misses somebody who has left is put right once who is asked was decided anew.
    """
    gone = Q(ended_at__gte=F("participation__ended_at"), needed=True)
    rows = Invitee.objects.filter(
        gone | Q(participation__ended_at=None, ended_at=None),
        meeting__review_id=seat.review, meeting__cancelled_at=None, meeting__ends_at__gt=now(),
    ).order_by("meeting__starts_at", "participation__number")  # fmt: skip
    people = list(
        rows.values_list("participation", "participation__person", "participation__role_label", "meeting__number",
                         "meeting__row__label", "needed", "reply", "participation__ended_at")
    )  # fmt: skip
    missed = tuple(
        Missed(number, label, who, left is not None)
        for _, _, who, number, label, needed, reply, left in people
        if needed and (left is not None or reply == "no")
    )
    here = {place: (person, who) for place, person, who, *_, left in people if left is None}
    return Troubles(missed, _doubled(seat, here, {number: label for _, _, _, number, label, *_ in people}))


def _doubled(
    seat: Seat, people: Mapping[int, tuple[int | None, str]], labels: Mapping[int, str]
) -> tuple[Doubled, ...]:
    """Everybody who is in two meetings at once, one of them of this review."""
    by_place: dict[int, list[Engaged]] = defaultdict(list)
    known = {place: person for place, (person, _) in people.items()}
    for each in engaged(seat.review, known, now(), asker=seat.person_id):
        by_place[each.place].append(each)
    told = []
    for place, meetings in sorted(by_place.items(), key=lambda pair: people[pair[0]][1]):
        by_key = {each.booked.key: each for each in meetings}
        for pair in double([each.booked for each in meetings]):
            one, other = sorted((by_key[key] for key in pair), key=lambda each: each.number is None)
            if one.number is not None:
                ref = other.ref if other.number is None else ""
                told.append(Doubled(people[place][1], one.number, labels[one.number], other.number, ref))
    return tuple(told)
