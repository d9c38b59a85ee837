"""What the templates of time receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.frame import Place
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.reviews.queries import agencies
from casement.rooms.timekeeping import queries
from casement.rooms.timekeeping.exports import ENTRY_COLUMNS, TOTAL_COLUMNS, entry_rows, total_rows
from casement.rooms.timekeeping.queries.copying import sources
from casement.rooms.timekeeping.rules.choosing import FOR_STEPS
from casement.rooms.timekeeping.rules.lengths import length_in_words
from casement.rooms.timekeeping.vocabulary import THING_NAMES, Activity, How, Kind, Thing
from casement.rooms.timekeeping.web.picture import Picture, picture

SHOWN = 60
SEEN_OWN = "you and the board’s office"
PAGES = (
    ("", "Enter time", Action.TIME_LOG),
    ("totals/", "Totals", Action.TIME_TOTALS),
    ("earlier/", "Earlier reviews", Action.TIME_TOTALS),
    ("estimates/", "Estimates", Action.TIME_PLAN),
    ("rates/", "Rates", Action.TIME_PLAN),
)


def around(seat: Seat, here: str) -> tuple[Place, ...]:
    """The pages of time that this seat may open, the current one marked."""
    told = [(end, text) for end, text, action in PAGES if allows(seat.standing, action)]
    return tuple(Place(text, f"{base_of(seat)}{end}", end == here) for end, text in told)


def base_of(seat: Seat) -> str:
    """Where time is."""
    return f"/reviews/{seat.ref}/time/"


@dataclass(frozen=True)
class TimePage:
    """The form, what it can be filled from, and the entries of this person."""

    lines: tuple[tuple[queries.EntryLine, str], ...]
    offers: tuple[tuple[str, str, str], ...]
    things: tuple[tuple[str, str], ...]
    people: tuple[tuple[int, str], ...]
    keeps_all: bool
    mine: str
    about: str
    around: tuple[Place, ...]
    filled: Mapping[str, Mapping[str, Any]]
    seen_by: str = SEEN_OWN
    tab: str = "Time"


@dataclass(frozen=True)
class EntryPage:
    """One entry with its history."""

    line: queries.EntryLine
    length: str
    said: tuple[tuple[queries.Said, str], ...]
    filled: Mapping[str, Mapping[str, Any]]
    tab: str
    seen_by: str = SEEN_OWN


@dataclass(frozen=True)
class Table:
    """One list of totals with its picture, in words; `lines` is None where it is not told."""

    key: str
    heading: str
    lines: tuple[tuple[queries.Line, str, str, str], ...] | None
    picture: Picture | None
    expects: bool


@dataclass(frozen=True)
class TotalsPage:
    """The totals."""

    told: queries.Totals
    whole: str
    tables: tuple[Table, ...]
    around: tuple[Place, ...]
    tab: str = "Time, totals"


@dataclass(frozen=True)
class EarlierPage:
    """Totals by stage beside those of earlier reviews."""

    reviews: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    hidden: bool
    around: tuple[Place, ...]
    tab: str = "Time, earlier reviews"


@dataclass(frozen=True)
class EstimatesPage:
    """What is expected of each step."""

    lines: tuple[tuple[queries.EstimateLine, str], ...]
    sources: tuple[tuple[str, str], ...]
    around: tuple[Place, ...]
    tab: str = "Time, estimates"


@dataclass(frozen=True)
class RatesPage:
    """What an hour costs."""

    lines: tuple[tuple[queries.RateLine, str], ...]
    agencies: tuple[tuple[int, str], ...]
    around: tuple[Place, ...]
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Time, rates"


def time_page(seat: Seat, asked: Mapping[str, str]) -> TimePage:
    """The page on which time is entered; `?of=meeting:3` fills it from that meeting."""
    near = queries.things(seat)
    chosen = asked.get("of", "")
    thing = next((one for one in near if one.key == chosen), None)
    if thing is None and chosen:
        thing = queries.thing_called(seat, chosen)
    offered = near if thing is None or thing in near else (thing, *near)
    lines = queries.entries(seat, SHOWN)
    done = {one.of for one in lines if one.mine}
    free = [one for one in near if f"{THING_NAMES[one.kind]} {one.number}" not in done]
    return TimePage(
        tuple((one, length_in_words(one.minutes)) for one in lines),
        tuple((one.key, one.label, length_in_words(one.minutes)) for one in free[:6]),
        tuple((one.key, f"{one.label}, {one.on:%-d %B}") for one in offered),
        queries.places_for(seat),
        seat.standing.role is Role.BUSINESS,
        length_in_words(own) if (own := queries.own_minutes(seat)) else "",
        thing.label if thing else "",
        around(seat, ""),
        {"form": filled(seat, thing)},
    )


def filled(seat: Seat, thing: queries.ThingLine | None) -> dict[str, Any]:
    """What is already chosen: from the thing, else from the step where the review stands, for today."""
    step = thing.step if thing else queries.step_now(seat)
    activity, kind = FOR_STEPS.get(step, (Activity.OTHER, Kind.PREPARATION))
    if thing is None:
        return {"step": step, "activity": activity, "kind": kind, "how": How.ESTIMATED, "on": today()}
    return {
        "length": length_in_words(thing.minutes),
        "step": step,
        "activity": activity,
        "kind": Kind.MEETING if thing.kind == Thing.MEETING else Kind.CONVERSATION,
        "how": How.ESTIMATED,
        "on": thing.on,
        "of": thing.key,
    }


def entry_page(seat: Seat, number: int) -> EntryPage:
    """One entry; its form holds what it says now."""
    line = queries.entry(seat, number)
    length = length_in_words(line.minutes)
    start = {"length": length, "kind": line.kind, "on": line.on, "activity": line.activity, "step": line.step,
             "how": line.how}  # fmt: skip
    said = tuple((one, length_in_words(one.minutes)) for one in line.versions)
    return EntryPage(line, length, said, {"form": start}, f"Time entry {number}")


def totals_page(seat: Seat) -> TotalsPage:
    """The totals, each as a picture and as a table."""
    told = queries.totals(seat)
    parts = (("stage", "By stage", told.stages), ("agency", "By agency", told.agencies),
             ("activity", "By what it was for", told.activities),
             ("kind", "By kind of work", told.kinds))  # fmt: skip
    tables = tuple(
        table(key, heading, lines, told.cost)
        for key, heading, lines in parts
        if key != "agency" or not told.own_agency
    )
    whole = length_in_words(told.whole.minutes) if told.whole else ""
    if told.whole and told.cost and told.whole.costed:
        whole += f"; {money(told.whole)}"
    return TotalsPage(told, whole, tables, around(seat, "totals/"))


def table(key: str, heading: str, lines: tuple[queries.Line, ...] | None, cost: bool) -> Table:
    """One list in words."""
    told = None
    if lines is not None:
        told = tuple(
            (
                one,
                length_in_words(one.minutes),
                length_in_words(one.expected) if one.expected is not None else "Nothing set",
                money(one) if cost and one.costed else "",
            )
            for one in lines
        )
    drawn = picture(lines) if lines and key in ("stage", "agency") else None
    return Table(key, heading, told, drawn, key == "stage" and any(one.expected is not None for one in lines or ()))


def money(one: queries.Line) -> str:
    """What it cost, and of how much of it where not all of it has a rate."""
    told = f"£{one.pence / 100:,.0f}"
    return told if one.costed == one.minutes else f"{told} for {length_in_words(one.costed)} of it"


def earlier_page(seat: Seat) -> EarlierPage:
    """This review beside earlier ones."""
    told = queries.earlier(seat)
    rows = tuple(
        (
            step,
            label,
            tuple(
                (name, length_in_words(minutes) if minutes is not None else "Not told")
                for name, minutes in zip(told.reviews, each, strict=True)
            ),
        )
        for step, label, each in told.rows
    )
    return EarlierPage(told.reviews, rows, told.hidden, around(seat, "earlier/"))


def estimates_page(seat: Seat) -> EstimatesPage:
    """The estimates."""
    lines = tuple((one, length_in_words(one.minutes)) for one in queries.estimates(seat))
    return EstimatesPage(lines, sources(seat), around(seat, "estimates/"))


def rates_page(seat: Seat) -> RatesPage:
    """The rates."""
    lines = tuple((one, f"£{one.pence / 100:,.2f}") for one in queries.rates(seat))
    told = tuple((line.number, line.name) for line in agencies(seat))
    return RatesPage(lines, told, around(seat, "rates/"))


def entries_file(seat: Seat, kind: str) -> Download:
    """The entries that this person may read one by one, as a file."""
    return tabular("time", kind, ENTRY_COLUMNS, entry_rows(queries.entries(seat)))


def totals_file(seat: Seat, kind: str) -> Download:
    """The totals as a file."""
    return tabular("time-totals", kind, TOTAL_COLUMNS, total_rows(queries.totals(seat)))
