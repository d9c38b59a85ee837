"""Forms for a file that comes in, and for what its columns become."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, offer
from casement.foundation.design.plain_form import PlainForm
from casement.rooms.chronology.vocabulary import FIELD_NAMES

_COLUMN = re.compile(r"column_(\d{1,4})")
FIELDS = tuple((str(field), name) for field, name in FIELD_NAMES.items())


class BringIn(PlainForm):
    """A file and the agency it comes from."""

    agency = OfferedNumber(
        label="Which agency sent it?", error_messages={"required": "Choose the agency this chronology comes from."}
    )
    corrects = OfferedNumber(
        label="Is it a corrected copy of one that is here?",
        required=False,
        help_text="Then each row is compared, and you see what it would change before it does.",
    )
    file = forms.FileField(
        label="The chronology", allow_empty_file=True, error_messages={"required": "Choose a file."}
    )

    def offer(self, content: Any) -> None:
        """The agencies this person may bring in for."""
        offered = [(str(number), name) for number, name in content.agencies]
        offer(self, "agency", offered if len(offered) == 1 else [("", "Choose an agency"), *offered])
        offer(self, "corrects", [("", "No, it is new"), *((str(n), name) for n, name in content.copies)])

    def clean(self) -> dict[str, Any]:
        """The file as its name and bytes."""
        told = super().clean() or {}
        sent = told.pop("file", None)
        return {**told, "name": sent.name or "", "data": sent.read()} if sent is not None else told


class ChooseSheet(PlainForm):
    """Another sheet, or another row of headings."""

    sheet = OfferedNumber(label="Sheet")
    header_row = forms.IntegerField(
        label="Row that holds the headings",
        required=False,
        min_value=0,
        help_text="As the spreadsheet numbers it. 0 when there are no headings. Leave it empty and we look for it.",
    )

    def offer(self, content: Any) -> None:
        """The sheets of the file."""
        offer(self, "sheet", content.sheets)


class MatchColumns(PlainForm):
    """What each column becomes, and how dates are read. The columns are those of the page or of what was sent."""

    order = forms.ChoiceField(
        label="In dates such as 03/04/24, which comes first?",
        choices=(("DMY", "Day first: 3 April 2024"), ("MDY", "Month first: 4 March 2024")),
        widget=forms.RadioSelect,
        initial="DMY",
    )
    carry_dates = forms.BooleanField(label="A blank date means the date of the row above", required=False)
    year_from_above = forms.BooleanField(label="A missing year is that of the row above", required=False)
    year_from_period = forms.BooleanField(
        label="A missing year is the one that fits the period of the review, when only one does", required=False
    )
    serials = forms.BooleanField(label="Plain numbers in the date column count days", required=False)
    undated = forms.BooleanField(label="This table has no dates: every row waits for us", required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in self.data:
            found = _COLUMN.fullmatch(str(name))
            if found:
                self.fields[name] = forms.ChoiceField(choices=FIELDS)

    def clean(self) -> dict[str, Any]:
        """The fields in the order of the columns."""
        told = super().clean() or {}
        columns = [name for name in self.fields if _COLUMN.fullmatch(name)]
        columns.sort(key=lambda name: int(name.removeprefix("column_")))
        return {
            **{name: value for name, value in told.items() if name not in columns},
            "fields": [told.get(name, "ignore") for name in columns],
        }

    def offer(self, content: Any) -> None:
        """Pair each column of the page with what is chosen for it."""
        self.columns = [(column, self.data.get(f"column_{column.at}", column.field)) for column in content.columns]
