"""Rounds as files: values in, bytes out, no queries."""

from casement.rooms.coding.exports.rounds import agreement_csv, consensus_csv

__all__ = ["agreement_csv", "consensus_csv"]
