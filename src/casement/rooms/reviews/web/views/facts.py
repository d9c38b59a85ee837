"""The list of reviews, opening one, and its facts."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import facts as forms
from casement.rooms.reviews.web.pages import facts as pages

reviews = page(Action.REVIEWS_LIST, pages.reviews_page, "reviews/reviews.html", place="reviews")
new = page(Action.REVIEWS_OPEN, pages.open_page, "reviews/open.html", place="reviews", forms={"form": forms.Open})
about = page(
    Action.REVIEWS_READ, pages.about_page, "reviews/about.html", place="about", forms={"form": forms.Agency}
)
facts = page(
    Action.REVIEWS_EDIT,
    pages.facts_page,
    "reviews/facts.html",
    place="about",
    forms={"form": forms.ChangeFacts},
)
variant = page(
    Action.REVIEWS_EDIT, pages.variant_page, "reviews/variant.html", place="about", forms={"form": forms.Variant}
)
left_out = page(
    Action.REVIEWS_EDIT, pages.left_out_page, "reviews/left_out.html", place="about", forms={"form": forms.LeftOut}
)
agency = page(
    Action.REVIEWS_EDIT, pages.agency_page, "reviews/agency.html", place="about", forms={"form": forms.Agency}
)


def to_review(seat: Seat, result: Any, **parts: object) -> str:
    """To the overview of a review that was just opened."""
    return f"/reviews/{result.ref}/"


def to_about(seat: Seat, result: object, **parts: object) -> str:
    """Back to the facts."""
    return f"/reviews/{seat.ref}/about/"


def to_steps(seat: Seat, result: object, **parts: object) -> str:
    """To the steps."""
    return f"/reviews/{seat.ref}/steps/"


open_review = action(commands.open_review, form=forms.Open, back=new, then=to_review, said="The review is open.")
describe = action(
    commands.describe_review, form=forms.ChangeFacts, back=facts, then=to_about, said="The facts are saved."
)
change_variant = action(
    commands.change_variant, form=forms.Variant, back=variant, then=to_about, said="The form is saved."
)
leave_steps_out = action(
    commands.leave_steps_out, form=forms.LeftOut, back=left_out, then=to_steps, said="The steps are saved."
)
add_agency = action(commands.add_agency, form=forms.Agency, back=about, then=to_about, said="The agency is added.")
rename_agency = action(
    commands.rename_agency, form=forms.Agency, back=agency, then=to_about, said="The name is saved."
)
