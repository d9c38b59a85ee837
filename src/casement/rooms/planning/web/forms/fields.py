"""Fields the forms of this room share."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django import forms

TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NO_TIME = "Write a time such as 10am, 2:30pm or 14:30."


def time_of(told: str) -> datetime.time | None:
    """The time of day in these words, or None."""
    found = TIME.fullmatch(told.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3].lower() == "pm" else 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


class Time(forms.CharField):
    """A time of day as people write it."""

    def clean(self, value: Any) -> Any:
        """The time."""
        told = time_of(super().clean(value))
        if told is None:
            raise forms.ValidationError(NO_TIME)
        return told

    def prepare_value(self, value: Any) -> Any:
        """A time that is known, as it is written."""
        return f"{value:%H:%M}" if isinstance(value, datetime.time) else value


class Times(forms.CharField):
    """Several times of day, with commas or lines between."""

    def clean(self, value: Any) -> Any:
        """The times, each once, in order."""
        told = [time_of(part) for part in re.split(r"[,;\n]+| and ", super().clean(value)) if part.strip()]
        if not told or None in told:
            raise forms.ValidationError("Write one time or several, such as 10am, 2pm.")
        return sorted({each for each in told if each is not None})


class Boxes(forms.Widget):
    """Many choices of one kind: gathers every value whose name is the prefix and a number."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """What was chosen, by number."""
        return {
            key.removeprefix(self.prefix): str(value)
            for key, value in data.items()
            if key.startswith(self.prefix) and value
        }


class Chosen(forms.Field):
    """A choice for each of many things; `numbers` makes the values numbers too."""

    def __init__(self, prefix: str, *, numbers: bool = False, **more: Any) -> None:
        super().__init__(widget=Boxes(prefix), **more)
        self.numbers = numbers

    def clean(self, value: Any) -> dict[int, Any]:
        """The choices by number."""
        told = dict(value or {})
        if self.required and not told:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        sound = {
            key: each
            for key, each in told.items()
            if key.isdecimal() and len(key) < 10 and (not self.numbers or (each.isdecimal() and len(each) < 10))
        }
        if len(sound) < len(told):
            raise forms.ValidationError("Choose among what the page offers.")
        return {int(key): int(each) if self.numbers else each for key, each in sound.items()}


def words(label: str, missing: str = "", *, rows: int = 2, help_text: str = "") -> forms.CharField:
    """A box for a few lines; `missing` is the sentence when they must be there."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=2000,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
    )
