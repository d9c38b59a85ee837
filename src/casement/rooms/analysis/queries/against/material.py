"""Passages that may speak against a claim, from all the ways to find them, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F

from casement.foundation.access import Seat
from casement.foundation.search.asking import Term
from casement.foundation.search.finding import named, read, vectors
from casement.foundation.search.likeness import telling
from casement.foundation.search.meaning import Model, model
from casement.foundation.search.opposing import opposites
from casement.rooms.analysis.queries.against.claims import Claimed, Place
from casement.rooms.analysis.queries.against.nearness import kinds_of_nearness
from casement.rooms.analysis.queries.against.signs import Signed
from casement.rooms.analysis.queries.openness import opens_record
from casement.rooms.analysis.rules.standing_out import standing_out
from casement.rooms.chronology.models import Entry
from casement.rooms.coding.queries.coded import Coded, coded_with
from casement.rooms.sources.models import Source
from casement.rooms.sources.vocabulary import BLOCKS

if TYPE_CHECKING:
    from casement.foundation.search.meaning import Matrix

KINDS = ("source", "entry")
MOST_WORDS, BY_WORDS, BY_MEANING = 48, 400, 150
LEAST_SAID = 4  # words of a passage; a date says nothing against anybody
NOT_SAID = {"heading", "header"}  # nor does what stands above a text, or on every page of it


@dataclass
class Passage:
    """One passage that may speak against a claim. `recorded` is its date as it was written down.

    `near` is how near in meaning it is to the claim, for orders alone; None where no model has told. `expected` is
    the same for that expectation of the team to which it is nearest, and which of them that is, and `sign` for the
    signs that speak against the claim; `out` is how far it stands out as what somebody would say if it were not so.
    """

    place: Place
    words: str
    start: int = 0
    end: int = 0
    title: str = ""
    kind: str = ""
    agency: str = ""
    speaker: str = ""
    recorded: str = ""
    first: date | None = None
    last: date | None = None
    marks: list[Coded] = field(default_factory=list)
    near: float | None = None
    expected: tuple[float, int] | None = None
    out: float | None = None
    sign: tuple[float, int] | None = None


@dataclass(frozen=True)
class Material:
    """What was found: passages by place, the order the words came in, the one by meaning, and the codes' reach.

    `coded` holds for each source the codes of the claim that stand in it, as this seat sees them. `model` is the
    name of the model of meanings, empty where only words were compared.
    """

    passages: dict[Place, Passage]
    by_words: list[Place]
    by_meaning: list[Place]
    coded: dict[int, set[str]]
    model: str


def material(seat: Seat, claim: Claimed, signed: Signed) -> Material:
    """Everything there is to choose from, without what is cited already; five queries, six with a model."""
    marks = coded_with(seat, claim.factors)
    means = model()
    found = read([seat], terms(claim, signed), kind=KINDS, limit=BY_WORDS, every=False)
    near = nearest(seat, claim, signed, means) if means else Nearest()
    whole = named([seat], {**near.about, **near.expected, **near.out}, claim.sources)
    rows = dict.fromkeys((*found, *(one[1:] for one in whole)))
    homes = sources(seat, {row[2] for row in rows if row[1] == "source"} | {one.source for one in marks})
    entries = events(seat, {row[2] for row in rows if row[1] == "entry"})
    places = {row: place for row in rows if (place := standing(row, homes, entries)) and place not in claim.cited}
    passages: dict[Place, Passage] = {}
    for row, place in places.items():
        if len(row[5].split()) >= LEAST_SAID:
            passages[place] = passage(row, place, homes, entries)
    coded: dict[int, set[str]] = {}
    for one in marks:
        coded.setdefault(one.source, set()).add(one.code)
        place = ("source", one.source, one.paragraph)
        if place in claim.cited or one.source not in homes:
            continue
        if place not in passages:
            passages[place] = of_mark(one, place, homes)
        passages[place].marks.append(one)
    by_row = {one[0]: places.get(one[1:]) for one in whole}
    by_meaning = [place for key in near.about if (place := by_row.get(key)) in passages]
    for key, place in by_row.items():
        if place in passages:
            told = passages[place]
            told.near, told.expected = near.about.get(key), near.expected.get(key)
            told.out, told.sign = near.out.get(key), near.signs.get(key)
    by_words = [places[row] for row in found if places.get(row) in passages]
    return Material(passages, by_words, by_meaning, coded, means.name if means else "")


def terms(claim: Claimed, signed: Signed) -> list[Term]:
    """The telling words of a claim, those of its signs, and those that say the opposite."""
    words: dict[str, None] = {}
    for sentence in (*claim.expected, *claim.sentences, *(one.text for one in signed.against)):
        words |= dict.fromkeys(telling(sentence))
    turned = [other for word in words for other in sorted(opposites().get(word, ()))]
    ours = list(words)[: MOST_WORDS // 2]
    return [Term((word,)) for word in dict.fromkeys((*ours, *turned))][:MOST_WORDS]


@dataclass(frozen=True)
class Nearest:
    """Rows of the index that a model of meanings puts forward: the nearest to what a claim is about, to something
    that the team expects, and those that stand out, with the nearest sign as (cosine, which).
    """

    about: dict[int, float] = field(default_factory=dict)
    expected: dict[int, tuple[float, int]] = field(default_factory=dict)
    out: dict[int, float] = field(default_factory=dict)
    signs: dict[int, tuple[float, int]] = field(default_factory=dict)


def nearest(seat: Seat, claim: Claimed, signed: Signed, means: Model) -> Nearest:
    """What a model of meanings puts forward; one query."""
    ready = vectors([seat], KINDS, means.mark)
    every = means.opened([kept for _, kept in ready])
    about = means.likeness_to(claim.about, every)
    awaited, which = means.nearest_of(claim.expected, every)
    out = standing_out(kinds_of_nearness(claim, signed, means, every)) if len(every) else about[:0]
    first = most(out)
    close, sign = means.nearest_of([one.text for one in signed.against], every[first])
    return Nearest(
        {ready[at][0]: float(about[at]) for at in most(about)},
        {ready[at][0]: (float(awaited[at]), int(which[at])) for at in sorted({*most(awaited), *first})}
        if len(awaited)
        else {},
        {ready[at][0]: float(out[at]) for at in first},
        {ready[at][0]: (float(close[i]), int(sign[i])) for i, at in enumerate(first)} if len(close) else {},
    )


def most(told: Matrix) -> list[int]:
    """Where the highest of some numbers stand, highest first."""
    first: list[int] = (-told).argsort(kind="stable")[:BY_MEANING].tolist()
    return first


def sources(seat: Seat, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What is known of some sources, with the beginnings of what is said in them; one query."""
    rows = Source.objects.visible_to(seat).filter(number__in=set(numbers))
    told = rows.values(
        "number", "title", "kind", "date_recorded", "date_start", "date_end", whose=F("participation__role_label"),
        agency_=F("agency__name"), anchors=F("current__anchors"),
    )  # fmt: skip
    homes = {}
    for one in told:
        # By index: a long paper has tens of thousands, and taking each apart by name takes three times as long.
        blocks = [each for each in one["anchors"] or () if each[0] in BLOCKS]
        said = {each[2]: (at, each[3]) for at, each in enumerate(blocks, 1) if each[0] not in NOT_SAID}
        homes[one["number"]] = {**one, "blocks": said}
    return homes


