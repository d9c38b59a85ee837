"""Pages and actions of other explanations and of second readings."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, both, page
from casement.rooms.analysis import commands
from casement.rooms.analysis.web.forms import rigour as forms
from casement.rooms.analysis.web.pages import alternatives, readings
from casement.rooms.analysis.web.views.ways import to_finding_of, to_list

READ, WRITE = Action.ANALYSIS_READ, Action.ANALYSIS_WRITE
FORM = "analysis/form.html"
LIST = to_list("readings")

recording_page = page(
    WRITE, alternatives.recording_page, FORM, place="findings", forms={"form": forms.RecordingAlternative}
)
recording = both(
    recording_page,
    action(commands.record_alternative, form=forms.RecordingAlternative, back=recording_page,
           then=to_finding_of("#alternatives"), said="It stands on the finding, open until you answer it."),
)  # fmt: skip
answering_page = page(
    WRITE, alternatives.answering_page, FORM, place="findings", kind="alternative",
    forms={"form": forms.AnsweringAlternative},
)  # fmt: skip
answering = both(
    answering_page,
    action(commands.answer_alternative, form=forms.AnsweringAlternative, back=answering_page,
           then=to_finding_of("#alternatives"), said="Your answer is kept."),
)  # fmt: skip


def to_reading(seat: Seat, result: Any, **parts: Any) -> str:
    """To the page on which both texts stand."""
    return f"/reviews/{seat.ref}/readings/{result.number}/"


listing = page(Action.READINGS_READ, readings.readings_page, "analysis/readings.html", place="readings",
               kind="second_reading")  # fmt: skip
asking_page = page(WRITE, readings.asking_page, FORM, place="readings", forms={"form": forms.AskingReader})
asking = both(
    asking_page,
    action(commands.ask_second_reading, form=forms.AskingReader, back=asking_page, then=LIST,
           said="They are asked, and the analysis is shut to them until they hand it in or give it back."),
)  # fmt: skip
blind_page = page(
    Action.READINGS_READ, readings.blind_page, "analysis/reading_blind.html", place="readings",
    kind="second_reading", forms={"form": forms.HandingIn, "back": forms.GivingBack},
)  # fmt: skip
handing_in = both(
    blind_page,
    action(commands.hand_in_reading, form=forms.HandingIn, back=blind_page, then=LIST,
           said="Handed in. Thank you. You can compare it with what the team wrote."),
)  # fmt: skip
keeping = action(
    commands.keep_reading, form=forms.Keeping, back=blind_page, then=LIST,
    said="It is kept. Nobody but you sees it, and you can go on where you were.",
)  # fmt: skip
giving_back = action(
    commands.give_back_reading, form=forms.GivingBack, back=blind_page, then=LIST, name="back",
    said="It is given back. The analysis is open to you again.",
)  # fmt: skip
compare_page = page(
    READ, readings.compare_page, "analysis/reading.html", place="readings", kind="second_reading",
    forms={"form": forms.AnsweringReading},
)  # fmt: skip
comparing = both(
    compare_page,
    action(commands.answer_reading, form=forms.AnsweringReading, back=compare_page, then=to_reading,
           said="What you did is kept."),
)  # fmt: skip
calling_off_page = page(WRITE, readings.calling_off_page, FORM, place="readings", forms={"form": forms.GivingBack})
calling_off = both(
    calling_off_page,
    action(commands.call_off_reading, form=forms.GivingBack, back=calling_off_page, then=LIST,
           said="It is called off."),
)  # fmt: skip
