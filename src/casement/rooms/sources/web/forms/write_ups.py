"""The forms in which a conversation is written up under its headings."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedNumbers, offer
from casement.foundation.design.widgets import SaidArea
from casement.rooms.sources.vocabulary import HEADINGS, Access, Kind, Section, Use
from casement.rooms.sources.web.forms.fields import (
    access_field,
    date_field,
    sent_key_field,
    use_field,
)

TURNING_POINT = "C3"
MOST_TURNING_POINTS = 6
SHOWN_TURNING_POINTS = 2
HELP = {
    "C1": "Why we talked, how the account is used, the shape of the conversation.",
    "C2": "In their words: what happened, and their part in it.",
    "C3": "What they thought was going on, what lay behind what they did, what was most important to them, "
    "what else took their attention, what they weighed, what they hoped for, what choices they saw.",
    "C4": "What most shaped how they saw it and what they did, the most important first.",
    "C5": "What worked, and what allowed it.",
    "C6": "Puzzles from differing accounts, and what they made of them.",
    "C7": "First thoughts on what should change.",
    "C8": "What we should have asked, what happens next, what support is there.",
    "F1": "In their order and their words.",
    "F2": "What anybody did that helped, and what did not.",
    "F3": "The questions they would put.",
    "F4": "Names, words and details they want used or left out.",
    "F5": "What was agreed: who tells them, when, how they see the report.",
}


class WriteUpForm(forms.Form):
    """Whose account, when, who held the conversation; a box for each heading comes with the kind."""

    kind: Kind
    participation = OfferedNumber(
        label="Whose account is it?", error_messages={"required": "Choose whose account this is."}
    )
    held_by = OfferedNumbers(label="Who held the conversation?", required=False)
    date = date_field("When was it?")
    title = forms.CharField(
        label="Title", help_text="Leave it empty to use the role label.", max_length=200, required=False
    )
    access = access_field()
    use = use_field()
    sent_key = sent_key_field()

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for key, name in HEADINGS[self.kind].items():
            if key == TURNING_POINT:
                for turn in range(1, MOST_TURNING_POINTS + 1):
                    self.fields[f"title_{turn}"] = forms.CharField(
                        label=f"Turning point {turn}, in their words", max_length=150, required=False
                    )
                    self.fields[f"turn_{turn}"] = _box(f"How turning point {turn} looked to them then")
            else:
                self.fields[f"part_{key}"] = _box(name, HELP[key])

    def clean(self) -> dict[str, Any]:
        """The command's arguments: the parts in the order of the headings."""
        told: dict[str, Any] = super().clean() or {}
        return {
            "participation": told.get("participation"),
            "held_by": told.get("held_by") or (),
            "date": told.get("date", ""),
            "title": told.get("title", ""),
            "access": told.get("access") or str(Access.TEAM),
            "use": told.get("use") or str(Use.QUOTABLE),
            "sent_key": told.get("sent_key", ""),
            "kind": str(self.kind),
            "sections": tuple(_sections(self.kind, told)),
        }

    def offer(self, content: Any) -> None:
        """Take what can be chosen from the page."""
        people = content.choices.family if self.kind is Kind.FAMILY else content.choices.workers
        offer(self, "participation", [("", "Choose a person"), *people])
        offer(self, "held_by", content.choices.holders)

    def parts(self) -> list[tuple[str, str, Any]]:
        """The headings in order for the page: key, name, and the one box or None for turning points."""
        return [
            (key, name, None if key == TURNING_POINT else self[f"part_{key}"])
            for key, name in HEADINGS[self.kind].items()
        ]

    @property
    def turning_point_help(self) -> str:
        """What belongs under a turning point."""
        return HELP[TURNING_POINT]

    def turning_points(self) -> list[tuple[Any, Any]]:
        """The boxes of the turning points that are always shown."""
        return [self._turn(turn) for turn in range(1, SHOWN_TURNING_POINTS + 1)]

    def more_turning_points(self) -> list[tuple[Any, Any]]:
        """Those that are folded away until they are needed."""
        return [self._turn(turn) for turn in range(SHOWN_TURNING_POINTS + 1, MOST_TURNING_POINTS + 1)]

    def _turn(self, turn: int) -> tuple[Any, Any]:
        return self[f"title_{turn}"], self[f"turn_{turn}"]

    def more_are_used(self) -> bool:
        """Whether anything was typed into the folded ones, so that they come back open."""
        return any(field.value() for pair in self.more_turning_points() for field in pair)


class ConversationForm(WriteUpForm):
    """A conversation with somebody who did the work."""

    kind = Kind.CONVERSATION


class FamilyForm(WriteUpForm):
    """What a family member told."""

    kind = Kind.FAMILY


def _box(label: str, help_text: str = "") -> forms.CharField:
    widget = SaidArea(attrs={"rows": 6})
    return forms.CharField(label=label, help_text=help_text, widget=widget, required=False, strip=False)


def _sections(kind: Kind, told: dict[str, Any]) -> list[Section]:
    made: list[Section] = []
    for key in HEADINGS[kind]:
        if key == TURNING_POINT:
            for turn in range(1, MOST_TURNING_POINTS + 1):
                section = Section(key, told.get(f"turn_{turn}", ""), told.get(f"title_{turn}", ""))
                if section.text.strip() or section.title.strip():
                    made.append(section)
        elif told.get(f"part_{key}", "").strip():
            made.append(Section(key, told[f"part_{key}"]))
    return made
