"""Says what in a PDF breaks PDF/UA-1, as far as a program without a validator can tell: the Matterhorn points
on tags, marked content, language, title, headings, tables, figures, links, notes, lists, tab order and fonts.

Usage: python tools/check_pdf_ua.py FILE...   Exit code 1 when anything is found.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

PAINTS = frozenset(
    {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"}
)
HEADINGS = {f"/H{level}": level for level in range(1, 7)}


def faults(content: bytes) -> list[str]:
    """Everything found wrong, one sentence each."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root
        found = list(about_document(pdf, root))
        if "/StructTreeRoot" not in root:
            return [*found, "There is no tag tree."]
        elements = list(walk(root.StructTreeRoot))
        found += about_elements(elements)
        tagged = {obj for element in elements for obj in objects_of(element)}
        known = marked_by_page(root)
        for number, page in enumerate(pdf.pages, 1):
            found += about_page(number, page, tagged, known)
        found += about_fonts(pdf)
    return found


def about_document(pdf: Any, root: Any) -> Iterator[str]:
    """The catalogue: marked, language, title, the claim itself."""
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "The document is not marked as tagged."
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "The document says that its tags are suspect."
    if not str(root.get("/Lang", "")):
        yield "The document has no language."
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "The window would not show the title."
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        if str(told.get("pdfuaid:part", "")) != "1":
            yield "The document does not say that it follows PDF/UA-1."
        if not told.get("dc:title"):
            yield "The document has no title."


def walk(node: Any, parent: str = "") -> Iterator[Any]:
    """Every structure element, in reading order."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid)


def kids_of(element: Any) -> list[Any]:
    """The structure elements right inside an element."""
    kids = element.get("/K")
    if kids is None:
        return []
    told = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in told if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def objects_of(element: Any) -> Iterator[tuple[int, int]]:
    """The annotations an element refers to."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            yield kid.Obj.objgen


def about_elements(elements: list[Any]) -> Iterator[str]:
    """Headings, tables, figures, lists and notes."""
    last = 0
    notes: Counter[str] = Counter()
    for element in elements:
        kind = str(element.S)
        if kind in HEADINGS:
            if HEADINGS[kind] > last + 1:
                yield f"A heading of level {HEADINGS[kind]} follows one of level {last}."
            last = HEADINGS[kind]
        elif kind == "/Figure" and not (str(element.get("/Alt", "")) or str(element.get("/ActualText", ""))):
            yield "A figure has no words in its place."
        elif kind == "/Table":
            yield from about_table(element)
        elif kind == "/L" and any(str(kid.S) not in ("/LI", "/L", "/Caption") for kid in kids_of(element)):
            yield "A list holds something that is no item."
        elif kind == "/Note":
            notes[str(element.get("/ID", ""))] += 1
    if any(not name or count > 1 for name, count in notes.items()):
        yield "A note has no name of its own."


def about_table(table: Any) -> Iterator[str]:
    """Rows of one length, and header cells that say what they head."""
    rows = [row for row in walk(table) if row.S == "/TR"]
    widths = {sum(span(cell) for cell in kids_of(row)) for row in rows}
    if len(widths) > 1:
        yield "A table has rows of different length."
    heads = [cell for row in rows for cell in kids_of(row) if cell.S == "/TH"]
    if not heads:
        yield "A table has no header cells."
    if any("/Scope" not in facts_of(cell) for cell in heads):
        yield "A header cell does not say what it heads."


def facts_of(cell: Any) -> dict[str, Any]:
    """The table attributes of a cell."""
    told = cell.get("/A", pikepdf.Dictionary())
    return {
        key: value for each in (told if isinstance(told, pikepdf.Array) else [told]) for key, value in each.items()
    }


def span(cell: Any) -> int:
    """How many columns a cell takes."""
    return int(facts_of(cell).get("/ColSpan", 1))


def marked_by_page(root: Any) -> dict[int, int]:
    """How many pieces of marked content the parent tree knows, by its key."""
    known: dict[int, int] = {}
    nodes = [root.StructTreeRoot.get("/ParentTree", pikepdf.Dictionary())]
    while nodes:
        node = nodes.pop()
        nodes += list(node.get("/Kids", []))
        pairs = list(node.get("/Nums", []))
        for key, value in zip(pairs[::2], pairs[1::2], strict=True):
            known[int(key)] = len(value) if isinstance(value, pikepdf.Array) else 1
    return known


def about_page(number: int, page: Any, tagged: set[tuple[int, int]], known: dict[int, int]) -> Iterator[str]:
    """Content without a tag, links outside the tree, and the order of the tab key."""
    inside: list[str] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in ("BMC", "BDC"):
            inside.append(str(operands[0]))
            facts = operands[1] if operator == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            if int(facts.get("/MCID", -1)) >= known.get(int(page.get("/StructParents", -1)), 0):
                yield f"Page {number} has content that no tag knows."
        elif operator == "EMC":
            inside.pop()
        elif operator in PAINTS and not inside:
            yield f"Page {number} has content that is neither tagged nor an artifact."
            break
    links = [one for one in page.get("/Annots", []) if one.get("/Subtype") == "/Link"]
    if links and page.get("/Tabs") != "/S":
        yield f"Page {number} does not say that the tab key follows the tags."
    if any(one.objgen not in tagged for one in links):
        yield f"Page {number} has a link outside the tag tree."
    if any(not str(one.get("/Contents", "")) for one in links):
        yield f"Page {number} has a link without words."


def about_fonts(pdf: Any) -> Iterator[str]:
    """Fonts that are not in the file, or whose letters cannot be read."""
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        if "/DescendantFonts" in item and "/ToUnicode" not in item:
            yield f"The letters of {item.BaseFont} cannot be read."
        described = item.get("/FontDescriptor")
        if described is not None and not any(f"/FontFile{kind}" in described for kind in ("", "2", "3")):
            yield f"{item.BaseFont} is not in the file."


def main(paths: list[str]) -> int:
    """Check each file; say what was found."""
    wrong = 0
    for path in paths:
        found = faults(Path(path).read_bytes())
        wrong += bool(found)
        sys.stdout.write(f"{path}: " + ("nothing found\n" if not found else "\n  ".join(["", *found]) + "\n"))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
