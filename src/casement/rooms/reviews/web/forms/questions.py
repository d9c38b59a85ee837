"""Forms for window questions."""

from django import forms


class Question(forms.Form):
    """A window question and why it is asked."""

    text = forms.CharField(
        label="What could this case let us see of how services work?",
        help_text="An open question about the system, not about a person.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Write the question. You may change it later."},
    )
    reason = forms.CharField(
        label="Why ask it? You may leave this empty", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class Rewording(forms.Form):
    """A new wording of a question and why it changes."""

    text = forms.CharField(
        label="The question in its new words",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Write the question. You may change it later."},
    )
    reason = forms.CharField(
        label="Why does it change?",
        help_text="Kept in the history, beside the earlier wording.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why the question changes."},
    )
