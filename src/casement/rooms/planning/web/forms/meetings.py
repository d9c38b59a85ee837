"""Forms of meetings: arranging, changing, cancelling, answering, and reading a calendar's reply."""

from typing import Any

from django import forms

from casement.foundation.design.offered import OfferedNumber, OfferedNumbers, offer
from casement.foundation.refusals import Unreadable
from casement.rooms.planning.intake.replies import MOST, Answered, read_reply
from casement.rooms.planning.vocabulary import REPLY_NAMES
from casement.rooms.planning.web.forms.fields import Time, words


class ChangeMeeting(forms.Form):
    """When on its day, where, and who."""

    at = Time(label="At what time does it begin?", error_messages={"required": "Write the time it begins."})
    minutes = forms.IntegerField(
        label="How many minutes does it last?",
        initial=120,
        error_messages={"required": "Give a number.", "invalid": "Write a number in figures."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
    )
    place = forms.CharField(
        label="Where is it? You may leave this empty",
        help_text="The place is not put into mail or calendars. People see it behind their link.",
        max_length=200,
        required=False,
    )
    call_link = forms.URLField(
        label="Address of a call, if people can join by video",
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "This does not look like an address of a call. Copy it whole."},
        widget=forms.TextInput,
    )
    needed = OfferedNumbers(
        label="Who has to be there?", error_messages={"required": "Choose at least one person who is needed."}
    )
    also = OfferedNumbers(label="Who else is asked?", required=False)
    anyway = forms.BooleanField(label="Arrange it even if somebody, or the place, is taken then", required=False)

    def offer(self, content: Any) -> None:
        """Everybody with a place."""
        offer(self, "needed", content.people)
        offer(self, "also", content.people)


class ArrangeMeeting(ChangeMeeting):
    """The same, for a meeting of the plan."""

    row = OfferedNumber(label="Which meeting?", error_messages={"required": "Choose a meeting of the plan."})
    field_order = ["row"]

    def offer(self, content: Any) -> None:
        """The meetings of the plan that are not arranged."""
        super().offer(content)
        offer(self, "row", [("", "Choose a meeting"), *content.rows])


class CancelMeeting(forms.Form):
    """Why a meeting is cancelled."""

    why = words("Why is it cancelled?", "Say why. It is kept here, and not sent.")


class AnswerDate(forms.Form):
    """Whether somebody comes."""

    reply = forms.ChoiceField(
        label="Can you come?",
        choices=list(REPLY_NAMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes, maybe or no."},
    )


class ReplyFile(forms.Form):
    """A reply of a calendar program, as a file."""

    file = forms.FileField(
        label="The reply",
        help_text="The e-mail as it came (.eml), or the .ics file in it.",
        error_messages={"required": "Choose the file.", "empty": "This file is empty."},
    )

    def clean(self) -> dict[str, Any]:
        """What the reply says, in place of the file."""
        told: dict[str, Any] = super().clean() or {}
        file = told.pop("file", None)
        if file is None:
            return told
        if file.size > MOST:
            self.add_error("file", "This file is too large for a reply from a calendar.")
            return told
        try:
            reply: Answered = read_reply(file.read())
        except Unreadable as no:
            self.add_error("file", no.sentence)
            return told
        return {"uid": reply.uid, "address": reply.address, "answer": reply.answer, "sequence": reply.sequence}
