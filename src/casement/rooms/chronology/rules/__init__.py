"""How a table becomes entries: which columns mean what, and what each row says. Plain Python."""

from casement.rooms.chronology.rules.columns import Proposal, propose_mapping
from casement.rooms.chronology.rules.headings import find_header
from casement.rooms.chronology.rules.orders import OrderEvidence, order_evidence
from casement.rooms.chronology.rules.rows import LeftRow, Mapping, ReadRow, UnreadRow, read_row
from casement.rooms.chronology.rules.sheets import Counts, count, read_rows

__all__ = [
    "Counts",
    "LeftRow",
    "Mapping",
    "OrderEvidence",
    "Proposal",
    "ReadRow",
    "UnreadRow",
    "count",
    "find_header",
    "order_evidence",
    "propose_mapping",
    "read_row",
    "read_rows",
]
