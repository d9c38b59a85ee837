"""Where mail about dates reaches people who have no account."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.post.outbox import checked
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning.models import Address
from casement.rooms.reviews.models import Participation


@command(Action.PLANNING_PEOPLE)
def keep_address(seat: Seat, *, number: int, email: str) -> Address:
    """Keep an e-mail address for a place; empty takes it away. Refused for somebody who has an account."""
    place = Participation.objects.filter(review_id=seat.review, number=number, ended_at=None).first()
    if place is None:
        raise NotHere
    if place.person_id is not None:
        raise Refused("This person has an account, and mail goes to its address.", field="email")
    if not email.strip():
        row = Address.objects.filter(participation=place).first() or Address(participation=place)
        if row.pk:
            Address.objects.filter(pk=row.pk).delete()
        return row
    row, _ = Address.objects.update_or_create(
        participation=place, defaults={"email": checked(email), "by_id": seat.person_id, "at": now()}
    )
    return row
