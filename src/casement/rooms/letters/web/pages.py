"""What the templates of letters receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.foundation.web import Download
from casement.rooms.letters import queries
from casement.rooms.letters.exports import DOCX, PDF, letter_docx, letter_pdf
from casement.rooms.letters.queries import log
from casement.rooms.letters.queries.lists import PAGE, SHOWN
from casement.rooms.letters.rules.standing import STATE_NAMES, State
from casement.rooms.letters.vocabulary import LANGUAGE_NAMES, MAIL_SUBJECT, MAIL_TEXT, MOMENTS, ROUTE_NAMES

SHOWN_NAMES = {"": "Every letter", "back": "Came back", "drafts": "Drafts", "sent": "Sent"}
NEXT = {
    State.CAME_BACK: "It did not arrive. Check the address with the person, or send it another way.",
    State.WAITING: "The e-mail that tells of it waits to be sent. Casement tries again by itself for two days.",
}


@dataclass(frozen=True)
class Row:
    """One letter in the list, with its state in words."""

    line: queries.LetterLine
    state: str
    lit: bool


@dataclass(frozen=True)
class LettersPage:
    """The letters of a review."""

    rows: tuple[Row, ...]
    pages: Pages
    every: int
    back: int
    shows: tuple[tuple[str, str, bool], ...]
    narrowed: bool
    write: Place | None
    tab: str = "Letters"


@dataclass(frozen=True)
class NewPage:
    """Which letters there are, and who can be written to."""

    texts: tuple[tuple[str, tuple[queries.TextLine, ...]], ...]
    choices: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    people: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    languages: int
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Write a letter"


@dataclass(frozen=True)
class WayLine:
    """One way a letter went, in words."""

    way: Any
    route: str
    state: str


@dataclass(frozen=True)
class LetterPage:
    """One letter as it stands."""

    told: queries.LetterView
    state: str
    next: str
    ways: tuple[WayLine, ...]
    draft: bool
    may_write: bool
    may_send: bool
    language: str
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class SendingPage:
    """How a letter goes, and the e-mail that tells of it, word for word."""

    told: queries.LetterView
    subject: str
    mail: str
    over: bool
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class LogLine:
    """One mail in the log, in words."""

    sent: queries.Sent
    state: str


@dataclass(frozen=True)
class LogPage:
    """What left by e-mail."""

    rows: tuple[LogLine, ...]
    pages: Pages
    tab: str = "What was sent"


@dataclass(frozen=True)
class MinePage:
    """The letters somebody got."""

    letters: tuple[queries.MyLetter, ...]
    tab: str = "My letters"


@dataclass(frozen=True)
class MyLetterPage:
    """One letter as it is read by whoever got it."""

    told: queries.MyLetter
    tab: str


def letters_page(seat: Seat, asked: Mapping[str, str]) -> LettersPage:
    """The list; odd values in the address are ignored."""
    show = asked.get("show", "") if asked.get("show", "") in SHOWN else ""
    told = queries.letters(seat, show=show, page=number_from(asked.get("page")))
    write = Place("Write a letter", f"/reviews/{seat.ref}/letters/new/")
    return LettersPage(
        tuple(Row(line, STATE_NAMES[line.state], line.state is State.CAME_BACK) for line in told.rows),
        Pages(told.page, told.last, told.total, PAGE, "letters", f"&show={show}" if show else ""),
        told.every,
        told.back,
        tuple((value, name, value == show) for value, name in SHOWN_NAMES.items()),
        bool(show),
        write if allows(seat.standing, Action.LETTERS_WRITE) else None,
    )


def number_from(text: str | None) -> int:
    """A page number in an address; one for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1


