"""The one way in for a table: bytes with a name become sheets, or a refusal in one sentence."""

from __future__ import annotations

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.delimited import read_delimited
from casement.rooms.chronology.intake.reaching_out import check_reaching_out
from casement.rooms.chronology.intake.recognising import format_of
from casement.rooms.chronology.intake.spreadsheets import read_spreadsheet
from casement.rooms.chronology.intake.word_tables import read_word
from casement.rooms.chronology.vocabulary import Sheet


def read_tables(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of the file, hidden ones among them, with every row and cell it holds.

    Raises Unreadable for a file that is empty, locked, broken, too large, not a table, or not what
    its name says, and for one that fetches a part of itself when it is opened.
    """
    found = format_of(name, data)
    check_reaching_out(found, data)
    sheets: tuple[Sheet, ...]
    match found:
        case "csv":
            sheets = (read_delimited(data),)
        case "docx":
            sheets = read_word(data)
        case _:
            sheets = read_spreadsheet(found, data)
    if not any(cell.text.strip() for sheet in sheets for row in sheet.rows for cell in row):
        raise Unreadable("There is nothing in this table. Ask the agency to send it again.")
    return sheets
