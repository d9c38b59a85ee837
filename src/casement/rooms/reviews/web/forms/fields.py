"""Fields that the forms of this room share."""

from typing import Any

from django import forms


class Offered(forms.ChoiceField):
    """A choice among what the page offers; whether it may be chosen is for the command to say."""

    def valid_value(self, value: Any) -> bool:
        return True


class OfferedNumber(Offered):
    """A choice whose values are numbers of things; empty means none."""

    def clean(self, value: Any) -> int | None:
        """The number, or None."""
        told = super().clean(value)
        if not told:
            return None
        if not str(told).isdigit():
            raise forms.ValidationError("Choose one from the list.")
        return int(told)


class Lines(forms.CharField):
    """Several things, one a line."""

    def __init__(self, *, rows: int = 3, **wishes: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **wishes)

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines that hold something."""
        told: str = super().clean(value)
        return tuple(line.strip() for line in told.splitlines() if line.strip())


class Nothing(forms.Form):
    """A form with nothing in it, so that a refusal has somewhere to stand."""
