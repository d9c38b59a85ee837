"""Forms of the check before publication."""

from __future__ import annotations

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber
from casement.rooms.responses.vocabulary import ANSWER_NAMES, OUTCOME_NAMES, TOLD_NAMES, WAY_NAMES
from casement.rooms.responses.web.forms.fields import Based, Offering, line, one_of, words


class ItemAnswer(Based):
    """The answer to one thing of the check."""

    answer = one_of("Your answer", ANSWER_NAMES, error_messages={"required": "Choose yes, no, or not needed here."})
    note = words("How do you know, or why not?", "Needed for “no” and “not needed”.", rows=3)


class Outcome(Offering):
    """What comes of the check."""

    outcome = one_of(
        "What comes of the check?", OUTCOME_NAMES, error_messages={"required": "Choose what comes of the check."}
    )
    reason = words("Why? If in part: what is left out?", "Needed for anything but publishing in full.", rows=3)
    look_on = Day(label="If it waits: when do you look again?", required=False)


class Telling(Offering):
    """That somebody was told beforehand."""

    kind = one_of(
        "Who was told?", TOLD_NAMES, error_messages={"required": "Say whether it was family, staff or an agency."}
    )
    whom = line("Who exactly, by role?", "Such as: the mother; Health Visitor 2; Housing.")
    on = Day(label="On which day?", required=False)
    way = forms.ChoiceField(label="How?", choices=list(WAY_NAMES.items()))
    text_given = forms.BooleanField(label="They were given the text", required=False)
    note = words("Anything to add? You may leave this empty", rows=2)


class Published(Offering):
    """What was published."""

    copy = OfferedNumber(
        label="Which copy was published?",
        required=True,
        error_messages={"required": "Choose a publishable copy of the report."},
    )
    on = Day(label="On which day?", required=False)
    where = line("Where?", "Such as: the board’s own website.")
