"""Other explanations of the same facts: what the team can answer, and what is still to be asked. Plain Python."""

from collections.abc import Sequence
from enum import StrEnum

NONE_RECORDED = "No other explanation is recorded."


class AlternativeReply(StrEnum):
    """What the team made of another explanation."""

    SET_ASIDE = "set_aside"
    TAKEN_UP = "taken_up"
    OPEN = "open"


REPLY_NAMES: dict[str, str] = {
    AlternativeReply.SET_ASIDE: "Set aside",
    AlternativeReply.TAKEN_UP: "Taken up",
    AlternativeReply.OPEN: "Open",
}


def unanswered(replies: Sequence[str]) -> str:
    """What is worth a thought about the other explanations of one finding, given the answer to each; else empty."""
    if not replies:
        return NONE_RECORDED
    count = sum(one in ("", AlternativeReply.OPEN) for one in replies)
    if not count:
        return ""
    return f"{'One other explanation is' if count == 1 else f'{count} other explanations are'} still open."
