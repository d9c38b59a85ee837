"""Codes by source, by agency, by period, and with each other. Counted are passages, never people's work."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.rooms.coding.queries.across import found
from casement.rooms.coding.queries.across.naming import CodeName, Placed
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.coding.rules.across.periods import in_order, in_words
from casement.rooms.coding.rules.across.together import counted


@dataclass(frozen=True)
class Column:
    """One column: what it is called, and what an address says for it, as a pair."""

    name: str
    asks: tuple[str, str]
    title: str = ""


@dataclass(frozen=True)
class Table:
    """How many passages of each code (down) there are in each column (across); no cell is zero and present."""

    rows: tuple[CodeName, ...]
    columns: tuple[Column, ...]
    cells: dict[tuple[str, int], int]
    left_out: tuple[CodeName, ...] = ()

    def count(self, row: CodeName, column: int) -> int:
        """How many passages."""
        return self.cells.get((row.value, column), 0)


def tallied(seat: Seat, asked: Asked, sources: Sequence[Placed]) -> dict[tuple[int, int], int]:
    """How many passages each code has in each source, by (code key, number of the source)."""
    numbers = {text: one.number for one in sources for text, _ in one.texts}
    told: Counter[tuple[int, int]] = Counter()
    for item, code, version, passages in by_text(seat, asked, sources):
        told[item or -code, numbers[version]] += passages
    return dict(told)


def by_text(seat: Seat, asked: Asked, sources: Sequence[Placed]) -> Iterable[tuple[int | None, int, int, int]]:
    """(factor, open code, text, how many passages) for each that there is."""
    there = found.marks(seat, found.plain(asked))
    if asked.also or asked.without:
        within = {spot.excerpt for spot in found.spots(seat, asked, sources)}
        once = set(there.values_list("item_id", "code_id", "excerpt__version_id", "excerpt_id"))
        told = Counter(row[:3] for row in once if row[3] in within)
        return [(item, code, version, passages) for (item, code, version), passages in told.items()]
    return there.values_list("item_id", "code_id", "excerpt__version_id").annotate(
        passages=Count("excerpt", distinct=True)
    )


def by_source(seat: Seat, asked: Asked, names: Iterable[CodeName], sources: Sequence[Placed]) -> Table:
    """Codes down, sources across by number. A column without a passage is left out."""
    tally = tallied(seat, asked, sources)
    seen = {source for _, source in tally}
    shown = [one for one in sources if one.number in seen]
    columns = tuple(Column(str(one.number), ("source", str(one.number)), one.title) for one in shown)
    place = {one.number: at for at, one in enumerate(shown)}
    return folded(names, columns, {(code, place[source]): n for (code, source), n in tally.items()})


def by_agency(seat: Seat, asked: Asked, names: Iterable[CodeName], sources: Sequence[Placed]) -> Table:
    """Codes down, agencies across by name, sources of none last. Factors about one worker are left out."""
    tally = tallied(seat, asked, sources)
    agency = {one.number: (one.agency_name, one.agency) for one in sources}
    shown = sorted({agency[source] for _, source in tally}, key=lambda one: (not one[1], one))
    columns = tuple(
        Column(name or "No agency", ("agency", str(number) if number else "none")) for name, number in shown
    )
    place = {one: at for at, one in enumerate(shown)}
    cells: Counter[tuple[int, int]] = Counter()
    for (code, source), passages in tally.items():
        cells[code, place[agency[source]]] += passages
    every = tuple(names)
    told = {one.key for one in every if one.personal}
    left = tuple(one for one in every if one.personal and any(key == one.key for key, _ in cells))
    kept = {(code, at): n for (code, at), n in cells.items() if code not in told}
    return folded(every, columns, kept, left)


def by_period(
    seat: Seat, asked: Asked, names: Iterable[CodeName], sources: Sequence[Placed], unit: str
) -> Table:  # fmt: skip
    """Codes down, months, quarters or years across in the order of time; what lies in no single one last."""
    tally = tallied(seat, asked, sources)
    period = {one.number: one.period(unit) for one in sources}
    shown = in_order({period[source] for _, source in tally})
    place = {one: at for at, one in enumerate(shown)}
    cells: Counter[tuple[int, int]] = Counter()
    for (code, source), passages in tally.items():
        cells[code, place[period[source]]] += passages
    return folded(names, tuple(Column(in_words(one), ("period", one)) for one in shown), cells)


def together(seat: Seat, asked: Asked, names: Sequence[CodeName], sources: Sequence[Placed]) -> Table:
    """Codes down and the same codes across: of the passages of the one, how many touch one of the other.

    Down are the passages that were asked for; across every passage of a code on the same texts, whoever marked it.
    """
    if asked.influence or asked.coder or asked.who or asked.also or asked.without:
        every = replace(found.plain(asked), influence="", coder="", who="")
        within = {spot.excerpt for spot in found.spots(seat, asked, sources)}
        own = keyed(seat, asked, "excerpt_id")
        both = [(text, start, end, 2 * key) for text, start, end, key, excerpt in own if excerpt in within]
        both += [(text, start, end, 2 * key + 1) for text, start, end, key in keyed(seat, every)]
        told = {
            (one // 2, other // 2): n
            for (one, other), n in counted(both).items()
            if one % 2 == 0 and other % 2 == 1
        }
    else:
        told = counted(keyed(seat, asked))
    shown = [one for one in names if (one.key, one.key) in told]
    place = {one.key: at for at, one in enumerate(shown)}
    columns = tuple(Column(one.label, ("also", one.value)) for one in shown)
    return folded(shown, columns, {(code, place[other]): n for (code, other), n in told.items() if other in place})


def keyed(
    seat: Seat, asked: Asked, *more: str, among: QuerySet[Any] | None = None
) -> Iterable[tuple[int, ...]]:  # fmt: skip
    """Marked passages as (text, start, end, key of the code), and more columns where they are asked for.

    `among` holds the excerpts to look among, where not all are wanted.
    """
    marks = found.marks(seat, found.plain(asked))
    rows: Iterable[tuple[int, ...]] = (
        (marks if among is None else marks.filter(excerpt__in=among))
        .annotate(key=Coalesce(F("item_id"), -F("code_id")))
        .values_list("excerpt__version_id", "excerpt__start", "excerpt__end", "key", *more)
    )
    return rows


def folded(
    names: Iterable[CodeName], columns: tuple[Column, ...], cells: dict[tuple[int, int], int],
    left_out: tuple[CodeName, ...] = (),
) -> Table:  # fmt: skip
    """A table of the codes that have a passage in it, in the order of the codebook."""
    there = {code for code, _ in cells}
    rows = tuple(one for one in names if one.key in there)
    values = {one.key: one.value for one in rows}
    kept = {(values[code], at): n for (code, at), n in cells.items() if code in values}
    return Table(rows, columns, kept, left_out)
