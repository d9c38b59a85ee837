"""Forms for who told whom, and for entries that may speak of one event."""

from __future__ import annotations

from typing import Any

from django import forms

from casement.foundation.design.offered import Offered, offer
from casement.foundation.design.plain_form import PlainForm
from casement.foundation.design.widgets import RecordedDate
from casement.rooms.chronology.vocabulary import ANSWER_NAMES, Answer
from casement.rooms.chronology.web.forms.entries import DATE_HELP

ANSWERS = tuple((str(answer), name) for answer, name in ANSWER_NAMES.items())


class Tell(PlainForm):
    """Who told whom of an entry."""

    told = Offered(label="Who was told?")
    told_by = Offered(label="Who told them?", required=False)
    date = forms.CharField(
        label="When were they told?", max_length=200, widget=RecordedDate, help_text=DATE_HELP,
        error_messages={"required": "Write when they were told, as it is known."},
    )  # fmt: skip
    time = forms.CharField(label="At what time?", required=False, max_length=100, help_text="If it is known.")
    means = forms.CharField(
        label="By what means?", required=False, max_length=200, help_text="Such as a call, a letter or a meeting."
    )
    shown_by = forms.CharField(label="Which record says so?", required=False, max_length=300)

    def offer(self, content: Any) -> None:
        """Agencies, and for those who were told the roles too."""
        agencies = [(each.key, each.name) for each in content.knowers if each.role is None]
        roles = [(each.key, each.name) for each in content.knowers if each.role is not None]
        offer(self, "told", [("", "Choose"), ("Agencies", agencies), *([("Roles", roles)] if roles else [])])
        offer(self, "told_by", [("", "Not known"), *agencies])


class RecordBirth(PlainForm):
    """When somebody was born."""

    label = forms.CharField(
        label="Who?", max_length=80, help_text="As you call them in the review, not by name.",
        error_messages={"required": "Say who was born then, as you call them in the review."},
    )  # fmt: skip
    date = forms.CharField(
        label="Born", max_length=200, widget=RecordedDate, help_text="As exactly as is safe: May 2016.",
        error_messages={"required": "Write when, as it is known."},
    )  # fmt: skip


class TakeBack(PlainForm):
    """Why a telling or an answer is taken back."""

    reason = forms.CharField(
        label="Why is it taken back?", error_messages={"required": "Say why it is taken back."}, max_length=2000
    )


class Answered(PlainForm):
    """Whether two entries speak of one event."""

    answer = forms.ChoiceField(
        label="Do they speak of one event?", widget=forms.RadioSelect, choices=ANSWERS,
        error_messages={"required": "Choose one of the three answers."},
    )  # fmt: skip
    reason = forms.CharField(
        label="How do you know?",
        required=False,
        max_length=2000,
        help_text="Needed when it is one event. It can be taken back later.",
    )


class Linked(Answered):
    """Another entry that speaks of the same event."""

    other = forms.IntegerField(
        label="Number of the other entry", min_value=1, error_messages={"required": "Write the entry’s number."}
    )
    answer = forms.ChoiceField(
        label="What do they speak of?",
        choices=[each for each in ANSWERS if each[0] != Answer.DIFFERENT],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the answers."},
    )
    field_order = ("other", "answer", "reason")
