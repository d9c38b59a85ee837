"""Forms of reading across: what a view is called, and whose it is."""

from django import forms

from casement.foundation.design.plain_form import PlainForm
from casement.rooms.coding.rules.across.asking import SHOWN


class NameView(PlainForm):
    """A name for a view, and whether the team has it too."""

    name = forms.CharField(
        label="Name of the view", max_length=120, error_messages={"required": "Give the view a name."}
    )
    shared = forms.BooleanField(label="Share it with the review team", required=False)


class KeepView(NameView):
    """A name for the question on the page."""

    asked = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2000)
    shows = forms.ChoiceField(widget=forms.HiddenInput, choices=[(one, one) for one in SHOWN])
