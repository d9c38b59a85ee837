"""Somebody has come to their first page: noted once a visit, so that it can say what is new."""

from django.db.models import F

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.rooms.reviews.models import Visit
from casement.rooms.reviews.queries.seats import taken
from casement.rooms.reviews.rules.visiting import LASTS


@command(Action.HOME)
def note_visit(seat: Seat) -> None:
    """Note that a visit of this person begins, for every place they have; nothing while one goes on."""
    moment = now()
    places = taken(moment).filter(person=seat.person_id)
    here = Visit.objects.filter(participation__in=places.values("pk"))
    here.filter(at__lt=moment - LASTS).update(before=F("at"), at=moment)
    new = places.exclude(pk__in=here.values("participation")).values_list("pk", flat=True)
    Visit.objects.bulk_create([Visit(participation_id=place, at=moment) for place in new], ignore_conflicts=True)
