"""The map of how patterns feed each other, if the team wants one, and the same as a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.rules.feeding import Map, drawn
from casement.rooms.analysis.web.pages.blocks import may_write
from casement.rooms.analysis.web.pages.editing import Options


@dataclass(frozen=True)
class LinkLine:
    """One link in words; `mark` is the number that stands beside its arrow."""

    mark: int
    number: int
    feeds: str
    feeds_href: str
    fed: str
    fed_href: str
    reason: str
    by: str


@dataclass(frozen=True)
class PatternMapPage:
    """The map, its list twin, and the patterns that stand alone."""

    drawing: Map
    links: tuple[LinkLine, ...]
    alone: tuple[tuple[str, str], ...]
    base: str
    choices: Mapping[str, Options]
    may_write: bool
    tab: str = "Map of patterns"
    desk: bool = True


def pattern_map_page(seat: Seat) -> PatternMapPage:
    """What feeds what, as a picture and as a list."""
    titles = {view.number: view.title for view in queries.pattern_titles(seat)}
    links = queries.pattern_links(seat)
    base = f"/reviews/{seat.ref}/patterns/"
    lines = tuple(
        LinkLine(
            mark, one.number, f"{one.feeds}. {titles[one.feeds]}", f"{base}{one.feeds}/",
            f"{one.fed}. {titles[one.fed]}", f"{base}{one.fed}/", one.reason, one.by,
        )
        for mark, one in enumerate(links, 1)
    )  # fmt: skip
    within = {end for one in links for end in (one.feeds, one.fed)}
    offers = [("", "Choose a pattern"), *((str(number), f"{number}. {title}") for number, title in titles.items())]
    return PatternMapPage(
        drawing=drawn(tuple(titles.items()), ((mark, one.feeds, one.fed) for mark, one in enumerate(links, 1))),
        links=lines,
        alone=tuple((f"{n}. {title}", f"{base}{n}/") for n, title in titles.items() if n not in within),
        base=base,
        choices={"feeds": offers, "fed": offers},
        may_write=may_write(seat),
    )
