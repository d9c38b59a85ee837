"""The board answers a question, says what it makes of a finding, raises a question elsewhere, and closes it."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import today
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.responses.commands.rows import finding_row, place_of, question_row
from casement.rooms.responses.models import BoardResponse, BoardView, Closing, Impact, Raised
from casement.rooms.responses.rules.answers import Given, missing_in, why_not_closed
from casement.rooms.responses.vocabulary import DECISION_NAMES, LONGEST

OVERTAKEN = (
    "{who} wrote this while you were writing. Your text is kept, and still in the form. Read both, then save."
)
TO_COME = "This day is still to come. Write it down once it was done."


@command(Action.RESPONSES_ANSWER)
def answer_question(
    seat: Seat,
    *,
    number: int,
    decision: str,
    reasons: str,
    response_kind: str = "",
    level: str = "",
    reclassified: str = "",
    priority: str = "",
    fits: str = "",
    position: str = "",
    public_text: str = "",
    based_on: int | None = None,
) -> BoardResponse:
    """Answer question `number`. The answer before it is kept; the same answer again changes nothing.

    `based_on` is the edition that was read, 0 for none. Conflict when somebody answered since; both texts are kept.
    Kind and level are the review's where they are left empty. No action is ever asked for.
    """
    place = next_number(BoardResponse, seat.review)
    question = question_row(seat, number)
    told = {
        "decision": decision,
        "reasons": at_most(reasons, LONGEST, field="reasons"),
        "response_kind": response_kind or question.response_kind,
        "level": level or question.level,
        "reclassified": at_most(reclassified, LONGEST, field="reclassified"),
        "priority": priority,
        "fits": at_most(fits, LONGEST, field="fits"),
        "position": at_most(position, LONGEST, field="position"),
        "public_text": at_most(public_text, LONGEST, field="public_text"),
    }
    sentence, field = missing_in(
        Given(
            told["decision"], told["reasons"], told["response_kind"], told["level"], question.response_kind,
            question.level, told["reclassified"], told["priority"], told["position"],
        )
    )  # fmt: skip
    if sentence:
        raise Refused(sentence, field=field)
    rows = BoardResponse.objects.select_related("by").filter(question=question, kept_beside=False)
    last = rows.order_by("edition").last()
    if last is not None and all(getattr(last, name) == value for name, value in told.items()):
        return last
    edition = last.edition if last else 0
    overtaken = based_on is not None and based_on != edition
    made = BoardResponse.objects.create(
        review_id=seat.review, number=place, question=question, edition=edition + 1, kept_beside=overtaken,
        question_edition=question.edition, by_id=place_of(seat), **told,
    )  # fmt: skip
    if overtaken:
        raise Conflict(
            OVERTAKEN.format(who=last.by.role_label if last else "Somebody"),
            mine=_lines(made), theirs=_lines(last) if last else "", current=edition, kept=made.pk,
        )  # fmt: skip
    return made


@command(Action.RESPONSES_ANSWER)
def view_finding(
    seat: Seat, *, number: int, text: str, public_text: str = "", based_on: int | None = None
) -> BoardView:
    """Say what the board makes of finding `number` as a whole. Earlier texts stay; Conflict as with an answer."""
    place = next_number(BoardView, seat.review)
    finding = finding_row(seat, number)
    words = in_words(text, "Write what the board makes of this finding.", field="text", most=LONGEST)
    public = at_most(public_text, LONGEST, field="public_text")
    rows = BoardView.objects.select_related("by").filter(finding=finding, kept_beside=False)
    last = rows.order_by("edition").last()
    if last is not None and (last.text, last.public_text) == (words, public):
        return last
    edition = last.edition if last else 0
    overtaken = based_on is not None and based_on != edition
    made = BoardView.objects.create(
        review_id=seat.review, number=place, finding=finding, edition=edition + 1, kept_beside=overtaken,
        text=words, public_text=public, by_id=place_of(seat),
    )  # fmt: skip
    if overtaken:
        raise Conflict(
            OVERTAKEN.format(who=last.by.role_label if last else "Somebody"),
            mine="\n\n".join(filter(None, (words, public))),
            theirs="\n\n".join(filter(None, (last.text, last.public_text))) if last else "",
            current=edition, kept=made.pk,
        )  # fmt: skip
    return made


@command(Action.RESPONSES_ANSWER)
def raise_elsewhere(seat: Seat, *, number: int, to: str, on: date | None, asks: str = "") -> Raised:
    """Write down that question `number` was put to somebody else: to whom, when, and what was asked of them."""
    place = next_number(Raised, seat.review)
    question = question_row(seat, number)
    whom = in_words(to, "Say to whom it was raised: a body or an office, no person’s name.", field="to", most=200)
    told = at_most(asks, LONGEST, field="asks")
    day = past(on, field="on")
    twin = Raised.objects.filter(question=question, to=whom, on=day).first()
    return twin or Raised.objects.create(
        review_id=seat.review, number=place, question=question, to=whom, on=day, asks=told, by_id=place_of(seat)
    )


@command(Action.RESPONSES_ANSWER)
def note_reply(seat: Seat, *, number: int, reply: str, replied_on: date | None) -> Raised:
    """Write down what came back from where a question was raised; what was noted before is written over by nobody:
    a second reply is added below the first.
    """
    row = Raised.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    words = in_words(reply, "Write what came back. “Nothing so far” is an answer too.", field="reply", most=LONGEST)
    row.replied_on = past(replied_on, field="replied_on")
    if words not in row.reply.split("\n\n"):
        row.reply = "\n\n".join(filter(None, (row.reply, words)))
    row.save(update_fields=["reply", "replied_on"])
    return row


@command(Action.RESPONSES_ANSWER)
def close_question(seat: Seat, *, number: int, reason: str, without_evidence: str = "") -> Closing:
    """Close question `number`: with a reason, and evidence of impact or a statement that none is available."""
    place = next_number(Closing, seat.review)
    question = question_row(seat, number)
    why = at_most(reason, LONGEST, field="reason")
    none = at_most(without_evidence, LONGEST, field="without_evidence")
    if not BoardResponse.objects.filter(question=question, kept_beside=False).exists():
        raise Refused("The question has no answer yet. Answer it first.")
    if is_closed(question.pk):
        raise Refused("This question is closed already.")
    sentence, field = why_not_closed(why, Impact.objects.filter(question=question).count(), none)
    if sentence:
        raise Refused(sentence, field=field)
    return Closing.objects.create(
        review_id=seat.review, number=place, question=question, closed=True, reason=why, without_evidence=none,
        by_id=place_of(seat),
    )  # fmt: skip


@command(Action.RESPONSES_ANSWER)
def reopen_question(seat: Seat, *, number: int, reason: str) -> Closing:
    """Open a closed question again, with a reason."""
    wait = next_number(Closing, seat.review)
    question = question_row(seat, number)
    why = in_words(reason, "Say why the question is opened again.", field="reason", most=LONGEST)
    if not is_closed(question.pk):
        raise Refused("This question is open.")
    return Closing.objects.create(
        review_id=seat.review, number=wait, question=question, closed=False, reason=why, by_id=place_of(seat)
    )


def is_closed(question: int) -> bool:
    """Whether a question is closed now."""
    last = Closing.objects.filter(question=question).order_by("number").last()
    return last is not None and last.closed


def past(day: date | None, *, field: str) -> date:
    """A day that has been; Refused without one, or for one still to come."""
    if day is None:
        raise Refused("Say on which day.", field=field)
    if day > today():
        raise Refused(TO_COME, field=field)
    return day


def _lines(row: BoardResponse) -> str:
    """An answer as lines that people can read side by side."""
    told = [DECISION_NAMES[row.decision], row.reasons, row.reclassified, row.fits, row.position, row.public_text]
    return "\n\n".join(words for words in told if words)
