"""What is read across the sources, as files: spreadsheet, comma separated values, Word."""

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.coding import queries
from casement.rooms.coding.exports import across, codebook_report
from casement.rooms.coding.exports.saved import written
from casement.rooms.coding.rules.across.asking import TABLES
from casement.rooms.coding.web.pages.tables import asked_of, columns_free, kind_of


def passages_file(seat: Seat, kind: str, asked: QueryDict | None = None) -> Download:
    """Every passage that the address asks for."""
    told = queries.question(seat, asked_of(asked))
    there = queries.every_passage(seat, told.asked, told.sources)
    if kind == "docx":
        return written("passages", "Passages", across.passage_words(told.sentence, there), seat)
    return tabular("passages", kind, across.PASSAGES, across.passage_rows(there))


def table_file(seat: Seat, kind: str, asked: QueryDict | None = None) -> Download:
    """The whole table that the address asks for."""
    by = kind_of(asked)
    told = queries.question(seat, columns_free(asked_of(asked), by))
    table = queries.table_by(seat, told, by)
    if kind == "docx":
        return written(f"codes-{by}", f"Codes {TABLES[by]}", across.table_words(told.sentence, table), seat)
    return tabular(f"codes-{by}", kind, across.table_columns(table), across.table_rows(table))


def codebook_file(seat: Seat, kind: str) -> Download:
    """The codebook: definitions, notes, examples and how many marks each code has that this seat may see.

    Memos on a code are in it, private ones never.
    """
    memos = queries.shared_on_codes(seat)
    codes = queries.codebook(seat)
    if kind == "docx":
        return written("codebook", "Codebook", codebook_report.report_words(codes, memos), seat)
    return tabular("codebook", kind, codebook_report.COLUMNS, codebook_report.report_rows(codes, memos))
