"""Tables as a spreadsheet (XLSX) that runs nothing and loses nothing, written while it is sent.

Every word is a string in its cell, so nothing is ever a formula, a date or a number it was not; words that would be
one if somebody typed them carry the sign by which a spreadsheet keeps them as text. openpyxl reads these files in
the tests; it is not used to write them, because it takes some five times as long.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from xml.sax.saxutils import escape

from casement.foundation.comma_separated import STARTS
from casement.foundation.packed import packed

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 16_000  # characters in a cell; the format holds 32,767 UTF-16 units
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
SHORT, MANY = 60, 1000  # cells that may come again: how long, and how many are kept while a file is made
CONTINUED = "(continued)"
TYPED, HEADING, WORDS = 1, 2, 3  # looks of a cell, in the order of the styles below

Cell = str | int | float


def as_xlsx(name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A workbook of one sheet with a heading row that stays in sight.

    Words too long for a cell go on in the same column of the rows below, whose first cell says "(continued)".
    """
    body = rows_of(rows, Known())
    sheet = chain(
        sheet_head(), [f"<row>{''.join([cell_of(cell, HEADING) for cell in columns])}</row>"], body, [FOOT]
    )
    return packed([*frame(name), ("xl/worksheets/sheet1.xml", sheet)])


def parted(row: Sequence[Cell]) -> list[Sequence[Cell]]:
    """The row, in as many rows as its longest cell needs."""
    longest = max([len(cell) for cell in row if isinstance(cell, str)], default=0)
    if longest <= LONGEST:
        return [row]
    told: list[Sequence[Cell]] = []
    for start in range(0, longest, LONGEST):
        part = [cell[start : start + LONGEST] if isinstance(cell, str) else "" if start else cell for cell in row]
        told.append([CONTINUED, *part[1:]] if start else part)
    return told


class Known(dict[str, str]):
    """Cells as they are written; short words are kept, since most of a long table stand in it again and again."""

    def __missing__(self, cell: str) -> str:
        """A cell that was not kept."""
        told = cell_of(cell)
        if len(cell) < SHORT:
            if len(self) >= MANY:
                self.clear()  # what comes again and again is soon there again
            self[cell] = told
        return told


def rows_of(rows: Iterable[Sequence[Cell]], known: Known) -> Iterator[str]:
    """The rows of the sheet; only one that is long as a whole can hold a cell that is too long."""
    for row in rows:
        told = "".join([known[cell] if isinstance(cell, str) else f"<c><v>{cell!r}</v></c>" for cell in row])
        if len(told) <= LONGEST:
            yield f"<row>{told}</row>"
        else:
            yield from (f"<row>{''.join(map(cell_of, part))}</row>" for part in parted(row))


def cell_of(cell: Cell, style: int = 0) -> str:
    """One cell: a number as a number, words as words."""
    if not isinstance(cell, str):
        return f"<c><v>{cell!r}</v></c>"
    if not cell:
        return "<c/>"
    kept = style or (TYPED if cell[0] in STARTS else WORDS)
    plain = (cell.isprintable() or cell.replace("\n", "").isprintable()) and "_x" not in cell
    words = cell if plain else _UNSAFE.sub(escaped, cell)
    if "&" in words or "<" in words or ">" in words:
        words = escape(words)
    return f'<c t="inlineStr" s="{kept}"><is><t xml:space="preserve">{words}</t></is></c>'


def escaped(found: re.Match[str]) -> str:
    """A sign that XML cannot hold, or words that look like one, as the format writes it."""
    told = found.group(0)
    return f"_x{ord(told):04X}_" if len(told) == 1 else f"_x005F{told}"


def read_back(cell: str) -> str:
    """The words of a cell as they were before `escaped`, for programs that read the file without its rule."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), cell)


FOOT = "</sheetData></worksheet>"


def sheet_head() -> list[str]:
    """Everything before the rows."""
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return [
        f'{_HEAD}<worksheet xmlns="{_MAIN}">',
        f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>',
        '<sheetFormatPr defaultRowHeight="15" defaultColWidth="24"/><sheetData>',
    ]


def frame(name: str) -> Iterator[tuple[str, list[str]]]:
    """What every workbook has around its sheet."""
    parts = (
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    )
    overrides = "".join(f'<Override PartName="{part}" ContentType="{_TYPES}.{kind}+xml"/>' for part, kind in parts)
    plain = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    yield "[Content_Types].xml", [f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{plain}{xml}{overrides}</Types>']
    yield "_rels/.rels", [relations(("officeDocument", "xl/workbook.xml"))]
    title = escape(re.sub(r"[\[\]:*?/\\']", " ", name)[:31], {'"': "&quot;"})
    yield (
        "xl/workbook.xml",
        [
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
            f'<sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ],
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        [relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))],
    )
    yield (
        "xl/styles.xml",
        [
            f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
            '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>'
            '<xf numFmtId="49" xfId="0" applyNumberFormat="1" quotePrefix="1"/>'
            '<xf numFmtId="49" fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/>'
            '<xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        ],
    )


def relations(*told: tuple[str, str]) -> str:
    """Which part leads to which."""
    each = "".join(
        f'<Relationship Id="rId{at}" Type="{_REL}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(told, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
