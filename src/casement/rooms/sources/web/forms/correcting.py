"""The forms that put a text right and place its passages again."""

from django import forms


class CorrectText(forms.Form):
    """One paragraph as it should stand, and why."""

    words = forms.CharField(
        label="As it should stand",
        help_text="A new line starts a new paragraph.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=100_000,
        strip=False,
        error_messages={"required": "Write the paragraph as it should stand."},
    )
    reason = forms.CharField(
        label="Why is it corrected?",
        help_text="For example “The scan read 290 as 209”, or “The participant put the date right on 3 May”.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        error_messages={"required": "Say why the text is corrected."},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    paragraph = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class PlacePassage(forms.Form):
    """Where a passage belongs: the offered place, or exact words of a paragraph."""

    paragraph = forms.IntegerField(label="Paragraph", required=False, min_value=1)
    words = forms.CharField(label="The exact words", required=False, max_length=20_000)
