"""What the templates of the chronology room receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.dates import NotADate, read_date
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.web import Download
from casement.rooms.chronology import queries
from casement.rooms.chronology.intake import FORMATS
from casement.rooms.chronology.vocabulary import FIELD_NAMES, Stage
from casement.rooms.chronology.web.forms.files import FIELDS
from casement.rooms.chronology.web.picture import drawing
from casement.rooms.sources.queries import NOT_YET, may_hold_data

CLOSER = (
    ("fit", "the whole time"), ("months", "months"), ("weeks", "weeks"), ("days", "days"), ("hours", "hours"),
)  # fmt: skip
STEPS = ("File", "Columns", "Rows to check", "Done")


@dataclass(frozen=True)
class ListPage:
    """Every agency's strand in amounts."""

    chronologies: tuple[queries.Chronology, ...]
    bring: Place | None
    add: Place | None
    same: Place | None = None
    tab: str = "Chronologies"


@dataclass(frozen=True)
class BringPage:
    """What is offered when a chronology is brought in, or an entry added."""

    agencies: tuple[tuple[int, str], ...]
    formats: str
    not_yet: str
    copies: tuple[tuple[int, str], ...] = ()
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Bring in a chronology"
    steps: tuple[str, ...] = STEPS


@dataclass(frozen=True)
class Column:
    """One column of an agency's table on the page."""

    at: int
    heading: str
    samples: tuple[str, ...]
    field: str
    becomes: str
    reason: str
    doubtful: bool


@dataclass(frozen=True)
class ColumnsPage:
    """What each column becomes, and what would come of it."""

    imported: queries.ImportView
    columns: tuple[Column, ...]
    options: tuple[tuple[str, str], ...]
    sheets: tuple[tuple[str, str], ...]
    counts: tuple[tuple[int, str], ...]
    sampled: int
    stopped: bool
    done: int
    total: int
    filled: Mapping[str, Mapping[str, Any]]
    tab: str
    steps: tuple[str, ...] = STEPS

    @property
    def open(self) -> bool:
        """Whether the columns may still be matched by this person."""
        return self.imported.state == Stage.COLUMNS and self.imported.may_change

    @property
    def matched(self) -> int:
        """How many columns become something."""
        return sum(column.field != "ignore" for column in self.columns)


@dataclass(frozen=True)
class RowsPage:
    """Rows that wait, as cards. `refused_row` is the one whose form comes back."""

    imported: queries.ImportView
    waiting: queries.WaitingRows
    pages: Pages
    refused_row: int | None
    tab: str
    steps: tuple[str, ...] = STEPS


@dataclass(frozen=True)
class DonePage:
    """What came of an import."""

    imported: queries.ImportView
    counts: tuple[tuple[int, str], ...]
    left: tuple[queries.LeftRow, ...]
    tab: str
    steps: tuple[str, ...] = STEPS


@dataclass(frozen=True)
class EntryPage:
    """One entry, the form that corrects it, and for the team who told whom and which entries go with it."""

    entry: queries.EntryView
    filled: Mapping[str, Mapping[str, Any]]
    tab: str
    weighs: bool = False
    may_link: bool = False
    tellings: tuple[queries.TellingLine, ...] = ()
    knowers: tuple[queries.Knower, ...] = ()
    elsewhere: tuple[queries.PairView, ...] = ()
    then: str = ""


@dataclass(frozen=True)
class StrandsPage:
    """The drawing, the table that says the same, and what narrows both."""

    strands: queries.Strands
    pages: Pages
    agency: int | None
    first: str
    until: str
    zoom: str
    narrowed: bool
    unread: str
    rest: str
    gaps: tuple[tuple[str, queries.Gap], ...]
    drawing: SafeString
    zooms: tuple[tuple[str, str], ...]
    born: tuple[queries.Born, ...]
    may_link: bool
    ends: tuple[int, int] | None
    weighs: bool = False
    tab: str = "Strands"
    desk: bool = True


