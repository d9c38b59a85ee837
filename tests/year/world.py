"""What goes on around the pages: the clock, the worker at night, the mail that arrives, and the record of the year."""

import email
import re
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email import policy
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from aiosmtpd.controller import Controller

from casement.foundation import jobs
from tests.year.browser import Hand, Page
from tests.year.cast import PASSWORD, Case, Somebody

LONDON = ZoneInfo("Europe/London")
FIRST_DAY = date(2027, 1, 4)
LINK = re.compile(r"https?://[^/\s]+(/[^\s]+/)")


class Sink:
    """A mail server that keeps what it is sent, and knows nobody at an address in `gone`."""

    def __init__(self) -> None:
        self.got: list[email.message.EmailMessage] = []
        self.gone: set[str] = set()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        """Take an address, or not."""
        if address in self.gone:
            return "550 Nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a mail."""
        self.got.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 Taken"


@contextmanager
def mail_server(settings: Any) -> Iterator[Sink]:
    """A real mail server on this machine, and settings that send to it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    sink = Sink()
    server = Controller(sink, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    try:
        yield sink
    finally:
        server.stop()


@dataclass(frozen=True)
class Line:
    """One line of the record: what was done in which review, on which day, by whom, and what a gate said."""

    code: str
    step: str
    what: str
    on: date
    who: str
    mails: int
    gate: str = ""

    @property
    def said(self) -> str:
        """What the gate said, once."""
        return self.gate.partition("Error: ")[2] or self.gate.replace("There is something to put right", "").strip()


@dataclass
class World:
    """The year: its day, its people at their browsers, its mail, its record."""

    clock: Any
    sink: Sink
    cases: tuple[Case, ...]
    today: date = FIRST_DAY
    hands: dict[int, Hand] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    joined: set[int] = field(default_factory=lambda: {1})
    statuses: Counter[int] = field(default_factory=Counter)
    read_mails: int = 0

    def on(self, day: date) -> None:
        """That day begins: nine in the morning, and what waited for the night has been done."""
        assert day >= self.today, f"{day} is before {self.today}"
        while self.today < day:  # reminders fall due on the days between
            self.today = min(day, self.today + timedelta(days=7))
            self.clock.move_to(datetime(self.today.year, self.today.month, self.today.day, 9, tzinfo=LONDON))
            self.night()

    def night(self) -> None:
        """The worker does what waits."""
        jobs.run_waiting()

    def hand(self, person: Somebody) -> Hand:
        """The browser of somebody."""
        if person.number not in self.hands:
            self.hands[person.number] = Hand(person.email, PASSWORD, desk=person.number, keep=self.saw)
        return self.hands[person.number]

    def stranger(self) -> Hand:
        """A browser in which nobody is signed in, such as the telephone of somebody without an account."""
        return Hand("", "", desk=300, keep=self.saw)

    def saw(self, hand: Hand, page: Page) -> None:
        """Count what pages answer."""
        self.statuses[page.status] += 1

    def mails_to(self, person: Somebody) -> list[email.message.EmailMessage]:
        """What reached somebody, the newest last."""
        self.night()
        return [each for each in self.sink.got if each["To"] == person.email]

    def link(self, person: Somebody, kind: str) -> str:
        """The newest private address of this kind that somebody was mailed."""
        for each in reversed(self.mails_to(person)):
            found = [at for at in LINK.findall(text_of(each)) if at.startswith(f"/{kind}/")]
            if found:
                return found[-1]
        raise AssertionError(f"{person.label} was mailed no /{kind}/ address")

    def note(self, case: Case, step: str, what: str, who: str, gate: str = "") -> None:
        """Write a line into the record of the year."""
        self.night()
        mails = len(self.sink.got) - self.read_mails
        self.read_mails = len(self.sink.got)
        self.lines.append(Line(case.code, step, what, self.today, who, mails, gate))


def text_of(mail: email.message.EmailMessage) -> str:
    """The plain words of a mail."""
    part = mail.get_body(("plain",))
    return part.get_content() if part is not None else ""


def calendar_of(mail: email.message.EmailMessage) -> str:
    """The calendar message of a mail; empty when it has none."""
    return "".join(part.get_content() for part in mail.walk() if part.get_content_type() == "text/calendar")


@contextmanager
def year(settings: Any, cases: tuple[Case, ...]) -> Iterator[World]:
    """The first morning of the year."""
    first = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 9, tzinfo=LONDON)
    with mail_server(settings) as sink, time_machine.travel(first, tick=True) as clock:
        yield World(clock, sink, cases)
