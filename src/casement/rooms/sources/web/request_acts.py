"""The forms about one request for records, its letter, and the tracker as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.foundation.web import Download
from casement.rooms.sources import queries
from casement.rooms.sources.exports import letter_docx, tracker_csv, tracker_xlsx
from casement.rooms.sources.queries.asking.lists import every_request
from casement.rooms.sources.queries.asking.one import letter_of
from casement.rooms.sources.rules.letters import Letter
from casement.rooms.sources.vocabulary.requests import Route

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class ActPage:
    """A form about one request: what it asks, what it starts with, what can be chosen."""

    number: int
    agency: str
    kinds: str
    heading: str
    sentence: str
    button: str
    to: str
    over: bool
    choices: queries.RecordChoices | None = None
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = ""


@dataclass(frozen=True)
class LetterPage:
    """The letter of one request, to be printed or saved."""

    number: int
    letter: Letter
    tab: str


def act_page(
    seat: Seat, number: int, heading: str, sentence: str, button: str, to: str, *, asks: bool = False
) -> ActPage:
    """A form about one request; NotHere for somebody who may not send it."""
    told = queries.request(seat, number)
    if not (told.may_ask if asks else told.may_answer):
        raise NotHere
    first = told.kinds.splitlines()[0]
    over = told.stand.over
    choices = queries.record_choices(seat, told.agency_id) if to == "receipt" else None
    filled = {"form": {"on": today(), "route": str(Route.CONTACT)}}
    return ActPage(
        number, told.agency, first, heading, sentence, button, to, over, choices, filled, f"Request {number}"
    )


def promise_page(seat: Seat, number: int) -> ActPage:
    """By which day will they come?"""
    return act_page(
        seat, number, "When will they come?", "A later promise takes the place of an earlier one; both stay in the "
        "history.", "Save the promise", "promise",
    )  # fmt: skip


def receipt_page(seat: Seat, number: int) -> ActPage:
    """Which records came?"""
    return act_page(
        seat, number, "What came?", "Choose the very records that came in answer. One record can answer several "
        "requests.", "Save what came", "receipt",
    )  # fmt: skip


def gap_page(seat: Seat, number: int) -> ActPage:
    """What is not there?"""
    return act_page(
        seat, number, "What is not there?", "This is an answer too. The report says what the review could "
        "and could not read.", "Save it", "gap",
    )  # fmt: skip


def chase_page(seat: Seat, number: int) -> ActPage:
    """Chase a request."""
    return act_page(
        seat, number, "Chase this request", "Casement sends nothing by itself. Write down what you did.",
        "Save it", "chase", asks=True,
    )  # fmt: skip


def ending_page(seat: Seat, number: int) -> ActPage:
    """Close or withdraw a request."""
    return act_page(
        seat, number, "How does this request end?", "It stays in the list with its history, and can be opened "
        "again.", "End it", "ending", asks=True,
    )  # fmt: skip


def letter_page(seat: Seat, number: int) -> LetterPage:
    """The letter as a page that prints well."""
    return LetterPage(number, letter_of(seat, number), f"Request {number}")


def letter_file(seat: Seat, number: int) -> Download:
    """The letter as a file."""
    return Download(f"request-{number}.docx", DOCX, letter_docx(letter_of(seat, number)))


def tracker_as_csv(seat: Seat) -> Download:
    """The tracker as CSV: every request this seat may see."""
    return Download("requests.csv", "text/csv", tracker_csv(every_request(seat)))


def tracker_as_xlsx(seat: Seat) -> Download:
    """The tracker as a spreadsheet."""
    return Download("requests.xlsx", XLSX, tracker_xlsx(every_request(seat)))
