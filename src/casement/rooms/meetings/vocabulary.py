"""The words of the meetings room: kinds of entry, what became of one, and who came."""

from enum import StrEnum


class Kind(StrEnum):
    """What an entry of the notes is."""

    DISCUSSION = "discussion"
    DECISION = "decision"
    ACTION = "action"
    HUNCH = "hunch"
    QUESTION = "question"
    SAID = "said"


KIND_NAMES: dict[str, str] = {
    Kind.DISCUSSION: "Discussion",
    Kind.DECISION: "Decision",
    Kind.ACTION: "Action",
    Kind.HUNCH: "Hunch",
    Kind.QUESTION: "Question",
    Kind.SAID: "Said by the case group",
}


class State(StrEnum):
    """What became of an entry. Discussion and decisions stay open for ever: there is nothing to settle."""

    OPEN = "open"
    DONE = "done"
    ANSWERED = "answered"
    LET_GO = "let_go"
    SOURCE = "source"
    COMMENT = "comment"


STATE_NAMES: dict[str, str] = {
    State.OPEN: "Open",
    State.DONE: "Done",
    State.ANSWERED: "Answered",
    State.LET_GO: "Let go",
    State.SOURCE: "Released as a source",
    State.COMMENT: "Kept as a comment",
}

# What may become of which kind. Said words are decided about by the leads.
SETTLED: dict[str, tuple[State, ...]] = {
    Kind.ACTION: (State.OPEN, State.DONE, State.LET_GO),
    Kind.QUESTION: (State.OPEN, State.ANSWERED, State.LET_GO),
    Kind.HUNCH: (State.OPEN, State.ANSWERED, State.LET_GO),
}
NEEDS_WORDS = frozenset({State.ANSWERED, State.LET_GO})
NOT_DECIDED = "The leads have not decided yet what becomes of this"

# Working material of the analysis: in no minutes but the team's.
TEAM_ONLY = frozenset({Kind.HUNCH, Kind.QUESTION})


class Came(StrEnum):
    """Whether somebody was there."""

    CAME = "came"
    APOLOGIES = "apologies"
    TOLD = "told"


CAME_NAMES: dict[str, str] = {
    Came.CAME: "Came",
    Came.APOLOGIES: "Sent apologies",
    Came.TOLD: "Was told afterwards",
}
THINGS: dict[str, str] = {"episode": "Episode", "finding": "Finding", "open_query": "Open query"}
FOLDERS: dict[str, str] = {"episode": "episodes", "finding": "findings", "open_query": "open-queries"}
GROUP = "The group"
LONGEST = 8000
