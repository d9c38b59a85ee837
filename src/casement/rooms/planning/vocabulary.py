"""The words of the planning room: nations, kinds of row, answers, ties, and what a calendar program may reply."""

from enum import StrEnum


class Nation(StrEnum):
    """Whose clocks run and whose holidays count."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


NATION_NAMES: dict[str, str] = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}


class RowKind(StrEnum):
    """What a line of the plan is."""

    STEP = "step"
    MEETING = "meeting"
    WINDOW = "window"


ROW_NAMES: dict[str, str] = {
    RowKind.STEP: "Step",
    RowKind.MEETING: "Meeting",
    RowKind.WINDOW: "Time for conversations or records",
}


MOST_DATES = 60  # in one poll: nobody wants to answer more


class Says(StrEnum):
    """What somebody answers to one date of a poll."""

    YES = "yes"
    MUST = "must"
    NO = "no"


SAYS_NAMES: dict[str, str] = {Says.YES: "Yes", Says.MUST: "If I must", Says.NO: "No"}


class Reply(StrEnum):
    """What somebody answers to an invitation."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


REPLY_NAMES: dict[str, str] = {Reply.YES: "Will come", Reply.MAYBE: "May come", Reply.NO: "Cannot come"}


class Tie(StrEnum):
    """What keeps two people from sitting in one conversation."""

    LINE = "line"
    CONFLICT = "conflict"


TIE_NAMES: dict[str, str] = {
    Tie.LINE: "One of them manages the other, or is managed by the same person",
    Tie.CONFLICT: "One of them has said that something could pull them two ways",
}


class Left(StrEnum):
    """Why a calendar reply was not taken."""

    STRANGER = "stranger"
    OLD = "old"
    OVER = "over"


LEFT_WORDS: dict[str, str] = {
    Left.STRANGER: "A reply came from somebody who was not invited. It was left out.",
    Left.OLD: "A reply was to an earlier date of the meeting. It was left out.",
    Left.OVER: "A reply came for a meeting that was cancelled. It was left out.",
}
