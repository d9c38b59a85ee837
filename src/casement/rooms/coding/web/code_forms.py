"""Forms that change the codebook: merging, splitting, moving."""

from typing import Any

from django import forms

from casement.foundation.design.plain_form import PlainForm
from casement.rooms.coding.web.forms import Offered


class Merging(PlainForm):
    """The code that takes the marks."""

    into = Offered(label="Merge it into", choices=[])

    def offer(self, content: Any) -> None:
        """The other codes of the review."""
        self.fields["into"].choices = [("", "Choose one"), *content.history.others]  # type: ignore[attr-defined]

    def clean_into(self) -> int:
        """A number."""
        return number(self.cleaned_data["into"])


class Moving(PlainForm):
    """The code it is to stand under."""

    under = Offered(label="Put it under", required=False, choices=[])

    def offer(self, content: Any) -> None:
        """The top, and the other codes."""
        self.fields["under"].choices = [("", "No other code: at the top"), *content.history.others]  # type: ignore[attr-defined]

    def clean_under(self) -> int | None:
        """A number, or nothing for the top."""
        told = self.cleaned_data["under"]
        return number(told) if told else None


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


class SeveralOffered(forms.MultipleChoiceField):
    """Several among what the page offers; whether each may be chosen is for the command to say."""

    def valid_value(self, value: Any) -> bool:
        return True


class Splitting(PlainForm):
    """The new code, and the passages that go to it."""

    label = forms.CharField(
        label="Name of the new code", max_length=120, error_messages={"required": "Give the new code a name."}
    )
    definition = forms.CharField(label="Use when", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    marks = SeveralOffered(
        label="Passages that go to the new code",
        widget=forms.CheckboxSelectMultiple,
        choices=[],
        error_messages={"required": "Choose the passages that go to the new code."},
    )

    def offer(self, content: Any) -> None:
        """The passages of the code."""
        self.fields["marks"].choices = content.marks  # type: ignore[attr-defined]

    def clean_marks(self) -> list[int]:
        """Numbers."""
        return [number(one) for one in self.cleaned_data["marks"]]


def number(told: str) -> int:
    """A number that was chosen; one that nothing has for anything else."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0
