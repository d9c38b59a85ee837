"""What a claim says and what it rests on: where a search for the other side begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Min, Q
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.foundation.search.opposing import BADLY, WELL
from casement.rooms.analysis.models import Episode, FactorUse, Finding, Pattern
from casement.rooms.analysis.queries.gathering import Placed, placed, working
from casement.rooms.analysis.queries.places import title_of
from casement.rooms.analysis.queries.tree import EvidenceView, StatementView
from casement.rooms.analysis.vocabulary import Influence, Owner, Part
from casement.rooms.coding.queries.coded import coded_on

TELLING = (Part.STATEMENT, Part.SUMMARY, Part.APPRAISAL)
SEARCHED = (Owner.PATTERN, Owner.FINDING, Owner.EPISODE)
LEANS = {Influence.HELPED: WELL, Influence.HARDER: BADLY}
MOST_QUOTES = 12
Place = tuple[str, int, int]  # source, its number, the paragraph; or entry, its number, 0


@dataclass(frozen=True)
class Claimed:
    """A pattern, a finding or an episode, as far as something can speak against it.

    `factors` holds, by code, the influences with which it is gathered; `leaning` is which way the whole leans.
    `own` are the statements that evidence against can be added to; `expected` what the team would have been told if
    it were not so.
    """

    owner: str
    number: int
    title: str
    sentences: tuple[str, ...]
    factors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    leaning: str = ""
    agencies: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    cited: frozenset[Place] = frozenset()
    first: date | None = None
    last: date | None = None
    own: tuple[StatementView, ...] = ()
    quotes: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """All that tells what it is about: its sentences, its factors, and the passages that speak for it."""
        return (*self.sentences, *self.labels.values(), *self.quotes)

    @property
    def sources(self) -> frozenset[int]:
        """The sources it cites."""
        return frozenset(number for kind, number, _ in self.cited if kind == "source")


def claimed(seat: Seat, owner: str, number: int) -> Claimed:
    """A claim with all it rests on; three queries, four where no factor is gathered. NotHere when there is none."""
    working(seat)
    if owner not in SEARCHED:
        raise NotHere
    title = title_of(seat, owner, number)
    told = placed(seat, under(seat, owner, number))
    said = [one.view for one in told]
    evidence = [piece for one in said for piece in one.evidence]
    factors, labels = gathered(told)
    if not factors:
        factors, labels = marked(seat, evidence)
    first, last = period(seat, {one.episode for one in told if one.episode}, owner, number)
    own = tuple(one.view for one in told if getattr(one, owner, None) == number and one.factor_use is None)
    counted = Counter(LEANS[way] for ways in factors.values() for way in ways if way in LEANS)  # type: ignore[index]
    well, badly = counted[WELL], counted[BADLY]
    return Claimed(
        owner,
        number,
        title,
        tuple(dict.fromkeys((title, *(one.text for one in said if one.part in TELLING)))),
        factors,
        labels,
        "" if well == badly else WELL if well > badly else BADLY,
        frozenset(one.agency for one in evidence if one.agency and one.direction == "for"),
        frozenset(one.speaker for one in evidence if one.speaker and one.direction == "for"),
        frozenset(place for one in evidence if (place := place_of(one))),
        first,
        last,
        own,
        tuple(dict.fromkeys(one.quote for one in evidence if one.quote and one.direction == "for"))[:MOST_QUOTES],
    )


def under(seat: Seat, owner: str, number: int) -> Q:
    """The statements of a claim and of what it is drawn from: a finding's pattern, the factors gathered there."""
    if owner == Owner.EPISODE:
        uses = FactorUse.objects.filter(episode__number=number, episode__review_id=seat.review)
        return Q(episode__number=number) | Q(factor_use__in=uses.order_by().values("pk"))
    patterns = Pattern.objects.filter(review_id=seat.review).order_by()
    patterns = (
        patterns.filter(number=number) if owner == Owner.PATTERN else patterns.filter(findings__number=number)
    )
    inside = FactorUse.objects.filter(patterns__in=patterns.values("pk")).order_by().values("pk")
    told = Q(pattern__in=patterns.values("pk")) | Q(factor_use__in=inside)
    return told | Q(finding__number=number) if owner == Owner.FINDING else told


def gathered(told: Iterable[Placed]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The factors of a claim with the influences they were given, and what they are called."""
    ways: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    for use in {one.factor_use.number: one.factor_use for one in told if one.factor_use}.values():
        if use.item_id:
            code = f"item:{use.item_id}"
            ways[code] = (*ways.get(code, ()), use.influence)
            labels[code] = use.label
    return ways, labels


def marked(seat: Seat, evidence: Iterable[EvidenceView]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The codes on the passages that speak for a claim that gathers no factors itself."""
    spans = [
        (one.source_number, one.start, one.end)
        for one in evidence
        if one.direction == "for" and one.source_number and one.start is not None and one.end is not None
    ]
    ways: dict[str, tuple[str, ...]] = {}
    labels: dict[str, str] = {}
    for one in coded_on(seat, spans):
        ways[one.code] = (*ways.get(one.code, ()), one.influence)
        labels[one.code] = one.label
    return ways, labels


def period(seat: Seat, episodes: set[int], owner: str, number: int) -> tuple[date | None, date | None]:
    """The time a claim speaks of: that of the episodes it is drawn from."""
    rows = Episode.objects.filter(review_id=seat.review)
    which = Q(number__in=episodes)
    if owner == Owner.FINDING:
        linked = Finding.objects.filter(review_id=seat.review, number=number, episodes__isnull=False)
        which |= Q(pk__in=linked.order_by().values("episodes"))
    told = rows.filter(which).aggregate(
        first=Min("date_start"), last=Max(Coalesce("until_end", "date_end", "date_start"))
    )
    return told["first"], told["last"]


def place_of(one: EvidenceView) -> Place | None:
    """Where a piece of evidence stands, as passages are told apart here."""
    if one.entry_number is not None:
        return ("entry", one.entry_number, 0)
    if one.source_number is None or one.paragraph is None:
        return None
    return ("source", one.source_number, one.paragraph)
