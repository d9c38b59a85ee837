"""How a table becomes entries: which columns mean what, and what each row says. Plain Python."""

from casement.rooms.chronology.rules.columns import Proposal, as_before, propose_mapping
from casement.rooms.chronology.rules.correcting import BY_DECISION, read_corrected, read_undated, recorded_words
from casement.rooms.chronology.rules.headings import find_header
from casement.rooms.chronology.rules.looking import likely_sheet, look_over, width_of
from casement.rooms.chronology.rules.orders import OrderEvidence, order_evidence
from casement.rooms.chronology.rules.rows import LeftRow, Mapping, ReadRow, UnreadRow, read_row
from casement.rooms.chronology.rules.sheets import Counts, Outcome, count, read_rows
from casement.rooms.chronology.rules.stored import from_plain, to_plain

__all__ = [
    "BY_DECISION",
    "Counts",
    "LeftRow",
    "Mapping",
    "OrderEvidence",
    "Outcome",
    "Proposal",
    "ReadRow",
    "UnreadRow",
    "as_before",
    "count",
    "find_header",
    "from_plain",
    "likely_sheet",
    "look_over",
    "order_evidence",
    "propose_mapping",
    "read_corrected",
    "read_row",
    "read_rows",
    "read_undated",
    "recorded_words",
    "to_plain",
    "width_of",
]
