"""Tables as text (.csv, .tsv): values between commas, semicolons, tabs or bars."""

import csv
import io
from dataclasses import replace

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.plain_paragraphs import clean
from casement.rooms.sources.intake.sheets.grid import TOO_LARGE, Beside, Sheet, written

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 1_000_000


def read(data: bytes) -> Extracted:
    """The rows of the table. `Unreadable` where it is no table, or one cell holds far too much."""
    characters, kept = decode(data)
    rows = rows_of(clean(characters))
    beside = Beside()
    beside.reach(len(rows), max(map(len, rows), default=0))
    extracted = written([Sheet("", False, rows, beside)], "csv")
    return replace(extracted, kept=(*kept, *extracted.kept))


def rows_of(characters: str) -> list[list[str]]:
    """The rows of such a text. `Unreadable` where one cell holds far too much."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(characters, newline=""), delimiter=_separator(characters), strict=False))
    except csv.Error as broken:
        raise Unreadable(TOO_LARGE) from broken


def _separator(characters: str) -> str:
    """The sign that parts the values: the one that parts most first lines into equally many, and most."""
    lines = [line for line in characters[:20_000].split("\n") if line.strip()][:20]
    counts = {sign: [len(next(csv.reader([line], delimiter=sign), [])) for line in lines] for sign in _SEPARATORS}

    def fits(sign: str) -> tuple[int, int]:
        usual = max(counts[sign], key=counts[sign].count, default=1)
        return (counts[sign].count(usual) if usual > 1 else 0), usual

    return max(_SEPARATORS, key=fits)
