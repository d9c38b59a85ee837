"""Which holds are in force, and whether one stops something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.foundation.prepared import Prepared
from casement.rooms.proceedings.models import Hold
from casement.rooms.proceedings.rules.holds import covers, look_due
from casement.rooms.proceedings.vocabulary import ONE_OF, SCOPE_NAMES, Scope

WHO_LIFTS = "A lead reviewer and the legal liaison, or two leads, can lift it together."
BRIEFLY = "This cannot be done now, because the review has been asked to wait. A lead reviewer can tell you more."


@dataclass(frozen=True)
class InForce:
    """A hold in force, as anybody may be told of it: what, since when, the next look. Never why."""

    number: int
    scope: Scope
    thing: int | None
    since: datetime
    look_on: date

    @property
    def name(self) -> str:
        """What is held, in words."""
        return f"{ONE_OF[self.scope].capitalize()} {self.thing}" if self.thing else SCOPE_NAMES[self.scope]

    @property
    def sentence(self) -> str:
        """What is held, since when, the next look and who can lift it."""
        verb = "are" if self.name.endswith("s") else "is"
        due = look_due(self.look_on, today())
        look = (
            f"A fresh look was due on {date_words(self.look_on)}"
            if due
            else f"Next look: {date_words(self.look_on)}"
        )
        since = date_words(timezone.localtime(self.since).date())
        return f"{self.name} {verb} held since {since}. {look}. {WHO_LIFTS}"

    def told_to(self, seat: Seat) -> str:
        """The sentence for this person; those who may not know of proceedings are told less."""
        return self.sentence if allows(seat.standing, Action.PROCEEDINGS_LIST) else BRIEFLY


def in_force(review: int) -> QuerySet[Hold, tuple[int, str, int | None, datetime, date]]:
    """Holds of a review that nobody has lifted, in the order they were placed."""
    rows = Hold.objects.filter(review=review, lifted_at=None).order_by("number")
    return rows.values_list("number", "scope", "thing", "at", "look_on")


# Asked with every page and every change of a review.
IN_FORCE = Prepared(in_force)


def holds_in_force(review_id: int) -> tuple[InForce, ...]:
    """Every hold in force in a review."""
    return tuple(
        InForce(number, Scope(scope), thing, at, look_on)
        for number, scope, thing, at, look_on in IN_FORCE(review=review_id)
    )


def held(review_id: int, scope: str, thing: int | None = None) -> InForce | None:
    """The hold that stops `scope` in this review, or one `thing` of it by number; None when nothing does.

    A hold of the whole review stops every scope. A hold of one thing stops that thing alone.
    """
    return next((one for one in holds_in_force(review_id) if covers(one.scope, one.thing, scope, thing)), None)
