"""The letters of the example, written and sent through the same commands as any."""

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.rooms.letters import commands as letters
from casement.rooms.reviews.models import Participation


def write(case: Case, places: Places, seat: Seat) -> None:
    """Every letter, as far as it has gone; one without a route stays a draft."""
    numbers = dict(Participation.objects.filter(review_id=seat.review).values_list("role_label", "number"))
    labels = {part.key: part.role_label for part in case.review.participations}
    for told in case.letters:
        to = f"a{places.agencies[told.to]}" if told.to in places.agencies else f"p{numbers[labels[told.to]]}"
        made = letters.write_letter(seat, key=told.letter, to=to, answers=dict(told.answers))
        if told.route:
            letters.send_letter(seat, number=made.number, route=told.route, on=back(told.posted))
