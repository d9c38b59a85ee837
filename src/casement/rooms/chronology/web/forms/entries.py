"""Forms for single entries."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.foundation.design.plain_form import PlainForm
from casement.foundation.design.widgets import RecordedDate, SaidArea

DATE_HELP = "As exactly as it is known, such as “3 February 2024”, “early July 2024” or “w/c 13 May 2024”."


class Written(PlainForm):
    """What an entry says."""

    date = forms.CharField(
        label="When was it?", required=False, max_length=200, widget=RecordedDate, help_text=DATE_HELP
    )
    time = forms.CharField(label="At what time?", required=False, max_length=100, help_text="If it is known.")
    undated = forms.BooleanField(label="The date is not known", required=False)
    event = forms.CharField(
        label="What happened?",
        widget=SaidArea(attrs={"rows": 4}),
        error_messages={"required": "Say what happened."},
        strip=False,
    )
    present = forms.CharField(label="Who was present?", required=False, strip=False)
    action = forms.CharField(
        label="What was done, or why was nothing?", required=False, widget=SaidArea(attrs={"rows": 2}), strip=False
    )
    source_record = forms.CharField(label="Which record says so?", required=False, strip=False)
    analysis = forms.CharField(
        label="The agency’s own analysis",
        help_text="Kept apart from what happened.",
        required=False,
        widget=SaidArea(attrs={"rows": 2}),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        """Line ends as the database keeps them."""
        told = super().clean() or {}
        return {name: text.replace("\r\n", "\n") if isinstance(text, str) else text for name, text in told.items()}


class AddEntry(Written):
    """An entry by hand."""

    agency = OfferedNumber(label="Whose strand?", error_messages={"required": "Choose whose strand it belongs to."})

    def offer(self, content: Any) -> None:
        """The agencies this person may add to."""
        offered = [(str(number), name) for number, name in content.agencies]
        offer(self, "agency", offered if len(offered) == 1 else [("", "Choose an agency"), *offered])


class CorrectEntry(Written):
    """A correction with its reason."""

    reason = forms.CharField(
        label="Why is it corrected?", error_messages={"required": "Say why it is corrected."}, max_length=2000
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class RemoveEntry(PlainForm):
    """Why an entry is taken out."""

    reason = forms.CharField(
        label="Why is it removed?", error_messages={"required": "Say why it is removed."}, max_length=2000
    )
