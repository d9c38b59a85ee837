"""What a review says of itself: code name, kind, period, board, variant."""

from collections.abc import Container, Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.dates import NotADate, UncertainDate, read_date
from casement.foundation.refusals import Refused
from casement.rooms.reviews.models import Review, StageEntry
from casement.rooms.reviews.rules.naming import why_like_a_name
from casement.rooms.reviews.rules.processes import process, variants
from casement.rooms.reviews.vocabulary import KIND_NAMES


@command(Action.REVIEWS_EDIT)
def describe_review(
    seat: Seat,
    *,
    code_name: str | None = None,
    kind: str | None = None,
    period: str | None = None,
    board_name: str | None = None,
    based_on: int | None = None,
    sure: bool = False,
) -> Review:
    """Change what the review is called, its kind, the period looked at, the board; None leaves a fact as it is.

    `based_on` is the edition the person saw. Refused when somebody saved a newer one meanwhile, naming what
    stands now; what was typed stays in the form.
    """
    review = Review.objects.select_for_update().get(pk=seat.review)
    if based_on is not None and based_on != review.edition:
        raise Refused(
            f"Somebody saved this while you were writing. It now says: {in_short(review)}. "
            "What you wrote is still here. Save again to use yours."
        )
    if code_name is not None:
        checked = checked_code_name(code_name, sure=sure or code_name.strip() == review.code_name)
        review.code_name = checked
    if kind is not None:
        review.kind = known(kind, KIND_NAMES, "kind", "Choose what kind of review this is.")
    if board_name is not None:
        review.board_name = board_name.strip()
    if period is not None:
        review.date_as(checked_period(period))
    review.edition += 1
    review.save()
    return review


@command(Action.REVIEWS_EDIT)
def change_variant(seat: Seat, *, variant: str, reason: str) -> Review:
    """Take another form of the process, with a reason that stays in the history.

    Refused without a reason, and when the step the review is at does not belong to the new form.
    """
    review = Review.objects.select_for_update().get(pk=seat.review)
    known(variant, [each.key for each in variants()], "variant", "Choose a form of the review.")
    if not reason.strip():
        raise Refused("Say why the form of the review changes. The report will print the form.", field="reason")
    new, old = process(variant), process(review.variant)
    if not new.has(review.step):
        label = new.step(review.step).label.lower()
        raise Refused(f"The review is at a step this form has not: {label}. Move on first.", field="variant")
    if variant == review.variant:
        return review
    StageEntry.objects.create(
        review=review,
        from_step=review.step,
        to_step=review.step,
        by_id=seat.person_id,
        note=f"Form changed from {old.variant.name} to {new.variant.name}. {reason.strip()}",
    )
    review.variant = variant
    review.edition += 1
    review.save(update_fields=["variant", "edition"])
    return review


@command(Action.REVIEWS_EDIT)
def leave_steps_out(seat: Seat, *, steps: Iterable[str], reason: str) -> Review:
    """Do without these steps, and take every other step in again, with a reason that stays in the history.

    A step left out is not offered any more, and what it asks for before one goes on stops nobody. Refused without a
    reason, for a step that no review can do without, and for the one where the review is.
    """
    review = Review.objects.select_for_update().get(pk=seat.review)
    way, wanted = process(review.variant), set(steps)
    if not wanted <= {one.key for one in way.may_leave_out()}:
        raise Refused("Choose steps that a review of this form can do without.", field="steps")
    if not reason.strip():
        raise Refused("Say why. The history of the review keeps it.", field="reason")
    if review.step in wanted:
        label = way.step(review.step).label.lower()
        raise Refused(f"The review is at this step now: {label}. Move on first.", field="steps")
    left_out = [one.key for one in way.steps if one.key in wanted]
    if left_out == review.left_out:
        return review
    told = ", ".join(f"{key} {way.step(key).label.lower()}" for key in left_out)
    StageEntry.objects.create(
        review=review, from_step=review.step, to_step=review.step, by_id=seat.person_id,
        note=f"{f'Steps left out: {told}.' if told else 'No step is left out any more.'} {reason.strip()}",
    )  # fmt: skip
    review.left_out = left_out
    review.edition += 1
    review.save(update_fields=["left_out", "edition"])
    return review


def in_short(review: Review) -> str:
    """The facts of a review in one line, for somebody who is about to save over them."""
    period = review.date_recorded or "no period"
    return ", ".join([review.code_name, KIND_NAMES[review.kind], period, review.board_name or "no board"])


def checked_code_name(code_name: str, *, sure: bool) -> str:
    """A code name that may be used; Refused when empty or too long, or when it looks real and nobody is sure."""
    told = " ".join(code_name.split())
    if not told:
        raise Refused("Give the review a code name. Never use a real name.", field="code_name")
    if len(told) > 80:
        raise Refused("This code name is too long. Use at most 80 letters.", field="code_name")
    why = why_like_a_name(told)
    if why and not sure:
        raise Refused(
            f"This could be a real name: {why}. Choose another, or say that it is a code name.", field="code_name"
        )
    return told


def checked_period(period: str) -> UncertainDate | None:
    """The period looked at, read without guessing; Refused with the reader's own sentence."""
    if not period.strip():
        return None
    if len(period) > 200:
        raise Refused("This is too long for a period. Write only its dates.", field="period")
    try:
        return read_date(period.strip())
    except NotADate as no:
        raise Refused(no.sentence, field="period") from None


def known(value: str, words: Container[str], field: str, sentence: str) -> str:
    """`value` when it is one of the words; Refused otherwise."""
    if value not in words:
        raise Refused(sentence, field=field)
    return value
