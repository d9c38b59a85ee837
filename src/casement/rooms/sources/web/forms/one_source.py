"""The forms about one source: its facts put right, and taking it out."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.rooms.sources.web.forms.fields import access_field, date_field, use_field


class Facts(forms.Form):
    """What is known about a source, based on the edition the person saw."""

    title = forms.CharField(label="Title", max_length=200, error_messages={"required": "Give this source a title."})
    agency = OfferedNumber(label="Agency", required=False)
    participation = OfferedNumber(label="Whose account", required=False)
    date = date_field("Date")
    access = access_field()
    use = use_field()
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """The command's arguments; what was not on the form stays as it is."""
        told: dict[str, Any] = super().clean() or {}
        for name in ("access", "use"):
            told[name] = told.get(name) or None
        return told

    def offer(self, content: Any) -> None:
        """Take what can be chosen from the page."""
        choices = content.choices
        offer(self, "agency", choices.agencies)
        people = choices.family if content.about.kind == "family" else choices.workers
        offer(self, "participation", people)


class TakeOut(forms.Form):
    """Why a source is taken out of the review."""

    reason = forms.CharField(
        label="Why is it taken out?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Say why this source is taken out."},
    )
