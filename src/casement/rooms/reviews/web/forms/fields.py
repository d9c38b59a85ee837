"""Fields that the forms of this room share."""

from typing import Any

from django import forms


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
