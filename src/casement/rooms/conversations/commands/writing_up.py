"""The pair writes the conversation up and gives it to the participant to check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.conf import settings

from casement.foundation import post, private_links
from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, Refused
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import go, place_of
from casement.rooms.conversations.models import Conversation, Said, WriteUp
from casement.rooms.conversations.vocabulary import State

DAYS_OPEN = 60
SUBJECT = "A message for you in Casement"
BODY = (
    "Someone has written to you. Sign in to read it.\n\n{address}\n\n"
    "If you were not expecting this, ring the number on the board's own website."
)
TOO_SOON = "Say first that the conversation was held; then it can be written up."


@command(Action.CONVERSATIONS_HOLD)
def save_write_up(
    seat: Seat, *, number: int, texts: Mapping[str, str], based_on: int = 0, taken_in: Iterable[int] = ()
) -> WriteUp:
    """Keep a new version of the write-up; `texts` are by the names of its parts. Earlier versions stay.

    `taken_in` are remarks of the participant that this version takes in. Conflict when the other of the pair saved
    a version since: theirs stays, and what was typed goes back to the form.
    """
    row = queries.held(seat, number, change=True)
    draft = queries.draft_of(seat, number)
    if not draft.writable:
        raise Refused(TOO_SOON)
    if unknown := set(texts) - {each.part.name for each in draft.parts}:
        raise Refused(f"There is no part called {sorted(unknown)[0]} in this write-up.")
    if based_on != draft.version:
        raise _overtaken(draft, texts)
    remarks = Said.objects.filter(conversation=row, number__in=set(taken_in), taken_in=None)
    if len(remarks) != len(set(taken_in)):
        raise Refused("Choose from what they said that is not in the text yet.", field="taken_in")
    made = WriteUp.objects.create(
        conversation=row,
        version=draft.version + 1,
        parts=[
            [each.part.key, each.part.turn, each.part.title, texts.get(each.part.name, each.part.text).strip()]
            for each in draft.parts
        ],
        by_id=place_of(seat),
    )
    remarks.update(taken_in=made.version)
    return made


@command(Action.CONVERSATIONS_HOLD)
def send_write_up(seat: Seat, *, number: int) -> Conversation:
    """Give the latest version to the participant to check. Who has an account is told that something waits.

    Refused when nothing was written, or when they have this version already.
    """
    row = queries.held(seat, number, change=True)
    latest = WriteUp.objects.filter(conversation=row).order_by("-version").first()
    if latest is None or not any(words for *_, words in latest.parts):
        raise Refused("Nothing is written yet. Save the write-up first.")
    if row.state == State.WRITTEN_UP and row.sent == latest.version:
        raise Refused("They have this version already.")
    go(seat, row, State.WRITTEN_UP)
    row.sent = latest.version
    row.save(update_fields=["sent"])
    person = row.participation.person
    if person is not None:
        post.send(person.email, SUBJECT, BODY.format(address=settings.CASEMENT_ADDRESS), review=row.review_id)
    return row


@command(Action.CONVERSATIONS_HOLD)
def make_check_link(seat: Seat, *, number: int) -> Conversation:
    """A private link by which the participant reads and checks, without an account. Earlier links end.

    The row returned carries `link`, which is told once.
    """
    row = queries.held(seat, number, change=True)
    private_links.take_back(seat, Purpose.WRITE_UP, place=row.participation_id)
    token = private_links.make_link(
        seat,
        Purpose.WRITE_UP,
        place=row.participation_id,
        thing=row.number,
        until=now() + timedelta(days=DAYS_OPEN),
    )
    row.link = f"{settings.CASEMENT_ADDRESS}/write-up/{token}/"  # type: ignore[attr-defined]
    return row


def _overtaken(draft: queries.DraftView, texts: Mapping[str, str]) -> Conflict:
    """The second of two writers: both texts whole."""
    return Conflict(
        "The other of you saved this write-up while you were writing. Yours is still in the boxes. "
        "Read theirs below, then save yours or leave it.",
        mine="\n\n".join(words for words in texts.values() if words.strip()),
        theirs="\n\n".join(each.part.text for each in draft.parts if each.part.text),
        current=draft.version,
    )
