"""What happened to the marks of a text since a page was opened, for pages that stay open."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.prepared import Prepared
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Mark
from casement.rooms.coding.queries.desk import DeskMark, gathered, marks_noted, walls_told
from casement.rooms.sources.models import Source

MOST = 500
NEVER = 2**31 - 2  # no change has this number


@dataclass(frozen=True)
class Since:
    """Marks of one text that something happened to, the removed among them, and the number of the last of it.

    `whole` says that these are all there are: a blind round was opened or closed (`wall`), so that what this person
    may see is another. `moved` says that the text was corrected: its marks stand in another text now.
    """

    latest: int
    wall: str
    marks: tuple[DeskMark, ...] = ()
    total: int = 0
    whole: bool = False
    moved: bool = False


def marks_since(seat: Seat, number: int, version_id: int, change: int, wall: str) -> Since:
    """What happened to the marks on text `version_id` of source `number` after `change`; NotHere when out of reach.

    One query while nothing did; two more when something did, and one more when it is too much to tell at once.
    `wall` is what the page was told of blind rounds.
    """
    rows = STATE(seat, number=number, change=change)
    if not rows:
        raise NotHere
    version, stands, latest = rows[0]
    if version != version_id:
        return Since(change, stands, moved=True)
    if wall == stands and latest is None:
        return Since(change, stands)
    whole = wall != stands
    there = Mark.objects.past_the_wall(seat).filter(excerpt__version_id=version_id)
    if whole:
        told = gathered(seat, marks_noted(seat, there.filter(removed_at=None)))
        latest = max((mark.changed for mark in told), default=change)
        return Since(max(latest, change), stands, told, len(told), whole=True)
    after = (
        there.filter(review_id=seat.review, changed__gt=change)
        .order_by("changed")
        .values_list("changed", flat=True)
    )
    last = after[MOST - 1 : MOST].first() if latest - change > MOST else None
    upto = there.filter(review_id=seat.review, changed__gt=change, changed__lte=last or latest)
    told = gathered(seat, marks_noted(seat, upto))
    total = there.filter(removed_at=None).count()
    return Since(last or latest, stands, told, total)


def wall_on(seat: Seat, number: int) -> str:
    """What a page is told of the blind rounds on a source, to notice when they change; one query."""
    rows = STATE(seat, number=number, change=NEVER)
    return str(rows[0][1]) if rows else ""


def state_of(seat: Seat, number: int, change: int) -> QuerySet[Source, Any]:
    """The current text of a source, its blind rounds, and the last change that this seat may see after `change`."""
    after = Mark.objects.past_the_wall(seat).filter(
        review_id=seat.review, changed__gt=change, excerpt__version=OuterRef("current")
    )
    newest = after.order_by("-changed").values("changed")[:1]
    rows = Source.objects.visible_to(seat).filter(number=number)
    return rows.annotate(wall=walls_told()).values_list("current", "wall", Subquery(newest))


STATE = Prepared(state_of)
