"""The signs of a factor, in the words of this review."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, wait_in_line
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.coding.models import FactorSigns
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.reviews.models import FrameworkItem

MOST, LONGEST = 8, 240  # sentences on one side, letters of one


@command(Action.CODING_CODES)
def word_signs(
    seat: Seat, *, item: str, helped: Sequence[str], harder: Sequence[str], based_on: int | None = None
) -> FactorSigns | None:
    """Say what people tell here where a factor helped and where it made things harder, a sentence each.

    Saying what stands already changes nothing and gives None. Without any sentence the search does without this
    factor. Refused where there are too many or a sentence is too long. Conflict when somebody saved another wording
    since edition `based_on`. NotHere when the factor is not in this review's framework.
    """
    wait_in_line(seat.review)
    row = FrameworkItem.objects.filter(framework__in=pinned(seat), item_id=item).first()
    if row is None:
        raise NotHere
    told = {"helped": sentences(helped, "helped"), "harder": sentences(harder, "harder")}
    last = FactorSigns.objects.filter(review_id=seat.review, item=row).order_by("-edition").first()
    stands, edition = (last.signs, last.edition) if last else (row.signs, 0)
    if {side: stands.get(side, []) for side in told} == told:
        return None
    if based_on is not None and based_on != edition:
        raise Conflict(
            "Somebody else changed these sentences meanwhile. Read both and save again.",
            mine=as_text(told),
            theirs=as_text(stands),
            current=edition,
        )
    return FactorSigns.objects.create(
        review_id=seat.review, item=row, edition=edition + 1, signs=told, by_id=seat.person_id
    )


def sentences(told: Sequence[str], field: str) -> list[str]:
    """The sentences of one side, each once. Refused when they are too many or too long."""
    found = list(dict.fromkeys(" ".join(one.split()) for one in told if one.strip()))
    if len(found) > MOST:
        raise Refused(f"Keep to {MOST} sentences on each side. Take the most usual ones.", field=field)
    if any(len(one) > LONGEST for one in found):
        raise Refused(
            f"Keep each sentence under {LONGEST} letters, as somebody would say it. Put each on a line of its own.",
            field=field,
        )
    return found


def as_text(told: dict[str, list[str]]) -> str:
    """Both sides as one text."""
    heads = (("helped", "Where it helps"), ("harder", "Where it makes things harder"))
    return "\n".join("\n".join((f"{head}:", *told.get(side, []))) for side, head in heads)
