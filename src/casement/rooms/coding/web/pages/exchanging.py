"""Exchange with other programs: what came and went, the report of one, and how far one is."""

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Fact, Pages
from casement.rooms.coding import queries
from casement.rooms.coding.rules.exchange.items import OUTCOME_NAMES, Outcome
from casement.rooms.coding.vocabulary import TARGET_NAMES
from casement.rooms.coding.web.pages.marks import asked_page
from casement.rooms.sources import queries as sources

PLACES = {"code": "codes", "coding": "marks", "passage": "marks", "source": "sources"}
SHOWN = 100


@dataclass(frozen=True)
class ExchangesPage:
    """The two forms, and what was exchanged so far."""

    exchanges: tuple[queries.ExchangeView, ...]
    choices: sources.Choices
    may_exchange: bool
    adds_sources: bool
    not_yet: str
    tab: str = "Exchange"


@dataclass(frozen=True)
class Counted:
    """One row of the counts: a kind of thing and how many had each outcome."""

    kind: str
    numbers: tuple[tuple[str, int], ...]
    total: int


@dataclass(frozen=True)
class Way:
    """A way to narrow the lines to one outcome."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Told:
    """One line of the report with where the thing is, if it is somewhere."""

    line: queries.ReportLine
    href: str


@dataclass(frozen=True)
class ExchangePage:
    """The report of one exchange."""

    exchange: queries.ExchangeView
    heading: str
    facts: tuple[Fact, ...]
    headings: tuple[str, ...]
    counts: tuple[Counted, ...]
    ways: tuple[Way, ...]
    chosen: str
    lines: tuple[Told, ...]
    pages: Pages
    tab: str


@dataclass(frozen=True)
class ProgressPage:
    """How far an exchange is, without a word of what is in it."""

    exchange: queries.ExchangeView
    tab: str


def exchanges_page(seat: Seat) -> ExchangesPage:
    """What came and went, and the forms for more."""
    choices = sources.choices(seat)
    adds = allows(seat.standing, Action.SOURCES_ADD)
    return ExchangesPage(
        queries.exchanges(seat),
        choices,
        allows(seat.standing, Action.CODING_IMPORT),
        adds,
        "" if choices.open or not adds else sources.NOT_YET,
    )


def progress_page(seat: Seat, number: int) -> ProgressPage:
    """How far an exchange is."""
    return ProgressPage(queries.exchange(seat, number), f"Exchange {number}")


def exchange_page(seat: Seat, number: int, asked: QueryDict | None = None) -> ExchangePage:
    """The report, narrowed to one outcome if the address says so."""
    wanted = (asked or QueryDict()).get("outcome", "")
    chosen = wanted if wanted in tuple(Outcome) else ""
    told = queries.exchange_report(seat, number, outcome=chosen, page=asked_page(asked))
    names = OUTCOME_NAMES[told.exchange.direction]
    used = [one for one in Outcome if any(outcome == one for _, outcome, _ in told.counts)]
    kinds = dict.fromkeys(kind for kind, _, _ in told.counts)
    numbers = {(kind, outcome): count for kind, outcome, count in told.counts}
    return ExchangePage(
        told.exchange,
        heading(told.exchange),
        facts(told.exchange),
        tuple(names[one] for one in used),
        tuple(
            Counted(
                kind,
                tuple((names[one], numbers.get((kind, one), 0)) for one in used),
                sum(numbers.get((kind, one), 0) for one in used),
            )
            for kind in kinds
        ),
        tuple(Way(one, names[one], sum(n for _, outcome, n in told.counts if outcome == one)) for one in used),
        chosen,
        tuple(Told(line, href(line)) for line in told.lines),
        Pages(told.page, told.last, told.total, SHOWN, "lines", f"&outcome={chosen}" if chosen else ""),
        f"Exchange {number}",
    )


def heading(told: queries.ExchangeView) -> str:
    """What the page is about: the kind of file, never its name."""
    what = "codebook" if told.kind == "codebook" else "project"
    way = {"done": ("went out", "came in"), "moving": ("goes out", "comes in")}
    return f"A {what} {way[told.state][told.is_in] if told.state in way else 'that was refused'}"


def href(line: queries.ReportLine) -> str:
    """Where a thing is, below the review; empty when it is nowhere of its own."""
    if line.thing is None:
        return ""
    if line.thing_kind == "memo":
        return "memos/"
    return f"{PLACES[line.thing_kind]}/{line.thing}/" if line.thing_kind in PLACES else ""


def facts(told: queries.ExchangeView) -> tuple[Fact, ...]:
    """What was found out about the file as a whole."""
    known = told.facts
    rows = [
        Fact("File", told.name),
        Fact("For", TARGET_NAMES.get(told.target, "")) if told.kind != "codebook" else Fact("For", ""),
        Fact("Made with", known.get("origin", "")),
        Fact("Called there", known.get("called", "")),
        Fact("The published schema", known.get("schema", "")),
        Fact("How places are counted", known.get("counting", "")),
        Fact("What we noticed", " ".join(known.get("remarks", ()))),
    ]
    return tuple(row for row in rows if row.text)
