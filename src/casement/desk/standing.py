"""Gathers what is known of reviews for the pages of the desk: each room asked once, however many reviews."""

from collections.abc import Sequence
from dataclasses import replace

from casement.desk.obstacles import Known
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.analysis.queries.counts import analysis_counts
from casement.rooms.chronology.queries.counts import entry_counts
from casement.rooms.conversations.queries import waiting_conversations
from casement.rooms.letters.queries import LetterNeeds, letter_needs
from casement.rooms.planning.queries.waiting import dates_waiting
from casement.rooms.proceedings.queries import Due, waiting
from casement.rooms.reports.queries import follow_on_needs
from casement.rooms.reviews.queries import agencies, stands
from casement.rooms.sources.queries.request_needs import counts_and_waiting


def known_of(seats: Sequence[Seat], *, everything: bool = True) -> list[Known]:
    """What each seat may know of its review, in eight queries; nobody is told an amount they may not see.

    `everything`: comments that wait for an answer, and letters, as well.
    """
    if not seats:
        return []
    told = stands(seats)
    listing = [seat for seat in seats if allows(seat.standing, Action.SOURCES_LIST)]
    reading = [seat for seat in seats if allows(seat.standing, Action.CHRONOLOGY_READ)]
    answering = [seat for seat in seats if allows(seat.standing, Action.REQUESTS_ANSWER)]
    sources, requests = counts_and_waiting(listing, answering)
    entries = entry_counts(reading) if reading else {}
    analysis = analysis_counts(seats)
    dates = dates_waiting(seats)
    follow_on = follow_on_needs(seats, answering=everything)
    letters = letter_needs(seats) if everything else {}
    conversations = waiting_conversations(
        [seat for seat in seats if allows(seat.standing, Action.CONVERSATIONS_KNOW)]
    )
    outside = waiting_outside(seats)
    return [
        Known(
            seat,
            told[seat.review],
            sources.get(seat.review),
            entries.get(seat.review),
            analysis.get(seat.review),
            requests=requests.get(seat.review, ()),
            follow_on=follow_on.get(seat.review),
            letters=letters.get(seat.review, LetterNeeds()),
            conversations=conversations.get(seat.review, ()),
            dates=dates.get(seat.review),
            outside=outside.get(seat.review, ()),
        )
        for seat in seats
    ]


def waiting_outside(seats: Sequence[Seat]) -> dict[int, tuple[Due, ...]]:
    """What waits because of courts, police and others, by review, for seats that may read the register."""
    reading = [seat.review for seat in seats if allows(seat.standing, Action.PROCEEDINGS_READ)]
    return waiting(reading) if reading else {}


def known_here(seat: Seat) -> Known:
    """The same of one review, with its agencies where this seat may list sources: at most six queries."""
    (known,) = known_of([seat], everything=False)  # home says it, and the page asks enough
    if known.sources is None:
        return known
    if known.entries is not None:
        return replace(known, agencies=known.entries.names)
    return replace(known, agencies=tuple((line.pk, line.name) for line in agencies(seat)))
