"""Forms of people: addresses, who may not sit with whom, pairs, polls."""

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber, OfferedNumbers, offer
from casement.rooms.planning.vocabulary import TIE_NAMES
from casement.rooms.planning.web.forms.fields import Chosen, Times, words


class KeepAddress(forms.Form):
    """Where mail reaches somebody without an account."""

    email = forms.CharField(
        label="E-mail address",
        help_text="For dates alone. Leave it empty to take it away.",
        max_length=254,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )


class NoteTie(forms.Form):
    """Two people who may not sit in one conversation."""

    listener = OfferedNumber(label="Who holds conversations", error_messages={"required": "Choose a person."})
    heard = OfferedNumber(label="Who is to be heard", error_messages={"required": "Choose a person."})
    kind = forms.ChoiceField(
        label="What keeps them apart?",
        choices=list(TIE_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )

    def offer(self, content: Any) -> None:
        """Everybody who listens, and everybody who is heard."""
        offer(self, "listener", [("", "Choose"), *content.listeners])
        offer(self, "heard", [("", "Choose"), *content.heard])


class KeepPair(forms.Form):
    """The two who hold a conversation."""

    first = OfferedNumber(label="First person", error_messages={"required": "Choose who holds the conversation."})
    second = OfferedNumber(label="Second person", required=False)
    reason = words(
        "If something speaks against it: why is it so?",
        help_text="For example, that no one else can be there. Two people, one from another agency, is usual.",
    )

    def offer(self, content: Any) -> None:
        """Everybody who may sit there."""
        offer(self, "first", [("", "Choose"), *content.listeners])
        offer(self, "second", [("", "Nobody"), *content.listeners])


class AskPoll(forms.Form):
    """Which dates are offered to whom."""

    rows = OfferedNumbers(label="For which meetings?", error_messages={"required": "Choose at least one meeting."})
    around = forms.IntegerField(
        label="How many working days before and after the planned day?",
        initial=2,
        error_messages={"required": "Give a number.", "invalid": "Write a number in figures."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )
    times = Times(
        label="At what times?",
        help_text="One or several, such as 10am, 2pm.",
        initial="10am, 2pm",
        error_messages={"required": "Give at least one time of day."},
    )
    people = OfferedNumbers(label="Who is asked?", error_messages={"required": "Choose at least one person."})
    answer_by = Day(label="Until when can they answer?", error_messages={"required": "Write the day."})

    def offer(self, content: Any) -> None:
        """The meetings of the plan, and everybody with a place."""
        offer(self, "rows", content.meetings)
        offer(self, "people", content.people)


class AnswerPoll(forms.Form):
    """Which dates suit, and what else is needed."""

    answers = Chosen("date_", error_messages={"required": "Choose an answer for at least one of the dates."})
    access_needs = words(
        "Is there anything you need to be able to take part? You may leave this empty",
        help_text="For example step-free access, a break every hour, or large print. Only the people who arrange "
        "the meetings see it.",
    )
    interpreter = forms.CharField(
        label="Do you need an interpreter? Which language? You may leave this empty", max_length=80, required=False
    )


class TakeDates(forms.Form):
    """A date for each meeting, or none yet."""

    dates = Chosen("row_", numbers=True, error_messages={"required": "Choose at least one date."})
    anyway = forms.BooleanField(label="Take them even where somebody is at another meeting then", required=False)
