"""Those who are heard, each with what was said of whether they may be a witness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.models import WitnessFlag
from casement.rooms.proceedings.queries.flags import Flag, flags_of
from casement.rooms.proceedings.rules.flags import HEARD
from casement.rooms.proceedings.vocabulary import FLAG_NAMES
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries import labels_of


@dataclass(frozen=True)
class HeardLine:
    """One who is heard, by role label, and the flag that counts now."""

    number: int
    label: str
    role: str
    flag: Flag


@dataclass(frozen=True)
class Said:
    """What was said of somebody, when and by whom."""

    name: str
    conditions: str
    by: str
    at: datetime


def heard(seat: Seat) -> tuple[HeardLine, ...]:
    """Everybody who is heard, or of whom something was said: who may not be approached first, the cleared last."""
    wanted = Q(role__in=HEARD) | Q(pk__in=WitnessFlag.objects.values("participation"))
    rows = list(Participation.objects.filter(wanted, review_id=seat.review, ended_at=None))
    flags = flags_of(row.pk for row in rows)
    lines = [HeardLine(row.number, row.role_label, ROLE_NAMES[Role(row.role)], flags[row.pk]) for row in rows]
    return tuple(sorted(lines, key=lambda one: (not one.flag.stops, one.flag.cleared, one.number)))


def heard_one(seat: Seat, number: int) -> tuple[HeardLine, tuple[Said, ...]]:
    """One who takes part with everything that was said, newest first; NotHere for anybody else."""
    row = Participation.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    labels = labels_of(seat.review)
    told = list(WitnessFlag.objects.filter(participation=row).order_by("-pk"))
    said = tuple(Said(FLAG_NAMES[one.state], one.conditions, labels.get(one.by_id, ""), one.at) for one in told)
    line = HeardLine(row.number, row.role_label, ROLE_NAMES[Role(row.role)], flags_of([row.pk])[row.pk])
    return line, said
