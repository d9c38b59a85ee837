"""A report as a tagged PDF. The writer checks the PDF/UA-1 standard itself and makes no file that breaks it.

The report goes in as data beside a fixed template, so its words cannot be commands, and nothing can be fetched.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from casement.foundation import design
from casement.foundation.typesetting import Unprintable, pdf, spelt_out
from casement.rooms.reports.rules.tree import (
    Block,
    Heading,
    Line,
    Listing,
    NoteMark,
    Notice,
    Paragraph,
    Quotation,
    ReportTree,
    Table,
    reworded,
)

HERE = Path(__file__).parent
TEMPLATE = HERE / "report.typ"
MARK = Path(design.__file__).parent / "static" / "casement" / "mark.svg"


class Unmade(Exception):
    """A copy could not be made; the text is one sentence."""


@cache
def picture() -> str:
    """Our mark, for the cover."""
    return MARK.read_text(encoding="utf-8")


@cache
def template() -> bytes:
    """The template, read once."""
    return TEMPLATE.read_bytes()


def pdf_bytes(tree: ReportTree) -> bytes:
    """A report as PDF. Raises Unmade when it would not be accessible.

    A sign that no typeface of ours has, such as an emoji, is printed as its name in square brackets.
    """
    try:
        return compiled(tree)
    except Unprintable:
        pass
    try:
        return compiled(reworded(tree, spelt_out))
    except Unprintable:
        sentence = "The PDF could not be made so that everybody can read it. Save the report as Word instead."
        raise Unmade(sentence) from None


def compiled(tree: ReportTree) -> bytes:
    """The PDF, or the writer's refusal."""
    return pdf(template(), {"report": as_data(tree)})


def as_data(tree: ReportTree) -> dict[str, Any]:
    """The report as the template reads it."""
    return {
        "title": tree.title,
        "subtitle": tree.subtitle,
        "deepest": tree.deepest,
        "facts": tree.facts,
        "mark": tree.mark.words if tree.mark else "",
        "watermark": f"For {tree.mark.reader}" if tree.mark and tree.mark.reader else "",
        "picture": picture(),
        "anchors": [one.anchor for one in tree.headings],
        "notes": [
            [{"text": item.text, "href": tree.site + item.path if item.path else ""} for item in note.items]
            for note in tree.notes
        ],
        "sections": [[block_data(block) for block in section.blocks] for section in tree.sections],
    }


def block_data(block: Block) -> dict[str, Any]:
    """One block as the template reads it."""
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": block.words, "anchor": block.anchor,
                    "runs_on": block.runs_on}  # fmt: skip
        case Paragraph():
            lead = block.lead.rstrip(":")
            return {"kind": "paragraph", "lead": lead, "line": line_data(block.line), "keep": block.keep}
        case Listing():
            return listing_data(block)
        case Table():
            rows = [[{"line": line_data(cell)} for cell in row] for row in block.rows]
            widths = block.widths or (1,) * len(block.head)
            return {"kind": "table", "caption": block.caption, "head": block.head, "rows": rows, "widths": widths}
        case Quotation():
            return {"kind": "quotation", "line": line_data(block.line), "source": block.source}
        case Notice():
            return {"kind": "notice", "text": block.text}


def listing_data(listing: Listing) -> dict[str, Any]:
    """A list as the template reads it."""
    items = [
        {"line": line_data(item.line), "inside": [listing_data(one) for one in item.inside]}
        for item in listing.items
    ]
    return {"kind": "listing", "ordered": listing.ordered, "items": items}


def line_data(line: Line) -> list[dict[str, Any]]:
    """Words and notes as the template reads them."""
    return [
        {"note": part.number - 1}
        if isinstance(part, NoteMark)
        else {"text": part.text, "strong": part.strong, "stressed": part.stressed, "flag": part.flag,
              "href": part.href, "anchor": part.anchor}
        for part in line
    ]  # fmt: skip
