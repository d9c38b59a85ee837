"""Forms of people."""

from django import forms


class Join(forms.Form):
    """Setting a password, once."""

    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three words that do not belong together work well.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password."},
        strip=False,
    )


class Name(forms.Form):
    """What somebody is called."""

    name = forms.CharField(label="Your name", max_length=120, error_messages={"required": "Write your name."})
