"""What a team can answer to a second reading. Plain Python."""

from enum import StrEnum


class ReadingReply(StrEnum):
    """What the team did after it compared."""

    CHANGED = "changed"
    KEPT = "kept"
    OPEN = "open"


READING_REPLY_NAMES: dict[str, str] = {
    ReadingReply.CHANGED: "We changed something",
    ReadingReply.KEPT: "We kept what we had",
    ReadingReply.OPEN: "Not decided yet",
}
