"""The check before publication: answered in words, signed by two people, and what was published after it."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.analysis.commands import take_findings_on
from casement.rooms.analysis.vocabulary import FindingState
from casement.rooms.reports.models import Export
from casement.rooms.reports.vocabulary import FINAL, CopyState, Edition
from casement.rooms.responses.commands.answers import past
from casement.rooms.responses.commands.rows import place_of
from casement.rooms.responses.models import CheckAnswer, Notice, Publication, PublicationCheck, Signature
from casement.rooms.responses.queries.checks import items_of, version_of
from casement.rooms.responses.queries.public import frozen_response
from casement.rooms.responses.rules.publication import (
    SIGNERS,
    meets_the_gate,
    why_not_signed,
    wrong_answer,
    wrong_outcome,
)
from casement.rooms.responses.vocabulary import (
    ANSWER_NAMES,
    KEY,
    LONGEST,
    OUTCOME_NAMES,
    PUBLISHES,
    TOLD_NAMES,
    WAY_NAMES,
    Outcome,
)
from casement.rooms.reviews.commands import note_gate

NONE_OPEN = "No check is under way. Begin one first."
CHANGED = "{who} answered this while you were writing. Your text is still in the form. Read both, then save again."


@command(Action.PUBLICATION_CHECK)
def begin_check(seat: Seat) -> PublicationCheck:
    """Begin a check. While one is under way, that one is given back."""
    place = next_number(PublicationCheck, seat.review)
    there = PublicationCheck.objects.filter(review_id=seat.review, signed_at=None).first()
    return there or PublicationCheck.objects.create(
        review_id=seat.review, number=place, version=version_of(seat), by_id=place_of(seat)
    )


@command(Action.PUBLICATION_CHECK)
def answer_item(seat: Seat, *, check: str, answer: str, note: str = "", based_on: int | None = None) -> CheckAnswer:
    """Answer one thing of the check that is under way. Signatures given before it no longer count.

    `based_on` is the number of answers to this item that were read; Conflict when somebody answered since.
    """
    row = open_check(seat)
    if check not in {item.key for item in items_of(seat)}:
        raise NotHere
    words = at_most(note, LONGEST, field="note")
    sentence, field = wrong_answer(answer, words)
    if sentence:
        raise Refused(sentence, field=field)
    before = CheckAnswer.objects.select_related("by").filter(check_of=row, item=check).order_by("pk")
    last = before.last()
    if last is not None and (last.answer, last.note) == (answer, words):
        return last
    if last is not None and based_on is not None and based_on != (amount := before.count()):
        raise Conflict(
            CHANGED.format(who=last.by.role_label),
            mine=f"{ANSWER_NAMES[answer]}\n{words}", theirs=f"{ANSWER_NAMES[last.answer]}\n{last.note}",
            current=amount,
        )  # fmt: skip
    return CheckAnswer.objects.create(
        check_of=row, item=check, answer=answer, note=words, edition=_raised(row), by_id=place_of(seat)
    )


@command(Action.PUBLICATION_CHECK)
def decide_outcome(seat: Seat, *, outcome: str, reason: str = "", look_on: date | None = None) -> PublicationCheck:
    """Say what comes of the check. Only publishing in full needs no reason; a delay needs its next look."""
    row = open_check(seat)
    words = at_most(reason, LONGEST, field="reason")
    sentence, field = wrong_outcome(outcome, words, look_on)
    if sentence:
        raise Refused(sentence, field=field)
    day = look_on if outcome == Outcome.DELAY else None
    if (row.outcome, row.reason, row.look_on) != (outcome, words, day):
        _raised(row)
        row.outcome, row.reason, row.look_on = outcome, words, day
        row.save(update_fields=["outcome", "reason", "look_on"])
    return row


@command(Action.PUBLICATION_SIGN)
def sign_check(seat: Seat) -> Signature:
    """Sign the check as it stands. The second signature has to be another person's, and closes the check.

    Signed by two, it answers the gate of the step, unless publication was put off.
    """
    row = open_check(seat)
    signed = set(Signature.objects.filter(check_of=row, edition=row.edition).values_list("person_id", flat=True))
    answers = dict(CheckAnswer.objects.filter(check_of=row).order_by("pk").values_list("item", "answer"))
    items = [item.key for item in items_of(seat)]
    if no := why_not_signed(items, answers, row.outcome, signed, seat.person_id):
        raise Refused(no)
    made = Signature.objects.create(
        check_of=row, edition=row.edition, by_id=place_of(seat), person_id=seat.person_id
    )
    if len(signed) + 1 >= SIGNERS:
        row.signed_at = now()
        row.save(update_fields=["signed_at"])
        if meets_the_gate(row.outcome):
            said = OUTCOME_NAMES[row.outcome].lower()
            note_gate(seat, gate=KEY, text=f"Publication check {row.number}, signed by two people: {said}.")
    return made


@command(Action.PUBLICATION_CHECK)
def note_notice(
    seat: Seat, *, kind: str, whom: str, on: date | None, way: str, text_given: bool = False, note: str = ""
) -> Notice:
    """Write down that somebody was told before publication, by role: when, how, whether they had the text."""
    place = next_number(Notice, seat.review)
    if kind not in TOLD_NAMES:
        raise Refused("Say whether it was family, staff or an agency.", field="kind")
    who = in_words(whom, "Say who was told, by role.", field="whom", most=200)
    if way not in WAY_NAMES:
        raise Refused("Say how they were told.", field="way")
    day = past(on, field="on")
    twin = Notice.objects.filter(review_id=seat.review, kind=kind, whom=who, on=day, way=way).first()
    return twin or Notice.objects.create(
        review_id=seat.review, number=place, kind=kind, whom=who, on=day, way=way, text_given=text_given,
        note=at_most(note, LONGEST, field="note"), by_id=place_of(seat),
    )  # fmt: skip


@command(Action.PUBLICATION_PUBLISH)
def record_publication(seat: Seat, *, copy: int, on: date | None, where: str) -> Publication:
    """Write down that a publishable copy was published: which one, on which day, where.

    Refused before a check that says so was signed by two people. The board's public texts are frozen with it. Where
    all is published, findings that were presented move on to published; in part, people say which.
    """
    place = next_number(Publication, seat.review)
    check = PublicationCheck.objects.filter(review_id=seat.review).exclude(signed_at=None).order_by("number").last()
    if check is None or check.outcome not in PUBLISHES:
        raise Refused("Nothing is published before two people have signed a check that says so.")
    if PublicationCheck.objects.filter(review_id=seat.review, signed_at=None).exists():
        raise Refused("A new check is under way. It has to be signed first.")
    export = Export.objects.filter(
        report__review_id=seat.review, report__kind=FINAL, edition=Edition.PUBLISHABLE, state=CopyState.READY,
        number=copy,
    ).first()  # fmt: skip
    if export is None:
        raise Refused("Choose a publishable copy of the report.", field="copy")
    there = in_words(where, "Say where it is published.", field="where", most=300)
    day = past(on, field="on")
    twin = Publication.objects.filter(review_id=seat.review, export=export, on=day, where=there).first()
    if twin is not None:
        return twin
    told, digest = frozen_response(seat)
    if check.outcome == Outcome.IN_FULL:
        take_findings_on(seat, to=FindingState.PUBLISHED, why=f"Published on {day.day} {day:%B %Y}.")
    return Publication.objects.create(
        review_id=seat.review, number=place, check_of=check, export=export, sha256=export.sha256, response=told,
        response_sha256=digest, on=day, where=there, by_id=place_of(seat),
    )  # fmt: skip


def open_check(seat: Seat) -> PublicationCheck:
    """The check that is under way, in line behind whoever changes it; Refused when there is none."""
    wait_in_line(seat.review)
    found = PublicationCheck.objects.filter(review_id=seat.review, signed_at=None).first()
    if found is None:
        raise Refused(NONE_OPEN)
    return found


def _raised(row: PublicationCheck) -> int:
    """The next edition of a check, so that no signature stands for what nobody read."""
    row.edition += 1
    row.save(update_fields=["edition"])
    return row.edition
