"""Actions of a response: planned by the board, reported on by whoever does them. Impact is no part of progress."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.design.day_words import date_words
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.analysis.models import BoardQuestion
from casement.rooms.responses.commands.answers import is_closed, past
from casement.rooms.responses.commands.rows import agency_row, place_of, question_row
from casement.rooms.responses.models import ActionVersion, Closing, Impact, Progress, ResponseAction
from casement.rooms.responses.vocabulary import DOING_NAMES, LONGEST, SEEN, Doing

WHAT = "Say what is to change in the conditions of work."
CHANGED = (
    "{who} changed this action while you were writing. Your text is kept, and is still in the form. "
    "Read both, then save again."
)
Facts = list[list[str]]


@command(Action.RESPONSES_ANSWER)
def add_action(
    seat: Seat,
    *,
    number: int,
    what: str,
    agency: int | None = None,
    due_on: date | None = None,
    due_words: str = "",
    measure: str = "",
    baseline: str = "",
    source: str = "",
    look_on: date | None = None,
) -> ResponseAction:
    """Add an action to question `number`; the same for the same agency once only. No more than that is needed."""
    place = next_number(ResponseAction, seat.review)
    question = question_row(seat, number)
    told = _told(seat, what, agency, due_on, due_words, measure, baseline, source, look_on)
    row = agency_row(seat, agency)
    twin = ResponseAction.objects.filter(question=question, agency=row, what=told["what"]).first()
    if twin is not None:
        return twin
    made = ResponseAction.objects.create(
        review_id=seat.review, number=place, question=question, by_id=place_of(seat), **told
    )
    _keep(seat, made, facts_of(made))
    return made


@command(Action.RESPONSES_ANSWER)
def change_action(
    seat: Seat,
    *,
    number: int,
    what: str,
    agency: int | None = None,
    due_on: date | None = None,
    due_words: str = "",
    measure: str = "",
    baseline: str = "",
    source: str = "",
    look_on: date | None = None,
    based_on: int | None = None,
) -> ResponseAction:
    """Change what an action says; what it said is kept. Conflict when somebody was first; both are kept."""
    wait_in_line(seat.review)
    row = action_row(seat, number)
    stands = facts_of(row)
    for name, value in _told(seat, what, agency, due_on, due_words, measure, baseline, source, look_on).items():
        setattr(row, name, value)
    sent = facts_of(row)
    if sent == stands:
        return row
    if based_on is not None and based_on != row.edition:
        kept = _keep(seat, row, sent, beside=True)
        last = row.versions.filter(kept_beside=False).select_related("by").last()
        raise Conflict(
            CHANGED.format(who=last.by.role_label if last else "Somebody"),
            mine=_lines(sent), theirs=_lines(stands), current=row.edition, kept=kept.pk,
        )  # fmt: skip
    row.edition += 1
    row.save()
    _keep(seat, row, sent)
    return row


@command(Action.RESPONSES_REPORT)
def note_progress(seat: Seat, *, number: int, doing: str, text: str, look_on: date | None = None) -> Progress:
    """Say how far an action has got. “Done” says that it was done, never that it helped.

    An agency's contact may say it of their own agency's actions alone. Why it stopped is always said.
    """
    place = next_number(Progress, seat.review)
    row = action_row(seat, number)
    if doing not in DOING_NAMES:
        raise Refused("Say how far it has got.", field="doing")
    ask = "Say why it was stopped." if doing == Doing.STOPPED else "Say in a sentence what was done so far."
    words = in_words(text, ask, field="text", most=LONGEST)
    last = Progress.objects.filter(action=row).order_by("number").last()
    if last is not None and (last.doing, last.text, last.look_on) == (doing, words, look_on):
        return last
    made = Progress.objects.create(
        review_id=seat.review, number=place, action=row, doing=doing, text=words, look_on=look_on,
        by_id=place_of(seat),
    )  # fmt: skip
    row.doing, row.look_on = doing, look_on
    row.save(update_fields=["doing", "look_on"])
    return made


@command(Action.RESPONSES_REPORT)
def note_impact(
    seat: Seat,
    *,
    number: int,
    difference: str,
    evidence: str,
    said_by: str,
    on: date | None,
    reopens: bool = False,
) -> Impact:
    """Write down what became different because of action `number`, how that is known, and who says so."""
    place = next_number(Impact, seat.review)
    row = action_row(seat, number)
    return _impact(seat, place, row.question, row, difference, evidence, said_by, on, reopens)


@command(Action.RESPONSES_ANSWER)
def note_impact_of_answer(
    seat: Seat,
    *,
    number: int,
    difference: str,
    evidence: str,
    said_by: str,
    on: date | None,
    reopens: bool = False,
) -> Impact:
    """The same of a question as a whole, where no single action stands behind what was seen."""
    place = next_number(Impact, seat.review)
    question = question_row(seat, number)
    return _impact(seat, place, question, None, difference, evidence, said_by, on, reopens)


def action_row(seat: Seat, number: int) -> ResponseAction:
    """An action that this seat may write about; NotHere for any other."""
    far = reach(seat.standing, Subject.RESPONSE, Verb.WRITE)
    rows = ResponseAction.objects.select_related("question", "agency").filter(review_id=seat.review, number=number)
    if Reach.ALL not in far:
        rows = rows.filter(agency_id=seat.standing.agency_id or 0)
    found = rows.first()
    if found is None:
        raise NotHere
    return found


def facts_of(row: ResponseAction) -> Facts:
    """An action as pairs of words."""
    return [
        ["Who", row.agency.name if row.agency else "The board itself"],
        ["What changes", row.what],
        ["By when", date_words(row.due_on) if row.due_on else row.due_words],
        ["How we would know", row.measure],
        ["How it is now", row.baseline],
        ["Where that comes from", row.source],
        ["Next look", date_words(row.look_on) if row.look_on else ""],
    ]


def _impact(
    seat: Seat, place: int, question: BoardQuestion, action: ResponseAction | None, difference: str, evidence: str,
    said_by: str, on: date | None, reopens: bool,
) -> Impact:  # fmt: skip
    if difference not in SEEN:
        raise Refused("Say whether anything became different.", field="difference")
    words = in_words(evidence, "Say what was seen, and how it is known.", field="evidence", most=LONGEST)
    who = in_words(said_by, "Say who says so, by role.", field="said_by", most=200)
    day = past(on, field="on")
    twin = Impact.objects.filter(question=question, action=action, on=day, evidence=words).first()
    if twin is not None:
        return twin
    made = Impact.objects.create(
        review_id=seat.review, number=place, question=question, action=action, difference=difference,
        evidence=words, said_by=who, on=day, reopens=reopens, by_id=place_of(seat),
    )  # fmt: skip
    if reopens and is_closed(question.pk):
        Closing.objects.create(
            review_id=seat.review, number=next_number(Closing, seat.review), question=question, closed=False,
            reason="Opened again by what was seen of the work.", by_id=place_of(seat),
        )  # fmt: skip
    return made


def _told(
    seat: Seat, what: str, agency: int | None, due_on: date | None, due_words: str, measure: str, baseline: str,
    source: str, look_on: date | None,
) -> dict[str, object]:  # fmt: skip
    return {
        "agency": agency_row(seat, agency),
        "what": in_words(what, WHAT, field="what", most=LONGEST),
        "due_on": due_on,
        "due_words": at_most(due_words, 200, field="due_words"),
        "measure": at_most(measure, LONGEST, field="measure"),
        "baseline": at_most(baseline, LONGEST, field="baseline"),
        "source": at_most(source, LONGEST, field="source"),
        "look_on": look_on,
    }


def _keep(seat: Seat, row: ResponseAction, told: Facts, *, beside: bool = False) -> ActionVersion:
    return ActionVersion.objects.create(
        action=row, edition=row.edition, told=told, kept_beside=beside, by_id=place_of(seat)
    )


def _lines(told: Facts) -> str:
    return "\n".join(f"{name}: {words}" for name, words in told if words)
