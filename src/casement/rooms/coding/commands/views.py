"""Questions across the sources: kept under a name, renamed, shared, taken away."""

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.models import Code, KeptView
from casement.rooms.coding.queries.across.naming import may_name_coders
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.coding.rules.across.asking import ME, NO_AGENCY, SHOWN, Asked, asked_exactly
from casement.rooms.reviews.models import Agency, FrameworkItem, Participation
from casement.rooms.sources.models import Source

LOST = "This view names something that is not in this review. Ask again from the page itself."


@command(Action.CODING_VIEWS)
def keep_view(seat: Seat, *, name: str, asked: str = "", shows: str = "passages", shared: bool = False) -> KeptView:
    """Keep a question under a name, for oneself or for the review team.

    Refused when it names anything that is not in this review, or another person's marks and is to be shared.
    """
    told = asked_exactly(asked)
    if told is None or shows not in SHOWN or not is_here(seat, told):
        raise Refused(LOST)
    if shared:
        may_be_shared(told)
    return KeptView.objects.create(
        review_id=seat.review,
        number=next_number(KeptView, seat.review),
        name=named(name),
        asked=asked,
        shows=shows,
        shared=shared,
        by_id=seat.person_id,
    )


@command(Action.CODING_VIEWS)
def change_view(seat: Seat, *, number: int, name: str, shared: bool = False) -> KeptView:
    """Give a view of one's own another name, or share it, or share it no longer."""
    row = KeptView.objects.visible_to(seat).filter(number=number, by_id=seat.person_id).first()
    if row is None:
        raise NotHere
    if shared:
        may_be_shared(asked_exactly(row.asked) or Asked())
    row.name, row.shared = named(name), shared
    row.save(update_fields=["name", "shared"])
    return row


@command(Action.CODING_VIEWS)
def remove_view(seat: Seat, *, number: int) -> KeptView:
    """Take a view away: one's own, or for leads a shared one."""
    row = KeptView.objects.visible_to(seat).filter(number=number).first()
    if row is None or (row.by_id != seat.person_id and seat.standing.role is not Role.LEAD):
        raise NotHere
    row.removed_at = now()
    row.save(update_fields=["removed_at"])
    return row


def named(name: str) -> str:
    """The name, tidied."""
    name = " ".join(name.split())
    if not name:
        raise Refused("Give the view a name.", field="name")
    if len(name) > 120:
        raise Refused("Keep the name of a view under 120 letters.", field="name")
    return name


def may_be_shared(asked: Asked) -> None:
    """Refused for a question about what one other person marked: that is not for passing round."""
    if asked.coder not in ("", ME):
        raise Refused("A view of one person’s marks cannot be shared. Keep it for yourself.", field="shared")


def is_here(seat: Seat, asked: Asked) -> bool:
    """Whether everything a question names is in this review and for this person."""
    codes = {*asked.codes, *asked.also, *asked.without}
    items = {code.partition(":")[2] for code in codes if code.startswith("item:")}
    numbers = {code.partition(":")[2] for code in codes if code.startswith("open:")}
    places = {one for one in (asked.who, asked.coder) if one not in ("", ME)}
    agencies = {asked.agency} - {"", NO_AGENCY}
    sources = {asked.source} - {""}
    if asked.coder not in ("", ME) and not may_name_coders(seat):
        return False
    return (
        FrameworkItem.objects.filter(framework__in=pinned(seat), item_id__in=items).count() == len(items)
        and Code.objects.filter(review_id=seat.review, number__in=numbers).count() == len(numbers)
        and Participation.objects.filter(review_id=seat.review, number__in=places).count() == len(places)
        and Agency.objects.filter(review_id=seat.review, number__in=agencies).count() == len(agencies)
        and Source.objects.visible_to(seat).filter(number__in=sources).count() == len(sources)
    )
