"""Finding what a command changes, within the seat's own review, locked until the change is done."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from django.db import models

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis.models import Episode, FactorUse, Finding, Pattern, Period
from casement.rooms.analysis.queries.items import pinned_item
from casement.rooms.analysis.vocabulary import Owner
from casement.rooms.reviews.models import Agency, FrameworkItem, Participation

M = TypeVar("M", bound=models.Model)

OWNERS: dict[Owner, type[models.Model]] = {
    Owner.EPISODE: Episode,
    Owner.FACTOR_USE: FactorUse,
    Owner.PATTERN: Pattern,
    Owner.FINDING: Finding,
    Owner.PERIOD: Period,
}


def row(model: type[M], seat: Seat, number: int, **more: object) -> M:
    """The thing with this number in the seat's review; raises NotHere when there is none for this seat."""
    if Reach.ALL not in reach(seat.standing, Subject.WORKING, Verb.WRITE):
        raise NotHere
    found = (
        model._default_manager.select_for_update(no_key=True)  # others may still point to it meanwhile
        .filter(review_id=seat.review, number=number, **more)
        .order_by()
        .first()
    )
    if found is None:
        raise NotHere
    return found


def owner_row(seat: Seat, owner: str, number: int) -> models.Model:
    """The episode, factor use, pattern, finding or period that a statement or a search belongs to."""
    if owner not in list(Owner):
        raise NotHere
    more = {"removed_at": None} if owner in (Owner.FACTOR_USE, Owner.PERIOD) else {}
    return row(OWNERS[Owner(owner)], seat, number, **more)


def item(seat: Seat, framework: str, item_id: str, *, field: str) -> FrameworkItem | None:
    """An item of a pinned framework; None when none was asked for. Refused when the review has no such item."""
    if not item_id:
        return None
    found = pinned_item(seat, framework, item_id)
    if found is None:
        raise Refused("Choose one from the list. This review does not use that one.", field=field)
    return found


def participation(seat: Seat, number: int | None, *, field: str) -> Participation | None:
    """A participation of this review by number; None when none was asked for."""
    if number is None:
        return None
    found = Participation.objects.filter(review_id=seat.review, number=number).first()
    if found is None:
        raise Refused("Choose a role from the list. Nobody in this review has that number.", field=field)
    return found


def agencies(seat: Seat, numbers: Sequence[int], *, field: str = "strands") -> list[Agency]:
    """Agencies of this review by their numbers."""
    found = list(Agency.objects.filter(review_id=seat.review, number__in=numbers))
    if len(found) != len(set(numbers)):
        raise Refused("Choose agencies from the list. This review has no such agency.", field=field)
    return found


def participations(seat: Seat, numbers: Sequence[int], *, field: str = "roles") -> list[Participation]:
    """Participations of this review by their numbers."""
    found = list(Participation.objects.filter(review_id=seat.review, number__in=numbers))
    if len(found) != len(set(numbers)):
        raise Refused("Choose roles from the list. Nobody in this review has that number.", field=field)
    return found


def said(text: str, sentence: str, *, field: str = "text") -> str:
    """A text that must not be empty, with line ends as they are kept everywhere; Refused with `sentence`."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not whole:
        raise Refused(sentence, field=field)
    return whole


def one_of(words: type[StrEnum], value: str, sentence: str, *, field: str) -> str:
    """A value that must be one of a vocabulary's words."""
    if value not in list(words):
        raise Refused(sentence, field=field)
    return value
