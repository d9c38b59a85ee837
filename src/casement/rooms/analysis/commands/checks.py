"""Answering what is asked about a claim or a source with a reason, and taking the answer back."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.analysis.commands.rows import row, said
from casement.rooms.analysis.models import CheckAnswer
from casement.rooms.analysis.queries.asking import asked_of
from casement.rooms.analysis.queries.whole import tree

SAY_WHAT = "Say what the team makes of this."
NOT_ASKED = "This is not asked any more: the evidence has changed. Look at the list again."


@command(Action.ANALYSIS_WRITE)
def answer_check(seat: Seat, *, owner: str, about: int, question: str, reason: str) -> CheckAnswer:
    """Answer one question about a finding, an episode, a source or the review; `question` is its mark.

    A second answer takes the first's place in the list. It holds while the sentence stays the same.
    NotHere when there is no such thing; Refused when this is not asked of it now.
    """
    why = said(reason, SAY_WHAT, field="reason")
    found = next((one for one in asked_of(seat, owner, about, tree(seat)) if one.mark == question), None)
    if found is None:
        raise Refused(NOT_ASKED, field="reason")
    check, words = found.check, found.said
    standing = CheckAnswer.objects.filter(
        review_id=seat.review, check_name=check, owner=owner, about=about, said=words, taken_back_at=None
    ).last()
    if standing is not None and standing.reason == why:
        return standing
    if standing is not None:
        standing.taken_back_at = now()
        standing.save(update_fields=["taken_back_at"])
    return CheckAnswer.objects.create(
        review_id=seat.review,
        number=next_number(CheckAnswer, seat.review),
        check_name=check,
        owner=owner,
        about=about,
        said=words,
        reason=why,
        by_id=seat.person_id,
    )


@command(Action.ANALYSIS_WRITE)
def take_back_check_answer(seat: Seat, *, number: int) -> CheckAnswer:
    """Take an answer back: it is asked again. The answer stays in the record."""
    answer = row(CheckAnswer, seat, number)
    answer.taken_back_at = answer.taken_back_at or now()
    answer.save(update_fields=["taken_back_at"])
    return answer
