"""Moving a review from step to step, past its gates, and closing it."""

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.events import announce
from casement.foundation.refusals import Refused
from casement.rooms.reviews.models import GateNote, Review, StageEntry
from casement.rooms.reviews.queries.gates import facts_of
from casement.rooms.reviews.rules.processes import HEARD, may_move
from casement.rooms.reviews.vocabulary import GateAnswered, ReviewMoves


@command(Action.REVIEWS_MOVE)
def move_step(seat: Seat, *, to: str, note: str = "") -> StageEntry:
    """Move the review to a step, forwards or back. Refused with a sentence for each gate that is not met."""
    review = Review.objects.select_for_update().get(pk=seat.review)
    reasons = may_move(review.way, to, facts_of(review))
    if reasons:
        raise Refused(" ".join(reasons), field="to")
    if to == review.step:
        raise Refused("The review is at this step already.", field="to")
    announce(ReviewMoves(seat, to))
    return _enter(seat, review, to, note, step=to)


@command(Action.REVIEWS_MOVE)
def answer_gate(seat: Seat, *, gate: str, text: str) -> GateNote:
    """Write down what a gate asks for; the answer is kept, and a later one stands beside it.

    Refused when it is too short to be an answer, and for a gate that is met in another place.
    """
    review = Review.objects.get(pk=seat.review)
    asked = {each.key: each for each in review.way.gates() if each.asks}
    if gate not in asked:
        raise Refused("There is no such question to answer. Choose one from the list.", field="gate")
    if review.closed_at is not None:
        raise Refused("This review is closed. Open it again first.")
    if gate == HEARD and seat.standing.role is not Role.LEAD:
        raise Refused("A lead reviewer writes this down.", field="text")
    if len(text.split()) < 3:
        raise Refused("Answer in a sentence.", field="text")
    announce(GateAnswered(seat, gate))
    return GateNote.objects.create(review=review, gate=gate, text=text.strip(), by_id=seat.person_id)


def note_gate(seat: Seat, *, gate: str, text: str) -> None:
    """Answer a gate from what another room has recorded, where this form of the review has it. Inside a command."""
    review = Review.objects.get(pk=seat.review)
    if gate in {each.key for each in review.way.gates()}:
        GateNote.objects.create(review=review, gate=gate, text=text, by_id=seat.person_id)


@command(Action.REVIEWS_MOVE)
def close_review(seat: Seat, *, note: str) -> StageEntry:
    """Close the review: it can be read, not changed. Refused without a reason."""
    review = Review.objects.select_for_update().get(pk=seat.review)
    if review.closed_at is not None:
        raise Refused("This review is closed already.")
    if not note.strip():
        raise Refused("Say why the review is closed.", field="note")
    return _enter(seat, review, "closed", note, closed_at=now())


@command(Action.REVIEWS_MOVE)
def reopen_review(seat: Seat, *, note: str) -> StageEntry:
    """Open a closed review again, at the step where it was. Refused without a reason."""
    review = Review.objects.select_for_update().get(pk=seat.review)
    if review.closed_at is None:
        raise Refused("This review is open already.")
    if not note.strip():
        raise Refused("Say why the review is opened again.", field="note")
    return _enter(seat, review, "open", note, closed_at=None)


def _enter(seat: Seat, review: Review, to: str, note: str, **facts: object) -> StageEntry:
    entry = StageEntry.objects.create(
        review=review, from_step=review.step, to_step=to, by_id=seat.person_id, note=note.strip()
    )
    for name, value in facts.items():
        setattr(review, name, value)
    review.save(update_fields=list(facts))
    return entry
