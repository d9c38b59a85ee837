"""The words of chronologies: tables as agencies send them, and what a column can become."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casement.foundation.dates import CellValue


class Field(StrEnum):
    """What a column of an agency's table becomes in Casement."""

    DATE = "date"
    TIME = "time"
    END_DATE = "end_date"
    END_TIME = "end_time"
    EVENT = "event"
    SOURCE = "source"
    PRESENT = "present"
    ACTION = "action"
    ANALYSIS = "analysis"
    REFERENCE = "reference"
    IGNORE = "ignore"  # left in the file


FIELD_NAMES = {
    Field.DATE: "Date",
    Field.TIME: "Time",
    Field.END_DATE: "End date",
    Field.END_TIME: "End time",
    Field.EVENT: "Event",
    Field.SOURCE: "Source record",
    Field.PRESENT: "Who was present",
    Field.ACTION: "Action, or why none",
    Field.ANALYSIS: "Analysis, apart from fact",
    Field.REFERENCE: "Reference, kept with the source record",
    Field.IGNORE: "Leave in the file",
}


class Stage(StrEnum):
    """Where an import is. Refused and undone ones are done."""

    FILE = "file"  # waits to be read
    COLUMNS = "columns"
    BRINGING = "bringing"  # a long file, row by row in the background
    ROWS = "rows"  # rows wait for somebody
    CHANGES = "changes"  # what a corrected file changes waits for somebody
    DONE = "done"


class RowState(StrEnum):
    """What became of a row of an agency's table."""

    WAITING = "waiting"
    ASKED = "asked"  # of a corrected file: what it changes waits for an answer
    IN = "in"
    LEFT_OUT = "left_out"


class Kind(StrEnum):
    """What a row of a corrected file is, against those that are here."""

    CHANGED = "changed"
    DOUBTFUL = "doubtful"  # it could be several, or several could be it
    NEW = "new"
    GONE = "gone"  # here, and not in the file


KIND_NAMES = {
    Kind.CHANGED: "Changed",
    Kind.DOUBTFUL: "Could be one of several",
    Kind.NEW: "New",
    Kind.GONE: "No longer in the file",
}


class Said(StrEnum):
    """What a person said of a change."""

    TAKEN = "taken"
    LEFT = "left"


class Doubt(StrEnum):
    """What is asked of a file as a whole before its rows come in."""

    COPY = "copy"  # most of its rows are here already
    OTHER_CASE = "case"  # nobody of this review stands in it, but others do


class Answer(StrEnum):
    """What a person says of two entries that may speak of one event. None of them joins or changes an entry."""

    SAME = "same"
    CONFLICTING = "conflicting"  # both accounts stand, side by side
    DIFFERENT = "different"


ANSWER_NAMES = {
    Answer.SAME: "The same event",
    Answer.CONFLICTING: "The same event, and the accounts differ",
    Answer.DIFFERENT: "Different events",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and the value behind it when the file keeps one."""

    text: str
    value: CellValue = None


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells joined into one, by row and column numbers from 1; the first holds the text."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet. Row `rows[i]` stands in row `first_row + i` of the file; all rows are equally wide.

    `notes` are sentences on what the file hides or holds beside its rows. `from_1904` tells how the
    file counts days.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    first_row: int = 1
    notes: tuple[str, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    from_1904: bool = False
