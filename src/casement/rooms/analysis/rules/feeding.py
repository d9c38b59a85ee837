"""How a map of what feeds what is laid out: feeders to the left of what they feed, loops bent back underneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

WIDE, HIGH, GAP, LEAD, EDGE = 216, 92, 72, 34, 12
LINE, LINES = 24, 3  # letters in a line of a box, and lines in it
Pair = tuple[int, int, int]  # the link's own number, what feeds, what is fed


@dataclass(frozen=True)
class Box:
    """One pattern on the map: its corner and its title in lines, each with how far below the corner it stands."""

    number: int
    x: int
    y: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Arrow:
    """One link on the map: its path, and where its number stands."""

    number: int
    feeds: int
    fed: int
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Map:
    """The whole map, its size, and that of a box."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int
    height: int
    wide: int = WIDE
    high: int = HIGH


def drawn(titles: Sequence[tuple[int, str]], pairs: Iterable[Pair]) -> Map:
    """The patterns that feed or are fed, each one step to the right of what feeds it, and every link."""
    links = tuple(pair for pair in pairs if {pair[1], pair[2]} <= {number for number, _ in titles})
    within = {end for _, feeds, fed in links for end in (feeds, fed)}
    step = steps(sorted(within), links)
    columns: dict[int, list[int]] = {}
    for number in sorted(within):
        columns.setdefault(step[number], []).append(number)
    row: dict[int, float] = {}
    for place in sorted(columns):
        feeders = {n: [row[a] for _, a, b in links if b == n and a in row] for n in columns[place]}
        columns[place].sort(key=lambda n: (sum(feeders[n]) / len(feeders[n]) if feeders[n] else 0.0, n))
        row |= {n: float(at) for at, n in enumerate(columns[place])}
    at = {n: (EDGE + step[n] * (WIDE + GAP), EDGE + int(row[n]) * (HIGH + LEAD)) for n in within}
    boxes = tuple(Box(n, *at[n], in_lines(n, title)) for n, title in titles if n in within)
    tallest = max((len(each) for each in columns.values()), default=0)
    return Map(
        boxes,
        tuple(arrow(link, at) for link in links),
        2 * EDGE + len(columns) * (WIDE + GAP) - (GAP if columns else 0),
        2 * EDGE + tallest * (HIGH + LEAD) + LEAD,
    )


def steps(numbers: Sequence[int], links: Sequence[Pair]) -> dict[int, int]:
    """How many steps each pattern stands from the left; a link that would close a loop does not push."""
    onward: dict[int, list[int]] = {number: [] for number in numbers}
    for _, feeds, fed in links:
        if fed not in onward[feeds] and not leads_to(onward, fed, feeds):
            onward[feeds].append(fed)
    told = dict.fromkeys(numbers, 0)
    for _ in numbers:
        for feeds, nexts in onward.items():
            for fed in nexts:
                told[fed] = max(told[fed], told[feeds] + 1)
    return told


def leads_to(onward: dict[int, list[int]], start: int, end: int) -> bool:
    """Whether one comes from `start` to `end` along what is there already."""
    seen, todo = set(), [start]
    while todo:
        here = todo.pop()
        if here == end:
            return True
        if here not in seen:
            seen.add(here)
            todo += onward[here]
    return False


def arrow(link: Pair, at: dict[int, tuple[int, int]]) -> Arrow:
    """The path of one link: over to the right, or back underneath."""
    number, feeds, fed = link
    (x1, y1), (x2, y2) = at[feeds], at[fed]
    if x2 > x1:
        sx, sy, ex, ey = x1 + WIDE, y1 + HIGH // 2, x2, y2 + HIGH // 2
        middle = (sx + ex) // 2
        path = f"M{sx} {sy}C{middle} {sy} {middle} {ey} {ex} {ey}"
        return Arrow(number, feeds, fed, path, middle, (sy + ey) // 2)
    sx, sy, ex, ey = x1 + WIDE // 2 - 24, y1 + HIGH, x2 + WIDE // 2 + 24, y2 + HIGH
    low = max(sy, ey) + 2 * LEAD // 3
    return Arrow(number, feeds, fed, f"M{sx} {sy}C{sx} {low} {ex} {low} {ex} {ey}", (sx + ex) // 2, low - LEAD // 6)


def in_lines(number: int, title: str) -> tuple[tuple[int, str], ...]:
    """A title in the lines of its box, with its number; cut where the box ends."""
    told = wrap(f"{number}. {title}", LINE)
    if len(told) > LINES:
        told = [*told[: LINES - 1], told[LINES - 1][: LINE - 1].rstrip() + "…"]
    return tuple((26 + 23 * place, words) for place, words in enumerate(told))
