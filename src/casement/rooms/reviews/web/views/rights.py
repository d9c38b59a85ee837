"""Who sees what: in words in a review, and cell by cell for the installation."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import rights as forms
from casement.rooms.reviews.web.pages import rights as pages

who_sees = page(Action.REVIEWS_WHO_SEES, pages.who_sees_page, "reviews/who_sees.html", place="who_sees")
rights = page(Action.REVIEWS_RIGHTS, pages.rights_page, "reviews/rights.html", place="rights", kind="rights")
right = page(
    Action.REVIEWS_RIGHTS, pages.right_page, "reviews/right.html", place="rights", forms={"form": forms.SetRight}
)


def to_rights(seat: Seat, result: object, **parts: object) -> str:
    """Back to the matrix."""
    return "/site/rights/"


set_right = action(
    commands.set_right,
    form=forms.SetRight,
    back=right,
    then=to_rights,
    said="It is changed, from the next page that anybody opens.",
)
