"""What the example's board answers, through the same commands as any review."""

from collections.abc import Callable
from datetime import date, timedelta

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.whole import Case
from casement.foundation.access import Role, Seat, Subject
from casement.foundation.clock import today
from casement.rooms.responses import commands, queries
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.queries import seat_of
from casement.rooms.reviews.rules.processes import HEARD

OFFICE, CHAIR = "bm1", "chair"


def respond(case: Case, places: Places, seat: Seat) -> None:
    """The presentation, answers, actions with what became of them, and a publication check that is under way."""
    told = case.responded
    reviews.answer_gate(seat, gate=HEARD, text=told.early)
    reviews.release(seat, subject=Subject.DRAFT_REPORT, role=Role.ACCOUNTABLE)
    for key in (CHAIR, OFFICE):
        places.seats[key] = seat_of(places.seats[key].person_id, seat.ref) or places.seats[key]
    chair = places.seats[CHAIR]
    asked = {part.number: [one.number for one in part.questions] for part in queries.response(chair).findings}

    def question(finding: str, place: int) -> int:
        return asked[places.findings[finding]][place - 1]

    held = commands.record_presentation(chair, on=back(told.presented.ago), present=told.presented.present)
    for note in told.presented.notes:
        finding = places.findings[note.finding] if note.finding else None
        commands.note_said(
            chair, number=held.number, kind=note.kind, text=note.text, finding=finding, role=note.role
        )
    for said in told.answers:
        commands.answer_question(
            places.seats[said.who], number=question(said.finding, said.question), decision=said.decision,
            reasons=said.reasons, position=said.position, public_text=said.public_text, priority=said.priority,
            fits=said.fits,
        )  # fmt: skip
    for view in told.overall:
        commands.view_finding(
            places.seats[view.who],
            number=places.findings[view.finding],
            text=view.text,
            public_text=view.public_text,
        )
    for each in told.elsewhere:
        made = commands.raise_elsewhere(
            chair, number=question(each.finding, each.question), to=each.to, on=back(each.ago), asks=each.asks
        )
        if each.reply:
            commands.note_reply(chair, number=made.number, reply=each.reply, replied_on=today())
    act(case, places, question)
    check(case, places)


def act(case: Case, places: Places, question: Callable[[str, int], int]) -> None:
    """The actions of the response, with progress and impact."""
    for told in case.responded.actions:
        made = commands.add_action(
            places.seats[CHAIR], number=question(told.finding, told.question), what=told.what,
            agency=places.agencies[told.agency] if told.agency else None,
            due_on=ahead(told.due), due_words=told.due_words, measure=told.measure, baseline=told.baseline,
            source=told.source, look_on=ahead(told.look),
        )  # fmt: skip
        for step in told.progress:
            commands.note_progress(
                places.seats[step.by],
                number=made.number,
                doing=step.doing,
                text=step.text,
                look_on=ahead(told.look),
            )
        for seen in told.impact:
            commands.note_impact(
                places.seats[seen.by], number=made.number, difference=seen.difference, evidence=seen.evidence,
                said_by=seen.said_by, on=back(seen.ago),
            )  # fmt: skip


def check(case: Case, places: Places) -> None:
    """Some of what is asked before publication."""
    office = places.seats[OFFICE]
    commands.begin_check(office)
    for told in case.responded.checked:
        commands.answer_item(office, check=told.item, answer=told.answer, note=told.note)


def ahead(days: int | None) -> date | None:
    """So many days from today; None where nothing is said."""
    return None if days is None else today() + timedelta(days=days)
