"""The words of the letters room: languages, ways of sending, what became of a letter, moments of the process."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language a letter can be in."""

    ENGLISH = "en-GB"
    WELSH = "cy"


LANGUAGE_NAMES: dict[str, str] = {Language.ENGLISH: "English", Language.WELSH: "Welsh"}


class Route(StrEnum):
    """How a letter leaves."""

    CASEMENT = "casement"
    PAPER = "paper"


ROUTE_NAMES: dict[str, str] = {
    Route.CASEMENT: "They read it in Casement",
    Route.PAPER: "On paper, or by your own secure way",
}
ROUTE_HELP: dict[str, str] = {
    Route.CASEMENT: "They get an e-mail that says only that something waits for them.",
    Route.PAPER: "Save it as Word or PDF and send it. Casement notes the day.",
}

MOMENTS: dict[str, str] = {
    "start": "At the start",
    "conversations": "Conversations",
    "records": "Records",
    "meetings": "Meetings",
    "reports": "Follow-on reports",
    "family": "Family",
    "proceedings": "Proceedings and holds",
    "end": "The end",
    "any": "At any time",
}

REVIEW_WORDS: dict[str, str] = {
    "children": "a review of how services worked together with a child or children",
    "adults": "a review of how services worked together with an adult",
    "good_outcome": "a review of work that went well",
    "thematic": "a review of one theme across several pieces of work",
}

ABOUT_NAMES: dict[str, str] = {
    "letter": "Letter",
    "invitation": "Invitation to set up an account",
    "poll": "Question about dates",
    "meeting": "Meeting in the calendar",
    "conversation": "Conversation in the calendar",
    "reminder": "Reminder",
    "write_up": "Account to check",
}


def about_words(kind: str, number: int | None) -> str:
    """What a mail was about, as a kind and perhaps a number: "Letter 3"."""
    name = ABOUT_NAMES.get(kind, kind.replace("_", " ").capitalize() or "Message")
    return f"{name} {number}" if number is not None else name


# The only words that leave by e-mail.
MAIL_SUBJECT = "A message for you in Casement"
MAIL_TEXT = (
    "Someone has written to you. Sign in to read it:\n\n{link}\n\n"
    "If you were not expecting this, ring the number on the board's own website.\n"
)
