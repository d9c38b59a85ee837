"""Where a text or its evidence stands, for the way back after a change."""

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Evidence, Statement

FOLDERS = {"episode": "episodes", "factor_use": "factors/uses", "pattern": "patterns", "finding": "findings"}


def home_of(seat: Seat, statement: Statement) -> str:
    """The address of the page a statement stands on, at its part."""
    for owner, folder in FOLDERS.items():
        thing = getattr(statement, owner)
        if thing is not None:
            return f"/reviews/{seat.ref}/{folder}/{thing.number}/#{statement.part}"
    raise AssertionError("a statement has one place")


def statement_of(seat: Seat, evidence: Evidence) -> str:
    """The address of the text a piece of evidence belongs to."""
    return f"/reviews/{seat.ref}/statements/{evidence.statement.number}/"
