"""Forms of time. What is offered comes from the page; commands check what was chosen."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, OfferedNumber, offer
from casement.rooms.reviews.rules.processes import process
from casement.rooms.timekeeping.vocabulary import ACTIVITY_NAMES, HOW_NAMES, KIND_NAMES


def select(label: str, choices: Any, missing: str = "", help_text: str = "") -> forms.ChoiceField:
    """One of several that are known beforehand."""
    return forms.ChoiceField(
        label=label,
        choices=[(str(key), str(name)) for key, name in choices],
        required=bool(missing),
        help_text=help_text,
        error_messages={"required": missing} if missing else {},
    )


def steps() -> list[tuple[str, str]]:
    """Every step, whatever the form of the review: time is spent where it is spent."""
    return [(one.key, f"{one.key} {one.label}") for one in process().steps]


class ChangeTime(forms.Form):
    """What an entry says."""

    length = forms.CharField(
        label="How long?",
        help_text="Such as 1h 30, 45 min or 1.5 hours. Round figures are fine.",
        max_length=40,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": "Write how long it took, such as 1h 30, 45 min or 1.5 hours."},
    )
    kind = select("What kind of work?", KIND_NAMES.items(), "Choose the kind of work.")
    on = Day(label="On which day?", required=False)
    activity = select("What was it for?", ACTIVITY_NAMES.items(), "Choose what it was for.")
    step = select("Which step?", steps(), "Choose the step.")
    how = select("How do you know the length?", HOW_NAMES.items(), "Choose how you know the length.")


class AddTime(ChangeTime):
    """Some time, with everything but the length already chosen."""

    of = Offered(label="From a meeting or conversation", required=False)
    who = OfferedNumber(label="Whose time is it?", required=False)

    def offer(self, content: Any) -> None:
        """The meetings and conversations of the page, and the people for whom this person may enter time."""
        offer(self, "of", [("", "None"), *content.things])
        if content.people:
            offer(self, "who", [("", "My own"), *content.people])
        else:
            del self.fields["who"]


class Expect(forms.Form):
    """How much time a step is expected to take."""

    step = select("Which step?", steps(), "Choose the step.")
    length = forms.CharField(
        label="Hours of everybody together",
        help_text="Such as 40. Leave it empty to take an estimate away.",
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )


class CopyEstimates(forms.Form):
    """Where estimates are copied from."""

    source = Offered(
        label="Copy from",
        error_messages={"required": "Choose the plan, or a review whose totals you may see."},
    )

    def offer(self, content: Any) -> None:
        """What can be copied."""
        offer(self, "source", content.sources)


class SetRate(forms.Form):
    """What an hour costs, and for whom."""

    pounds = forms.CharField(
        label="Pounds an hour",
        help_text="Such as 32 or 32.50. Leave it empty to take a rate away.",
        required=False,
        max_length=12,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "decimal"}),
    )
    agency = OfferedNumber(label="For which agency?", required=False)
    kind = select("For which kind of work?", [("", "Every kind of work"), *KIND_NAMES.items()])

    def offer(self, content: Any) -> None:
        """The agencies of this review."""
        offer(self, "agency", [("", "Every agency"), *content.agencies])
