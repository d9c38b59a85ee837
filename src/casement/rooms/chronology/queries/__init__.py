"""How the chronology room is read, always from a seat."""

from casement.rooms.chronology.queries.chronologies import Chronology, ImportLine, agencies_to_change, chronologies
from casement.rooms.chronology.queries.entries import Earlier, EntryLine, EntryView, entry
from casement.rooms.chronology.queries.imports import (
    CARDS,
    ImportView,
    LeftRow,
    WaitingRow,
    WaitingRows,
    how_far,
    import_done,
    imported,
    left_rows,
    original,
    stopped,
    waiting_rows,
)
from casement.rooms.chronology.queries.strands import SIZE, ZOOMS, Lane, Picture, Strands, strands
from casement.rooms.chronology.rules.lanes import Gap

__all__ = [
    "CARDS",
    "SIZE",
    "ZOOMS",
    "Chronology",
    "Earlier",
    "EntryLine",
    "EntryView",
    "Gap",
    "ImportLine",
    "ImportView",
    "Lane",
    "LeftRow",
    "Picture",
    "Strands",
    "WaitingRow",
    "WaitingRows",
    "agencies_to_change",
    "chronologies",
    "entry",
    "how_far",
    "import_done",
    "imported",
    "left_rows",
    "original",
    "stopped",
    "strands",
    "waiting_rows",
]