def list_page(seat: Seat) -> ListPage:
    """The list of chronologies."""
    base = f"/reviews/{seat.ref}/chronologies"
    may_bring = allows(seat.standing, Action.CHRONOLOGY_IMPORT)
    may_add = allows(seat.standing, Action.CHRONOLOGY_EDIT)
    return ListPage(
        queries.chronologies(seat),
        Place("Bring one in", f"{base}/new/") if may_bring else None,
        Place("Add one entry", f"{base}/entries/new/") if may_add else None,
        Place("Same event?", f"{base}/same/") if allows(seat.standing, Action.CHRONOLOGY_KNOWN) else None,
    )


def bring_page(seat: Seat) -> BringPage:
    """The first step of an import."""
    names = [name[:1].upper() + name[1:] for name in FORMATS.values()]
    formats = ", ".join(names[:-1]) + " or " + names[-1]
    not_yet = "" if may_hold_data(seat) else NOT_YET
    return BringPage(queries.agencies_to_change(seat), formats, not_yet, queries.copies(seat))


def add_page(seat: Seat) -> BringPage:
    """The page that adds an entry by hand."""
    not_yet = "" if may_hold_data(seat) else NOT_YET
    return BringPage(queries.agencies_to_change(seat), "", not_yet, tab="Add an entry")


def columns_page(seat: Seat, number: int) -> ColumnsPage:
    """The second step of an import; while the file is being read it says how far that is."""
    view = queries.imported(seat, number)
    at_work = view.state in (Stage.FILE, Stage.BRINGING)
    done, total = queries.how_far(view) if view.state == Stage.BRINGING else (0, 1)
    counts = view.counts
    looked = counts.get("rows", 0)
    lines = (
        (looked, "rows under the headings" if looked == counts.get("of", looked) else "rows looked at"),
        (counts.get("ready", 0), "ready to come in"),
        (counts.get("to_check", 0), "to check first. They wait and are not lost"),
        (counts.get("blank", 0) + counts.get("headings", 0), "blank, or headings again: counted and left"),
    )
    columns = tuple(
        Column(
            at, column["heading"] or f"Column {at + 1}", tuple(column["samples"]), column["field"],
            FIELD_NAMES.get(column["field"], ""), column["reason"], column["doubtful"],
        )
        for at, column in enumerate(view.mapping)
    )  # fmt: skip
    sheets = tuple((str(at), sheet_words(sheet)) for at, sheet in enumerate(view.sheets, 1))
    chosen = next((str(at) for at, sheet in enumerate(view.sheets, 1) if sheet["name"] == view.sheet), "1")
    filled = {
        "form": {**view.choices},
        "sheet": {"sheet": chosen, "header_row": view.header_row},
        "other": {"sheet": chosen},
    }
    return ColumnsPage(
        view, columns, FIELDS, sheets, lines, counts.get("of", looked) if looked else 0,
        at_work and queries.stopped(view), done, total, filled, f"Import {number}",
    )  # fmt: skip


def sheet_words(sheet: Mapping[str, Any]) -> str:
    """A sheet of a file, in a line."""
    hidden = ", hidden in the file" if sheet["hidden"] else ""
    return f"{sheet['name'] or 'The table'}{hidden}, {sheet['rows']} rows"


def rows_page(seat: Seat, number: int, asked: Mapping[str, str], row: int | None = None) -> RowsPage:
    """The third step of an import."""
    view, waiting = queries.waiting_rows(seat, number, page=number_from(asked.get("page")) or 1, first=row)
    pages = Pages(waiting.page, waiting.last, waiting.total, queries.CARDS, "rows to check")
    return RowsPage(view, waiting, pages, row, f"Import {number}")


