"""How a table becomes entries: which columns mean what, and what each row says. Plain Python."""

from casement.rooms.chronology.rules.columns import Proposal, as_before, propose_mapping
from casement.rooms.chronology.rules.correcting import BY_DECISION, read_corrected, read_undated, recorded_words
from casement.rooms.chronology.rules.headings import find_header
from casement.rooms.chronology.rules.knowing import could_know, end_of, is_over
from casement.rooms.chronology.rules.looking import likely_sheet, look_over, width_of
from casement.rooms.chronology.rules.orders import OrderEvidence, order_evidence
from casement.rooms.chronology.rules.rows import LeftRow, Mapping, ReadRow, UnreadRow, read_row
from casement.rooms.chronology.rules.same import Account, Likely, likely_pairs
from casement.rooms.chronology.rules.sheets import Counts, Outcome, count, read_rows
from casement.rooms.chronology.rules.stored import from_plain, to_plain

__all__ = [
    "BY_DECISION",
    "Account",
    "Counts",
    "LeftRow",
    "Likely",
    "Mapping",
    "OrderEvidence",
    "Outcome",
    "Proposal",
    "ReadRow",
    "UnreadRow",
    "as_before",
    "could_know",
    "count",
    "end_of",
    "find_header",
    "from_plain",
    "is_over",
    "likely_pairs",
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
