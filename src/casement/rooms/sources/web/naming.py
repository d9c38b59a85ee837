"""What the templates about names in a source receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.design.reader import Painted, Paragraph
from casement.foundation.web import Download
from casement.rooms.sources import queries
from casement.rooms.sources.web.pages import number_from

STATES = (("", "Waiting"), ("masked", "Masked"), ("left", "Left as they are"))
EACH = 400


@dataclass(frozen=True)
class NamesPage:
    """The words of a source in one state; `chosen` is the one a form was sent back for."""

    names: queries.Names
    states: tuple[tuple[str, str, int, bool], ...]
    state: str
    pages: Pages
    register: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]
    chosen: int | None
    may_decide: bool
    may_identify: bool
    may_redact: bool
    filled: Mapping[str, Mapping[str, Any]]
    tab: str

    @property
    def sentence(self) -> str:
        """What this page is for."""
        if not self.may_decide:
            return "What was decided about words that may identify somebody. It can only be read now."
        return (
            "Casement proposes words that may identify somebody. You decide; a decision counts for the same words "
            "everywhere in this source."
        )


@dataclass(frozen=True)
class NamedPage:
    """A part of a text with its names, those that others see as labels painted."""

    told: queries.Named
    paragraphs: tuple[Paragraph, ...]
    painted: tuple[Painted, ...]
    pages: Pages
    tab: str


@dataclass(frozen=True)
class RedactPage:
    """The page before words are blacked out."""

    source: queries.Standing
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def names_page(
    seat: Seat, number: int, mention: int | None = None, asked: Mapping[str, str] | None = None
) -> NamesPage:
    """The words of a source that may identify somebody; odd values in the address are ignored."""
    given = asked or {}
    state = given.get("state", "") if given.get("state", "") in dict(STATES) else ""
    page = number_from(given.get("page")) or 1
    told = queries.names(seat, number, state=state, page=page, only=mention)
    counts = {"": told.waiting, "masked": told.masked, "left": told.left}
    return NamesPage(
        told,
        tuple((value, name, counts[value], value == state) for value, name in STATES),
        state,
        Pages(told.page, told.last, told.total, queries.NAMES_PAGE, "groups of words", f"&state={state}"),
        tuple((str(one), label) for one, label in told.register),
        queries.PATTERN_LABELS,
        mention,
        allows(seat.standing, Action.SOURCES_MASK),
        allows(seat.standing, Action.REVIEWS_IDENTIFY),
        allows(seat.standing, Action.SOURCES_REDACT),
        {"words": {"decision": "mask"}},
        f"Names in source {number}",
    )


def named_page(seat: Seat, number: int, asked: Mapping[str, str]) -> NamedPage:
    """The text of a source with its names."""
    told = queries.named(seat, number)
    blocks = told.paragraphs
    last = max(1, -(-len(blocks) // EACH))
    page = min(max(number_from(asked.get("page")) or 1, 1), last)
    shown = blocks[(page - 1) * EACH : page * EACH]
    reached = (shown[0].start, shown[-1].end) if shown else (0, 0)
    return NamedPage(
        told,
        tuple(Paragraph(one.number, one.start, one.text, one.kind == "heading", one.page or None) for one in shown),
        tuple(Painted(m.start, m.end, "named") for m in told.masks if reached[0] <= m.start < reached[1]),
        Pages(page, last, len(blocks), EACH, "paragraphs"),
        f"Source {number}",
    )


def redact_page(seat: Seat, number: int) -> RedactPage:
    """What blacking words out means, before it is done."""
    return RedactPage(queries.standing_of(seat, number), f"Source {number}")


def sealed(seat: Seat, number: int, text: int | None = None) -> Download:
    """The newest sealed original, or that of one text, as a file that is saved and never shown."""
    told = queries.sealed_original(seat, number, text)
    return Download(told.name, told.media_type, told.content)
