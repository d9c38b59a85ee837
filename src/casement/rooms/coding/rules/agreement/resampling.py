"""Confidence intervals: the compared stretches are drawn again with replacement, and the figure taken each time.

The percentile interval of the bootstrap (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993,
chapter 13). One seed for everybody, so that the same marks always give the same interval. Stretches are drawn as
if they were independent of each other; those of one text seldom are, so intervals err on the narrow side.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any, NamedTuple

from casement.rooms.coding.rules.agreement.alpha import Distance, from_counts, nearness
from casement.rooms.coding.rules.agreement.unitizing import Coincidences, from_coincidences

MOST, LEAST, WORK = 1000, 200, 300_000  # draws, and stretches drawn in all, so that nobody waits for long
SEED = 2016
INSIDE = 0.95
UNDEFINED = 0.05  # with more draws than this without a figure, there is no interval

Draw = bytearray  # how often each stretch came up


class Part(NamedTuple):
    """What one stretch adds to an alpha by value: its disagreement, and how often each value was given."""

    observed: float
    counts: tuple[tuple[Any, float], ...]


def draws(stretches: int, times: int | None = None, seed: int = SEED) -> list[Draw]:
    """Samples of as many stretches as there are, with replacement: 1,000, or down to 200 of a very long text."""
    random, made = Random(seed), []
    for _ in range(times or max(LEAST, min(MOST, WORK // stretches))):
        drawn = bytearray(stretches)
        for index in random.choices(range(stretches), k=stretches):
            drawn[index] += 1
        made.append(drawn)
    return made


def between(figures: Iterable[float | None]) -> tuple[float, float] | None:
    """The middle 95 of 100 figures; None when too many of them do not exist."""
    told = list(figures)
    there = sorted(figure for figure in told if figure is not None)
    if not there or len(told) - len(there) > UNDEFINED * len(told):
        return None
    cut = (1 - INSIDE) / 2 * (len(there) - 1)
    return there[round(cut)], there[round(len(there) - 1 - cut)]


def alpha_interval(parts: Sequence[Part], distance: Distance, drawn: Sequence[Draw]) -> tuple[float, float] | None:
    """The interval of an alpha; `parts` has one for each stretch.

    Most stretches add the same, so like ones are counted together, and the commonest by subtraction.
    """
    alike: dict[Part, list[int]] = {}
    for index, part in enumerate(parts):
        alike.setdefault(part, []).append(index)
    first, *others = sorted(alike.items(), key=lambda item: -len(item[1]))

    near = nearness({value: None for part in alike for value, _ in part.counts}, distance)

    def figure(draw: Draw) -> float | None:
        times = [(part, sum(map(draw.__getitem__, places))) for part, places in others]
        times.append((first[0], len(parts) - sum(n for _, n in times)))
        counts: dict[Any, float] = {}
        for part, n in times:
            for value, count in part.counts:
                counts[value] = counts.get(value, 0) + n * count
        return from_counts(sum(n * part.observed for part, n in times), counts, near)

    return between(map(figure, drawn))


def span_interval(
    parts: Sequence[tuple[int, Coincidences]], letters: Sequence[float], drawn: Sequence[Draw]
) -> tuple[float, float] | None:
    """The interval of a u-alpha. `parts` has the stretches with a mark and where they stand.

    `letters` has, for each draw, how many letters it holds, times the coders that went through them.
    """

    def figure(total: float, draw: Draw) -> float | None:
        agreed = total
        counts: dict[Any, float] = {None: total}
        wholes: dict[Any, float] = {}
        for index, part in parts:
            if n := draw[index]:
                agreed -= n * (part.total - part.agreed)
                counts[None] -= n * (part.total - part.counts[None])
                for value, count in part.counts.items():
                    if value is not None:
                        counts[value] = counts.get(value, 0) + n * count
                        wholes[value] = wholes.get(value, 0) + n * part.wholes[value]
        return from_coincidences(Coincidences(total, agreed, counts, wholes))

    return between(map(figure, letters, drawn))
