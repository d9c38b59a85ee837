"""Forms of the plan and its clocks."""

import datetime
from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, offer
from casement.rooms.planning.vocabulary import NATION_NAMES, ROW_NAMES
from casement.rooms.planning.web.forms.fields import words


class MakePlan(forms.Form):
    """What the plan is worked back from."""

    target = Day(
        label="When should the report go to the board?",
        error_messages={"required": "Write the day the report should go to the board."},
    )
    begins = Day(label="When can the work begin?", help_text="Today, if you leave this empty.", required=False)
    nation = forms.ChoiceField(
        label="Whose clocks and holidays count?",
        choices=list(NATION_NAMES.items()),
        widget=forms.RadioSelect,
        initial="england",
        error_messages={"required": "Choose the nation."},
    )
    note = words("Anything to note about these dates? You may leave this empty")


class AddRow(forms.Form):
    """A line of one's own."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=list(ROW_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )
    label = forms.CharField(
        label="What is it called?",
        help_text="Write no names. Everybody who may see the plan reads it.",
        max_length=120,
        error_messages={"required": "Give it a name, such as “Follow-on meeting 1, second group”."},
    )
    step = Offered(label="To which step does it belong?", error_messages={"required": "Choose a step."})
    on = Day(
        label="On which day does it begin?",
        help_text="A meeting may have been held already: then its notes can be written down here.",
        error_messages={"required": "Write the day."},
    )
    length = forms.IntegerField(
        label="How many working days does it take?",
        help_text="A meeting takes one.",
        initial=1,
        min_value=1,
        error_messages={"required": "Give a number.", "invalid": "Write a number in figures."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )

    def offer(self, content: Any) -> None:
        """The steps of this form of the review."""
        offer(self, "step", [("", "Choose a step"), *content.steps])


class HiddenDay(forms.CharField):
    """A day that the page has worked out."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        """The day."""
        try:
            return datetime.date.fromisoformat(super().clean(value))
        except ValueError:
            raise forms.ValidationError("Choose a day first.") from None


class MoveRow(forms.Form):
    """The move that the page has shown."""

    to = HiddenDay()
    edition = forms.IntegerField(widget=forms.HiddenInput)
    note = words("Why does it move? You may leave this empty", help_text="Kept with the date. It is not sent.")


class SwitchRow(forms.Form):
    """Leaving a line out, or taking it up again."""

    note = words("Why? You may leave this empty")


class StartClock(forms.Form):
    """The day a clock began."""

    key = Offered(label="Which clock?", error_messages={"required": "Choose a clock."})
    began_on = Day(label="On which day did it begin?", error_messages={"required": "Write the day it began."})
    note = words("Anything to note? You may leave this empty")

    def offer(self, content: Any) -> None:
        """The clocks of this nation for this review."""
        offer(self, "key", [("", "Choose a clock"), *((one.key, one.name) for one in content.clocks)])
