"""What stands around the values of OpenDocument sheets: hidden rows, comments, formulas."""

from lxml import etree

from casement.rooms.sources.intake.containers import CUT_SHORT, Container
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.outside import check_open_document
from casement.rooms.sources.intake.sheets.grid import MOST_ROWS, Beside, reference

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = ("collapse", "filter")
_MOST_COLUMNS = 16_384


def besides(container: Container) -> list[Beside]:
    """One for each sheet, in the order of the file."""
    if "content.xml" not in container.names:
        raise Unreadable(CUT_SHORT)
    root = parse(container.part("content.xml"))
    check_open_document(root)
    struck = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(is_struck(letters) for letters in style.iter(f"{_STYLE}text-properties"))
    }
    return [_beside(table, struck) for table in root.iterfind(f".//{_OFFICE}spreadsheet/{_TABLE}table")]


def is_struck(letters: etree._Element) -> bool:
    """Whether these properties of letters draw a line through them."""
    line = letters.get(f"{_STYLE}text-line-through-style") or letters.get(f"{_STYLE}text-line-through-type")
    return line not in (None, "none")


def _beside(table: etree._Element, struck: set[str | None]) -> Beside:
    beside = Beside()
    column = 0
    for element in table.iter(f"{_TABLE}table-column"):
        repeated = _times(element, "columns", _MOST_COLUMNS)
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            beside.hidden_columns.update(range(column + 1, column + repeated + 1))
        column += repeated
    row = 0
    for element in table.iter(f"{_TABLE}table-row"):
        repeated = _times(element, "rows", 2_000_000)
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            beside.hidden_rows.update(range(row + 1, min(row + repeated, MOST_ROWS) + 1))
        _row(element, row + 1, repeated, beside, struck)
        row += repeated
    beside.pictures = sum(1 for _ in table.iter("{*}image"))
    return beside


def _times(element: etree._Element, of: str, most: int) -> int:
    told = element.get(f"{_TABLE}number-{of}-repeated") or "1"
    return min(int(told), most) if told.isdecimal() else 1


def _row(element: etree._Element, row: int, repeated: int, beside: Beside, struck: set[str | None]) -> None:
    column = 0
    for cell in element.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = _times(cell, "columns", _MOST_COLUMNS)
        words = list(cell.iterchildren(f"{_TEXT}p"))
        if cell.get(f"{_OFFICE}value-type") or words:
            beside.reach(row + repeated - 1, column + times)
            letters = (span.get(f"{_TEXT}style-name") for line in words for span in line.iter(f"{_TEXT}span"))
            beside.struck += cell.get(f"{_TABLE}style-name") in struck or not struck.isdisjoint(letters)
        if cell.get(f"{_TABLE}formula"):
            if words or cell.get(f"{_OFFICE}value-type"):
                beside.formulas += 1
            else:
                beside.unworked.append((row, column + 1))
        for note in cell.iterchildren(f"{_OFFICE}annotation"):
            said = "\n".join("".join(map(str, part.itertext())) for part in note.iter(f"{_TEXT}p"))
            author, day = note.findtext(f"{_DC}creator") or "", note.findtext(f"{_DC}date") or ""
            beside.comments.append((reference("", row, column + 1), author, day, said))
        column += times
