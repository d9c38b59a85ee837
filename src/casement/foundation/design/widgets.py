"""Form fields Django has not: a date in three boxes, the three influences, words somebody said."""

from collections.abc import Mapping
from typing import Any

from django import forms


class DateParts(forms.MultiWidget):
    """Day, month and year in three boxes, for a date that is known.

    Gives "2024-03-05", or the parts as they were typed ("2024-3-") when one is missing; empty when all are.
    """

    parts = ("day", "month", "year")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = dict.fromkeys(self.parts, forms.TextInput)
        super().__init__(boxes, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """The three boxes for a date, or for text kept from a refused form."""
        if not value:
            return ["", "", ""]
        if hasattr(value, "year"):
            return [value.day, value.month, value.year]
        year, month, day = [*str(value).split("-", 2), "", ""][:3]
        return [day, month, year]

    def value_from_datadict(  # type: ignore[override]  # one value for the field, not a list of boxes
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> str:
        """What was typed, year first."""
        day, month, year = (str(data.get(f"{name}_{part}", "")).strip() for part in self.parts)
        if not (day or month or year):
            return ""
        whole = day and month and year
        return f"{year}-{month.zfill(2)}-{day.zfill(2)}" if whole else f"{year}-{month}-{day}"


class RecordedDate(forms.TextInput):
    """A date as somebody recorded it ("early July 2024", "w/c 13 May"): one box, kept letter for letter."""


class InfluenceChoice(forms.RadioSelect):
    """Helped, made it harder, unclear: three equal choices, each with its sign, none chosen beforehand."""


class SaidArea(forms.Textarea):
    """A box for words somebody said or wrote, set in the serif."""
