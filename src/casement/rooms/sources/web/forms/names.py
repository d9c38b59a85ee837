"""The forms that decide about names in a source, and the one that blacks words out."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedNumbers

DECISIONS = (("mask", "Show a label instead"), ("leave", "Leave the words as they are"))


class DecideName(forms.Form):
    """Hide words behind a label, of the register or written here; or leave them."""

    decision = forms.ChoiceField(
        choices=DECISIONS, error_messages={"required": "Say whether to mask these words or to leave them."}
    )
    identity = OfferedNumber(label="Whose name it is", required=False)
    label = forms.CharField(label="Or another label", max_length=80, required=False)


class AcceptNames(forms.Form):
    """Several words at once, with the labels that are proposed."""

    mentions = OfferedNumbers(label="Words", error_messages={"required": "Tick at least one that has a label."})


class NameWords(forms.Form):
    """Words that were not proposed."""

    words = forms.CharField(
        label="The words, as they stand in the text",
        help_text="More words than a name can be left too: leaving “Will you” keeps it when “Will” is masked.",
        max_length=300,
        error_messages={"required": "Write the words as they stand in the text."},
    )
    identity = OfferedNumber(label="Whose name it is", required=False)
    label = forms.CharField(
        label="Or another label",
        help_text="For example “school” or “aunt’s address”.",
        max_length=80,
        required=False,
    )
    decision = forms.ChoiceField(
        label="What to do", choices=DECISIONS, widget=forms.RadioSelect, initial="mask",
        error_messages={"required": "Say whether to mask these words or to leave them."},
    )  # fmt: skip

    def offer(self, content: Any) -> None:
        """Take the register's labels from the page."""
        identity: Any = self.fields["identity"]
        identity.choices = [("", "Nobody in the register"), *content.register]


class AddVariant(forms.Form):
    """Whose further name some words are."""

    identity = OfferedNumber(label="Whose name it is", error_messages={"required": "Choose whose name it is."})


class RedactWords(forms.Form):
    """Words that are to go for good, and why."""

    words = forms.CharField(
        label="The words that are to go",
        help_text="They go wherever they stand in this source, in capital or small letters.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        error_messages={"required": "Write the words that are to go, as they stand in the text."},
    )
    reason = forms.CharField(
        label="Why are they blacked out?",
        help_text="The reason is kept with your role and the date. Write it without the words themselves.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why they are blacked out."},
    )
