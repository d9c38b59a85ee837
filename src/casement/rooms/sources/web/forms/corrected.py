"""The forms that send a corrected file and take it."""

from typing import Any

from django import forms

from casement.rooms.sources.web.forms.fields import OneFile


class SendCorrected(forms.Form):
    """One file, and what was wrong."""

    file = OneFile(label="The corrected file", error_messages={"required": "Choose the corrected file."})
    reason = forms.CharField(
        label="What was wrong in the text that is here?",
        help_text="For example “Two pages were missing”, or “The agency put the dates right”.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say what was wrong in the text that is here."},
    )

    def add_error(self, field: str | None, error: Any) -> None:
        """As usual; and since no browser keeps a chosen file, say that it has to be chosen again."""
        super().add_error(field, error)
        if field not in (None, "file") and not self.has_error("file"):
            super().add_error("file", "Choose the file again as well: a browser does not keep it.")


class TakeCorrected(forms.Form):
    """Which text was on the page, and that somebody looked for what was blacked out."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    looked = forms.BooleanField(
        label="I looked: the words that were blacked out are not in this file", required=False
    )
