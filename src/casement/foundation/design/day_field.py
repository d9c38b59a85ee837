"""A form field for a day that is known: three boxes, and plain words for a day the calendar has not."""

import datetime
from typing import Any

from django import forms

from casement.foundation.design.widgets import DateParts

EARLIEST = 1990
LONG_AGO = "This day is long ago. Check the year."
NO_DAY = "This is not a day of the calendar. Write day, month and year."


class Day(forms.CharField):
    """A day in three boxes; nothing when all are empty."""

    widget = DateParts

    def clean(self, value: Any) -> Any:
        """The day, or None."""
        told = super().clean(value)
        if not told:
            return None
        try:
            day = datetime.date.fromisoformat(told)
        except ValueError:
            raise forms.ValidationError(NO_DAY) from None
        if day.year < EARLIEST:
            raise forms.ValidationError(LONG_AGO)
        return day
