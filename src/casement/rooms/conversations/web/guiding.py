"""What the pages of the guide receive: one screen, every heading, the paper, the notes, heading 6."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.design.parts import Pane
from casement.foundation.refusals import NotHere
from casement.rooms.conversations import queries

Filled = Mapping[str, Mapping[str, Any]]
COVERED = "How it ended, and what others told us, stay closed until heading 6."


@dataclass(frozen=True)
class GuidePage:
    """One screen of the guide. `data` is what the island needs to go on without a connection."""

    guide: queries.GuideView
    now: queries.ScreenView
    before: queries.ScreenView | None
    after: queries.ScreenView | None
    panes: tuple[Pane, ...]
    covered: str
    data: dict[str, Any]
    filled: Filled
    tab: str


@dataclass(frozen=True)
class HeadingsPage:
    """Every heading of the guide, and where something is noted."""

    guide: queries.GuideView
    headings: tuple[tuple[int, str, tuple[queries.ScreenView, ...]], ...]
    covered: str
    tab: str


@dataclass(frozen=True)
class NotesPage:
    """What was noted."""

    notes: queries.NotesView
    tab: str
    seen_by: str = "the two who held it and the participant"


@dataclass(frozen=True)
class OpeningPage:
    """Crossing the line of heading 6, or somebody at risk."""

    guide: queries.GuideView
    tab: str
    filled: Filled = field(default_factory=dict)


def screen_page(seat: Seat, number: int, heading: str, asked: Mapping[str, str]) -> GuidePage:
    """One screen; NotHere when the guide has none such."""
    told = queries.guide(seat, number)
    turn = asked.get("turn", "")
    wanted = (heading, int(turn) if turn.isdecimal() and len(turn) < 6 else 0)
    names = [(one.screen.key, one.screen.turn) for one in told.screens]
    if wanted not in names:
        # The questions of the mindset are asked of the first turning point where none is named in the address.
        named = [name for name in names if name[0] == heading and not wanted[1]]
        if not named:
            raise NotHere
        wanted = named[0]
    at = names.index(wanted)
    now = told.screens[at]
    start = {
        "said": now.said, "reflection": now.reflection, "turn": now.screen.turn, "based_on": now.edition,
    }  # fmt: skip
    return GuidePage(
        guide=told,
        now=now,
        before=told.screens[at - 1] if at else None,
        after=told.screens[at + 1] if at + 1 < len(told.screens) else None,
        panes=panes(told, now),
        covered="" if told.opened or told.guide == "family" else COVERED,
        data=island(seat, told, now),
        filled={"form": start},
        tab=f"Guide {number}",
    )


def screen_beside(seat: Seat, number: int, heading: str, turn: int, go: str) -> tuple[str, int] | None:
    """The screen before or after one, or itself; None past either end."""
    names = [(one.screen.key, one.screen.turn) for one in queries.guide(seat, number).screens]
    at = names.index((heading, turn)) + {"back": -1, "next": 1}.get(go, 0)
    return names[at] if 0 <= at < len(names) else None


def headings_page(seat: Seat, number: int) -> HeadingsPage:
    """Every heading, for choosing one and for paper."""
    told = queries.guide(seat, number)
    groups: dict[tuple[int, str, int], list[queries.ScreenView]] = {}
    for one in told.screens:
        groups.setdefault((one.screen.place, one.screen.heading, one.screen.turn), []).append(one)
    headings = tuple((place, heading, tuple(ones)) for (place, heading, _), ones in groups.items())
    covered = "" if told.opened or told.guide == "family" else COVERED
    return HeadingsPage(told, headings, covered, f"Guide {number}")


def notes_page(seat: Seat, number: int) -> NotesPage:
    """The notes."""
    return NotesPage(queries.notes(seat, number), f"Conversation {number}")


def opening_page(seat: Seat, number: int) -> OpeningPage:
    """Heading 6, before it is opened."""
    return OpeningPage(queries.guide(seat, number), f"Guide {number}")


def panes(told: queries.GuideView, now: queries.ScreenView) -> tuple[Pane, ...]:
    """One small pane for each heading: behind, here, ahead, covered."""
    found: dict[int, Pane] = {}
    for one in told.screens:
        place, here = one.screen.place, now.screen.place
        state = "now" if place == here else "covered" if one.covered else "done" if place < here else "ahead"
        found.setdefault(place, Pane(one.screen.heading, state=state))  # type: ignore[arg-type]
    return tuple(found.values())


def island(seat: Seat, told: queries.GuideView, now: queries.ScreenView) -> dict[str, Any]:
    """What `<conversation-guide>` works with: every screen and this writer's own notes; nothing that is covered."""
    return {
        "owner": f"{seat.ref}-{seat.standing.participation_id}",
        "conversation": told.number,
        "base": f"/reviews/{seat.ref}/conversations/{told.number}/guide/",
        "now": now.screen.name,
        "screens": [
            {
                **asdict(one.screen),
                "name": one.screen.name,
                "said": one.said,
                "reflection": one.reflection,
                "edition": one.edition,
                "covered": one.covered,
                "turn_words": one.turn_words,
                "queries": list(told.queries) if one.screen.key == "C6" and told.opened else [],
            }
            for one in told.screens
        ],
    }
