"""Fields that the forms of this room share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.day_field import Day


def box(label: str, missing: str = "", *, rows: int = 3, help_text: str = "") -> forms.CharField:
    """A box for a few lines; `missing` is the sentence when they must be there."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=4000,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
    )


def line(label: str, missing: str = "", *, most: int = 200, help_text: str = "") -> forms.CharField:
    """A box for one line."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=bool(missing),
        error_messages={"required": missing} if missing else {},
    )


def radios(label: str, names: Mapping[str, str], missing: str, hints: Mapping[Any, str] | None = None) -> Any:
    """One of several, none chosen beforehand."""
    field = forms.ChoiceField(
        label=label,
        choices=[(str(value), name) for value, name in names.items()],
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )
    field.choice_hints = {str(key): told for key, told in (hints or {}).items()}  # type: ignore[attr-defined]
    return field


def next_look() -> Day:
    """The day of the next look; the command refuses an empty one, with the same sentence for everybody."""
    return Day(
        label="When does somebody look at it afresh?",
        help_text="A day within a year. On that day it stands on the home page of the leads and the legal liaison.",
        required=False,
    )
