"""Forms in which the board answers."""

from __future__ import annotations

from django import forms

from casement.foundation.design.day_field import Day
from casement.foundation.design.offered import OfferedNumber
from casement.rooms.analysis.vocabulary import LEVEL_NAMES, RESPONSE_KIND_NAMES
from casement.rooms.responses.vocabulary import DECISION_NAMES, PRIORITY_NAMES, SAID_NAMES
from casement.rooms.responses.web.forms.fields import Based, Offering, line, one_of, words


class Answer(Based):
    """The board's answer to one question."""

    decision = one_of(
        "What does the board decide?", DECISION_NAMES,
        error_messages={"required": "Say what the board decides. It may also be under consideration."},
    )  # fmt: skip
    reasons = words("Why?", "Every decision has its reasons, whichever it is.", rows=5)
    position = words(
        "The position taken, and what is given up for it",
        "Needed where the question has no easy answer and calls for a judgement.",
        rows=4,
    )
    public_text = words(
        "What the public is told", "In plain English. Only this is published. You may write it later.", rows=4
    )
    priority = forms.ChoiceField(
        label="Where does it stand beside the other questions?",
        choices=[("", "Not said"), *PRIORITY_NAMES.items()],
        required=False,
    )
    fits = words("How does it fit the business plan, and what earlier reviews taught?", "You may leave this empty.")
    response_kind = forms.ChoiceField(
        label="What kind of answer does it need?",
        choices=list(RESPONSE_KIND_NAMES.items()),
        required=False,
        help_text="As the review sees it, unless you change it.",
    )
    level = forms.ChoiceField(
        label="Whom is it for?",
        choices=list(LEVEL_NAMES.items()),
        required=False,
        help_text="As the review sees it, unless you change it.",
    )
    reclassified = words("If you changed either, why?")


class View(Based):
    """What the board makes of a finding."""

    text = words("What does the board make of this finding as a whole?", rows=5)
    public_text = words("What the public is told", "In plain English. Only this is published.", rows=4)


class Raise(Offering):
    """That a question was raised elsewhere."""

    to = line("To whom was it raised?", "A body or an office, not a person.")
    on = Day(label="On which day?", required=False)
    asks = words("What were they asked? You may leave this empty", rows=2)


class Reply(Offering):
    """What came back."""

    reply = words("What came back?", "“Nothing so far” is an answer too.", rows=2)
    replied_on = Day(label="On which day?", required=False)


class Close(Offering):
    """Closing a question."""

    reason = words("Why is the question closed?", rows=3)
    without_evidence = words(
        "If no evidence of impact is recorded: why is none available?", "Leave this empty where there is some."
    )


class Reopen(Offering):
    """Opening a question again."""

    reason = words("Why is the question opened again?", rows=2)


class Present(Offering):
    """A presentation to the board."""

    on = Day(label="When was it?", required=False)
    meeting = OfferedNumber(
        label="Was it a meeting of the plan?",
        help_text="Its agenda and minutes stay there, and are linked.",
        required=False,
    )
    present = words("Who was there, by role?", "No names are needed.", rows=3)


class Note(Offering):
    """What was said at a presentation."""

    kind = one_of("What do you write down?", SAID_NAMES, error_messages={"required": "Choose one."})
    finding = OfferedNumber(label="Of which finding?", required=False)
    text = words("What was said?", rows=4)
    role = line("Which role did it come from?", "Needed for a challenge.")
