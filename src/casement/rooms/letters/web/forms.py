"""The forms of letters: beginning one, filling it in, sending it; writing a text and taking it into use."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.widgets import DateParts
from casement.rooms.letters.rules.fields import ASKED, Field
from casement.rooms.letters.vocabulary import LANGUAGE_NAMES, ROUTE_HELP, ROUTE_NAMES, Language, Route

LONGEST = 4000


class WriteLetter(forms.Form):
    """Which letter, to whom, in which language."""

    key = forms.CharField(
        label="Which letter?",
        widget=forms.Select,
        error_messages={"required": "Choose a letter."},
    )
    to = forms.CharField(
        label="Who is it for?",
        help_text="By role label. A letter to an agency can be read by each of its contacts here.",
        widget=forms.Select,
        error_messages={"required": "Choose who the letter is for."},
    )
    language = forms.ChoiceField(
        label="In which language?",
        choices=list(LANGUAGE_NAMES.items()),
        widget=forms.RadioSelect,
        initial=str(Language.ENGLISH),
        required=False,
    )

    def offer(self, page: Any) -> None:
        """The letters by moment, everybody who can be written to, the languages there is a text in."""
        for name, choices in (("key", page.choices), ("to", page.people)):
            select = self.fields[name].widget
            assert isinstance(select, forms.Select)
            self.fields[name].choices = select.choices = [("", "Choose one"), *choices]  # type: ignore[attr-defined]
        if page.languages < 2:
            del self.fields["language"]

    def clean_language(self) -> str:
        """English where nothing else was chosen."""
        return str(self.cleaned_data.get("language") or Language.ENGLISH)


def box(field: Field) -> forms.CharField:
    """The box in which a field is filled in. What is wrong with a day or a time is said by the command."""
    widget: Any = {"day": DateParts, "lines": forms.Textarea(attrs={"rows": 4})}.get(field.kind, forms.TextInput)
    hint = (
        "Such as 14:30." if field.kind == "time" else f"Such as “{field.example}”." if field.kind == "words" else ""
    )
    return forms.CharField(label=field.asks, help_text=hint, widget=widget, required=False, max_length=LONGEST)


class FillLetter(forms.Form):
    """What a letter asks for; only the fields of its own text are offered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in ASKED:
            self.fields[field.key] = box(field)

    def offer(self, page: Any) -> None:
        """Leave only what this letter asks for, and say what may stay empty."""
        asked = {field.key: needed for field, needed in getattr(page.told, "asks", ())}
        for key in list(self.fields):
            if key not in asked:
                del self.fields[key]
            elif not asked[key]:
                self.fields[key].label = f"{self.fields[key].label} (may stay empty)"


class SendLetter(forms.Form):
    """How a letter goes."""

    route = forms.ChoiceField(
        label="How does it go?",
        choices=[(str(route), name) for route, name in ROUTE_NAMES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it goes."},
    )
    on = Day(
        label="If it goes on paper: on which day?", help_text="Today, if you leave this empty.", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["route"].choice_hints = {str(one): told for one, told in ROUTE_HELP.items()}  # type: ignore[attr-defined]

    def offer(self, page: Any) -> None:
        """Only paper, where nobody it is for can sign in."""
        if not page.told.reads_here:
            route = self.fields["route"]
            assert isinstance(route, forms.ChoiceField)
            route.choices = [(str(Route.PAPER), ROUTE_NAMES[Route.PAPER])]


class WriteWording(forms.Form):
    """A new version of a text."""

    title = forms.CharField(label="Title", max_length=120, error_messages={"required": "Write the title."})
    body = forms.CharField(
        label="Text",
        help_text="An empty line begins a paragraph. “## ” begins a heading, “- ” a point of a list.",
        widget=forms.Textarea(attrs={"rows": 30}),
        max_length=20_000,
        error_messages={"required": "Write the text of the letter."},
    )


class UseWording(forms.Form):
    """Why a version is used from now on."""

    reason = forms.CharField(
        label="Why is this text used from now on?",
        max_length=300,
        error_messages={"required": "Say why this text is used from now on."},
    )
