"""Forms for placing a hold, looking at it afresh, and asking for it to be lifted."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber
from casement.rooms.proceedings.vocabulary import REASON_NAMES, SCOPE_HELP, SCOPE_NAMES
from casement.rooms.proceedings.web.forms.fields import box, next_look, radios


class Place(forms.Form):
    """What is held, why, and until when at the latest somebody looks again."""

    scope = radios("What is held?", SCOPE_NAMES, "Choose what is held.", SCOPE_HELP)
    thing = forms.IntegerField(
        label="Only one conversation or meeting? Its number",
        help_text="Leave it empty to hold them all.",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"invalid": "Write a number, or leave this empty."},
    )
    reason = radios("Why?", REASON_NAMES, "Choose why it is held.")
    words = box(
        "In a sentence: what was asked, by whom by role, and why?",
        "Say in a sentence why it is held, and who asked for it.",
        help_text="Read by leads, the board’s office and the legal liaison. Nobody else is told the reason.",
    )
    proceeding = OfferedNumber(label="Which proceeding is behind it?", required=False)
    look_on = next_look()

    def offer(self, page: Any) -> None:
        """The proceedings that run."""
        self.fields["proceeding"].choices = [("", "None of the register"), *page.proceedings]  # type: ignore[attr-defined]


class Stay(forms.Form):
    """Why a hold stays after a fresh look."""

    words = box("Why does it stay?", "Say in a sentence why it stays.", rows=2)
    look_on = next_look()


class AskToLift(forms.Form):
    """Why a hold can be lifted."""

    words = box("Why can it be lifted?", "Say in a sentence why it can be lifted.", rows=2)


class Lift(forms.Form):
    """Nothing is asked of the second person, but a refusal needs somewhere to stand."""
