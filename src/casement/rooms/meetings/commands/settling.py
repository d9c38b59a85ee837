"""What becomes of an entry after it was written: an action is done, a question answered, said words released."""

from __future__ import annotations

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.meetings.commands.notes import entry_of, heard_of
from casement.rooms.meetings.commands.rows import place_numbered, place_of
from casement.rooms.meetings.models import Entry
from casement.rooms.meetings.queries import here
from casement.rooms.meetings.vocabulary import NEEDS_WORDS, SETTLED, Kind, State
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.sources import commands as sources
from casement.rooms.sources.vocabulary import Section

DECIDED = "This is decided already."
NOT_AGREED = "Somebody is named by their role label only if they agree. Ask them, and say here that they did."
WORDS_FIRST = "Say how it was answered, or why you let it go."


@command(Action.MEETINGS_WORK)
def settle_entry(seat: Seat, *, number: int, entry: int, state: str, outcome: str = "") -> Entry:
    """Say what became of an action, a question or a hunch. Refused while the meeting is held."""
    meeting = here(seat, number)
    refuse_while_held(seat, Scope.MEETING, number)
    return _settle(seat, entry_of(seat, meeting, entry), state, outcome)


@command(Action.MEETINGS_MINE)
def settle_my_action(seat: Seat, *, number: int, state: str, outcome: str = "") -> Entry:
    """Say of an action one took on oneself that it is done, or why it is let go."""
    rows = Entry.objects.filter(review_id=seat.review, number=number, kind=Kind.ACTION, taken_back_at=None)
    row = rows.filter(owner=seat.standing.participation_id or 0).first()
    if row is None:
        raise NotHere
    return _settle(seat, row, state, outcome)


@command(Action.MEETINGS_AGREE)
def decide_said(
    seat: Seat, *, number: int, entry: int, decision: str, whose: int | None = None, agreed: bool = False
) -> Entry:
    """Decide what becomes of words of the case group: a source of their own, or a comment that is kept.

    `whose` is the place of the person who said them, `agreed` that this person wants to be named by their label;
    otherwise they are the group's. Refused when it was decided, and while the meeting is held.
    """
    meeting = here(seat, number)
    refuse_while_held(seat, Scope.MEETING, number)
    row = entry_of(seat, meeting, entry)
    if row.kind != Kind.SAID:
        raise NotHere
    if row.state != State.OPEN:
        raise Refused(DECIDED)
    if decision not in (State.SOURCE, State.COMMENT):
        raise Refused("Choose what becomes of these words.", field="decision")
    place = place_numbered(seat, whose, field="whose")
    if place is not None and place.role != Role.CASE_GROUP:
        raise Refused("Choose somebody of the case group, or nobody.", field="whose")
    if place is not None and not agreed:
        raise Refused(NOT_AGREED, field="agreed")
    row.whose, row.state = place, decision
    if decision == State.SOURCE:
        day = meeting.starts.date().isoformat()
        if place is not None:
            row.source = sources.add_write_up(
                seat, participation=place.number, title=f"Said at meeting {number} by {place.role_label}",
                sections=[Section("", row.text)], kind="conversation", date=day,
            )  # fmt: skip
        else:
            row.source = sources.add_said_together(
                seat, title=f"Said at meeting {number} by the group", text=row.text, date=day
            )
    return _keep(seat, row)


def _settle(seat: Seat, row: Entry, state: str, outcome: str) -> Entry:
    if state not in SETTLED.get(row.kind, ()):
        raise Refused("Choose what became of it.", field="state")
    row.state, row.outcome = state, at_most(outcome, 4000, field="outcome")
    if state in NEEDS_WORDS and not row.outcome:
        raise Refused(WORDS_FIRST, field="outcome")
    return _keep(seat, row)


def _keep(seat: Seat, row: Entry) -> Entry:
    row.settled_by_id, row.settled_at = place_of(seat), now()
    heard_of(seat, row)
    row.save()
    return row
