"""What the templates of the sources room receive."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Fact, Pages
from casement.foundation.refusals import NotHere
from casement.foundation.web import Download
from casement.rooms.sources import queries
from casement.rooms.sources.intake import FORMATS
from casement.rooms.sources.vocabulary import ACCESS_NAMES, KIND_NAMES, USE_NAMES, Access, Kind, Use

FACT_NAMES = {
    "title": "Title",
    "agency": "Agency",
    "participation": "Whose account",
    "date": "Date",
    "access": "Who may read it",
    "use": "How it may be used",
    "withdrawal": "Taken out",
    "speakers": "Who speaks",
}
ORDERS = (("", "As brought in"), ("newest", "Newest first"), ("date", "By date"))


@dataclass(frozen=True)
class SourcesPage:
    """The list of sources, what it can be narrowed by, and what this person may do."""

    listing: queries.Listing
    pages: Pages
    kinds: tuple[tuple[str, str, bool], ...]
    agencies: tuple[tuple[str, str, bool], ...]
    orders: tuple[tuple[str, str, bool], ...]
    narrowed: bool
    unfinished: tuple[int, ...]
    may_add: bool
    may_write_up: bool
    may_restore: bool
    add: Place | None
    write_up: Place | None
    tab: str = "Sources"


@dataclass(frozen=True)
class AddPage:
    """What is offered when files are brought in, and what kinds of file are taken."""

    choices: queries.Choices
    formats: str
    not_yet: str
    requests: tuple[tuple[int, int, str], ...] = ()
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Add sources"


@dataclass(frozen=True)
class WriteUpPage:
    """What is offered when a conversation is written up."""

    choices: queries.Choices
    not_yet: str
    nobody: bool
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Write up a conversation"


@dataclass(frozen=True)
class BatchPage:
    """What became of the files of a batch."""

    batch: queries.BatchState
    counts: tuple[tuple[int, str], ...]
    said: str
    tab: str


@dataclass(frozen=True)
class AboutPage:
    """Everything about a source but its text."""

    about: queries.About
    facts: tuple[Fact, ...]
    changes: tuple[tuple[str, str, str, Any], ...]
    length: str
    fingerprint: tuple[str, ...]
    may_withdraw: bool
    may_correct: bool
    may_send: bool
    may_place: bool
    may_change: bool
    sees_names: bool
    may_redact: bool
    may_unseal: bool
    tab: str


@dataclass(frozen=True)
class FactsPage:
    """The form that puts the facts of a source right."""

    about: queries.About
    choices: queries.Choices
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class SpeakersPage:
    """Who speaks in a transcript, to be said by a person."""

    speakers: queries.Speakers
    said: str
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class TakeOutPage:
    """What happens when a source is taken out."""

    source: queries.Standing
    tab: str


def sources_page(seat: Seat, asked: Mapping[str, str]) -> SourcesPage:
    """The list; odd values in the address are ignored."""
    kind = asked.get("kind", "") if asked.get("kind", "") in set(Kind) else ""
    agency = number_from(asked.get("agency", ""))
    order = asked.get("order", "")
    told = queries.listing(seat, kind=kind, agency=agency, order=order, page=number_from(asked.get("page")) or 1)
    kept = {"kind": kind, "agency": agency or "", "order": order}
    query = "".join(f"&{urlencode({key: value})}" for key, value in kept.items() if value)
    may_add = allows(seat.standing, Action.SOURCES_ADD)
    may_write_up = allows(seat.standing, Action.WRITE_UPS_ADD)
    base = f"/reviews/{seat.ref}/sources"
    return SourcesPage(
        told,
        Pages(told.page, told.last, told.total, queries.PAGE, "sources", query),
        tuple((one.value, f"{KIND_NAMES[Kind(one.value)]} ({one.count})", one.value == kind) for one in told.kinds),
        tuple((one.value, f"{one.name} ({one.count})", one.value == str(agency)) for one in told.agencies),
        tuple((value, name, value == order) for value, name in ORDERS),
        bool(kind or agency),
        queries.recent_batches(seat) if may_add else (),
        may_add,
        may_write_up,
        allows(seat.standing, Action.SOURCES_WITHDRAW),
        Place("Add sources", f"{base}/new/") if may_add else None,
        Place("Write up a conversation", f"{base}/conversations/new/") if may_write_up else None,
    )


def add_page(seat: Seat, asked: Mapping[str, str]) -> AddPage:
    """The page that brings files in; the address may name the request that they answer."""
    choices = queries.choices(seat)
    formats = formats_taken()
    not_yet = "" if choices.open else queries.NOT_YET
    answers = queries.open_requests(seat) if allows(seat.standing, Action.REQUESTS_ANSWER) else ()
    start: dict[str, Any] = {"sent_key": secrets.token_urlsafe(16)}
    for number, agency, _ in answers:
        if number == number_from(asked.get("request")):
            start |= {"request": number, "agency": agency}
    return AddPage(choices, formats, not_yet, answers, {"form": start})


def conversation_page(seat: Seat) -> WriteUpPage:
    """The page that writes up a conversation with somebody who did the work."""
    return write_up_page(seat, Kind.CONVERSATION)


def family_page(seat: Seat) -> WriteUpPage:
    """The page that writes up what a family member told."""
    return write_up_page(seat, Kind.FAMILY)


def write_up_page(seat: Seat, kind: Kind) -> WriteUpPage:
    """What is offered for a write-up of this kind."""
    choices = queries.choices(seat)
    people = choices.family if kind is Kind.FAMILY else choices.workers
    not_yet = "" if choices.open else queries.NOT_YET
    filled = {"form": {"sent_key": secrets.token_urlsafe(16)}}
    tab = "Write up a family account" if kind is Kind.FAMILY else "Write up a conversation"
    return WriteUpPage(choices, not_yet, not people, filled, tab)


def formats_taken(*, packed: bool = True) -> str:
    """The kinds of file that are taken, in a row of words; folders of files only where they may be `packed`."""
    names = [f"{one.name} ({one.ending})" for one in FORMATS if packed or one.key != "zip"]
    return ", ".join(names[:-1]) + " and " + names[-1]


def batch_page(seat: Seat, number: int) -> BatchPage:
    """What became of each file of a batch."""
    told = queries.batch(seat, number)
    counts = told.counts
    every = (
        (counts["in"], "came in"),
        (counts["noted"], "came in with a note"),
        (counts["unpacked"], "unpacked"),
        (counts["refused"], "refused"),
        (counts["reading"] + counts["waiting"], "not read yet"),
    )
    lines = tuple(line for line in every if line[0] or line[1] != "unpacked")
    parts = ", ".join(f"{count} {words}" for count, words in lines if count)
    files = "1 file" if told.total == 1 else f"{told.total} files"
    return BatchPage(told, lines, f"{files}: {parts}.", f"Batch {number}")


def about_page(seat: Seat, number: int) -> AboutPage:
    """Where a source is from and whether it is whole."""
    told = queries.about(seat, number)
    may_edit = queries.may_change(seat, told.kind)
    change = Place("Change", f"/reviews/{seat.ref}/sources/{number}/facts/") if may_edit else None
    return AboutPage(
        told,
        tuple(facts_of(told, change)),
        tuple(
            (FACT_NAMES[one.fact], in_words(one.fact, one.before), in_words(one.fact, one.after), one.at)
            for one in told.changes
        ),
        length_of(told.version),
        tuple(told.version.original_sha256[at : at + 8] for at in range(0, 64, 8)),
        allows(seat.standing, Action.SOURCES_WITHDRAW),
        may_edit and allows(seat.standing, Action.SOURCES_CORRECT),
        may_edit and allows(seat.standing, Action.SOURCES_ADD),
        allows(seat.standing, Action.SOURCES_PLACE),
        may_edit,
        allows(seat.standing, Action.SOURCES_DECIDED),
        allows(seat.standing, Action.SOURCES_REDACT),
        allows(seat.standing, Action.SOURCES_SEALED),
        f"Source {number}",
    )


def length_of(version: queries.VersionFacts) -> str:
    """How long a text is, in words."""
    pages = f" on {version.pages} page{'' if version.pages == 1 else 's'}" if version.pages else ""
    return f"{version.characters:,} characters{pages}"


def facts_page(seat: Seat, number: int) -> FactsPage:
    """The facts of a source, to be put right; NotHere for somebody who may only read them."""
    told = queries.about(seat, number)
    if not queries.may_change(seat, told.kind):
        raise NotHere
    start = {
        "title": told.title,
        "agency": told.agency_number,
        "participation": told.participation_number,
        "date": told.date_recorded,
        "access": told.access,
        "use": told.use,
    }
    return FactsPage(told, queries.choices(seat), {"form": start}, f"Source {number}")


def facts_of(told: queries.About, change: Place | None) -> list[Fact]:
    """The facts of a source as a summary list; those that can be put right lead to where."""
    is_record = told.kind == Kind.RECORD
    facts = [Fact("Kind", KIND_NAMES[Kind(told.kind)])]
    if told.participant:
        facts.append(Fact("Whose account", told.participant, change))
    if told.held_by:
        facts.append(Fact("Held by", " and ".join(told.held_by)))
    facts.append(Fact("Agency", told.agency or "None", change if is_record else None))
    facts.append(Fact("Date", told.date or "Not dated", change))
    if told.date_recorded and told.date != told.date_recorded and not told.date_doubt:
        facts.append(Fact("Date as recorded", told.date_recorded, said=True))
    facts.append(Fact("Who may read it", ACCESS_NAMES[Access(told.access)], change))
    facts.append(Fact("How its words may be used", USE_NAMES[Use(told.use)], change))
    return facts


def in_words(fact: str, value: str) -> str:
    """A stored value as people say it."""
    if fact == "withdrawal":
        return f"out, because: {value.rstrip('.')}" if value else "in the review"
    if not value:
        return "nothing"
    if fact == "access":
        return ACCESS_NAMES[Access(value)]
    return USE_NAMES[Use(value)] if fact == "use" else value


def speakers_page(seat: Seat, number: int) -> SpeakersPage:
    """The speakers of a transcript; NotHere for somebody who may only read it."""
    told = queries.speakers(seat, number)
    if not queries.may_change(seat, told.kind):
        raise NotHere
    start: dict[str, Any] = {}
    for place, one in enumerate(told.heard, 1):
        start |= {f"who_{place}": one.participation, f"label_{place}": one.label}
    said = f"{len(told.heard)} speakers in {told.turns} turns."
    return SpeakersPage(told, said, {"form": start}, f"Source {number}")


def take_out_page(seat: Seat, number: int) -> TakeOutPage:
    """What taking a source out means, before it is done."""
    return TakeOutPage(queries.standing_of(seat, number), f"Source {number}")


def original(seat: Seat, number: int, text: int | None = None) -> Download:
    """The newest original, or that of one text, as a file that is saved and never shown."""
    told = queries.original(seat, number, text)
    return Download(told.name, told.media_type, told.content)


def number_from(text: str | None) -> int | None:
    """A number in an address, or None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
