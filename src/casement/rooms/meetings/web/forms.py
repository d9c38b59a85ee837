"""Forms of the meetings room: they parse, commands decide. What is offered comes from the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, OfferedNumber, OfferedSeveral, offer
from casement.foundation.design.widgets import SaidArea
from casement.rooms.meetings.vocabulary import CAME_NAMES, KIND_NAMES, LONGEST, STATE_NAMES, State

AT_PLACE = "came_"


class PlaceBoxes(forms.Widget):
    """One box for each person: gathers every value whose name is the prefix and the number of a place."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """What was chosen, by number of a place."""
        return {key.removeprefix(AT_PLACE): str(data[key]) for key in data if key.startswith(AT_PLACE)}


class ForEachPlace(forms.Field):
    """A word for each of several places."""

    widget = PlaceBoxes

    def clean(self, value: Any) -> dict[int, str]:
        """The words by number."""
        told = dict(value or {})
        if any(
            not key.isdecimal() or len(key) > 9 or (said and said not in CAME_NAMES) for key, said in told.items()
        ):
            raise forms.ValidationError("Choose among what the page offers.")
        return {int(key): said for key, said in told.items()}


def box(label: str, *, rows: int = 2, help_text: str = "", most: int = 4000, missing: str = "") -> forms.CharField:
    """A box for some lines; `missing` is the sentence when they have to be there."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}), max_length=most,
        required=bool(missing), error_messages={"required": missing} if missing else {},
    )  # fmt: skip


class ChooseKind(forms.Form):
    """What kind of meeting this is."""

    kind = Offered(label="What kind of meeting is it?", error_messages={"required": "Choose one of the kinds."})

    def offer(self, content: Any) -> None:
        """Every kind."""
        offer(self, "kind", content.kinds)


class ItemForm(forms.Form):
    """One item of an agenda."""

    title = forms.CharField(
        label="What is it about?",
        max_length=200,
        error_messages={"required": "Say in a few words what it is about."},
    )
    minutes = forms.IntegerField(
        label="How many minutes?",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"required": "Give a number of minutes.", "invalid": "Write a number in figures."},
    )
    purpose = box("What should come of it? You may leave this empty", most=2000)


class Order(forms.Form):
    """Up or down."""

    by = forms.IntegerField()


class PaperForm(forms.Form):
    """A paper for an item."""

    key = Offered(label="Which paper?", error_messages={"required": "Choose a paper."})

    def offer(self, content: Any) -> None:
        """What this person may open."""
        offer(self, "key", [("", "Choose a paper"), *content.papers])


class AttendanceForm(forms.Form):
    """Who came."""

    came = ForEachPlace(required=False)


class EntryForm(forms.Form):
    """One entry of the notes."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=list(KIND_NAMES.items()),
        widget=forms.RadioSelect,
        initial="discussion",
        error_messages={"required": "Choose what kind of entry this is."},
    )
    item = OfferedNumber(label="Under which item?", required=False)
    text = forms.CharField(
        label="What was said or agreed?",
        widget=SaidArea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": "Write down what was said or agreed."},
    )
    reason = box("For a decision: why?")
    who = forms.CharField(
        label="For a decision: who decided?",
        help_text="By role, such as “The team” or “The two leads”.",
        max_length=200,
        required=False,
    )
    owner = OfferedNumber(label="For an action: who does it?", required=False)
    by_when = Day(label="For an action: by which day?", help_text="You may leave it open.", required=False)
    sent_key = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def offer(self, content: Any) -> None:
        """Items of this agenda and people of this review."""
        offer(self, "item", [("", "No item"), *content.items])
        offer(self, "owner", [("", "Nobody yet"), *content.people])


class ChangeEntry(EntryForm):
    """The same, of an entry that is there."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)


class Settle(forms.Form):
    """What became of it."""

    state = forms.ChoiceField(
        label="What became of it?",
        choices=[(str(one), STATE_NAMES[one]) for one in (State.OPEN, State.DONE, State.ANSWERED, State.LET_GO)],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what became of it."},
    )
    outcome = box(
        "How was it answered or done, or why do you let it go?",
        help_text="For something that is done you may leave this empty.",
        rows=3,
    )

    def offer(self, content: Any) -> None:
        """What can become of this kind."""
        offer(self, "state", [(str(one), STATE_NAMES[one]) for one in content.states])


class CorrectForm(forms.Form):
    """Why agreed minutes are opened again."""

    why = box(
        "What was not right?",
        help_text="Everybody who reads the minutes reads this sentence. Write no names and nothing confidential.",
        most=1000, missing="Say in a sentence what was not right. Everybody who reads the minutes reads it.",
    )  # fmt: skip


class SaidForm(forms.Form):
    """What becomes of words of the case group."""

    decision = forms.ChoiceField(
        label="What becomes of these words?",
        choices=[
            (str(State.SOURCE), "They become a source of their own, which the team reads and marks"),
            (str(State.COMMENT), "They are kept here as a comment"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of these words."},
    )
    whose = OfferedNumber(label="Whose words are they?", required=False)
    agreed = forms.BooleanField(label="This person agrees to be named by their role label", required=False)

    def offer(self, content: Any) -> None:
        """The case group."""
        offer(self, "whose", [("", "The group’s"), *content.group])


class LinkForm(forms.Form):
    """Which episodes and findings an entry speaks of."""

    about = OfferedSeveral(label="Of which episodes and findings does it speak?", required=False)

    def offer(self, content: Any) -> None:
        """Episodes and findings of the review."""
        offer(self, "about", content.things)
