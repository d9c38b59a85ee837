"""Forms that change the codebook: merging, splitting, moving."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedNumbers, offer
from casement.foundation.design.plain_form import PlainForm


class Merging(PlainForm):
    """The code that takes the marks."""

    into = OfferedNumber(label="Merge it into")

    def offer(self, content: Any) -> None:
        """The other codes of the review."""
        offer(self, "into", [("", "Choose one"), *content.history.others])


class Moving(PlainForm):
    """The code it is to stand under."""

    under = OfferedNumber(label="Put it under", required=False)

    def offer(self, content: Any) -> None:
        """The top, and the other codes."""
        offer(self, "under", [("", "No other code: at the top"), *content.history.others])


class Signs(PlainForm):
    """What people say where a factor helped and where it made things harder: a sentence on each line."""

    helped = forms.CharField(
        label="Where it helps",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text="What somebody would say, or a record would tell. Put each sentence on a line of its own.",
    )
    harder = forms.CharField(
        label="Where it makes things harder",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        help_text="Put each sentence on a line of its own.",
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_helped(self) -> list[str]:
        """The lines that say something."""
        return str(self.cleaned_data["helped"]).splitlines()

    def clean_harder(self) -> list[str]:
        """The lines that say something."""
        return str(self.cleaned_data["harder"]).splitlines()


class Splitting(PlainForm):
    """The new code, and the passages that go to it."""

    label = forms.CharField(
        label="Name of the new code", max_length=120, error_messages={"required": "Give the new code a name."}
    )
    definition = forms.CharField(label="Use when", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    marks = OfferedNumbers(
        label="Passages that go to the new code",
        error_messages={"required": "Choose the passages that go to the new code."},
    )

    def offer(self, content: Any) -> None:
        """The passages of the code."""
        offer(self, "marks", content.marks)
