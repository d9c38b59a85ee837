"""Forms of the reviews room: they parse, commands decide."""

from django import forms


class Question(forms.Form):
    """A window question and why it is asked."""

    text = forms.CharField(
        label="What could this case let us see of how services work?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Write the question. You may change it later."},
    )
    reason = forms.CharField(
        label="Why ask it, or why reword it?", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
