"""The response as files."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.letters.exports import DOCX, PDF, letter_docx, letter_pdf
from casement.rooms.letters.queries import Paper
from casement.rooms.responses import queries
from casement.rooms.responses.exports import (
    COLUMNS,
    briefing_paper,
    part_of,
    public_paper,
    response_paper,
    rows,
)


def response_file(seat: Seat, kind: str) -> Download:
    """The whole response, as this reader may read it."""
    board = queries.board_of(seat)
    return typeset("response", kind, response_paper(queries.response(seat), board, seat.ref, today()))


def public_file(seat: Seat, kind: str) -> Download:
    """The text for the public: as it was published, or as it would be now."""
    told = queries.published_response(seat) or queries.public_response(seat)
    return typeset("response-public", kind, public_paper(told, queries.board_of(seat), seat.ref, today()))


def briefing_file(seat: Seat, number: int, kind: str) -> Download:
    """One finding for a team meeting."""
    told, part = queries.finding(seat, number)
    if not part.asked:
        raise NotHere
    public = part_of(queries.public_response(seat), told.findings, number)
    summary = queries.summary_of(seat, part)
    paper = briefing_paper(public["finding"], summary, public, queries.board_of(seat), seat.ref, today())
    return typeset(f"briefing-{number}", kind, paper)


def actions_file(seat: Seat, kind: str) -> Download:
    """The actions this reader may see, as a table."""
    return tabular("actions", kind, COLUMNS, rows(queries.actions(seat)))


def typeset(name: str, kind: str, paper: Paper) -> Download:
    """A paper as Word or PDF, set as our letters are."""
    if kind == "docx":
        return Download(f"{name}.docx", DOCX, letter_docx(paper))
    return Download(f"{name}.pdf", PDF, letter_pdf(paper))