def events(seat: Seat, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    """What is known of some chronology entries that this seat may read; one query."""
    rows = Entry.objects.filter(review_id=seat.review, number__in=set(numbers), removed_at=None)
    names = ("number", "event", "date_recorded", "date_start", "date_end", "agency_id")
    told: Any = rows.values(*names, agency_=F("agency__name"))
    return {one["number"]: one for one in told if opens_record(seat, one["agency_id"])}


def standing(row: tuple[Any, ...], homes: dict[int, dict[str, Any]], entries: dict[int, Any]) -> Place | None:
    """Where a row of the index stands; None where this seat or the current text no longer has it."""
    if row[1] == "entry":
        return ("entry", row[2], 0) if row[2] in entries else None
    block = homes[row[2]]["blocks"].get(row[3]) if row[2] in homes else None
    return ("source", row[2], block[0]) if block else None


def passage(
    row: tuple[Any, ...], place: Place, homes: dict[int, dict[str, Any]], entries: dict[int, dict[str, Any]]
) -> Passage:  # fmt: skip
    """A passage from a row of the index: a whole paragraph, or what a chronology entry tells."""
    if place[0] == "entry":
        told = entries[row[2]]
        dates = (told["date_recorded"], told["date_start"], told["date_end"])
        return Passage(place, told["event"], 0, 0, "Chronology", "entry", told["agency_"] or "", "", *dates)
    home = homes[row[2]]
    _, end = home["blocks"][row[3]]
    return Passage(place, row[5], row[3], end, *about(home))


def of_mark(one: Coded, place: Place, homes: dict[int, dict[str, Any]]) -> Passage:
    """A passage from a mark: the very words that were marked."""
    return Passage(place, one.words, one.start, one.end, *about(homes[one.source]))


def about(home: dict[str, Any]) -> tuple[Any, ...]:
    """Title, kind, agency, speaker and dates of a source."""
    names = ("title", "kind", "agency_", "whose", "date_recorded", "date_start", "date_end")
    return tuple(home[name] if name.startswith("date_") else home[name] or "" for name in names)
