"""Forms for the identity register."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.rooms.reviews.vocabulary import IDENTITY_NAMES
from casement.rooms.reviews.web.forms.fields import Lines

NAMES_HELP = "Every way it is written in the records: full name, short name, initials. One a line."


class Identity(forms.Form):
    """A label and the names behind it."""

    label = forms.CharField(
        label="Label or pseudonym",
        help_text="What stands in texts instead of the name.",
        max_length=80,
        error_messages={"required": "Write the label or pseudonym that stands in texts."},
    )
    kind = forms.ChoiceField(
        label="What does it stand for?",
        choices=list(IDENTITY_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the label stands for."},
    )
    names = Lines(
        label="Names",
        help_text=NAMES_HELP,
        error_messages={"required": "Write at least one name, as it stands in the records."},
    )
    participation = OfferedNumber(label="Whose place is it, if they take part?", required=False)

    def offer(self, page: Any) -> None:
        """The places of this review."""
        offer(self, "participation", [("", "Nobody’s"), *page.places])


class Names(forms.Form):
    """The names behind one label."""

    names = Lines(
        label="Names",
        help_text=NAMES_HELP,
        error_messages={"required": "Write at least one name, as it stands in the records."},
    )
