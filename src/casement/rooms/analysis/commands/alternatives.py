"""Recording what else could explain a finding, and what the team made of it. Answers are only ever added."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.rooms.analysis.commands.rows import one_of, row, said
from casement.rooms.analysis.models import Alternative, AlternativeAnswer, Finding
from casement.rooms.analysis.rules.alternatives import AlternativeReply

WHAT_ELSE = "Say what else could explain it."
WHY = "Say why. The reason stays beside the explanation."


@command(Action.ANALYSIS_WRITE)
def record_alternative(seat: Seat, *, finding: int, text: str, would_speak: str = "") -> Alternative:
    """Record what else could explain a finding, and what would speak for it. The same twice is kept once."""
    whole = said(text, WHAT_ELSE)
    about = row(Finding, seat, finding)
    twin = Alternative.objects.filter(finding=about, text=whole).first()
    return twin or Alternative.objects.create(
        review_id=seat.review,
        number=next_number(Alternative, seat.review),
        finding=about,
        text=whole,
        would_speak=would_speak.strip(),
        by_id=seat.person_id,
    )


@command(Action.ANALYSIS_WRITE)
def answer_alternative(seat: Seat, *, number: int, answer: str, reason: str) -> Alternative:
    """Say what the team makes of another explanation, and why. Earlier answers stay beside it."""
    one_of(AlternativeReply, answer, "Say whether it is set aside, taken up or open.", field="answer")
    why = said(reason, WHY, field="reason")
    about = row(Alternative, seat, number)
    last = AlternativeAnswer.objects.filter(alternative=about).last()
    if last is None or (last.answer, last.reason) != (answer, why):
        AlternativeAnswer.objects.create(alternative=about, answer=answer, reason=why, by_id=seat.person_id)
    return about
