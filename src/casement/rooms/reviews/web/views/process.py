"""Data protection, the steps, and who looked."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import process as forms
from casement.rooms.reviews.web.pages import process as pages

protection = page(
    Action.REVIEWS_PROTECTION,
    pages.protection_page,
    "reviews/protection.html",
    place="protection",
    forms={"assessment": forms.Assessment, "waiver": forms.Waiver},
)
steps = page(
    Action.REVIEWS_READ,
    pages.steps_page,
    "reviews/steps.html",
    place="steps",
    forms={"move": forms.Move, "closing": forms.Closing},
)
gate = page(
    Action.REVIEWS_MOVE,
    pages.gate_page,
    "reviews/gate.html",
    place="steps",
    forms={"form": forms.GateAnswer},
)
ledger = page(Action.REVIEWS_LEDGER, pages.ledger_page, "reviews/ledger.html", place="ledger", kind="ledger")


def to_protection(seat: Seat, result: object, **parts: object) -> str:
    """Back to data protection."""
    return f"/reviews/{seat.ref}/data-protection/"


def to_steps(seat: Seat, result: object, **parts: object) -> str:
    """Back to the steps."""
    return f"/reviews/{seat.ref}/steps/"


record_dpia = action(
    commands.record_dpia,
    form=forms.Assessment,
    back=protection,
    name="assessment",
    then=to_protection,
    said="The assessment is recorded. Records and conversations can be brought in.",
)
waive_dpia = action(
    commands.waive_dpia,
    form=forms.Waiver,
    back=protection,
    name="waiver",
    then=to_protection,
    said="The reason is recorded. Records and conversations can be brought in.",
)
move_step = action(
    commands.move_step, form=forms.Move, back=steps, name="move", then=to_steps, said="The review has moved."
)
answer_gate = action(
    commands.answer_gate, form=forms.GateAnswer, back=gate, then=to_steps, said="The answer is kept."
)
close_review = action(
    commands.close_review,
    form=forms.Closing,
    back=steps,
    name="closing",
    then=to_steps,
    said="The review is closed. It can still be read.",
)
reopen_review = action(
    commands.reopen_review,
    form=forms.Closing,
    back=steps,
    name="closing",
    then=to_steps,
    said="The review is open again.",
)
