"""Pages of second readings: who was asked, the blind page, and both texts side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries import readings as told
from casement.rooms.analysis.queries.blind import BlindView, blind
from casement.rooms.analysis.queries.readings import ReadingLine
from casement.rooms.analysis.vocabulary import EpisodeState
from casement.rooms.analysis.web.pages.blocks import may_write
from casement.rooms.analysis.web.pages.editing import FormPage, to
from casement.rooms.analysis.web.pages.findings import FigureLine, figure


@dataclass(frozen=True)
class ReadingsPage:
    """Second readings: those that wait for this person first."""

    mine: tuple[ReadingLine, ...]
    lines: tuple[ReadingLine, ...]
    may_write: bool
    tab: str = "Second readings"


@dataclass(frozen=True)
class BlindPage:
    """Facts and evidence, and the form in which a reading is handed in."""

    view: BlindView
    figures: tuple[FigureLine, ...]
    heading: str
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "Second reading"


@dataclass(frozen=True)
class ComparePage:
    """Both texts side by side, and what the team did."""

    line: ReadingLine
    href: str
    may_write: bool
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def readings_page(seat: Seat) -> ReadingsPage:
    """The list."""
    every = told.readings(seat)
    mine = tuple(one for one in every if one.mine and one.waits)
    return ReadingsPage(mine, tuple(one for one in every if one not in mine), may_write(seat))


def asking_page(seat: Seat, asked: QueryDict) -> FormPage:
    """Asking somebody; the address may name the `episode` or the `finding`."""
    episodes = queries.titles(seat, states=(EpisodeState.CHOSEN,))
    findings = queries.finding_outlines(seat)
    start = next((f"{name}:{asked[name]}" for name in ("episode", "finding") if asked.get(name, "").isdigit()), "")
    return FormPage(
        heading="Ask for a second reading",
        sentence="They see what happened and the passages, but neither your appraisal nor your findings. Until "
        "they hand it in or give it back, the whole analysis and the report are shut to them.",
        above=to(seat, "readings/", "Second readings"),
        tab="Second readings",
        button="Ask them",
        filled={"form": {"of": start}},
        choices={
            "of": [
                ("", "Choose one"),
                ("Episodes", [(f"episode:{one.number}", f"{one.number}. {one.title}") for one in episodes]),
                ("Findings", [(f"finding:{one.number}", f"{one.number}. {one.title}") for one in findings]),
            ],
            "reader": [("", "Choose one"), *told.readers(seat)],
        },
    )


def blind_page(seat: Seat, number: int) -> BlindPage:
    """What the reader sees, and nothing else of the analysis."""
    view = blind(seat, number)
    return BlindPage(
        view,
        tuple(figure(seat, one) for one in view.figures),
        view.episodes[0].title if view.owner == "episode" else "What do you see in this?",
        {"form": view.kept},
    )


def compare_page(seat: Seat, number: int) -> ComparePage:
    """One reading beside what the team had written."""
    one = told.reading(seat, number)
    href = f"/reviews/{seat.ref}/{one.owner}s/{one.about}/"
    return ComparePage(one, href, may_write(seat), f"Second reading {number}")


def calling_off_page(seat: Seat, number: int) -> FormPage:
    """Ending a reading that nobody hands in."""
    one = next((one for one in told.readings(seat) if one.number == number and one.waits), None)
    if one is None:
        raise NotHere
    return FormPage(
        heading="Call it off",
        sentence=f"{one.reader} is let back into the analysis, and the record says that nothing was handed in.",
        above=to(seat, "readings/", "Second readings"),
        tab="Second readings",
        button="Call it off",
    )
