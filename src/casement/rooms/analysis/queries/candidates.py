"""Candidates for an episode, found in all the material a seat may read, and kept until the material changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.memory import Memory
from casement.rooms.analysis.models import Evidence
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.ledger_head import head
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.queries.turning import passages
from casement.rooms.analysis.rules.candidates import (
    Candidate,
    Moment,
    Rest,
    Sort,
    crowded,
    days_in_words,
    listed,
    silences,
)
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.moments import moments
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.queries.same import readable_pairs
from casement.rooms.chronology.vocabulary import Answer

BESIDE = ("analysis.", "reports.", "readings.")  # what is decided about candidates changes none of them


@dataclass(frozen=True)
class Found:
    """All candidates in the order of time, undated ones last, and agencies and sources by number."""

    candidates: tuple[Candidate, ...]
    agencies: dict[int, str]
    sources: dict[int, str]

    def one(self, mark: str) -> Candidate | None:
        """The candidate with this mark."""
        return next((one for one in self.candidates if one.mark == mark), None)


@dataclass(frozen=True)
class RestLine:
    """One thing a candidate rests on, as it is shown: its words, where it stands, and its address."""

    key: str
    words: str
    place: str
    href: str


KEPT: Memory[Found] = Memory(4)


def found(seat: Seat) -> Found:
    """Every candidate, whatever was decided about it. One query while nothing in the material has changed."""
    working(seat)
    return KEPT.once((seat, *head(seat, without=BESIDE)), lambda: looked_for(seat))


def looked_for(seat: Seat) -> Found:
    """The same, found now: six queries however much there is."""
    rows, names = moments(seat)
    every = [Moment(*row) for row in rows]
    spoken, sources = passages(seat)
    told = (*crowded(every), *silences(every, names), *differing(seat, names), *spoken)
    return Found(tuple(sorted(told, key=in_time)), names, sources)


def in_time(one: Candidate) -> tuple[date, str]:
    """Where a candidate stands in the order of time."""
    return one.first or date.max, one.said


def differing(seat: Seat, names: dict[int, str]) -> Iterator[Candidate]:
    """Events that two or more accounts tell differently, as somebody answered; entries in common make one event."""
    sides = [f"{side}__{name}" for side in ("first", "second")
             for name in ("number", "agency__number", "event", "date_start", "date_end")]  # fmt: skip
    rows = readable_pairs(seat).filter(answer=Answer.CONFLICTING).order_by("number").values_list("number", *sides)
    events: list[dict[int, tuple[int, str, date | None, date | None]]] = []
    for _, *cells in rows:
        both = {cells[at]: (cells[at + 1], cells[at + 2], cells[at + 3], cells[at + 4]) for at in (0, 5)}
        joined = [event for event in events if event.keys() & both.keys()]
        for event in joined:
            both |= event
            events.remove(event)
        events.append(both)
    for event in events:
        agencies = tuple(sorted({one[0] for one in event.values()}))
        days = [day for one in event.values() for day in one[2:4] if day is not None]
        when = f", {days_in_words(min(days), max(days))}" if days else ""
        who = listed([names.get(one, "an agency") for one in agencies])
        yield Candidate(
            Sort.DIFFER,
            f"{len(event)} accounts of one event differ: {who}{when}.",
            tuple(Rest(f"entry {number}", one[1]) for number, one in sorted(event.items())),
            agencies,
            min(days) if days else None,
            max(days) if days else None,
        )


def rest_lines(seat: Seat, told: Found, rests: Iterable[Rest]) -> dict[str, RestLine]:
    """What candidates rest on, as it is shown, by key; one query."""
    wanted = list(rests)
    numbers = {int(one.key.split()[1]) for one in wanted if one.key.startswith("entry ")}
    base = f"/reviews/{seat.ref}/"
    lines = {}
    rows = (
        Entry.objects.filter(readable(seat), removed_at=None, number__in=numbers)
        if numbers
        else Entry.objects.none()
    )
    for number, agency, event, recorded, start, end in rows.values_list(
        "number", "agency__name", "event", "date_recorded", "date_start", "date_end"
    ):
        key = f"entry {number}"
        place = f"{in_words(recorded, start, end)}, {agency}"
        lines[key] = RestLine(key, event, place, f"{base}chronologies/entries/{number}/")
    for one in wanted:
        if one.key.startswith("passage "):
            source, first, last = (int(part) for part in one.key.split()[1:])
            title = told.sources.get(source, "A source")
            lines[one.key] = RestLine(one.key, one.content, title, f"{base}sources/{source}/?at={first}-{last}")
    return lines


def told_already(seat: Seat, candidates: Sequence[Candidate]) -> dict[str, tuple[int, ...]]:
    """Which episodes rest on some of the same, by the mark of each candidate; one query."""
    if not candidates:
        return {}
    rows = Evidence.objects.filter(review_id=seat.review, removed_at=None, statement__removed_at=None)
    episode = Coalesce("statement__episode__number", "statement__factor_use__episode__number")
    cited = rows.annotate(episode=episode).filter(episode__isnull=False).values_list(
        "episode", "entry__number", "excerpt__version__source__number", "excerpt__start", "excerpt__end"
    )  # fmt: skip
    entries: dict[int, set[int]] = {}
    spans: dict[int, list[tuple[int, int, int]]] = {}
    for number, entry, source, start, end in cited:
        if entry is not None:
            entries.setdefault(entry, set()).add(number)
        else:
            spans.setdefault(source, []).append((start, end, number))
    told = {}
    for one in candidates:
        among: set[int] = set()
        for rest in one.rests:
            kind, *where = rest.key.split()
            numbers = [int(part) for part in where]
            if kind == "entry":
                among |= entries.get(numbers[0], set())
            else:
                source, first, last = numbers
                among |= {each for start, end, each in spans.get(source, ()) if start < last and first < end}
        told[one.mark] = tuple(sorted(among))
    return told
