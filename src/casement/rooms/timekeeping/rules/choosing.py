"""What is already chosen when somebody enters time, and for whom they may. Plain Python."""

from __future__ import annotations

from casement.foundation.access import Role
from casement.rooms.timekeeping.vocabulary import Activity, Kind

# A conversation has no length in the plan; whoever enters it changes this.
CONVERSATION_MINUTES = 90  # as the letter of invitation says: most take an hour and a half

FOR_STEPS: dict[str, tuple[Activity, Kind]] = {
    "S01": (Activity.PLANNING, Kind.PREPARATION),
    "S02": (Activity.PLANNING, Kind.PREPARATION),
    "S03": (Activity.PLANNING, Kind.MEETING),
    "S04": (Activity.CASE_GROUP, Kind.MEETING),
    "S05": (Activity.CONVERSATIONS, Kind.PREPARATION),
    "S06": (Activity.RECORDS, Kind.READING),
    "S07": (Activity.CONVERSATIONS, Kind.CONVERSATION),
    "S08": (Activity.ANALYSIS, Kind.PREPARATION),
    "S09": (Activity.ANALYSIS, Kind.MEETING),
    "S10": (Activity.CASE_GROUP, Kind.MEETING),
    "S11": (Activity.ANALYSIS, Kind.MEETING),
    "S12": (Activity.CASE_GROUP, Kind.MEETING),
    "S13": (Activity.REPORT, Kind.WRITING),
    "S14": (Activity.BOARD, Kind.MEETING),
    "S15": (Activity.BOARD, Kind.PREPARATION),
    "S16": (Activity.REPORT, Kind.ADMINISTRATION),
    "S17": (Activity.BOARD, Kind.ADMINISTRATION),
}


def why_not_for(role: Role | None, *, own: bool, has_account: bool) -> str:
    """Why somebody in this role may not enter time for somebody else; empty when they may.

    The board's office keeps everybody's time (W of the matrix); a lead enters it only for people who cannot do so
    themselves.
    """
    if own or role is Role.BUSINESS:
        return ""
    if role is not Role.LEAD:
        return "You can enter your own time only."
    return (
        "They have an account and enter their own time; the board’s office can do it for them."
        if has_account
        else ""
    )
