"""Words of time: kinds of work, what it was for, how it is known (domain 11)."""

from enum import StrEnum


class Kind(StrEnum):
    """How the time was spent."""

    PREPARATION = "preparation"
    MEETING = "meeting"
    CONVERSATION = "conversation"
    READING = "reading"
    WRITING = "writing"
    TRAVEL = "travel"
    ADMINISTRATION = "administration"


KIND_NAMES: dict[str, str] = {
    Kind.PREPARATION: "Preparation",
    Kind.MEETING: "Meeting",
    Kind.CONVERSATION: "Conversation",
    Kind.READING: "Reading",
    Kind.WRITING: "Writing",
    Kind.TRAVEL: "Travel",
    Kind.ADMINISTRATION: "Administration",
}


class Activity(StrEnum):
    """What the time was for. The names are ours; no list is published."""

    PLANNING = "planning"
    RECORDS = "records"
    CONVERSATIONS = "conversations"
    FAMILY = "family"
    ANALYSIS = "analysis"
    CASE_GROUP = "case_group"
    REPORT = "report"
    BOARD = "board"
    PROCEEDINGS = "proceedings"
    SUPPORT = "support"
    OTHER = "other"


ACTIVITY_NAMES: dict[str, str] = {
    Activity.PLANNING: "Setting up and planning",
    Activity.RECORDS: "Records and chronologies",
    Activity.CONVERSATIONS: "Conversations with staff",
    Activity.FAMILY: "The family",
    Activity.ANALYSIS: "Analysis",
    Activity.CASE_GROUP: "Meetings with the case group",
    Activity.REPORT: "The report",
    Activity.BOARD: "The board and its response",
    Activity.PROCEEDINGS: "Courts, police and other proceedings",
    Activity.SUPPORT: "Support of staff, supervision",
    Activity.OTHER: "Something else",
}


class How(StrEnum):
    """How the length is known."""

    ESTIMATED = "estimated"
    MEASURED = "measured"


HOW_NAMES: dict[str, str] = {How.ESTIMATED: "A round figure", How.MEASURED: "Measured"}


class Thing(StrEnum):
    """What time can be entered from."""

    MEETING = "meeting"
    CONVERSATION = "conversation"


THING_NAMES: dict[str, str] = {Thing.MEETING: "Meeting", Thing.CONVERSATION: "Conversation"}


class Origin(StrEnum):
    """Where an estimate comes from."""

    HAND = "hand"
    PLAN = "plan"
    EARLIER = "earlier"


ORIGIN_NAMES: dict[str, str] = {
    Origin.HAND: "Set by hand",
    Origin.PLAN: "Copied from the plan: its meetings, times the people they need",
    Origin.EARLIER: "Copied from the totals of an earlier review",
}
