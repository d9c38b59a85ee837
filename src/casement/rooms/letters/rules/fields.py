"""The closed list of fields a letter's text may hold: what Casement knows, and what the writer is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from casement.rooms.letters.rules.language import day_in, time_in


@dataclass(frozen=True)
class Field:
    """One field. `kind` is known (filled in by Casement), or what the writer types: words, lines, day, time."""

    key: str
    means: str
    example: str
    kind: str = "known"
    asks: str = ""

    @property
    def asked(self) -> bool:
        """Whether the writer fills it in."""
        return self.kind != "known"


FIELDS: tuple[Field, ...] = (
    Field("recipient_name", "The name of whoever gets the letter", "Robin Hale"),
    Field("recipient_role", "How they appear in texts", "Health Visitor 2"),
    Field("recipient_agency", "The agency they belong to", "Health visiting"),
    Field("board", "The board that asked for the review", "the Safeguarding Partnership"),
    Field("review", "What kind of review it is", "a review of how services worked with a child"),
    Field("reference", "The review's reference: letters and digits that tell nothing", "QX7K2M4R"),
    Field("sender_name", "Your name", "Sam Okafor"),
    Field("sender_role", "What you are in the review", "Business manager"),
    Field("today", "The day the letter is written", "2026-02-03"),
    Field("day", "A day", "2026-03-10", "day", "On which day?"),
    Field("new_day", "The day something was moved to", "2026-03-17", "day", "To which day was it moved?"),
    Field("time", "When it begins", "14:00", "time", "At what time does it begin?"),
    Field("ends", "When it ends", "16:00", "time", "At what time does it end?"),
    Field("place", "A place, or how to join a call", "Room 2, the Civic Centre", "words", "Where?"),
    Field("reply_by", "The day by which to answer", "2026-02-20", "day", "By which day should they answer?"),
    Field("contact_name", "Whom to ask", "Sam Okafor", "words", "Whom can they ask?"),
    Field("contact_phone", "The number to ring", "01632 960 001", "words", "Which number can they ring?"),
    Field("support", "Who supports them, and how to reach them", "Jo Reed, staff support, 01632 960 002", "words",
          "Who can support them, and how are they reached?"),
    Field("with_whom", "Who will be there, by name and role", "Pat Moss and Lee Ward, lead reviewers", "words",
          "Who will be there?"),
    Field("about", "What a meeting or request is about, in words that name nobody", "how we will work together",
          "words", "What is it about? Name nobody."),
    Field("records", "What is asked for, one kind to a line", "Contact log, October 2023\nMinutes, November 2023",
          "lines", "Which records? One kind to a line."),
    Field("reason", "Why it is asked for", "to see what was passed on, and when", "words", "Why?"),
    Field("power", "What allows it", "section 16H of the Children Act 2004", "words", "What allows you to ask?"),
    Field("asked_on", "The day it was first asked for", "2026-01-05", "day", "When was it first asked for?"),
    Field("opened_until", "The last day something can be read", "2026-03-31", "day", "Until when can it be read?"),
    Field("published_on", "The day of publication", "2026-06-01", "day", "When will it be published?"),
    Field("more", "Anything you wish to add", "We know that this is a busy time.", "lines",
          "Anything to add?"),
)  # fmt: skip
BY_KEY: Mapping[str, Field] = {field.key: field for field in FIELDS}
ASKED = tuple(field for field in FIELDS if field.asked)


def printed(key: str, value: str, language: str) -> str:
    """What was typed for a field, as it stands in a letter: days and times in the language of the letter."""
    field = BY_KEY[key]
    if not value.strip():
        return ""
    try:
        if field.kind == "day" or key == "today":
            return day_in(date.fromisoformat(value), language, weekday=key == "day")
        if field.kind == "time":
            return time_in(time.fromisoformat(value), language)
    except ValueError:
        return value.strip()
    if field.kind == "lines" and key == "records":
        return "\n".join(f"- {line.strip()}" for line in value.splitlines() if line.strip())
    return value.strip()


def examples(language: str) -> dict[str, str]:
    """An example for every field, for a preview before there is a letter."""
    return {field.key: printed(field.key, field.example, language) for field in FIELDS}
