"""Answers to quality markers, through the command."""

from casement.foundation.access import Role
from casement.rooms.markers import commands
from casement.rooms.markers.models import MarkerAnswer
from tests.factories.reviews import Cast


def answered(cast: Cast, marker: str = "QC13", role: Role = Role.LEAD, **more) -> MarkerAnswer:
    """An answer of this role, without a concern unless told otherwise."""
    told = {"text": "We looked for the opposite of each finding.", "concern": "no"} | more
    return commands.answer_marker(cast.seat(role), marker=marker, **told)


def furnish(cast: Cast, word: str) -> None:
    """An answer that was thought over again, and one of the board's."""
    answered(cast, text=f"We looked for {word}.", rests=["counter"])
    answered(cast, text=f"We found {word}.", concern="yes", next_step=f"Ask about {word}.")
    answered(cast, "QC05", Role.ACCOUNTABLE, text=f"To learn of {word}.")
