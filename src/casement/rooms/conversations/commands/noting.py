"""What the pair does in the conversation: notes, turning points, heading 6, leaving for somebody at risk."""

from __future__ import annotations

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.foundation.saying import in_words
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import place_of
from casement.rooms.conversations.models import Conversation, LeftProcess, Note, NoteBeside, Opening, TurningPoint
from casement.rooms.conversations.queries.guiding import screen_here
from casement.rooms.conversations.rules.guide import COVERED
from casement.rooms.conversations.vocabulary import State

LONGEST = 20_000
ON_HOLD = "This conversation is on hold. What was written is kept; go on with it first."
SHUT = "This conversation is over. Nothing can be added to its notes."
STILL_COVERED = "Heading 6 is still closed. Open it together first."
BOTH = "Both of you agree before it is opened. Tick each name."


def open_to_notes(seat: Seat, number: int) -> Conversation:
    """A conversation of this seat's that can still be noted in; Refused while it is stopped. Inside a command."""
    row = queries.held(seat, number, change=True)
    if State(row.state) in (State.DECLINED, State.WITHDRAWN, State.RELEASED):
        raise Refused(SHUT)
    if hold := queries.facts_of(seat, row).stopped:
        raise Refused(hold)
    if row.state == State.ON_HOLD:
        raise Refused(ON_HOLD)
    return row


@command(Action.CONVERSATIONS_HOLD)
def save_note(
    seat: Seat,
    *,
    number: int,
    heading: str,
    turn: int = 0,
    said: str = "",
    reflection: str = "",
    based_on: int = 0,
    device: str = "",
    go: str = "",
) -> Note:
    """Keep what this one of the pair noted on one screen of the guide. Nobody else's note is ever touched.

    `based_on` is the edition that was on the page, `device` names the open page that sends. What comes from
    another device over a newer note of the same writer is kept beside it, and the row returned says `kept_beside`.
    `go` is where the writer goes from here, and is handed through.
    """
    row = open_to_notes(seat, number)
    screen = screen_here(seat, row, heading, turn)
    if screen.key == COVERED and not queries.opening(row):
        raise Refused(STILL_COVERED)
    if max(len(said), len(reflection)) > LONGEST:
        raise Refused(f"A note can hold {LONGEST:,} characters. Go on under the next heading.", field="said")
    note, made = Note.objects.get_or_create(
        conversation=row, writer_id=place_of(seat), key=screen.key, turn=turn,
        defaults={"said": said, "reflection": reflection, "device": device},
    )  # fmt: skip
    note.go = go
    if made or (note.said, note.reflection) == (said, reflection):
        return note
    if _comes_beside(note, based_on, device):
        _keep_beside(note, said, reflection, device)
        note.kept_beside = True
        return note
    note.said, note.reflection, note.device, note.at = said, reflection, device, now()
    note.edition += 1
    note.save()
    return note


def _comes_beside(note: Note, based_on: int, device: str) -> bool:
    """Whether what was sent would write over something newer that its sender has not seen."""
    if device and NoteBeside.objects.filter(note=note, device=device).exists():
        return True
    own = bool(device) and device == note.device
    return based_on != note.edition and not own


def _keep_beside(note: Note, said: str, reflection: str, device: str) -> None:
    told = {"said": said, "reflection": reflection, "at": now()}
    if device:
        NoteBeside.objects.update_or_create(note=note, device=device, defaults=told)
    else:
        NoteBeside.objects.create(note=note, **told)


@command(Action.CONVERSATIONS_HOLD)
def name_turning_point(seat: Seat, *, number: int, words: str) -> TurningPoint:
    """Name a moment in the participant's words; the questions of the mindset are then asked of it."""
    row = open_to_notes(seat, number)
    named = in_words(" ".join(words.split()), "Write the turning point in their words.", field="words", most=150)
    count = TurningPoint.objects.filter(conversation=row).count()
    return TurningPoint.objects.create(conversation=row, number=count + 1, words=named)


@command(Action.CONVERSATIONS_HOLD)
def open_queries(seat: Seat, *, number: int, agreed: Iterable[int] = ()) -> Conversation:
    """Open heading 6, so that puzzles from other accounts are shown. Refused unless all of the pair agree."""
    row = open_to_notes(seat, number)
    if set(row.pair.values_list("holder__number", flat=True)) != set(agreed):
        raise Refused(BOTH, field="agreed")
    Opening.objects.get_or_create(conversation=row, defaults={"by_id": place_of(seat)})
    return row


# Not stopped by any hold: somebody at risk comes before every process.
@command(Action.CONVERSATIONS_NOTES)
def leave_process(seat: Seat, *, number: int) -> Conversation:
    """Note that somebody was at risk and the local route was used: when, and nothing of what it was."""
    row = queries.held(seat, number)
    LeftProcess.objects.create(conversation=row, by_id=place_of(seat))
    return row
