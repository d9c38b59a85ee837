"""Who told whom of an entry, when and by what means: recorded, and taken back with a reason."""

from __future__ import annotations

from datetime import timedelta

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.dates import before
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.entries import read_when
from casement.rooms.chronology.models import Entry, Telling
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, columns_of, date_of
from casement.rooms.chronology.queries.knowers import Knower, knowers
from casement.rooms.chronology.queries.reaching import readable

TWICE = timedelta(minutes=10)


def known_entry(seat: Seat, number: int) -> Entry:
    """A live entry this seat may read, held until the command is over; NotHere otherwise."""
    found = Entry.objects.select_for_update().filter(readable(seat), number=number, removed_at=None).first()
    if found is None:
        raise NotHere
    return found


@command(Action.CHRONOLOGY_LINK)
def record_telling(
    seat: Seat, *, number: int, told: str, date: str, told_by: str = "", time: str = "", means: str = "",
    shown_by: str = "",
) -> Telling:  # fmt: skip
    """Record that `told` heard of entry `number`, from `told_by` if that is known.

    Both are keys of those who can know: "a2" is agency 2, "r5" the role of participation 5. Without a teller they
    learnt of it somehow. Refused when the date cannot be read, or is certainly before the entry's own. The same
    sent twice within minutes is one.
    """
    entry = known_entry(seat, number)
    people = {each.key: each for each in knowers(seat)}
    whom = people.get(told)
    if whom is None:
        raise Refused("Choose who was told.", field="told")
    teller = teller_of(people, told_by, whom)
    when = read_when(date, time, False)
    if before(when, date_of(*(getattr(entry, name) for name in DATE_COLUMNS))):
        raise Refused("That is before it happened. Which of the two dates is right?", field="date")
    said = {
        "entry": entry, "told_by_id": teller, "told_id": whom.agency, "role_id": whom.role, "means": means.strip(),
        "shown_by": shown_by.strip(),
        **{name: value for name, value in columns_of(when).items() if name.startswith("date_")},
    }  # fmt: skip
    lately = Telling.objects.filter(**said, by_id=seat.person_id, taken_back_at=None, at__gt=now() - TWICE)
    if (earlier := lately.first()) is not None:
        return earlier
    number = next_number(Telling, seat.review)
    return Telling.objects.create(review_id=seat.review, number=number, by_id=seat.person_id, **said)


def teller_of(people: dict[str, Knower], key: str, whom: Knower) -> int | None:
    """The agency that told, or None when it is not known; Refused when it would have told itself."""
    if not key:
        return None
    teller = people.get(key)
    if teller is None or teller.role is not None:
        raise Refused("Choose which agency told them.", field="told_by")
    if teller.agency == whom.agency and whom.role is None:
        raise Refused("An agency does not tell itself. Choose who told whom.", field="told_by")
    return teller.agency


@command(Action.CHRONOLOGY_LINK)
def take_back_telling(seat: Seat, *, number: int, telling: int, reason: str) -> Telling:
    """Take back telling `telling` of entry `number`, with the reason; it no longer counts and is kept."""
    known_entry(seat, number)
    rows = Telling.objects.select_for_update().filter(review_id=seat.review, entry__number=number)
    found = rows.filter(number=telling).first()
    if found is None:
        raise NotHere
    if not reason.strip():
        raise Refused("Say why it is taken back.", field="reason")
    if found.taken_back_at is None:
        found.taken_back_at, found.taken_back_because = now(), reason.strip()
        found.save(update_fields=["taken_back_at", "taken_back_because"])
    return found