def done_page(seat: Seat, number: int) -> DonePage:
    """The last step of an import."""
    view = queries.import_done(seat, number)
    lines = (
        (view.total, "rows under the headings"),
        (view.rows["in"], "came in as entries"),
        (view.rows["waiting"] + view.rows["asked"], "wait for somebody"),
        (view.rows["left_out"], "left out, with the reason"),
        (view.rows["blank"], "blank, or headings again"),
    )
    left = queries.left_rows(seat, number) if view.rows["left_out"] else ()
    return DonePage(view, lines, left, f"Import {number}")


def original(seat: Seat, number: int) -> Download:
    """The agency's file, as it came."""
    name, content = queries.original(seat, number)
    return Download(name, "application/octet-stream", content)


def entry_page(seat: Seat, number: int) -> EntryPage:
    """One entry."""
    told = queries.entry(seat, number)
    start = {
        "date": told.date_recorded,
        "event": told.event,
        "present": told.present,
        "action": told.action,
        "source_record": told.source_record,
        "analysis": told.analysis,
        "based_on": told.edition,
    }
    filled, tab = {"form": start}, f"Entry {number}"
    if not allows(seat.standing, Action.CHRONOLOGY_KNOWN):
        return EntryPage(told, filled, tab)
    then = {"who": f"a{told.agency_number}", "moment": told.last_day} if told.last_day else {}
    may_link = allows(seat.standing, Action.CHRONOLOGY_LINK) and told.removed_at is None
    return EntryPage(
        told, filled, tab, True, may_link,
        queries.tellings(seat, number), queries.knowers(seat), queries.same_elsewhere(seat, number),
        urlencode(then),
    )  # fmt: skip


def strands_page(seat: Seat, asked: Mapping[str, str]) -> StrandsPage:
    """The strands; what cannot be read in the address is not used, and said."""
    agency = number_from(asked.get("agency"))
    first, first_words = day_from(asked.get("from", ""), last=False)
    until, until_words = day_from(asked.get("until", ""), last=True)
    unread = " and ".join(f"“{words}”" for words in (first_words, until_words) if words)
    zoom = asked.get("zoom", "fit") if asked.get("zoom", "fit") in queries.ZOOMS else "fit"
    at, _ = day_from(asked.get("at", ""), last=False)
    born, numbers = queries.births(seat), [number_from(asked.get(name)) for name in ("one", "other")]
    ends = (numbers[0], numbers[1]) if numbers[0] and numbers[1] else None
    told = queries.strands(
        seat,
        agency=agency,
        first=first,
        until=until,
        page=number_from(asked.get("page")) or 1,
        zoom=zoom,
        at=at,
        born=born,
        ends=ends,
    )
    kept = {
        "agency": agency or "",
        "from": asked.get("from", "")[:60] if first else "",
        "until": asked.get("until", "")[:60] if until else "",
    }
    rest = "".join(f"&{urlencode({key: value})}" for key, value in kept.items() if value)
    query = rest + (f"&zoom={zoom}" if zoom != "fit" else "") + (f"&at={at}" if at else "")
    return StrandsPage(
        told, Pages(told.page, told.last, told.total, queries.SIZE, "entries", query), agency,
        asked.get("from", "")[:60], asked.get("until", "")[:60], zoom, bool(agency or first or until), unread, rest,
        tuple((lane.name, gap) for lane in told.picture.lanes for gap in lane.gaps),
        drawing(told.picture, seat.ref), CLOSER, born, allows(seat.standing, Action.CHRONOLOGY_LINK), ends,
        allows(seat.standing, Action.CHRONOLOGY_KNOWN),
    )  # fmt: skip


def day_from(text: str, *, last: bool) -> tuple[date | None, str]:
    """The first or last day that words in the address mean; the words themselves when they mean none."""
    if not text.strip():
        return None, ""
    try:
        when = read_date(text.strip()[:60])
    except NotADate:
        return None, text.strip()[:60]
    return (when.end or when.start) if last else (when.start or when.end), ""


def number_from(text: str | None) -> int | None:
    """A number in an address, or None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
