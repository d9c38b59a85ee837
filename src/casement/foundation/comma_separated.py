"""Tables as CSV that no spreadsheet will run, and that can be read back to the letter.

A cell that begins with =, +, -, @, a tab, a carriage return or an apostrophe gets one apostrophe in front.
Reading back: take exactly one apostrophe away when one of those signs follows it.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
RISKY = frozenset(STARTS)
BOM = "\ufeff"
PIECE = 64 * 1024


def inert(cell: str) -> str:
    """A cell that a spreadsheet will show and not run."""
    return "'" + cell if cell.startswith(STARTS) else cell


def read_back(cell: str) -> str:
    """The cell as it was before `inert`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS) else cell


def csv_pieces(columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> Iterator[bytes]:
    """The same table as `as_csv` in pieces, for one too long to be held whole."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    out.write(BOM)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["'" + cell if isinstance(cell, str) and cell[:1] in RISKY else cell for cell in row])
        if out.tell() > PIECE:
            yield out.getvalue().encode()
            out.seek(0)
            out.truncate()
    yield out.getvalue().encode()


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """A table as UTF-8 with a byte order mark, every cell quoted, words inert, numbers as they are."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return (BOM + out.getvalue()).encode()
