"""What stands around the values of Excel sheets: hidden rows, comments, formulas, boxes, page headers."""

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from casement.rooms.sources.intake.containers import CUT_SHORT, Container
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.outside import reaching
from casement.rooms.sources.intake.sheets.grid import Beside
from casement.rooms.sources.intake.sheets.struck import Struck

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true", "on")
# In page headers: page numbers and the like, fonts, sizes and colours, and the three parts of the line.
_CODE = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}|&[A-Z]')


def besides(container: Container) -> list[Beside]:
    """One for each sheet, in the order of the workbook."""
    names = {name.lower().lstrip("/"): name for name in container.names}
    book = names.get("xl/workbook.xml", "")
    if not book:
        raise Unreadable(CUT_SHORT)
    _check_counts(container, names)
    targets = dict(_links(container, names, "xl/workbook.xml"))
    struck = Struck(container, names)
    found = []
    for sheet in parse(container.part(book)).iterfind(".//{*}sheet"):
        key = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        path = targets.get(str(key), ("", ""))[1]
        found.append(_beside(container, names, path, struck) if path in names else Beside())
    return found


def _check_counts(container: Container, names: dict[str, str]) -> None:
    # The library makes room for as many shared words as the file says there are.
    for path, name in names.items():
        if path.endswith("sharedstrings.xml"):
            data = container.part(name)
            if any(int(count) > len(data) for count in re.findall(rb'[cC]ount="(\d+)"', data[:2000])):
                raise Unreadable(CUT_SHORT)


def _links(container: Container, names: dict[str, str], path: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The parts that a part leads to: by id, the kind and the path."""
    folder, _, last = path.rpartition("/")
    links = names.get(f"{folder}/_rels/{last}.rels")
    for link in parse(container.part(links)) if links else ():
        if link.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, link.get("Target", "")))
            kind = str(link.get("Type")).rpartition("/")[2].lower()
            yield str(link.get("Id")), (kind, target.lstrip("/").lower())


def _beside(container: Container, names: dict[str, str], path: str, struck: Struck) -> Beside:
    beside = Beside()
    _cells(sheet := parse(container.part(names[path])), beside, struck)
    for edge in sheet.iterfind(".//{*}headerFooter/*"):
        kind = "header" if edge.tag.endswith("Header") else "footer"
        if words := " ".join(_CODE.sub(" ", edge.text or "").split()):
            beside.edges.append((kind, words))
    for kind, target in dict(_links(container, names, path)).values():
        if target not in names:
            continue
        if kind == "comments":
            beside.comments += _comments(parse(container.part(names[target])))
        elif kind == "drawing":
            _drawing(parse(container.part(names[target])), beside)
    return beside


def _cells(root: etree._Element, beside: Beside, struck: Struck) -> None:
    row = column = 0
    for element in root.iter("{*}col", "{*}row", "{*}c"):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "col":
            if element.get("hidden") in _TRUE:
                first, last = int(element.get("min") or 1), int(element.get("max") or 1)
                beside.hidden_columns.update(range(first, min(last, 16_384) + 1))
        elif kind == "row":
            row, column = int(element.get("r") or row + 1), 0
            if element.get("hidden") in _TRUE:
                beside.hidden_rows.add(row)
        else:
            row, column = _place(element.get("r"), row, column + 1)
            _cell(element, row, column, beside)
            beside.struck += struck.is_on(element)


def _cell(cell: etree._Element, row: int, column: int, beside: Beside) -> None:
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if formula is None and value is None and cell.find("{*}is") is None:
        return
    beside.reach(row, column)
    words = "" if value is None else value.text or ""
    if cell.get("t") == "e" and words:
        beside.errors[row, column] = words
    if formula is not None:
        if "WEBSERVICE(" in (formula.text or "").upper():
            raise reaching("figures from a web page")
        if words or cell.get("t") == "str":
            beside.formulas += 1
        else:
            beside.unworked.append((row, column))


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    found = _PLACE.fullmatch(reference or "")
    if found is None:
        return row, column
    number = 0
    for letter in found[1].upper():
        number = number * 26 + ord(letter) - 64
    return int(found[2]), number


def _comments(root: etree._Element) -> Iterator[tuple[str, str, str, str]]:
    authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
    for comment in root.iterfind(".//{*}comment"):
        told = comment.get("authorId") or ""
        author = authors[int(told)] if told.isdecimal() and int(told) < len(authors) else ""
        author = "" if author.startswith("tc={") else author  # The mark of a thread of comments, not a name.
        words = "".join(part.text or "" for part in comment.iter("{*}t"))
        yield comment.get("ref") or "", author, "", words.removeprefix(f"{author}:").strip()


def _drawing(root: etree._Element, beside: Beside) -> None:
    beside.pictures += sum(1 for _ in root.iter("{*}pic"))
    beside.charts += sum(1 for _ in root.iter("{*}graphicFrame"))
    for box in root.iter("{*}txBody"):
        lines = ("".join(part.text or "" for part in line.iter("{*}t")) for line in box.iter("{*}p"))
        if words := "\n".join(line for line in lines if line.strip()):
            beside.boxes.append(words)
