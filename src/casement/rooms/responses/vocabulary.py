"""The words of the response: decisions, what was done, what changed, the presentation, the publication check."""

from enum import StrEnum

KEY = "publication_check"  # of the list of what is asked before publication, and of the gate that it meets
LONGEST = 8000


class Decision(StrEnum):
    """What the board says to a question. None of them is the better one."""

    ACCEPTED = "accepted"
    IN_PART = "accepted_in_part"
    NOT_ACCEPTED = "not_accepted"
    CONSIDERING = "under_consideration"


DECISION_NAMES: dict[str, str] = {
    Decision.ACCEPTED: "Accepted",
    Decision.IN_PART: "Accepted in part",
    Decision.NOT_ACCEPTED: "Not accepted",
    Decision.CONSIDERING: "Under consideration",
}


class Priority(StrEnum):
    """Where a question stands beside the others of this review; never worked out by the program."""

    BEFORE = "before_others"
    BESIDE = "with_others"
    AFTER = "after_others"


PRIORITY_NAMES: dict[str, str] = {
    Priority.BEFORE: "Before the others",
    Priority.BESIDE: "With the others",
    Priority.AFTER: "After the others",
}


class Doing(StrEnum):
    """How far an action has got. It says nothing of whether it helped."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


DOING_NAMES: dict[str, str] = {
    Doing.NOT_STARTED: "Not started",
    Doing.UNDER_WAY: "Under way",
    Doing.DONE: "Done",
    Doing.STOPPED: "Stopped",
}
ENDED = frozenset({Doing.DONE, Doing.STOPPED})


class Difference(StrEnum):
    """What an entry of impact says of the work: whether anything became different."""

    NOT_KNOWN = "not_known"
    SOME = "some"
    NONE = "none"
    UNINTENDED = "unintended"


DIFFERENCE_NAMES: dict[str, str] = {
    Difference.NOT_KNOWN: "Not known yet",
    Difference.SOME: "Some difference",
    Difference.NONE: "No difference so far",
    Difference.UNINTENDED: "A difference that nobody intended",
}
SEEN = (Difference.SOME, Difference.NONE, Difference.UNINTENDED)  # what an entry may say


class Said(StrEnum):
    """What an entry of the presentation is."""

    DISCUSSED = "discussed"
    CHALLENGE = "challenge"
    PUZZLE = "puzzle"


SAID_NAMES: dict[str, str] = {
    Said.DISCUSSED: "What was discussed",
    Said.CHALLENGE: "A challenge",
    Said.PUZZLE: "A puzzle handed over",
}


class Answer(StrEnum):
    """The answer to one thing of the check before publication."""

    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not_needed"


ANSWER_NAMES: dict[str, str] = {Answer.YES: "Yes", Answer.NO: "No", Answer.NOT_NEEDED: "Not needed here"}


class Outcome(StrEnum):
    """What comes of the check. All four are proper outcomes."""

    IN_FULL = "in_full"
    IN_PART = "in_part"
    DELAY = "delay"
    NOT = "not_published"


OUTCOME_NAMES: dict[str, str] = {
    Outcome.IN_FULL: "Publish in full",
    Outcome.IN_PART: "Publish in part",
    Outcome.DELAY: "Delay publication",
    Outcome.NOT: "Do not publish",
}
PUBLISHES = frozenset({Outcome.IN_FULL, Outcome.IN_PART})


class Told(StrEnum):
    """Whom publication is announced to beforehand."""

    FAMILY = "family"
    STAFF = "staff"
    AGENCY = "agency"


TOLD_NAMES: dict[str, str] = {
    Told.FAMILY: "The family",
    Told.STAFF: "Staff who took part",
    Told.AGENCY: "An agency",
}


class Way(StrEnum):
    """How somebody was told."""

    MEETING = "meeting"
    TELEPHONE = "telephone"
    LETTER = "letter"
    CASEMENT = "casement"
    OTHER = "other"


WAY_NAMES: dict[str, str] = {
    Way.MEETING: "At a meeting",
    Way.TELEPHONE: "By telephone",
    Way.LETTER: "By letter",
    Way.CASEMENT: "In Casement",
    Way.OTHER: "In another way",
}
