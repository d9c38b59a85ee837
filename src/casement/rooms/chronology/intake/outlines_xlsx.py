"""Outlines of .xlsx sheets, from the XML of the workbook."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import IO

from lxml import etree

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, UNSOUND
from casement.rooms.chronology.intake.cells import within_limits
from casement.rooms.chronology.intake.outlines import Outline

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True)
class Workbook:
    """The outline of each sheet in order, how days are counted, and what lies beside the rows."""

    outlines: list[Outline]
    from_1904: bool
    notes: tuple[str, ...]


def workbook(archive: zipfile.ZipFile) -> Workbook:
    """Reads the structure; raises Unreadable for broken XML and sheets beyond the limits."""
    names = {name.lower().lstrip("/"): name for name in archive.namelist()}
    try:
        root = _parsed(archive, names["xl/workbook.xml"])
        relations = names.get("xl/_rels/workbook.xml.rels")
        targets = {
            link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/").lower()
            for link in (_parsed(archive, relations) if relations else ())
            if str(link.get("Type")).endswith("/worksheet")
        }
        by_path = {
            path: _sheet(archive, name)
            for path, name in names.items()
            if _is_sheet(archive, name, targeted=path in targets.values())
        }
    except (etree.XMLSyntaxError, *UNSOUND, KeyError, StopIteration):
        raise Unreadable(BROKEN) from None
    outlines = []
    for sheet in root.iterfind(".//{*}sheet"):
        key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        outlines.append(by_path.get(targets.get(str(key), ""), Outline()))
    settings = root.find("{*}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in _TRUE
    return Workbook(outlines, from_1904, _beside(archive, names))


def _is_sheet(archive: zipfile.ZipFile, name: str, *, targeted: bool) -> bool:
    """Whether a part is a sheet, by its first element.

    Raises Unreadable when a part declares more shared texts than its bytes could hold, since the row
    reader makes room for what is declared.
    """
    if not (targeted or name.lower().endswith(".xml")):
        return False
    with archive.open(name) as part:
        _, root = next(iter(etree.iterparse(part, events=("start",), resolve_entities=False, no_network=True)))
    kind = root.tag.rpartition("}")[2]
    if kind == "sst" and any(
        int(root.get(count) or 0) > archive.getinfo(name).file_size for count in ("count", "uniqueCount")
    ):
        raise Unreadable(BROKEN)
    return targeted or kind == "worksheet"


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(name), parser)


def _beside(archive: zipfile.ZipFile, names: dict[str, str]) -> tuple[str, ...]:
    said = []
    comments = sum(
        len(re.findall(rb"<(?:\w+:)?comment\b", archive.read(name)))
        for path, name in names.items()
        if re.fullmatch(r"xl/(?:comments/)?comments?\d*\.xml", path)
    )
    if comments:
        said.append(f"Comments on cells, which stay in the file and are not brought in: {comments}.")
    if any(path.startswith("xl/media/") for path in names):
        said.append("The file holds pictures. They are not brought in, and stay in the file.")
    return tuple(said)


def _sheet(archive: zipfile.ZipFile, name: str) -> Outline:
    with archive.open(name) as part:
        outline = _outline(part)
    within_limits(outline.rows, outline.columns)
    outline.hidden_columns = [column for column in outline.hidden_columns if column <= outline.columns]
    return outline


def _outline(part: IO[bytes]) -> Outline:
    outline, row, column = Outline(), 0, 0
    context = etree.iterparse(
        part,
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}col"),
        resolve_entities=False,
        no_network=True,
    )
    for event, element in context:
        kind = element.tag.rpartition("}")[2]
        if kind == "row" and event == "start":
            row, column = int(element.get("r") or row + 1), 0
            if element.get("hidden") in _TRUE:
                outline.hidden_rows.append(row)
        elif event == "start":
            continue
        elif kind == "c":
            row, column = _place(element.get("r"), row, column + 1)
            _take(outline, element, row, column)
        elif kind == "col" and element.get("hidden") in _TRUE:
            first, last = int(element.get("min", 1)), int(element.get("max", 1))
            outline.hidden_columns.extend(range(first, min(last, 16_384) + 1))
        if event == "end":
            element.clear()
            while kind == "row" and element.getprevious() is not None:
                del element.getparent()[0]
    return outline


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    if not reference:
        return row, column
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError("a cell without a place")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _take(outline: Outline, cell: etree._Element, row: int, column: int) -> None:
    formula = value = None
    for child in cell:
        if isinstance(child.tag, str):
            name = child.tag.rpartition("}")[2]
            formula = child if name == "f" else formula
            value = child if name in ("v", "is") else value
    if formula is None and value is None:
        return
    outline.reach(row, column)
    text = (value.text or "") if value is not None else ""
    if cell.get("t") == "e":
        outline.errors[row, column] = text
    elif formula is not None and not text and cell.get("t") != "str":
        outline.formulas[row, column] = "=" + (formula.text or "")
