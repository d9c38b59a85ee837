"""The whole HTML document around a report: its language, title and styles. It asks for nothing from outside."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from casement.rooms.reports.exports.page import PageWriter
from casement.rooms.reports.rules.tree import ReportTree

HERE = Path(__file__).parent
STYLE = HERE.parent / "static" / "reports" / "report.css"


@cache
def style() -> str:
    """The styles of a report."""
    return STYLE.read_text(encoding="utf-8") + "body.r-paper{max-width:46rem;margin:2rem auto;padding:0 1rem}"


def html_bytes(tree: ReportTree) -> bytes:
    """A report as one self-contained web page."""
    writer = PageWriter(tree, absolute=True)
    mark = f'<p class="r-copymark">{escape(tree.mark.words)}</p>' if tree.mark else ""
    body = f"{mark}{writer.cover()}{writer.contents()}{writer.sections()}{writer.note_list()}"
    told = (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(tree.title)}</title><style>{style()}</style></head>"
        f'<body class="r-paper"><main>{body}</main></body></html>'
    )
    return told.encode()
