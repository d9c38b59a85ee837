"""What is known of one review by one person, and one thing that they could do about it."""

from dataclasses import dataclass
from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.waiting import Waiting as Mine
from casement.rooms.analysis.queries.counts import AnalysisCounts
from casement.rooms.chronology.queries.counts import EntryCounts
from casement.rooms.conversations.queries import Waits
from casement.rooms.letters.queries import LetterNeeds
from casement.rooms.planning.queries.waiting import Dates
from casement.rooms.proceedings.queries import Due
from casement.rooms.reports.queries import Needs
from casement.rooms.responses.queries import ResponseNeeds
from casement.rooms.reviews.queries import Stand
from casement.rooms.sources.queries.counts import SourceCounts
from casement.rooms.sources.queries.request_needs import Waiting

NO_LETTERS = LetterNeeds()
NO_RESPONSE = ResponseNeeds()


@dataclass(frozen=True)
class Obstacle:
    """One thing to do. `blocks` says that the next step cannot be taken without it, `by` until which day, `gentle`
    that it comes after everything else, and once however many reviews ask it.
    """

    title: str
    detail: str
    go: Place
    blocks: bool = False
    by: date | None = None
    gentle: bool = False


@dataclass(frozen=True)
class Known:
    """What is known of one review by one seat; None is what this person may not see."""

    seat: Seat
    stand: Stand
    sources: SourceCounts | None
    entries: EntryCounts | None
    analysis: AnalysisCounts | None
    agencies: tuple[tuple[int, str], ...] = ()
    requests: tuple[Waiting, ...] = ()
    letters: LetterNeeds = NO_LETTERS
    dates: Dates | None = None
    follow_on: Needs | None = None
    conversations: tuple[Waits, ...] = ()
    outside: tuple[Due, ...] = ()
    actions: tuple[Mine, ...] = ()
    minutes: tuple[Mine, ...] = ()
    readings: tuple[int, ...] = ()
    markers: bool = False
    response: ResponseNeeds = NO_RESPONSE


def at(known: Known, text: str, path: str) -> Place:
    """A place in this review."""
    return Place(text, f"/reviews/{known.stand.ref}/{path}")


def may(known: Known, action: Action) -> bool:
    """Whether this person may do it."""
    return allows(known.seat.standing, action)
