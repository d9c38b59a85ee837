"""Coding as files: for other programs (REFI-QDA), and rounds as tables. Values in, bytes out, no queries."""

from casement.rooms.coding.exports.files import Unmade, write
from casement.rooms.coding.exports.report import report_csv
from casement.rooms.coding.exports.rounds import agreement_rows, consensus_rows

__all__ = ["Unmade", "agreement_rows", "consensus_rows", "report_csv", "write"]
