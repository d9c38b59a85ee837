"""Forms of the reports room: they parse, commands decide."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.rooms.reports.vocabulary import FINAL_EDITIONS, Format

FORMATS = [(Format.DOCX, "Word"), (Format.PDF, "PDF"), (Format.HTML, "Web page, in one file")]


class SectionText(forms.Form):
    """The text of a section and the edition it was written over."""

    text = forms.CharField(label="Text", widget=forms.Textarea(attrs={"rows": 24}), required=False, strip=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class Reset(forms.Form):
    """Putting the first text back over an edition."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)


class Settle(forms.Form):
    """Which of two texts stands."""

    version = forms.IntegerField()
    choice = forms.CharField()
    text = forms.CharField(required=False, strip=False)

    def clean(self) -> dict[str, Any]:
        """The version read goes by the name commands use."""
        told: dict[str, Any] = super().clean() or {}
        return {"based_on": told.get("version"), "choice": told.get("choice"), "text": told.get("text", "")}


class SaveCopy(forms.Form):
    """Which edition to save, in which format, and that the list was looked at."""

    edition = forms.ChoiceField(
        choices=[(one.value, one.value) for one in FINAL_EDITIONS], widget=forms.HiddenInput, required=False
    )
    format = forms.ChoiceField(
        label="Save as",
        choices=FORMATS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose Word, PDF or a web page."},
    )
    looked = forms.BooleanField(label="I have looked at everything listed above", required=False)


class KeepWording(forms.Form):
    """Why the words of a sentence should stand, although a rule speaks of them."""

    rule = forms.CharField(widget=forms.HiddenInput)
    sentence = forms.CharField(widget=forms.HiddenInput, strip=False)
    reason = forms.CharField(
        label="Why should the words stand?",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why these words should stand."},
    )


class AnswerCheck(forms.Form):
    """What the team makes of something that is worth a thought."""

    reason = forms.CharField(
        label="What do you make of this?",
        help_text="Your answer stays in the record with your role. When the evidence changes, it is asked again.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what the team makes of this."},
    )
