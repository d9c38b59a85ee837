"""Forms for the team's own words."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered
from casement.rooms.analysis.web.forms.fields import Based, Offering, area

INFERENCE = "This is our inference: it rests on no single passage"


class Writing(Offering):
    """A new text in a part that is written once or several times."""

    text = forms.CharField(
        label="Text", widget=area(6), error_messages={"required": "Write something first. It can be changed later."}
    )
    inference = forms.BooleanField(label=INFERENCE, required=False)


class WritingFor(Writing):
    """A new text in a part that is written for each role or agency."""

    about = Offered(
        label="Whose view is it?", required=True, error_messages={"required": "Choose a role or agency."}
    )
    field_order = ("about", "text", "inference")

    def clean(self) -> dict[str, Any]:
        """The text, with the number of the role or of the agency."""
        told = super().clean() or {}
        kind, _, number = str(told.pop("about", "")).partition(":")
        if kind and not number.isdigit():
            raise forms.ValidationError("Choose a role or an agency from the list.")
        if kind:
            told |= {"about": int(number) if kind == "role" else None}
            told |= {"about_agency": int(number) if kind == "agency" else None}
        return told


class Editing(Based):
    """The next text of a statement."""

    text = forms.CharField(
        label="Text", widget=area(6), error_messages={"required": "Write something first, or remove the text."}
    )
    inference = forms.BooleanField(label=INFERENCE, required=False)

    def clean(self) -> dict[str, Any]:
        """The text and the edition it was written over; a form without its edition counts as very old."""
        told = super().clean() or {}
        told["based_on"] = told.get("based_on") or 0
        return told


class Searching(Offering):
    """A search for the other side."""

    looked_for = forms.CharField(
        label="What would prove us wrong?", widget=area(2),
        error_messages={"required": "Say what would prove us wrong."},
    )  # fmt: skip
    looked_where = forms.CharField(
        label="Where did you look?", widget=area(2), error_messages={"required": "Say where you looked."}
    )
    found = forms.CharField(
        label="What did you find?", widget=area(2), help_text="“Nothing” is an answer.",
        error_messages={"required": "Say what you found. “Nothing” is an answer."},
    )  # fmt: skip
