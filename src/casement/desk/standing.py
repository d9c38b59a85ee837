"""Gathers what is known of reviews for the pages of the desk: each room asked once, however many reviews."""

from collections.abc import Sequence

from casement.desk.obstacles import Known
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.analysis.queries.counts import analysis_counts
from casement.rooms.chronology.queries.counts import entry_counts
from casement.rooms.reviews.queries import AgencyLine, stands
from casement.rooms.sources.queries.counts import source_counts


def known_of(seats: Sequence[Seat], agencies: Sequence[AgencyLine] = ()) -> list[Known]:
    """What each seat may know of its review, in four queries; nobody is told an amount they may not see."""
    if not seats:
        return []
    told = stands(seats)
    listing = [seat for seat in seats if allows(seat.standing, Action.SOURCES_LIST)]
    reading = [seat for seat in seats if allows(seat.standing, Action.CHRONOLOGY_READ)]
    sources = source_counts(listing) if listing else {}
    entries = entry_counts(reading) if reading else {}
    analysis = analysis_counts(seats)
    return [
        Known(
            seat,
            told[seat.review],
            sources.get(seat.review),
            entries.get(seat.review),
            analysis.get(seat.review),
            tuple((line.pk, line.name) for line in agencies),
        )
        for seat in seats
    ]
