"""For each kind of person, what a place is for in plain words, and the page of the guide that is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Role


@dataclass(frozen=True)
class Persona:
    """One kind of person. `one_thing` leads their home when nothing waits; `help` is a page of the guide."""

    one_thing: str
    sentence: str
    help: str
    help_text: str


_LEAD = Persona(
    "Go on where you are",
    "You lead with another. Keep the review moving, and hear people before you judge anything.",
    "for-lead-reviewers",
    "What a lead reviewer does here",
)
_BOARD = Persona(
    "Where each review stands",
    "You decide, receive and answer. The working material stays with the people who review.",
    "for-board-members",
    "What a board member sees here",
)
_TAKES_PART = "Nothing waits for you here now. A lead reviewer will be in touch before anything is asked of you."
_OVERSEES = "A lead reviewer can open a part of it to you, for a reason and until a day."

PERSONAS: dict[Role, Persona] = {
    Role.LEAD: _LEAD,
    Role.TEAM: Persona(
        "Go on reading",
        "You read, listen and test what the review says, with what you know of your agency.",
        "for-the-review-team",
        "What a team member does here",
    ),
    Role.CASE_GROUP: Persona(
        "You take part in a review",
        _TAKES_PART,
        "for-the-case-group",
        "What it means to be in the case group",
    ),
    Role.FAMILY: Persona(
        "You take part in a review",
        _TAKES_PART,
        "for-families",
        "What this means for you and your family",
    ),
    Role.AGENCY_CONTACT: Persona(
        "The review you send records to",
        "You send what is asked of your agency, or say what it does not hold.",
        "for-record-holders",
        "What an agency contact is asked to do",
    ),
    Role.ACCOUNTABLE: _BOARD,
    Role.DELEGATED: _BOARD,
    Role.BUSINESS: Persona(
        "Where each review stands",
        "You keep dates, letters and requests going, so that others can think.",
        "for-business-managers",
        "What a business manager does here",
    ),
    Role.SUPERVISOR: Persona(
        "You support the reviewers",
        f"Nothing waits for you. {_OVERSEES}",
        "for-supervisors",
        "What a supervisor or trainee sees here",
    ),
    Role.EVALUATOR: Persona(
        "You evaluate how a review is done",
        f"Nothing waits for you. {_OVERSEES}",
        "for-evaluators",
        "What an evaluator sees here",
    ),
    Role.LEGAL: Persona(
        "You advise on what runs beside the review",
        "Nothing waits for you. You clear people who may be witnesses, place holds, and note what is disclosed.",
        "proceedings-and-holds",
        "Courts, police and others beside the review",
    ),
    Role.RECORDS: Persona(
        "You look after the records",
        "Nothing waits for you. You can see who opened what, and when. You cannot see what it says.",
        "who-sees-what",
        "Who sees what",
    ),
    Role.ADMIN: Persona(
        "You look after the accounts and the machine",
        "Nothing waits for you, and nothing of a review is shown to you.",
        "command-line",
        "The command line",
    ),
}
