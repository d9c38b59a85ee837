"""The words of a letter that asks an agency for records; the page and the file are both drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HOW_TO_ANSWER = (
    "If you have an account in Casement, sign in and open this request under Requests. There you can say by "
    "which day the records will come, send them, and say what is not held. If you have none, reply by the secure "
    "way that was agreed with your agency. Send no record by ordinary e-mail."
)
IF_NOT = (
    "If something is not held, was destroyed or cannot be given, please say which and why, and what is still to "
    "come by which day. That is an answer too, and the report will say what the review could and could not read."
)
NAMES_APART = "Names, dates of birth and record numbers reach you apart from this letter, by a secure way."


@dataclass(frozen=True)
class Letter:
    """A letter: the facts at its head, then its parts, each a heading and its paragraphs."""

    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    signed: str


def day(value: date) -> str:
    """A day in words."""
    return f"{value.day} {value:%B %Y}"


def letter(
    *, number: int, ref: str, board: str, agency: str, asked_of: str, asked_by: str, asked_on: date,
    wanted_by: date | None, kinds: str, about: str, period: str, power: str, power_note: str, reason: str,
) -> Letter:  # fmt: skip
    """The letter of one request. Nothing in it names a person of the case: labels and pseudonyms only."""
    facts = [
        ("To", f"{asked_of}, {agency}" if agency.casefold() not in asked_of.casefold() else asked_of),
        ("From", f"{asked_by}, for {board}" if board else asked_by),
        ("Date", day(asked_on)),
        ("Our reference", f"{ref}, request {number}"),
    ]
    facts += [("Please answer by", day(wanted_by))] if wanted_by else []
    asked = [*(line.strip() for line in kinds.splitlines() if line.strip())]
    asked += [f"Whose records: {about}. {NAMES_APART}" if about else NAMES_APART]
    asked += [f"Period: {period}"] if period else []
    return Letter(
        "Request for records",
        tuple(facts),
        (
            ("What we ask for", tuple(asked)),
            ("Why we ask", tuple(line.strip() for line in reason.splitlines() if line.strip())),
            ("What allows us to ask", tuple(words for words in (f"{power}.", power_note) if words)),
            ("How to answer", (HOW_TO_ANSWER, IF_NOT)),
        ),
        asked_by,
    )
