"""Rows of tables kept as text, with commas, semicolons, tabs or bars between the columns."""

from __future__ import annotations

import csv
import io
from collections import Counter

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.cells import long_texts, within_limits
from casement.rooms.chronology.vocabulary import EMPTY, Cell, Sheet

NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE_ROWS = 200
_NOT_TEXT = (
    "This file is not readable as text in UTF-8 or Windows letters. Ask the agency to save it as .xlsx "
    "or as CSV in UTF-8."
)
# The module's own limit is 131,072 characters for a cell; a cell of 1 MB is kept, not lost.
_LONGEST_CELL = 64 * 1024 * 1024  # letters; the whole process has one limit, so it is set before each file


def read_delimited(data: bytes) -> Sheet:
    """The table as one sheet; raises Unreadable when it is not text or too large."""
    text, notes = _decoded(data)
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    if told.startswith("sep=") and told[4:5] in NAMES:
        delimiter, text, start = told[4], rest, 2
    else:
        delimiter, start = _delimiter(text), 1
    rows, untidy = _rows(text, delimiter)
    width = max(map(len, rows), default=0)
    within_limits(len(rows), width)
    notes += (f"Columns are parted by {NAMES[delimiter]}.",) if width > 1 else ("There is one column only.",)
    cells = tuple(
        tuple(Cell(part, part) if part else EMPTY for part in row) + (EMPTY,) * (width - len(row)) for row in rows
    )
    return Sheet("", False, cells, start, notes + untidy + long_texts(cells, start))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, read as UTF-8, else as Windows letters with a note; other encodings only by their mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        raise Unreadable(_NOT_TEXT)
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        note = "The letters were read as Windows letters. Look at £ signs and accents before you go on."
        return text, (note,) if encoding == "cp1252" else ()
    raise Unreadable(_NOT_TEXT)


def _delimiter(text: str) -> str:
    """The delimiter that gives the most rows one same number of columns, and at least two.

    csv.Sniffer also guesses at quotation marks and takes letters for delimiters, so the four
    candidates are tried on the rows themselves.
    """
    csv.field_size_limit(_LONGEST_CELL)
    best, best_rank = ",", (0.0, 0)
    for candidate in NAMES:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
        widths = Counter(
            len(row) for row, _ in zip((row for row in reader if row), range(_SAMPLE_ROWS), strict=False)
        )
        wide = {width: count for width, count in widths.items() if width > 1}
        if wide:
            width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
            rank = (round(count / widths.total(), 1), width)
            best, best_rank = (candidate, rank) if rank > best_rank else (best, best_rank)
    return best


def _rows(text: str, delimiter: str) -> tuple[list[list[str]], tuple[str, ...]]:
    """All rows; quotation marks that do not close are read as they stand, and said."""
    strict = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(strict)
    except csv.Error:
        note = f"Near row {len(rows) + 1} a quotation mark stands alone. Check that row and the ones after it."
        lenient = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return list(lenient), (note,)
    return rows, ()
