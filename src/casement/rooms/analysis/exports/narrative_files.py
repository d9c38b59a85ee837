"""The narrative as a Word file, roles side by side, and as CSV."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document

from casement.foundation.comma_separated import as_csv
from casement.rooms.analysis.exports.episode_rows import lines_of
from casement.rooms.analysis.exports.narrative_rows import NARRATIVE_COLUMNS, narrative_rows, remark_cells
from casement.rooms.analysis.exports.word import clean, head_row, shape
from casement.rooms.analysis.queries.tree import PeriodView
from casement.rooms.analysis.vocabulary import PART_WORDS, PERSPECTIVE_PARTS, Part

ACROSS = 4


def narrative_csv(periods: Iterable[PeriodView]) -> bytes:
    """One row for each text and each remark."""
    return as_csv(NARRATIVE_COLUMNS, (list(row.cells) for row in narrative_rows(periods)))


def narrative_docx(periods: Iterable[PeriodView], *, made_for: str = "") -> bytes:
    """Each period with tables of at most four roles side by side, then where they differ and what is open."""
    document = Document()
    shape(document, made_for, title="Perspectives side by side")
    document.add_heading("Perspectives side by side", level=1)
    told = tuple(periods)
    if not told:
        document.add_paragraph("No period has been added yet.")
    for period in told:
        document.add_heading(clean(f"{period.title}. {period.when}"), level=2)
        voices = list(period.voices)
        for first in range(0, len(voices), ACROSS):
            beside(document, period, voices[first : first + ACROSS])
            document.add_paragraph()
        if not voices:
            document.add_paragraph("Nothing is written in this period yet.")
        remarks(document, period)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def beside(document: Any, period: PeriodView, voices: Sequence[str]) -> None:
    """One table: a column for each role, a row for each part that any of them holds."""
    table = document.add_table(rows=1, cols=len(voices) + 1)
    table.style = "Table Grid"
    head_row(table, ["", *(period.names[key] for key in voices)])
    for part in PERSPECTIVE_PARTS:
        if not any(period.voices[key].get(part) for key in voices):
            continue
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(PART_WORDS[part].name).bold = True
        for cell, key in zip(cells[1:], voices, strict=True):
            fill(cell, period, key, part)


def fill(cell: Any, period: PeriodView, key: str, part: Part) -> None:
    """The texts of one part in one cell, each with what it rests on."""
    lines = [line for one in period.voices[key].get(part, ()) for line in lines_of(one)]
    own = f"{period.names[key]}: "
    told = [line.removeprefix(own) for line in lines] or ["Nothing written."]
    cell.paragraphs[0].text = clean(told[0])
    for words in told[1:]:
        cell.add_paragraph(clean(words))


def remarks(document: Any, period: PeriodView) -> None:
    """Where roles differ, who was not part of it, and what is open."""
    for one in period.remarks:
        name, kind, words, *_ = remark_cells(period, one)
        document.add_paragraph(clean(f"{name}. {kind}: {words}"), style="List Bullet")
