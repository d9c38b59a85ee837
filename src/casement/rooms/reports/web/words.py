"""Small parts of the report's pages as plain values: lines of problems, moments in words, what may be inserted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.utils import timezone

from casement.foundation.access import Seat
from casement.foundation.design.parts import Pages
from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.references import KINDS
from casement.rooms.reports.rules.telling.statements import short
from casement.rooms.reports.rules.tree import Problem
from casement.rooms.reports.vocabulary import SECTION, TROUBLE_NAMES, section_path

SHOWN = 60
OFFERED = 200


@dataclass(frozen=True)
class Wrong:
    """One thing wrong, and the way to its section."""

    words: str
    place: str
    href: str


@dataclass(frozen=True)
class Group:
    """Things wrong in one way; `more` counts those not listed."""

    title: str
    lines: tuple[Wrong, ...]
    more: int = 0


@dataclass(frozen=True)
class Offer:
    """A reference that may be put into the text, and what it prints."""

    code: str
    prints: str


def section_href(seat: Seat, key: str) -> str:
    """Where a section is edited."""
    return f"/reviews/{seat.ref}/{section_path(key)}"


def groups(seat: Seat, problems: Iterable[Problem]) -> tuple[Group, ...]:
    """Problems by kind, in the order of the vocabulary, each with the way to put it right."""
    told: dict[str, list[Wrong]] = {}
    for one in problems:
        place = SECTION[one.section].title if one.section else "Cover and notes"
        href = section_href(seat, one.section) if one.section else ""
        told.setdefault(one.kind, []).append(Wrong(one.words, place, href))
    return tuple(
        Group(title, tuple(told[kind][:SHOWN]), max(0, len(told[kind]) - SHOWN))
        for kind, title in TROUBLE_NAMES.items()
        if kind in told
    )


def moment(at: datetime) -> str:
    """A moment in words."""
    here = timezone.localtime(at)
    return f"{here.day} {here:%B %Y at %H:%M}"


def on(day: date) -> str:
    """A day in words."""
    return f"{day.day} {day:%B %Y}"


def pages_of(asked: QueryDict, total: int, size: int, noun: str, query: str = "") -> Pages:
    """Where a long list stands, at the page the address asks for."""
    told = asked.get("page", "")
    last = max(1, -(-total // size))
    return Pages(
        min(max(int(told) if told.isdigit() and len(told) < 7 else 1, 1), last), last, total, size, noun, query
    )


def offers(material: Material) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    """What may be inserted, in groups: whole tables and lists, then episodes, findings and statements by number.

    Of many statements the first; the trace check and the pages of the analysis say the number of each.
    """
    general = tuple(
        Offer(
            f"{{{{{kind.name}}}}}", "; within a sentence: ".join(word for word in (kind.alone, kind.within) if word)
        )
        for kind in KINDS.values()
        if not kind.numbered
    )
    numbered = tuple(
        Offer(f"{{{{{one.name} 1}}}}", one.alone or one.within) for one in KINDS.values() if one.numbered
    )
    episodes = tuple(Offer(f"{{{{episode {one.number}}}}}", one.title) for one in material.chosen)
    findings = tuple(Offer(f"{{{{finding {one.number}}}}}", one.title) for one in material.reported)
    statements = tuple(
        Offer(f"{{{{statement {number}}}}}", short(one.text, 110))
        for number, one in sorted(material.tree.statements.items())[:OFFERED]
    )
    told = (
        ("Tables, lists and facts", general),
        ("One thing by its number", numbered),
        ("Episodes", episodes),
        ("Findings", findings),
        ("Statements of the team", statements),
    )
    return tuple((title, lines) for title, lines in told if lines)
