"""Tables of Word documents (.docx), row by row, as Word shows them with all changes accepted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, UNSOUND, opened
from casement.rooms.chronology.intake.cells import long_texts, within_limits
from casement.rooms.chronology.intake.word_words import Told, kind_of, setting, words
from casement.rooms.chronology.vocabulary import EMPTY, Cell, Merged, Sheet

NO_TABLE = (
    "There is no table in this Word document. Bring it in as a record, or ask the agency for its chronology "
    "as a table."
)
TOO_LONG = "This Word document is too long to read as a table. Ask the agency for it in parts, or as .xlsx."
MOST_WORDS = 64 * 1024 * 1024  # bytes of a document without its pictures; all of a table is held at once
_WIDEST = 200  # columns that one cell may span
_PARTS = frozenset({"tbl", "tr", "tc"})


@dataclass
class Table:
    """One table: its rows of texts, and the cells joined in it; `apart` where words stood above it."""

    number: int
    apart: bool
    rows: list[list[str]] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)


def read_word(data: bytes) -> tuple[Sheet, ...]:
    """The tables of the document as sheets, a table that runs on over pages as one; raises Unreadable."""
    told = Told()
    try:
        with opened(data) as archive:
            name = next(part for part in archive.namelist() if part.lower() == "word/document.xml")
            if archive.getinfo(name).file_size > MOST_WORDS:
                raise Unreadable(TOO_LONG)
            tables = list(_tables(archive, name, told))
    except (etree.XMLSyntaxError, *UNSOUND, KeyError):
        raise Unreadable(BROKEN) from None
    if not tables:
        raise Unreadable(NO_TABLE)
    sheets = [_sheet(together) for together in _running_on(tables)]
    first = sheets[0]
    sheets[0] = Sheet(first.name, False, first.rows, 1, first.notes + told.sentences(), merged=first.merged)
    return tuple(sheets)


def _tables(archive: zipfile.ZipFile, name: str, told: Told) -> Iterator[Table]:
    """The tables in order; those inside a cell belong to its text."""
    depth, number, apart = 0, 0, False
    with archive.open(name) as part:
        context = etree.iterparse(
            part, events=("start", "end"), tag=("{*}tbl", "{*}p"), resolve_entities=False, no_network=True,
        )  # fmt: skip
        for event, element in context:
            kind = kind_of(element)
            if kind == "tbl":
                depth += 1 if event == "start" else -1
            if event == "start" or depth:
                continue
            if any(kind_of(above) == "Fallback" for above in element.iterancestors()):
                continue  # what stands in a text box is stored a second time for older programs
            if kind == "p":
                beside = bool(words(element, Told()).strip())
                apart = apart or beside
                told.beside += beside
            else:
                number += 1
                yield _table(element, number, apart, told)
                apart = False
            element.clear()


def _table(element: etree._Element, number: int, apart: bool, told: Told) -> Table:
    table = Table(number, apart)
    open_above: dict[int, int] = {}  # the column where a cell that runs down began, and its row
    for row in _inside(element, "tr"):
        if any(kind_of(mark) == "del" for mark in row.iterfind("{*}trPr/*")):
            told.deleted += 1
            continue
        texts = [""] * _count(row.find("{*}trPr/{*}gridBefore"), least=0)
        line = len(table.rows) + 1
        for cell in _inside(row, "tc"):
            wide = _count(cell.find("{*}tcPr/{*}gridSpan"))
            within_limits(line, len(texts) + wide)
            column = len(texts) + 1
            down = cell.find("{*}tcPr/{*}vMerge")
            runs_on = down is not None and setting(down) != "restart" and column in open_above
            text = words(cell, told)
            if runs_on and not text:
                first = open_above[column]
                table.merged = [one for one in table.merged if (one.first_row, one.first_column) != (first, column)]
                table.merged.append(Merged(first, line, column, column + wide - 1))
            else:
                open_above.pop(column, None)
                if down is not None:
                    open_above[column] = line
                elif wide > 1:
                    table.merged.append(Merged(line, line, column, column + wide - 1))
            texts += [text, *[""] * (wide - 1)]
        table.rows.append(texts)
    return table


def _inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, wherever Word wraps them in something else."""
    for child in element:
        kind = kind_of(child)
        if kind == wanted:
            yield child
        elif kind not in _PARTS and kind not in ("p", "Fallback"):
            yield from _inside(child, wanted)


def _count(element: etree._Element | None, least: int = 1) -> int:
    try:
        found = int(setting(element) or least) if element is not None else least
    except ValueError:
        found = least
    if found > _WIDEST:
        raise Unreadable(BROKEN)
    return max(found, least)


def _running_on(tables: Iterable[Table]) -> list[list[Table]]:
    """Tables with as many columns and nothing but empty lines between them are one that was split.

    One that begins with headings of its own stays by itself.
    """
    together: list[list[Table]] = []
    for table in tables:
        before = together[-1][-1] if together else None
        alike = before is not None and not table.apart and _width(table) == _width(before)
        if alike and not _has_own_headings(table, together[-1][0]):
            together[-1].append(table)
        else:
            together.append([table])
    return together


def _has_own_headings(table: Table, first: Table) -> bool:
    """Whether the first row is words in every column, without a number, and other than the first table's."""
    row, other = (each.rows[0] if each.rows else [] for each in (table, first))
    plain = all(text.strip() and not any(sign.isdigit() for sign in text) for text in row)
    return bool(row) and plain and row != other


def _width(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)


def _sheet(tables: list[Table]) -> Sheet:
    """One sheet of one table, or of several that are read as one."""
    first, last = tables[0].number, tables[-1].number
    width = max(map(_width, tables))
    rows: list[tuple[Cell, ...]] = []
    merged: list[Merged] = []
    for table in tables:
        above = len(rows)
        merged += [
            Merged(one.first_row + above, one.last_row + above, one.first_column, one.last_column)
            for one in table.merged
        ]
        for texts in table.rows:
            cells = [Cell(text, text) if text else EMPTY for text in texts]
            rows.append(tuple(cells + [EMPTY] * (width - len(cells))))
    within_limits(len(rows), width)
    notes: tuple[str, ...] = ()
    if len(tables) == 1:
        name = f"Table {first}"
    else:
        name = f"Tables {first} to {last}"
        notes = (
            f"{name} follow each other with the same number of columns, so they are read as one. Rows are counted "
            "on from one to the next.",
        )
    return Sheet(name, False, tuple(rows), 1, notes + long_texts(tuple(rows), 1), merged=tuple(merged))
