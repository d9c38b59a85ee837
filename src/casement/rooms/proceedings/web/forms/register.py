"""Forms for the register of proceedings and for witness flags."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.day_field import Day
from casement.rooms.proceedings.vocabulary import FLAG_NAMES, KIND_NAMES, STOPPING, FlagState
from casement.rooms.proceedings.web.forms.fields import box, line, next_look, radios

FLAG_HINTS = {
    FlagState.POSSIBLE: "Nobody invites them until somebody has cleared them.",
    FlagState.DO_NOT_APPROACH: "Nobody of the review speaks with them about it.",
    FlagState.WITH_CONDITIONS: "They can be heard. The conditions stand at the top of the conversation guide.",
}


class LookAgain(forms.Form):
    """Where a proceeding stands, and when it is looked at afresh."""

    stage = line(
        "Where does it stand?",
        "Say where it stands, such as “Charged, trial not fixed yet”.",
        help_text="In a few words, such as “Under investigation” or “Inquest opened, no date yet”.",
    )
    dates = box("Which dates matter?", rows=2, help_text="Hearings, decisions expected, time limits. One a line.")
    protocol = box(
        "What has been agreed with them?",
        help_text="What may be asked of whom and when, what passes each way, who tells whom.",
    )
    reference = line("Their reference", most=120)
    contact = line(
        "Who is the contact there?", help_text="By role, such as “Disclosure officer, police”. No names."
    )
    look_on = next_look()


class Record(LookAgain):
    """A proceeding beside the review."""

    kind = forms.ChoiceField(
        label="What kind of proceeding is it?",
        choices=[("", "Choose one"), *((str(kind), name) for kind, name in KIND_NAMES.items())],
        error_messages={"required": "Choose what kind of proceeding it is."},
    )
    field_order = ("kind", "stage", "dates", "protocol", "reference", "contact", "look_on")


class Over(forms.Form):
    """How a proceeding ended."""

    how = line("How did it end?", "Say how it ended.")
    on = Day(label="On which day?", help_text="Leave it empty for today.", required=False)


class PutFlag(forms.Form):
    """Whether somebody may be a witness."""

    state = radios("May they be a witness?", FLAG_NAMES, "Choose whether they may be a witness.", FLAG_HINTS)
    conditions = box(
        "On which conditions?",
        help_text="Only when they are cleared with conditions. Write what the pair must not ask.",
    )

    def offer(self, page: Any) -> None:
        """Those who keep the register but do not clear are offered only what stops an invitation."""
        if not page.clears:
            kept = [(str(key), name) for key, name in FLAG_NAMES.items() if key in STOPPING]
            self.fields["state"].choices = kept  # type: ignore[attr-defined]
            del self.fields["conditions"]
