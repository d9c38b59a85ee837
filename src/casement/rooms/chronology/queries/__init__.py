"""How the chronology room is read, always from a seat."""

from casement.rooms.chronology.queries.births import Born, births
from casement.rooms.chronology.queries.changes import Changes, ChangeView, changes
from casement.rooms.chronology.queries.chronologies import (
    Chronology,
    ImportLine,
    agencies_to_change,
    chronologies,
    copies,
)
from casement.rooms.chronology.queries.entries import Earlier, EntryLine, EntryView, entry
from casement.rooms.chronology.queries.gaps import AgencyGap, gaps
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
from casement.rooms.chronology.queries.knowers import Knower, knowers
from casement.rooms.chronology.queries.knowing import Known, KnownLine, KnownSource, hindsight, known
from casement.rooms.chronology.queries.known_between import known_between
from casement.rooms.chronology.queries.one_line import (
    COLUMNS,
    MOMENTS,
    Moment,
    OneLine,
    account_rows,
    one_line,
    whole_line,
)
from casement.rooms.chronology.queries.same import SIZE as PAIRS
from casement.rooms.chronology.queries.same import Pairs, PairView, accounts, pair, pairs, same_elsewhere
from casement.rooms.chronology.queries.strands import SIZE, ZOOMS, Lane, Picture, Strands, strands
from casement.rooms.chronology.queries.tellings import TellingLine, tellings
from casement.rooms.chronology.rules.lanes import Gap

__all__ = [
    "CARDS",
    "COLUMNS",
    "MOMENTS",
    "PAIRS",
    "SIZE",
    "ZOOMS",
    "AgencyGap",
    "Born",
    "ChangeView",
    "Changes",
    "Chronology",
    "Earlier",
    "EntryLine",
    "EntryView",
    "Gap",
    "ImportLine",
    "ImportView",
    "Knower",
    "Known",
    "KnownLine",
    "KnownSource",
    "Lane",
    "LeftRow",
    "Moment",
    "OneLine",
    "PairView",
    "Pairs",
    "Picture",
    "Strands",
    "TellingLine",
    "WaitingRow",
    "WaitingRows",
    "account_rows",
    "accounts",
    "agencies_to_change",
    "births",
    "changes",
    "chronologies",
    "copies",
    "entry",
    "gaps",
    "hindsight",
    "how_far",
    "import_done",
    "imported",
    "knowers",
    "known",
    "known_between",
    "left_rows",
    "one_line",
    "original",
    "pair",
    "pairs",
    "same_elsewhere",
    "stopped",
    "strands",
    "tellings",
    "waiting_rows",
    "whole_line",
]
