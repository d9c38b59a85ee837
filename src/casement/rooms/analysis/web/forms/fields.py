"""Fields and forms that this room's forms share."""

from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedSeveral


class WholeNumber(forms.IntegerField):
    """A number somebody types, in a narrow box."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"})

    def __init__(self, **more: Any) -> None:
        messages = {"invalid": "Write a whole number, such as 12."}
        super().__init__(**{"required": False, "min_value": 0, "error_messages": messages, **more})


def area(rows: int = 4) -> forms.Textarea:
    """A box for several lines."""
    return forms.Textarea(attrs={"rows": rows})


class Offering(forms.Form):
    """A form that takes its choices from the page it stands on (`choices`, by field name)."""

    use_required_attribute = False
    rests: tuple[str, ...] = ()  # fields that together name what something rests on
    last: tuple[str, ...] = ()  # fields that come after those

    @property
    def before(self) -> list[forms.BoundField]:
        """The fields that come first."""
        return [field for field in self.visible_fields() if field.name not in (*self.rests, *self.last)]

    @property
    def resting(self) -> list[forms.BoundField]:
        """The fields that name what it rests on."""
        return [self[name] for name in self.rests]

    @property
    def after(self) -> list[forms.BoundField]:
        """The fields that come last."""
        return [self[name] for name in self.last]

    def offer(self, page: Any) -> None:
        """Take the choices that the page offers for fields of this form."""
        offered: Mapping[str, Any] = getattr(page, "choices", {})
        for name, options in offered.items():
            field = self.fields.get(name)
            if isinstance(field, Offered | OfferedSeveral):
                field.choices = list(options)


class Based(Offering):
    """A form over something two people may change: it knows the edition it was opened on."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
