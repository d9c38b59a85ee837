"""Forms that name what a statement rests on."""

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, OfferedNumber
from casement.rooms.analysis.vocabulary import Cite, Side
from casement.rooms.analysis.web.forms.fields import Offering, WholeNumber, area

SIDES = ((Side.FOR.value, "For: it supports what we say"), (Side.AGAINST.value, "Against: it does not fit"))
ONE_AT_A_TIME = (
    "Name one thing it rests on: a marked passage, or words in a source, or an entry. Add the others afterwards."
)


class CitingFields(Offering):
    """The ways to name a passage or an entry without a mouse; used on their own and inside other forms."""

    rests: tuple[str, ...] = ("excerpt", "source", "paragraph", "words", "entry")

    excerpt = OfferedNumber(
        label="A passage already marked",
        help_text="Passages somebody marked or used before, by source.",
        required=False,
    )
    source = OfferedNumber(label="Or words in a source", required=False)
    paragraph = WholeNumber(label="Paragraph", help_text="Its number stands beside it in the source.")
    words = forms.CharField(
        label="The exact words", required=False, widget=area(2), help_text="Copy them from that paragraph."
    )
    entry = WholeNumber(label="Or a chronology entry", help_text="Its number in the chronologies.")

    def clean(self) -> dict[str, Any]:
        """Refused when two things are named, because only one of them would be kept."""
        told = super().clean() or {}
        in_source = any(told.get(name) for name in ("source", "paragraph", "words"))
        named = [name for name in ("excerpt", "entry") if told.get(name)] + (["source"] if in_source else [])
        if len(named) > 1:
            self.add_error(named[0], ONE_AT_A_TIME)
        return told

    def cite(self, told: dict[str, Any], *, side: str = Side.FOR, note: str = "") -> Cite | None:
        """What was named, taken out of the cleaned values `told`; None when all its fields are empty."""
        named = {name: told.pop(name, None) for name in ("excerpt", "source", "paragraph", "words", "entry")}
        named["words"] = named["words"] or ""
        if not any(named.values()):
            return None
        return Cite(side=side, note=note, **named)


class Citing(CitingFields):
    """One piece of evidence for a statement, or against it."""

    side = forms.ChoiceField(
        label="Which way does it speak?",
        choices=SIDES,
        widget=forms.RadioSelect,
        initial=Side.FOR.value,
        error_messages={"required": "Say whether it speaks for or against."},
    )
    note = forms.CharField(
        label="What does it do to what we say?",
        help_text="One line. Evidence against needs it most: does it weaken the statement, and what changed?",
        required=False,
        widget=area(2),
    )
    last = ("note",)
    field_order = ("side", "excerpt", "source", "paragraph", "words", "entry", "note")


class Note(Offering):
    """A line on a piece of evidence."""

    note = forms.CharField(label="What does it do to what we say?", required=False, widget=area(2))


class Choosing(Offering):
    """Which of two texts should stand."""

    choice = Offered(required=False)
    text = forms.CharField(required=False)
    version = forms.CharField()

    def clean(self) -> dict[str, Any]:
        """The choice, with the kept text and the edition it was read against."""
        told = super().clean() or {}
        key, _, edition = str(told.pop("version", "")).partition("-")
        if not (key.isdigit() and edition.isdigit()):
            raise forms.ValidationError("Open the page again and choose once more.")
        return {**told, "kept": int(key), "based_on": int(edition)}
