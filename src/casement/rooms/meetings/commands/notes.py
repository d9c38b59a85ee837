"""Entries of the notes. An entry is its writer's own until the minutes are agreed; nobody writes over another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.meetings.commands.rows import open_meeting, place_numbered, place_of
from casement.rooms.meetings.models import About, Entry, EntryVersion, Item
from casement.rooms.meetings.queries import Here, things
from casement.rooms.meetings.vocabulary import KIND_NAMES, LONGEST, Kind, State

NO_WORDS = "Write down what was said or agreed."
NOT_YOURS = "This entry belongs to whoever wrote it. Write an entry of your own beside it."
CHANGED = "You changed this entry in another window meanwhile. Both texts are shown; nothing is lost."
SETTLED_ALREADY = "The leads have decided what becomes of these words, so they are not changed any more."


@command(Action.MEETINGS_WORK)
def add_entry(
    seat: Seat,
    *,
    number: int,
    kind: str,
    text: str,
    item: int | None = None,
    reason: str = "",
    who: str = "",
    owner: int | None = None,
    by_when: date | None = None,
    sent_key: str = "",
) -> Entry:
    """Write an entry into the notes of a meeting. What a page sends again is taken once, with its last words.

    Reason and who decided belong to a decision, owner and day to an action; none of them is ever asked for.
    """
    meeting = open_meeting(seat, number)
    told = _told(seat, meeting, kind, text, item, reason, who, owner, by_when)
    if sent_key:
        again = Entry.objects.filter(meeting=meeting.pk, writer=place_of(seat), sent_key=sent_key).first()
        if again is not None:
            return again if again.text == told["text"] else _write_over(seat, again, told)
    return Entry.objects.create(
        review_id=seat.review, meeting_id=meeting.pk, number=next_number(Entry, seat.review),
        change=_change(seat), writer_id=place_of(seat), sent_key=sent_key, **told,
    )  # fmt: skip


@command(Action.MEETINGS_WORK)
def change_entry(
    seat: Seat,
    *,
    number: int,
    entry: int,
    based_on: int,
    kind: str,
    text: str,
    item: int | None = None,
    reason: str = "",
    who: str = "",
    owner: int | None = None,
    by_when: date | None = None,
    sent_key: str = "",
) -> Entry:
    """Change an entry of one's own; what it said before is kept as a version."""
    meeting = open_meeting(seat, number)
    row = own_entry(seat, meeting, entry)
    told = _told(seat, meeting, kind, text, item, reason, who, owner, by_when)
    if based_on != row.edition and row.text != told["text"]:
        raise Conflict(CHANGED, mine=text, theirs=row.text, current=row.edition)
    return _write_over(seat, row, told)


@command(Action.MEETINGS_WORK)
def take_back_entry(seat: Seat, *, number: int, entry: int) -> Entry:
    """Take back an entry of one's own. It is kept, and shown no more."""
    row = own_entry(seat, open_meeting(seat, number), entry)
    row.taken_back_at, row.change = now(), _change(seat)
    row.save(update_fields=["taken_back_at", "change"])
    return row


@command(Action.MEETINGS_WORK)
def link_entry(seat: Seat, *, number: int, entry: int, about: Iterable[str] = ()) -> Entry:
    """Say which episodes and findings an entry speaks of; those not named are no longer linked."""
    meeting = open_meeting(seat, number)
    row = entry_of(seat, meeting, entry)
    known, wanted = dict(things(seat)), list(dict.fromkeys(about))
    if any(key not in known for key in wanted):
        raise Refused("Choose episodes and findings of this review.", field="about")
    row.about.all().delete()
    for key in wanted:
        thing, of = key.split(":")
        About.objects.create(entry=row, thing=thing, of=int(of))
    row.change = _change(seat)
    row.save(update_fields=["change"])
    return row


def entry_of(seat: Seat, meeting: Here, number: int) -> Entry:
    """An entry of this meeting that stands, or NotHere."""
    rows = Entry.objects.filter(review_id=seat.review, meeting=meeting.pk, number=number, taken_back_at=None)
    found = rows.first()
    if found is None:
        raise NotHere
    return found


def own_entry(seat: Seat, meeting: Here, number: int) -> Entry:
    """An entry that this seat wrote and whose words may still change."""
    row = entry_of(seat, meeting, number)
    if row.writer_id != place_of(seat):
        raise Refused(NOT_YOURS)
    if row.kind == Kind.SAID and row.state != State.OPEN:
        raise Refused(SETTLED_ALREADY)
    return row


def heard_of(seat: Seat, row: Entry) -> None:
    """Let everybody who looks at the notes hear of what happened to an entry; call inside a command."""
    row.change = _change(seat)


def _change(seat: Seat) -> int:
    return next_number(Entry, seat.review, "change")


def _write_over(seat: Seat, row: Entry, told: dict[str, object]) -> Entry:
    """Change an entry and keep what it said."""
    EntryVersion.objects.create(
        entry=row, edition=row.edition, kind=row.kind, text=row.text, reason=row.reason, who=row.who, at=row.at
    )
    for name, value in told.items():
        setattr(row, name, value)
    row.edition, row.change, row.at = row.edition + 1, _change(seat), now()
    row.save()
    return row


def _told(
    seat: Seat, meeting: Here, kind: str, text: str, item: int | None, reason: str, who: str, owner: int | None,
    by_when: date | None,
) -> dict[str, object]:  # fmt: skip
    """What an entry is made of, each part only where it belongs to the kind."""
    if kind not in KIND_NAMES:
        raise Refused("Choose what kind of entry this is.", field="kind")
    under = None
    if item is not None:
        under = Item.objects.filter(meeting=meeting.pk, number=item, dropped_at=None).first()
        if under is None:
            raise Refused("Choose an item of this agenda.", field="item")
    place = place_numbered(seat, owner, field="owner")
    decides, acts = kind == Kind.DECISION, kind == Kind.ACTION
    return {
        "kind": kind,
        "text": in_words(text, NO_WORDS, field="text", most=LONGEST),
        "item": under,
        "reason": at_most(reason, 4000, field="reason") if decides else "",
        "who": at_most(who, 200, field="who") if decides else "",
        "owner": place if acts else None,
        "by_when": by_when if acts else None,
    }
