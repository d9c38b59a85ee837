"""Forms for actions, progress and impact."""

from __future__ import annotations

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber
from casement.rooms.responses.vocabulary import DIFFERENCE_NAMES, DOING_NAMES, SEEN
from casement.rooms.responses.web.forms.fields import Based, Offering, line, one_of, words


class Plan(Based):
    """What an action says."""

    what = words(
        "What changes in the conditions of work?",
        "What makes it easier to do this well: time, tools, information, agreements.",
        rows=4,
    )
    agency = OfferedNumber(label="Who does it?", required=False)
    due_on = Day(label="By which day? You may leave this empty", required=False)
    due_words = line("Or by when, in words", "Such as: before the next budget.")
    measure = words("How would we know that practice changed?", rows=3)
    baseline = words("How is it now?", rows=2)
    source = words("Where would that be seen?", "A register, an audit, what people say.", rows=2)
    look_on = Day(label="When do you look at it next?", required=False)


class NewPlan(Plan):
    """A new action has no edition yet."""

    def clean(self) -> dict[str, object]:
        """Without the edition."""
        told = super().clean() or {}
        told.pop("based_on", None)
        return told


class Step(Offering):
    """What was done."""

    doing = one_of(
        "How far has it got?", DOING_NAMES, "“Done” says that it was done. Whether it helped is told below.",
        error_messages={"required": "Say how far it has got."},
    )  # fmt: skip
    text = words("What was done so far?", "If it was stopped: why.", rows=3)
    look_on = Day(label="When do you look at it next? You may leave this empty", required=False)


class Seen(Offering):
    """What became different."""

    difference = one_of(
        "Did anything become different in the work?", {key: DIFFERENCE_NAMES[key] for key in SEEN},
        error_messages={"required": "Say whether anything became different."},
    )  # fmt: skip
    evidence = words("What was seen, and how is it known?", rows=4)
    said_by = line("Who says so, by role?")
    on = Day(label="On which day was it seen?", required=False)
    reopens = forms.BooleanField(label="The board should look at this question again", required=False)
