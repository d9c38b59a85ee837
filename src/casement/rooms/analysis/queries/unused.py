"""What the analysis has not used or not explained yet: episodes without a factor, entries cited nowhere.

Marked passages that nothing cites are those of the tray (`passages_in_tray`).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.analysis.models import Episode, Evidence, FactorUse
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.openness import opened
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.queries.tray import OPENING, SIZE
from casement.rooms.analysis.vocabulary import EpisodeState, Side
from casement.rooms.chronology.models import Entry


@dataclass(frozen=True)
class EntryCard:
    """A chronology entry that nothing cites."""

    number: int
    agency: str
    when: str
    words: str


def unexplained(seat: Seat) -> tuple[tuple[int, str], ...]:
    """Chosen episodes with no factor use and no reason why none was found: number and title; one query."""
    working(seat)
    uses = FactorUse.objects.filter(episode=OuterRef("pk"), removed_at=None)
    rows = Episode.objects.filter(review_id=seat.review, state=EpisodeState.CHOSEN, no_factors_reason="")
    return tuple(rows.filter(~Exists(uses)).order_by("number").values_list("number", "title"))


def entries_unused(seat: Seat, page: int) -> tuple[EntryCard, ...]:
    """One page of the entries this seat may read that no statement cites; one more when there is another page."""
    working(seat)
    reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
    cited = Evidence.objects.filter(entry=OuterRef("pk"), removed_at=None, statement__removed_at=None)
    rows = Entry.objects.filter(~Exists(cited), review_id=seat.review, removed_at=None)
    if not reaches & {Reach.ALL, Reach.GRANTED}:
        own = Q(agency_id=seat.standing.agency_id, agency__isnull=False)
        rows = rows.filter(own) if Reach.AGENCY in reaches else rows.none()
    start = (page - 1) * SIZE
    told = rows.annotate(opening=Left("event", OPENING)).order_by("date_start", "number").values_list(
        "number", "agency__name", "date_recorded", "date_start", "date_end", "opening"
    )[start : start + SIZE + 1]  # fmt: skip
    return tuple(
        EntryCard(number, agency, in_words(recorded, begun, ended), words)
        for number, agency, recorded, begun, ended, words in told
    )


def agencies_behind(seat: Seat) -> dict[int, dict[int, str]]:
    """The agencies whose records and entries stand behind factor uses that are nobody's account, by use.

    One query; what this seat may not open stays out.
    """
    working(seat)
    rows = Evidence.objects.filter(
        review_id=seat.review, removed_at=None, direction=Side.FOR, statement__removed_at=None,
        statement__factor_use__account_of=None, statement__factor_use__removed_at=None,
    ).annotate(open=opened(seat, "excerpt__version__source_id"))  # fmt: skip
    reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
    if not reaches & {Reach.ALL, Reach.GRANTED}:
        rows = rows.filter(Q(entry=None) | Q(entry__agency_id=seat.standing.agency_id))
    told: dict[int, dict[int, str]] = {}
    for use, free, source, source_name, entry, entry_name in rows.order_by().values_list(
        "statement__factor_use__number", "open", "excerpt__version__source__agency__number",
        "excerpt__version__source__agency__name", "entry__agency__number", "entry__agency__name",
    ):  # fmt: skip
        if entry is not None:
            told.setdefault(use, {})[entry] = entry_name
        elif free and source is not None:
            told.setdefault(use, {})[source] = source_name
    return told
