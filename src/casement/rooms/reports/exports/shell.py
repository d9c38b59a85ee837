"""The whole HTML document around a report: its language, its title, its styles. It asks for nothing from outside."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from casement.rooms.reports.exports.page import PageWriter, widths_of
from casement.rooms.reports.rules.tree import ReportTree, Table

HERE = Path(__file__).parent
STYLE = HERE.parent / "static" / "reports" / "report.css"


@cache
def style(*, paper: bool) -> str:
    """The styles of a report."""
    told = STYLE.read_text(encoding="utf-8")
    return told + PAPER.read_text(encoding="utf-8") if paper else told


def document(tree: ReportTree, *, paper: bool) -> str:
    """A report as one HTML document, for a browser or, with `paper`, for the PDF writer."""
    writer = PageWriter(tree, absolute=True, footnotes=paper)
    tables = [block for one in tree.sections for block in one.blocks if isinstance(block, Table)]
    mark = f'<p class="r-copymark">{escape(tree.mark.words)}</p>' if tree.mark else ""
    body = f"{mark}{writer.cover()}{writer.contents()}{writer.sections()}"
    notes = "" if paper else writer.note_list()
    extra = "" if paper else "body.r-paper{max-width:46rem;margin:2rem auto;padding:0 1rem}"
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(tree.title)}</title><style>{style(paper=paper)}{widths_of(tables)}{extra}</style></head>"
        f'<body class="r-paper"><main>{body}{notes}</main></body></html>'
    )


def html_bytes(tree: ReportTree) -> bytes:
    """A report as one self-contained web page."""
    return document(tree, paper=False).encode()
