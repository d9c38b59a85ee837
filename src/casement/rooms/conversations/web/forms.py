"""Forms of the conversations room. What is offered comes from the page; commands check what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import Offered, OfferedNumber, OfferedNumbers, offer
from casement.foundation.design.widgets import SaidArea
from casement.rooms.conversations.vocabulary import GUIDE_NAMES, REMARK_HINTS, REMARK_NAMES
from casement.rooms.sources.vocabulary import USE_NAMES


def said_box(label: str, *, rows: int = 6, required: bool = False, missing: str = "") -> forms.CharField:
    """A box for what somebody said; kept letter for letter."""
    errors = {"required": missing} if missing else {}
    widget = SaidArea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, required=required, strip=False, error_messages=errors)


def box(label: str, help_text: str = "", *, rows: int = 3, missing: str = "") -> forms.CharField:
    """A box for a few lines of ours."""
    errors = {"required": missing} if missing else {}
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=widget,
        required=bool(missing),
        max_length=4000,
        error_messages=errors,
    )


class Pair(forms.Form):
    """Who holds the conversation."""

    pair = OfferedNumbers(
        label="Who holds it?",
        help_text="Normally two, one of them from another agency or profession than the participant’s.",
        error_messages={"required": "Choose who holds the conversation: normally two."},
    )
    in_line = OfferedNumbers(
        label="Does any of them manage the participant, directly or further up?",
        help_text="Tick whoever does. This stops nothing, but the page says so.",
        required=False,
    )
    why = box(
        "Why this pair?", "If something speaks against it, say why it is still right. You may leave this empty."
    )

    def offer(self, content: Any) -> None:
        """Leads and team."""
        for name in ("pair", "in_line"):
            offer(self, name, content.choices.holders)


class Propose(Pair):
    """With whom, by which guide, and who holds it."""

    participation = OfferedNumber(label="With whom?", error_messages={"required": "Choose with whom."})
    guide = forms.ChoiceField(
        label="Which guide?",
        choices=list(GUIDE_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a guide.", "invalid_choice": "Choose a guide from the list."},
    )
    field_order = ("participation", "guide", "pair", "in_line", "why")

    def offer(self, content: Any) -> None:
        """The case group and the family as well."""
        super().offer(content)
        offer(self, "participation", [("", "Choose a person"), *content.choices.people])


class Explain(forms.Form):
    """That the status was explained."""

    on = Day(label="On which day was it explained?", error_messages={"required": "Write the day."})
    text_version = forms.CharField(widget=forms.HiddenInput, max_length=10)


class Recording(forms.Form):
    """Whether they agreed to a recording."""

    recording = forms.ChoiceField(
        label="Did they agree to a recording?",
        choices=[("agreed", "Yes"), ("refused", "No: notes only")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether they agreed.", "invalid_choice": "Say whether they agreed."},
    )


class Book(forms.Form):
    """When and where."""

    on = Day(label="On which day?", error_messages={"required": "Write the day."})
    at = forms.TimeField(
        label="At what time?",
        help_text="Such as 14:30.",
        error_messages={"required": "Write the time.", "invalid": "Write the time as 14:30."},
    )
    place = forms.CharField(label="Where, or how?", help_text="A room, or a call.", max_length=200, required=False)


class MoveOn(forms.Form):
    """That the conversation goes on."""

    to = forms.CharField(widget=forms.HiddenInput, max_length=24)
    note = forms.CharField(required=False, max_length=2000)


class Aside(forms.Form):
    """Where the conversation goes when it does not go on, with a note."""

    to = Offered(label="What happened?", error_messages={"required": "Choose what happened."})
    note = box("Note", "Nothing that was said in it. You may leave this empty.", rows=2)

    def offer(self, content: Any) -> None:
        """What can happen from here."""
        offer(self, "to", [("", "Choose"), *content.about.sideways])


class NoteForm(forms.Form):
    """One screen of the guide."""

    said = said_box("What they said", rows=8)
    reflection = said_box("My reflection", rows=4)
    turn = forms.IntegerField(widget=forms.HiddenInput, required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    device = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    go = forms.ChoiceField(choices=[("back", "Back"), ("next", "Next")], required=False)

    def clean(self) -> dict[str, Any]:
        """The command's arguments; what is missing is nothing yet."""
        told = super().clean() or {}
        return {**told, "turn": told.get("turn") or 0, "based_on": told.get("based_on") or 0}


