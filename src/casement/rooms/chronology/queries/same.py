"""Entries that may speak of one event: pairs side by side, and what people said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.models import Job
from casement.foundation.search.likeness import stem_of, telling
from casement.rooms.chronology.models import Entry, Pair, PairAnswer
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, date_of, in_words
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.rules import Account
from casement.rooms.chronology.rules.knowing import bounds
from casement.rooms.chronology.vocabulary import ANSWER_NAMES, Answer

SIZE = 10
LOOK = "chronology.look_for_same"
LONGEST = 4000  # letters of an entry that are compared
SPLIT = re.compile(r"[,;/&\n]|\band\b")
NOBODY = {"", "none", "nobody", "n/a", "not said", "system", "duty"}
OPEN, SETTLED, APART = "", "settled", "different"
SIDE = ("number", "agency__name", "agency__number", "event", "action", "source_record", *DATE_COLUMNS)


@dataclass(frozen=True)
class Side:
    """One of the two accounts: who says so, when, and in which words."""

    number: int
    agency: str
    agency_number: int
    event: str
    action: str
    source_record: str
    when: str
    recorded: str


@dataclass(frozen=True)
class PairView:
    """A pair with why it is asked and what was answered. `reason` was given with the answer."""

    number: int
    first: Side
    second: Side
    shared: tuple[str, ...]
    people: tuple[str, ...]
    answer: str
    words: str
    reason: str

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both accounts, in their order."""
        return self.first, self.second


@dataclass(frozen=True)
class Pairs:
    """One page of pairs of one kind, how many there are of each, and when all were last compared."""

    rows: tuple[PairView, ...]
    total: int
    page: int
    last: int
    counts: dict[str, int]
    looked_at: Any
    looking: bool


def readable_pairs(seat: Seat) -> QuerySet[Pair]:
    """Pairs both of whose entries this seat may read and which still stand."""
    entries = Entry.objects.filter(readable(seat), removed_at=None)
    return Pair.objects.filter(review_id=seat.review, first__in=entries, second__in=entries)


def pairs(seat: Seat, *, kind: str = OPEN, page: int = 1, size: int = SIZE) -> Pairs:
    """Pairs to answer, the likeliest first; or those settled as one event, or as different ones."""
    tallies = readable_pairs(seat).order_by().values_list("answer").annotate(n=Count("pk"))
    counts = {OPEN: 0, SETTLED: 0, APART: 0}
    for answer, count in tallies:
        counts[kind_of(answer)] += count
    last = max(1, -(-counts[kind] // size))
    page = min(max(1, page), last)
    wanted = Q(answer=kind) if kind in (OPEN, APART) else Q(answer__in=(Answer.SAME, Answer.CONFLICTING))
    rows = readable_pairs(seat).filter(wanted).order_by("-strength", "number")
    look = Job.objects.filter(name=LOOK, review_id=seat.review).order_by("-pk").values("state", "queued_at").first()
    return Pairs(
        views(rows[(page - 1) * size : page * size]), counts[kind], page, last, counts,
        look["queued_at"] if look else None, bool(look and look["state"] in ("queued", "running")),
    )  # fmt: skip


def kind_of(answer: str) -> str:
    """Under which of the three headings an answer stands."""
    return answer if answer in (OPEN, APART) else SETTLED


def pair(seat: Seat, number: int) -> PairView | None:
    """One pair by its number, or None."""
    found = views(readable_pairs(seat).filter(number=number))
    return found[0] if found else None


def same_elsewhere(seat: Seat, entry: int) -> tuple[PairView, ...]:
    """What was said of this entry and others: one event, differing accounts; open questions come last."""
    rows = readable_pairs(seat).filter(Q(first__number=entry) | Q(second__number=entry))
    found = views(rows.exclude(answer=Answer.DIFFERENT).order_by("-answer", "-strength", "number"))
    return tuple(each if each.first.number == entry else turned(each) for each in found)


def turned(view: PairView) -> PairView:
    """The same pair with its second account first."""
    return PairView(
        view.number, view.second, view.first, view.shared, view.people, view.answer, view.words, view.reason
    )


def views(rows: QuerySet[Pair]) -> tuple[PairView, ...]:
    """Pairs as pages show them, with the reason given last; one query."""
    columns = [f"{side}__{name}" for side in ("first", "second") for name in SIDE]
    found = rows.annotate(why=last_reason()).values_list("number", "shared", "people", "answer", "why", *columns)
    return tuple(
        PairView(
            number, side(cells[: len(SIDE)]), side(cells[len(SIDE) :]), tuple(shared), tuple(people), answer,
            ANSWER_NAMES[Answer(answer)] if answer else "", why or "",
        )
        for number, shared, people, answer, why, *cells in found
    )  # fmt: skip


def last_reason() -> Any:
    """The reason given with the newest answer to a pair."""
    return Subquery(PairAnswer.objects.filter(pair=OuterRef("pk")).order_by("-pk").values("reason")[:1])


def side(cells: list[Any]) -> Side:
    """One account."""
    number, agency, agency_number, event, action, source, *when = cells
    return Side(number, agency, agency_number, event, action, source, in_words(*when), when[0])


def accounts(seat: Seat) -> Iterator[Account]:
    """Every dated entry this seat may read, as it is compared."""
    rows = Entry.objects.filter(readable(seat), removed_at=None, date_start__isnull=False, date_end__isnull=False)
    for pk, agency, event, action, present, *when in rows.order_by("pk").values_list(
        "pk", "agency_id", "event", "action", "present", *DATE_COLUMNS
    ):
        first, last = bounds(date_of(*when))
        text = f"{event} {action}"[:LONGEST].lower()
        words: dict[str, str] = {}
        for word in telling(text):
            words.setdefault(stem_of(word), word)
        named = frozenset(" ".join(part.split()).casefold() for part in SPLIT.split(present[:LONGEST])) - NOBODY
        yield Account(pk, agency, first, last, text, words, named)
