"""Form fields for a choice among what the page offers.

Forms parse and commands decide: whether something may be chosen is for the command to say, which asks it of the
person's own seat. So a field here takes whatever has the shape of a choice, offered or not. What has not that shape
is refused in words at once, and no command ever sees it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

LONGEST = 200  # characters: no key, and no name of a code, is longer
DIGITS = 9  # of a number: every table counts further than any review will, and no database overflows


class Offered(forms.ChoiceField):
    """One key or word of those the page offers; an empty string for none."""

    default_error_messages = {"required": "Choose one.", "invalid_choice": "Choose one from the list."}

    def valid_value(self, value: Any) -> bool:
        """Whether it could be a key at all."""
        return is_key(value)


class OfferedNumber(Offered):
    """The number of one thing of those the page offers; None for none."""

    def clean(self, value: Any) -> int | None:
        """The number, or None."""
        told = super().clean(value)
        return int(told) if told else None

    def valid_value(self, value: Any) -> bool:
        """Whether it could be the number of a thing at all."""
        return is_number(value)


class OfferedSeveral(forms.MultipleChoiceField):
    """Any of the keys or words that the page offers, as boxes to tick."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": "Choose at least one.", "invalid_choice": "Choose from the list."}

    def valid_value(self, value: Any) -> bool:
        """Whether it could be a key at all."""
        return is_key(value)


class OfferedNumbers(OfferedSeveral):
    """The numbers of any of the things that the page offers, as boxes to tick."""

    def clean(self, value: Any) -> list[int]:
        """The numbers, in the order they were sent."""
        return [int(one) for one in super().clean(value)]

    def valid_value(self, value: Any) -> bool:
        """Whether it could be the number of a thing at all."""
        return is_number(value)


def is_key(value: Any) -> bool:
    """Whether it is short enough for a key, without the sign that no database keeps."""
    return len(str(value)) <= LONGEST and "\x00" not in str(value)


def is_number(value: Any) -> bool:
    """Whether it is a whole number in plain figures that every database can hold."""
    told = str(value)
    return told.isascii() and told.isdecimal() and len(told) <= DIGITS


def offer(form: forms.Form, name: str, choices: Iterable[Any]) -> None:
    """Give a field of `form` the choices that its page offers; a group is its name and a list of choices."""
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]
