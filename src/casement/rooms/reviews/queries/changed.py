"""What is new in a review itself: moves between steps, who came and went, what was opened to somebody."""

from collections.abc import Sequence

from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat

from casement.foundation.access import Reach, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.clock import now
from casement.foundation.since import Since, new_rows, newer, who_may
from casement.foundation.waiting import Rows
from casement.rooms.reviews.models import Grant, Participation, Release, StageEntry


def label_of(review: str = "review", by: str = "by") -> Coalesce:
    """The role label, in the review of a row, of the person who made it; empty for somebody without a place."""
    places = Participation.objects.filter(review=OuterRef(review), person=OuterRef(by)).order_by("-number")
    return Coalesce(Subquery(places.values("role_label")[:1]), Value(""), output_field=TextField())


def changed_reviews(sinces: Sequence[Since]) -> list[Rows]:
    """What is new in the reviews themselves, each for who may know of it."""
    moves = newer(StageEntry.objects.exclude(from_step=F("to_step")), who_may(sinces, Action.REVIEWS_READ))
    moves = moves.annotate(told=Concat("to_step", Value("|"), label_of(), output_field=TextField()))
    people = [
        one for one in sinces if Reach.ALL in reach(one.seat.standing, Subject.IDENTITY, Verb.READ)
    ]  # who reads the register knows who takes part
    came = newer(Participation.objects.filter(ended_at=None), people, at="began_at", by="person")
    went = newer(Participation.objects.filter(ended_at__lte=now()), people, at="ended_at", by="")
    return [
        new_rows(moves, "moved", number="pk", words="told"),
        new_rows(came, "joined", words="role_label"),
        new_rows(went, "left", words="role_label"),
        *_opened(sinces),
    ]


def _opened(sinces: Sequence[Since]) -> list[Rows]:
    """What was released to the role of somebody, and what was granted to them by name."""
    mine = Q(pk__in=[])
    for one in sinces:
        mine |= Q(review=one.seat.review, role=one.seat.standing.role)
    released = newer(Release.objects.filter(mine, ended_at=None), sinces)
    places = [one.seat.standing.participation_id for one in sinces]
    granted = newer(
        Grant.objects.filter(participation__in=places, ended_at=None, expires_at__gt=now()),
        sinces,
        review="participation__review",
    )
    return [
        new_rows(released, "released", words="subject"),
        new_rows(granted, "granted", review="participation__review", words="subject", day="expires_at__date"),
    ]
