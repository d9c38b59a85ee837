"""Fields whose choices the page offers; whether something may be chosen is for the command to say."""

from collections.abc import Mapping
from typing import Any

from django import forms


class Offered(forms.ChoiceField):
    """One of what the page offers, or nothing."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"required": False, **more})

    def valid_value(self, value: Any) -> bool:
        """Anything; the command refuses what is not there."""
        return True


class OfferedNumber(Offered):
    """One of what the page offers, as the number of a thing; empty means none."""

    def clean(self, value: Any) -> int | None:
        """The number, or None."""
        return number_in(super().clean(value))


class OfferedSeveral(forms.MultipleChoiceField):
    """Any of what the page offers."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"required": False, **more})

    def valid_value(self, value: Any) -> bool:
        """Anything; the command refuses what is not there."""
        return True


class OfferedNumbers(OfferedSeveral):
    """Any of what the page offers, as numbers of things."""

    def clean(self, value: Any) -> list[int]:
        """The numbers."""
        told = [number_in(one) for one in super().clean(value)]
        return [number for number in told if number is not None]


class WholeNumber(forms.IntegerField):
    """A number somebody types, in a narrow box."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"})

    def __init__(self, **more: Any) -> None:
        messages = {"invalid": "Write a whole number, such as 12."}
        super().__init__(**{"required": False, "min_value": 0, "error_messages": messages, **more})


def number_in(value: Any) -> int | None:
    """The number a choice stands for."""
    if not value:
        return None
    if not str(value).isdigit() or len(str(value)) > 9:
        raise forms.ValidationError("Choose one from the list.")
    return int(value)


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
