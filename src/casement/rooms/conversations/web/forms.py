"""Forms of the conversations room. What is offered comes from the page; commands check what was chosen."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms

from casement.foundation.design.widgets import DateParts, SaidArea
from casement.rooms.conversations.vocabulary import GUIDE_NAMES, REMARK_HINTS, REMARK_NAMES
from casement.rooms.sources.vocabulary import USE_NAMES

NO_DAY = "This is not a day of the calendar. Write day, month and year."


class Day(forms.CharField):
    """A day in three boxes."""

    widget = DateParts

    def clean(self, value: Any) -> datetime.date | None:
        told = super().clean(value)
        if not told:
            return None
        try:
            return datetime.date.fromisoformat(told)
        except ValueError:
            raise forms.ValidationError(NO_DAY) from None


class Number(forms.TypedChoiceField):
    """A choice among numbers the page offers; whether it may be chosen is the command's to say."""

    def __init__(self, **more: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **more)

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal() and len(str(value)) < 10


class Numbers(forms.TypedMultipleChoiceField):
    """Several such choices."""

    def __init__(self, **more: Any) -> None:
        super().__init__(coerce=int, widget=forms.CheckboxSelectMultiple, **more)

    def valid_value(self, value: Any) -> bool:
        return str(value).isdecimal() and len(str(value)) < 10


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

    pair = Numbers(
        label="Who holds it?",
        help_text="Normally two, one of them from another agency or profession than the participant’s.",
        error_messages={"required": "Choose who holds the conversation: normally two."},
    )
    in_line = Numbers(
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
            self.fields[name].choices = content.choices.holders  # type: ignore[attr-defined]


class Propose(Pair):
    """With whom, by which guide, and who holds it."""

    participation = Number(label="With whom?", error_messages={"required": "Choose with whom."})
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
        self.fields["participation"].choices = [("", "Choose a person"), *content.choices.people]  # type: ignore[attr-defined]


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

    to = forms.ChoiceField(label="What happened?", error_messages={"required": "Choose what happened."})
    note = box("Note", "Nothing that was said in it. You may leave this empty.", rows=2)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].valid_value = lambda value: True  # type: ignore[attr-defined]  # the command says

    def offer(self, content: Any) -> None:
        """What can happen from here."""
        self.fields["to"].choices = [("", "Choose"), *content.about.sideways]  # type: ignore[attr-defined]


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

    agreed = Numbers(label="Who agrees?", required=False)

    def offer(self, content: Any) -> None:
        """Everybody of the pair."""
        self.fields["agreed"].choices = [(str(number), label) for number, label in content.guide.pair]  # type: ignore[attr-defined]


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
    taken_in = Numbers(label="Which of their remarks are in the text now?", required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **more: Any) -> None:
        super().__init__(data, *args, **more)
        for name in data or ():
            if name.startswith("text_"):
                self.fields[name] = said_box("")

    def offer(self, content: Any) -> None:
        """A box for each part, holding what stands there now."""
        open_ones = [one for one in content.draft.remarks if one.taken_in is None]
        self.fields["taken_in"].choices = [  # type: ignore[attr-defined]
            (str(one.number), f"{one.kind_name}, {one.where}") for one in open_ones
        ]
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

    part = forms.ChoiceField(label="Which part is it about?", error_messages={"required": "Choose the part."})
    kind = forms.ChoiceField(
        label="What is it?",
        choices=list(REMARK_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of change it is.", "invalid_choice": "Say what kind it is."},
    )
    text = said_box("Your words", rows=4, required=True, missing="Write what you want to say.")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["part"].valid_value = lambda value: True  # type: ignore[attr-defined]  # the command says
        self.fields["kind"].choice_hints = {str(k): v for k, v in REMARK_HINTS.items()}  # type: ignore[attr-defined]

    def offer(self, content: Any) -> None:
        """The parts of the text they have."""
        parts = [(each.part.name, each.title) for each in content.check.parts]
        self.fields["part"].choices = [("", "Choose a part"), *parts]  # type: ignore[attr-defined]


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