def new_page(seat: Seat, asked: Mapping[str, str]) -> NewPage:
    """The page that begins a letter; `to` in the address chooses who it is for, `key` which letter."""
    lines = queries.texts()
    people = queries.recipients(seat)
    groups = tuple(
        (name, tuple(line for line in lines if line.text.letter.moment == moment))
        for moment, name in MOMENTS.items()
    )
    return NewPage(
        groups,
        tuple((name, tuple((one.text.letter.key, one.text.letter.name) for one in told)) for name, told in groups),
        people.people + ((("Agencies", people.agencies),) if people.agencies else ()),
        1 + len({language for line in lines for language in line.languages}),
        {"form": {"key": asked.get("key", ""), "to": asked.get("to", "")}},
    )


def letter_page(seat: Seat, number: int) -> LetterPage:
    """One letter, as a draft or as it went."""
    told = queries.letter(seat, number)
    if told.state is State.THROWN_AWAY:
        raise NotHere
    draft = told.state is State.DRAFT
    return LetterPage(
        told,
        STATE_NAMES[told.state],
        NEXT.get(told.state, ""),
        tuple(WayLine(way, ROUTE_NAMES[way.route], way_words(way)) for way in told.ways),
        draft,
        draft and allows(seat.standing, Action.LETTERS_WRITE),
        (draft or told.state is State.CAME_BACK) and allows(seat.standing, Action.LETTERS_SEND),
        LANGUAGE_NAMES[told.language],
        {"form": dict(told.answers)},
        f"Letter {number}",
    )


def way_words(way: Any) -> str:
    """What became of one way, in words."""
    if way.superseded:
        return "Came back; sent again since"
    if way.fate is None:
        return "Posted"
    if way.state is State.SENT:
        return "The e-mail was taken by their mail server; not read yet, or not said"
    if way.state is State.CAME_BACK:
        return log_words(way.fate)
    return NEXT[State.WAITING] if way.state is State.WAITING else "Read"


def log_words(mail: Any) -> str:
    """What became of a mail, in words."""
    if mail.state == "returned":
        return "Came back: the address does not take mail"
    if mail.state == "given_up":
        refused = mail.why == "refused"
        return "Given up: the address was refused" if refused else "Given up: the mail server was away for two days"
    if mail.state == "sent":
        return "Sent"
    return f"Tried {mail.tries} times; tried again by itself" if mail.tries else "Waits to be sent"


def sending_page(seat: Seat, number: int) -> SendingPage:
    """How a letter goes; one that has gone and did not come back is `over`."""
    told = queries.letter(seat, number)
    if told.state is State.THROWN_AWAY:
        raise NotHere
    start = {"route": "casement" if told.reads_here and told.state is State.DRAFT else "paper"}
    text = MAIL_TEXT.format(link="[the way to this letter in Casement]")
    over = told.state not in (State.DRAFT, State.CAME_BACK)
    return SendingPage(told, MAIL_SUBJECT, text, over, {"form": start}, f"Letter {number}")


def docx_page(seat: Seat, number: int) -> Download:
    """A letter as Word."""
    return Download(f"letter-{number}.docx", DOCX, letter_docx(queries.paper(seat, number)))


def pdf_page(seat: Seat, number: int) -> Download:
    """A letter as PDF."""
    return Download(f"letter-{number}.pdf", PDF, letter_pdf(queries.paper(seat, number)))


def sent_page(seat: Seat, asked: Mapping[str, str]) -> LogPage:
    """What left by e-mail in this review."""
    told = queries.sent(seat, number_from(asked.get("page")))
    return LogPage(
        tuple(LogLine(row, log_words(row)) for row in told.rows),
        Pages(told.page, told.last, told.total, log.PAGE, "messages"),
    )


def mine_page(seat: Seat) -> MinePage:
    """My letters."""
    return MinePage(queries.my_letters(seat))


def my_letter_page(seat: Seat, number: int) -> MyLetterPage:
    """One of my letters."""
    return MyLetterPage(queries.my_letter(seat, number), f"Letter {number}")


def my_pdf_page(seat: Seat, number: int) -> Download:
    """One of my letters as PDF."""
    return Download(f"letter-{number}.pdf", PDF, letter_pdf(queries.my_letter(seat, number).paper))
