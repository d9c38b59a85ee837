"""The identity register. Every look at it is noted."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import names as forms
from casement.rooms.reviews.web.pages import names as pages

identities = page(
    Action.REVIEWS_IDENTITY,
    pages.identities_page,
    "reviews/identities.html",
    place="identity",
    kind="identities",
    forms={"form": forms.Identity},
)
identity = page(
    Action.REVIEWS_IDENTIFY,
    pages.identity_page,
    "reviews/identity.html",
    place="identity",
    kind="identity",
    forms={"form": forms.Names},
)


def to_identities(seat: Seat, result: object, **parts: object) -> str:
    """Back to the register."""
    return f"/reviews/{seat.ref}/identity/"


identify = action(
    commands.identify, form=forms.Identity, back=identities, then=to_identities, said="The names are saved."
)
rename_identity = action(
    commands.rename_identity, form=forms.Names, back=identity, then=to_identities, said="The names are saved."
)