class TurningPoint(forms.Form):
    """A moment in their words."""

    words = forms.CharField(
        label="Turning point, in their words",
        max_length=150,
        error_messages={"required": "Write the turning point in their words."},
    )


class Open(forms.Form):
    """Who agrees to open heading 6."""

    agreed = OfferedNumbers(label="Who agrees?", required=False)

    def offer(self, content: Any) -> None:
        """Everybody of the pair."""
        offer(self, "agreed", [(str(number), label) for number, label in content.guide.pair])


class ChooseQuery(forms.Form):
    """A puzzle to solve together."""

    text = box(
        "A puzzle to solve together",
        "Two accounts that differ, or a gap. Not: “did you know that …?”",
        missing="Write the puzzle as a question to solve together.",
    )


class WriteUp(forms.Form):
    """The write-up, a box for each part; which parts there are comes with the page."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)
    taken_in = OfferedNumbers(label="Which of their remarks are in the text now?", required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **more: Any) -> None:
        super().__init__(data, *args, **more)
        for name in data or ():
            if name.startswith("text_"):
                self.fields[name] = said_box("")

    def offer(self, content: Any) -> None:
        """A box for each part, holding what stands there now."""
        open_ones = [one for one in content.draft.remarks if one.taken_in is None]
        offer(self, "taken_in", ((str(one.number), f"{one.kind_name}, {one.where}") for one in open_ones))
        for each in content.draft.parts:
            name = f"text_{each.part.name}"
            self.fields[name] = said_box(each.title)
            self.initial[name] = each.part.text

    def boxes(self) -> list[Any]:
        """The boxes in the order of the page."""
        return [self[name] for name in self.fields if name.startswith("text_")]

    def clean(self) -> dict[str, Any]:
        """The command's arguments."""
        told = super().clean() or {}
        texts = {name.removeprefix("text_"): words for name, words in told.items() if name.startswith("text_")}
        return {"texts": texts, "based_on": told.get("based_on") or 0, "taken_in": told.get("taken_in") or ()}


class RemarkForm(forms.Form):
    """What somebody says about their own write-up."""

    part = Offered(label="Which part is it about?", error_messages={"required": "Choose the part."})
    kind = forms.ChoiceField(
        label="What is it?",
        choices=list(REMARK_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of change it is.", "invalid_choice": "Say what kind it is."},
    )
    text = said_box("Your words", rows=4, required=True, missing="Write what you want to say.")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choice_hints = {str(k): v for k, v in REMARK_HINTS.items()}  # type: ignore[attr-defined]

    def offer(self, content: Any) -> None:
        """The parts of the text they have."""
        parts = [(each.part.name, each.title) for each in content.check.parts]
        offer(self, "part", [("", "Choose a part"), *parts])


class Agree(forms.Form):
    """How the words may be used, with the version that was read."""

    use = forms.ChoiceField(
        label="How may your words be used?",
        choices=[(str(value), name) for value, name in USE_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say how your words may be used.",
            "invalid_choice": "Choose one of the three.",
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class Learning(forms.Form):
    """A note for oneself."""

    text = forms.CharField(
        label="What do you take from this for your own work?", widget=forms.Textarea(attrs={"rows": 8}),
        required=False, strip=False, max_length=20_000,
    )  # fmt: skip
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """The command's arguments."""
        told = super().clean() or {}
        return {"text": told.get("text", ""), "based_on": told.get("based_on") or 0}


class ContactsForm(forms.Form):
    """Whom to ring."""

    support = box("Support for participants: who, and how to reach them", "A name or a service, and a number.")
    risk = box("When somebody is at risk now: the local route", "Whom to ring first, by day and by night.")
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """The command's arguments."""
        told = super().clean() or {}
        return {**told, "based_on": told.get("based_on") or 0}
