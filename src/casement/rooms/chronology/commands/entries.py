"""Single entries: added by hand, corrected with a reason, removed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.dates import NotADate, Precision, UncertainDate, read_date, read_time, with_time
from casement.foundation.refusals import Conflict, Refused
from casement.rooms.chronology.commands.arriving import agency_in
from casement.rooms.chronology.commands.changed import entries_changed
from casement.rooms.chronology.commands.settling import TEXTS, findable
from casement.rooms.chronology.models import Entry, Revision
from casement.rooms.chronology.queries.dating import columns_of
from casement.rooms.chronology.queries.reaching import entry_to_change
from casement.rooms.chronology.rules import BY_DECISION

BEFORE = (*TEXTS, "date_recorded", "date_edtf", "habit")
TWICE = timedelta(minutes=10)
OTHER_FIRST = "Somebody else corrected this entry while you were writing. Both are kept. Read them side by side."


def read_when(date: str, time: str, undated: bool) -> UncertainDate:
    """The date and time as a person typed them; Refused with the reason when they cannot be read."""
    if undated:
        return UncertainDate(date.strip(), None, None, Precision.UNKNOWN, habit=BY_DECISION)
    if not date.strip():
        raise Refused("Write the date as it is known, such as “early July 2024”, or tick that it is not known.",
                      field="date")  # fmt: skip
    try:
        day = read_date(date.strip())
    except NotADate as no:
        raise Refused(no.sentence, field="date") from None
    if not time.strip():
        return day
    try:
        when = with_time(day, read_time(time.strip()))
    except NotADate as no:
        raise Refused(no.sentence, field="time") from None
    return UncertainDate(
        f"{date.strip()} {time.strip()}", when.start, when.end, when.precision, when.start_time, when.end_time,
        when.approximate, when.doubtful, when.could_be_other_order, when.habit,
    )  # fmt: skip


def index(entry: Entry) -> None:
    """Make a new or changed entry findable by its words as they are now. Inside a command."""
    entries_changed(entry.review_id)
    passages = [(0, findable(**{name: getattr(entry, name) for name in TEXTS}))]
    search.put(entry.review_id, Subject.RECORDS, "entry", entry.number, passages, agency_id=entry.agency_id)


@command(Action.CHRONOLOGY_EDIT)
def add_entry(
    seat: Seat,
    *,
    agency: int | None = None,
    date: str,
    event: str,
    time: str = "",
    undated: bool = False,
    source_record: str = "",
    present: str = "",
    action: str = "",
    analysis: str = "",
) -> Entry:
    """Add an entry by hand to an agency's strand. The same words sent twice within minutes make one entry.

    Refused without an event, and when the date cannot be read.
    """
    body = agency_in(seat, agency)
    if not event.strip():
        raise Refused("Say what happened.", field="event")
    when = columns_of(read_when(date, time, undated))
    texts = {"event": event, "source_record": source_record, "present": present, "action": action,
             "analysis": analysis}  # fmt: skip
    lately = Entry.objects.filter(
        review_id=seat.review, agency=body, added_by_id=seat.person_id, removed_at=None, rows=None,
        added_at__gt=now() - TWICE, date_recorded=when["date_recorded"], **texts,
    )  # fmt: skip
    if (earlier := lately.first()) is not None:
        return earlier
    made = Entry.objects.create(
        review_id=seat.review,
        number=next_number(Entry, seat.review),
        agency=body,
        added_by_id=seat.person_id,
        **texts,
        **when,
    )
    index(made)
    return made


@command(Action.CHRONOLOGY_EDIT)
def correct_entry(
    seat: Seat,
    *,
    number: int,
    reason: str,
    based_on: int | None = None,
    date: str | None = None,
    time: str = "",
    undated: bool = False,
    event: str | None = None,
    source_record: str | None = None,
    present: str | None = None,
    action: str | None = None,
    analysis: str | None = None,
) -> Entry:
    """Correct an entry's texts or date; what it said before is kept with the reason.

    A text or date that is not given stays. The words of the date as first recorded stay when it was read from
    them. Refused without a reason; Conflict, with both kept, when it was corrected since edition `based_on`.
    """
    entry = entry_to_change(seat, number, Entry.objects.select_for_update())
    texts = {"event": event, "source_record": source_record, "present": present, "action": action,
             "analysis": analysis}  # fmt: skip
    changed: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    if not reason.strip():
        raise Refused("Say why it is corrected.", field="reason")
    if "event" in changed and not changed["event"].strip():
        raise Refused("Say what happened.", field="event")
    if undated or (date is not None and (date.strip() or "") != entry.date_recorded):
        when = columns_of(read_when(date or "", time, undated))
        if undated:
            when["date_recorded"] = entry.date_recorded
        changed |= when
    if based_on is not None and based_on != entry.edition:
        kept = Revision.objects.create(
            entry=entry, before=plain(changed), reason=reason.strip(), by_id=seat.person_id, kept_beside=True
        )
        raise Conflict(
            OTHER_FIRST, mine=changed.get("event", entry.event), theirs=entry.event, current=entry.edition,
            kept=kept.pk,
        )  # fmt: skip
    put_right(entry, changed, reason.strip(), seat)
    return entry


def put_right(entry: Entry, changed: dict[str, Any], reason: str, seat: Seat) -> None:
    """Give an entry other columns; what it said before is kept. Nothing happens when none differs."""
    if all(getattr(entry, name) == value for name, value in changed.items()):
        return
    Revision.objects.create(
        entry=entry, before={name: getattr(entry, name) for name in BEFORE}, reason=reason, by_id=seat.person_id
    )
    for name, value in changed.items():
        setattr(entry, name, value)
    entry.edition += 1
    entry.save()
    index(entry)


def plain(changed: dict[str, Any]) -> dict[str, str]:
    """A correction as it can be kept beside an entry."""
    return {name: str(value) for name, value in changed.items() if name in BEFORE}


@command(Action.CHRONOLOGY_EDIT)
def remove_entry(seat: Seat, *, number: int, reason: str) -> Entry:
    """Take an entry out of its strand, with the reason; what rests on it will say so. Its words are kept."""
    entry = entry_to_change(seat, number, Entry.objects.select_for_update())
    if not reason.strip():
        raise Refused("Say why it is removed.", field="reason")
    set_aside(entry, reason.strip(), seat)
    return entry


def set_aside(entry: Entry, reason: str, seat: Seat) -> None:
    """Take an entry out of its strand; its words are kept, and what rests on it will say so."""
    Revision.objects.create(
        entry=entry, before={name: getattr(entry, name) for name in BEFORE}, reason=reason, by_id=seat.person_id
    )
    entry.removed_at = now()
    entry.save(update_fields=["removed_at"])
    entries_changed(seat.review)
    search.drop(seat.review, "entry", entry.number)
