"""What a pattern gathers: finding the factor uses and passages that are meant, and taking them in."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.changes import next_number
from casement.foundation.refusals import Refused
from casement.rooms.analysis.models import FactorUse, GatheredPassage, Pattern
from casement.rooms.analysis.queries.choices import in_sight
from casement.rooms.sources.models import Excerpt, Source


def take_in(seat: Seat, pattern: Pattern, uses: Sequence[int], passages: Sequence[int]) -> None:
    """Put factor uses and passages, by number, into a pattern; what is in it already stays as it is."""
    pattern.gathered.add(*factor_uses(seat, uses))
    wanted = excerpts(seat, passages)
    if not wanted:
        return
    number = next_number(GatheredPassage, seat.review)
    there = set(
        GatheredPassage.objects.filter(pattern=pattern, removed_at=None).values_list("excerpt_id", flat=True)
    )
    new = [excerpt for excerpt in wanted if excerpt.pk not in there]
    GatheredPassage.objects.bulk_create(
        GatheredPassage(review_id=seat.review, number=place, pattern=pattern, excerpt=excerpt, by_id=seat.person_id)
        for place, excerpt in enumerate(new, number)
    )


def factor_uses(seat: Seat, numbers: Sequence[int]) -> list[FactorUse]:
    """Factor uses of this review by number; Refused when one is not there."""
    found = list(FactorUse.objects.filter(review_id=seat.review, number__in=numbers, removed_at=None))
    if len(found) != len(set(numbers)):
        raise Refused("One of these factor uses is no longer there. Choose again.", field="uses")
    return found


def excerpts(seat: Seat, numbers: Sequence[int]) -> list[Excerpt]:
    """Passages of this review that this seat may read, by number; Refused when one is not there."""
    if not numbers:
        return []
    readable = Source.objects.visible_to(seat)
    found = list(
        Excerpt.objects.filter(
            in_sight(seat), review_id=seat.review, number__in=numbers, version__source__in=readable
        ).order_by("number")
    )
    if len(found) != len(set(numbers)):
        raise Refused("One of these passages is no longer there. Choose again.", field="passages")
    return found
