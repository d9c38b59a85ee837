"""Gathers what is known of reviews for the pages of the desk: each room asked once, however many reviews."""

from collections.abc import Sequence
from dataclasses import replace

from casement.desk.known import Known
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.waiting import Rows, Told, asked_at_once
from casement.rooms.analysis.queries.counts import analysis_counts
from casement.rooms.analysis.queries.waiting import readings_from, readings_waiting
from casement.rooms.chronology.queries.counts import entry_counts
from casement.rooms.conversations.queries import conversations_from, waiting_conversations
from casement.rooms.letters.queries import letter_needs, letters_from
from casement.rooms.markers.queries import markers_from, markers_waiting
from casement.rooms.meetings.queries import actions_from, actions_waiting, minutes_from, minutes_waiting
from casement.rooms.planning.queries.waiting import dates_from, dates_waiting
from casement.rooms.proceedings.queries import waiting, waiting_from
from casement.rooms.reports.queries import Needs, comments_from, comments_waiting, reports_to_read
from casement.rooms.responses.queries import response_waiting, responses_from
from casement.rooms.reviews.queries import agencies, stands
from casement.rooms.sources.queries.request_needs import counts_and_waiting

NOTHING = Needs()


def known_of(seats: Sequence[Seat], waits: Told | None = None) -> list[Known]:
    """What each seat may know of its review, in five queries, six for who is asked to read and comment; nobody is
    told an amount they may not see. One query fewer where what `waits` was asked before.
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
    waits = waiting_for(seats) if waits is None else waits
    to_read = reports_to_read(seats)
    return [
        Known(
            seat,
            told[seat.review],
            sources.get(seat.review),
            entries.get(seat.review),
            analysis.get(seat.review),
            requests=requests.get(seat.review, ()),
            follow_on=replace(comments_from(waits[seat.review]), to_read=to_read.get(seat.review, NOTHING).to_read),
            letters=letters_from(waits[seat.review]),
            conversations=conversations_from(waits[seat.review]),
            dates=dates_from(waits[seat.review]),
            outside=waiting_from(waits[seat.review]),
            actions=actions_from(waits[seat.review]),
            minutes=minutes_from(waits[seat.review]),
            readings=readings_from(waits[seat.review]),
            markers=markers_from(waits[seat.review]),
            response=responses_from(waits[seat.review], seat),
        )
        for seat in seats
    ]


def waiting_for(seats: Sequence[Seat], more: Sequence[Rows] = ()) -> Told:
    """Everything that waits for one person in the reviews of these seats, told by the rooms in one query, and what
    `more` there is to ask for the same page.
    """

    def may(*actions: Action) -> list[Seat]:
        return [seat for seat in seats if any(allows(seat.standing, one) for one in actions)]

    return asked_at_once(
        [
            *waiting(seat.review for seat in may(Action.PROCEEDINGS_READ)),
            *letter_needs(seats),
            *dates_waiting(seats),
            *waiting_conversations(may(Action.CONVERSATIONS_KNOW, Action.CONVERSATIONS_CHECK)),
            *comments_waiting(seats),
            *actions_waiting(seats),
            *minutes_waiting(seats),
            *readings_waiting(seats),
            *markers_waiting(may(Action.MARKERS_ANSWER)),
            *response_waiting(seats),
            *more,
        ]
    )


def known_here(seat: Seat) -> Known:
    """The same of one review, with its agencies where this seat may list sources: at most six queries."""
    (known,) = known_of([seat])
    if known.sources is None:
        return known
    if known.entries is not None:
        return replace(known, agencies=known.entries.names)
    return replace(known, agencies=tuple((line.pk, line.name) for line in agencies(seat)))
