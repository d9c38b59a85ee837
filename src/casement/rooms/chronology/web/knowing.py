"""What the page of what was known then receives. Hindsight is a page of its own, so that looking is noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from casement.foundation.access import Seat
from casement.foundation.dates import NotADate, UncertainDate, describe, read_date
from casement.foundation.design.parts import Pages
from casement.rooms.chronology import queries
from casement.rooms.chronology.rules import end_of
from casement.rooms.chronology.web.picture import drawing

OPEN_END = "“{}” has no end. Write a day, a month or a year, such as 23 May 2024."
UNREAD = "We could not read “{}” as a date. Write it as 23 May 2024, or May 2024."
NOBODY = "Choose an agency or a role."
DOUBT = "“{}” is in doubt, so the earliest end it can mean is used and nothing later slips in."


@dataclass(frozen=True)
class KnownPage:
    """What somebody could have known by a moment. `told` is None until both are chosen."""

    agencies: tuple[queries.Knower, ...]
    roles: tuple[queries.Knower, ...]
    who: str
    name: str
    moment: str
    words: str
    sentence: str
    note: str
    told: queries.Known | None
    pages: Pages | None
    query: str
    drawing: SafeString
    hindsight: bool
    tab: str


def known_page(seat: Seat, asked: Mapping[str, str]) -> KnownPage:
    """As known then."""
    return build(seat, asked, hindsight=False)


def hindsight_page(seat: Seat, asked: Mapping[str, str]) -> KnownPage:
    """The same moment, looked at with hindsight."""
    return build(seat, asked, hindsight=True)


def build(seat: Seat, asked: Mapping[str, str], *, hindsight: bool) -> KnownPage:
    """Either page; what cannot be read in the address is said in a sentence."""
    people = queries.knowers(seat)
    who = next((each for each in people if each.key == asked.get("who")), None)
    text = asked.get("moment", "").strip()[:60]
    when, moment, sentence = moment_from(text)
    sentence = sentence or (NOBODY if text and who is None else "")
    told, pages = None, None
    query = "&" + urlencode({"who": who.key if who else "", "moment": text})
    if who is not None and moment is not None:
        number = int(asked["page"]) if asked.get("page", "").isdecimal() and len(asked["page"]) < 9 else 1
        look = queries.hindsight if hindsight else queries.known
        told = look(seat, who, moment, page=number)
        total = told.total if not hindsight else told.total + told.elsewhere + told.later
        pages = Pages(told.page, told.last, total, queries.SIZE, "entries", query)
    words = in_words(moment) if moment else ""
    doubt = when is not None and (when.approximate or when.doubtful)
    agencies, roles = [tuple(e for e in people if (e.role is not None) is is_role) for is_role in (False, True)]
    return KnownPage(
        agencies, roles,
        who.key if who else "", who.name if who else "", text, words, sentence,
        DOUBT.format(describe(when)) if when is not None and doubt else "", told, pages, query[1:],
        drawing(told.picture, seat.ref, apart=True) if told and told.picture.lanes else SafeString(""), hindsight,
        "With hindsight" if hindsight else "As known then",
    )  # fmt: skip


def moment_from(text: str) -> tuple[UncertainDate | None, datetime | None, str]:
    """The date and moment that words mean, or the sentence that says why they mean none."""
    if not text:
        return None, None, ""
    try:
        when = read_date(text)
    except NotADate:
        return None, None, UNREAD.format(text)
    moment = end_of(when)
    return when, moment, "" if moment else OPEN_END.format(text)


def in_words(moment: datetime) -> str:
    """The moment as people say it: the end of a day, or a time of it."""
    day = f"{moment.day} {moment:%B %Y}"
    return f"the end of {day}" if moment.time() == time.max else f"{day}, {moment:%H:%M}"
