"""Outlines of .ods sheets, from the XML of the content."""

from __future__ import annotations

import zipfile

from lxml import etree

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, UNSOUND
from casement.rooms.chronology.intake.cells import within_limits
from casement.rooms.chronology.intake.outlines import Outline

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TAGS = ("table", "table-row", "table-cell", "covered-table-cell", "null-date")
_VALUE = f"{_OFFICE}value-type"


def outlines(archive: zipfile.ZipFile) -> tuple[list[Outline], bool]:
    """One outline for each sheet, and whether days count from 1904.

    Raises Unreadable for broken XML and sheets beyond the limits.
    """
    found: list[Outline] = []
    current, row, column, from_1904 = Outline(), 0, 0, False
    try:
        with archive.open("content.xml") as part:
            context = etree.iterparse(
                part, events=("start", "end"), resolve_entities=False, no_network=True,
                tag=tuple(_TABLE + name for name in _TAGS),
            )  # fmt: skip
            for event, element in context:
                kind = element.tag.removeprefix(_TABLE)
                if kind == "table" and event == "start":
                    current, row = Outline(), 0
                    found.append(current)
                elif kind == "table-row" and event == "start":
                    row, column = row + 1, 0
                elif kind == "table-row":
                    row = _end_row(current, element, row)
                elif kind == "null-date":
                    from_1904 = element.get(f"{_TABLE}date-value", "").startswith("1904")
                elif kind.endswith("cell") and event == "end":
                    column = _end_cell(current, element, row, column)
                if event == "end":
                    element.clear()
    except (etree.XMLSyntaxError, *UNSOUND, KeyError):
        raise Unreadable(BROKEN) from None
    return found, from_1904


def _end_row(outline: Outline, element: etree._Element, row: int) -> int:
    """Takes in a row that may stand for many; the row number it ends on."""
    repeated = int(element.get(f"{_TABLE}number-rows-repeated") or 1)
    if outline.rows == row and repeated > 1:
        outline.reach(row + repeated - 1, 1)
        within_limits(outline.rows, outline.columns)
    if element.get(f"{_TABLE}visibility") in ("collapse", "filter"):
        outline.hidden_rows.extend(range(row, min(row + repeated, 1_000_000)))
    return row + repeated - 1


def _end_cell(outline: Outline, element: etree._Element, row: int, column: int) -> int:
    repeated = int(element.get(f"{_TABLE}number-columns-repeated") or 1)
    if element.get(_VALUE) or len(element):
        outline.reach(row, column + repeated)
        within_limits(outline.rows, outline.columns)
    if element.get(f"{_TABLE}formula") and not element.get(f"{_OFFICE}string-value", "x"):
        text = "\n".join("".join(map(str, part.itertext())) for part in element)
        if text:
            outline.errors[row, column + 1] = text
    return column + repeated
