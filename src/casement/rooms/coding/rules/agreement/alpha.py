"""Krippendorff's alpha for values given to units, with as many coders and as many gaps as there are.

Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011 (section D for missing values and
any number of coders; section F for the difference functions).
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

Unit = Sequence[Hashable | None]  # one place for each coder; None where that coder did not go through it
Distance = Callable[[Any, Any], float]
Scale = Callable[[Mapping[Any, float]], Distance]  # from how often each value was given


def different(one: Any, other: Any) -> float:
    """Nominal: 1 when the values differ."""
    return float(one != other)


def nominal(counts: Mapping[Any, float]) -> Distance:
    """Values are names."""
    return different


def interval_scale(counts: Mapping[Any, float]) -> Distance:
    """Values are numbers with equal steps: the squared difference."""
    return lambda one, other: float((one - other) ** 2)


def ratio_scale(counts: Mapping[Any, float]) -> Distance:
    """Values are amounts from nought up: the squared difference in proportion to the sum."""
    return lambda one, other: ((one - other) / (one + other)) ** 2 if one != other else 0.0


def ordinal_scale(counts: Mapping[Any, float]) -> Distance:
    """Values are ranks: the squared number of values given between them, half of each end included."""

    def distance(one: Any, other: Any) -> float:
        low, high = sorted((one, other))
        between = sum(n for value, n in counts.items() if low <= value <= high)
        return float((between - (counts[low] + counts[high]) / 2) ** 2)

    return distance


def overlap(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Jaccard's distance of two sets: the share of their members that only one has; two empty sets are alike."""
    either = len(one | other)
    return 1 - len(one & other) / either if either else 0.0


def jaccard(counts: Mapping[Any, float]) -> Distance:
    """Values are sets of codes."""
    return overlap


def disagreement(values: Sequence[Any], distance: Distance) -> float:
    """What one unit adds to the observed disagreement: its pairs of values, weighted for its number of values."""
    if len(values) < 2:
        return 0.0
    return 2 * sum(distance(one, other) for one, other in combinations(values, 2)) / (len(values) - 1)


def nearness(values: Iterable[Any], distance: Distance) -> list[tuple[Any, Any, float]]:
    """The pairs of values that are not wholly apart (distance 1), and how much nearer they are.

    Few pairs are, for names and sets of codes, which is what makes intervals quick.
    """
    if distance is different:
        return []
    pairs = combinations(values, 2)
    return [(one, other, near) for one, other in pairs if (near := 1 - distance(one, other))]


def from_counts(
    observed: float, counts: Mapping[Any, float], near: Sequence[tuple[Any, Any, float]]
) -> float | None:
    """Alpha from the summed disagreement of all units, and from how often each value was given.

    None when there are fewer than two values, or when no disagreement could be expected by chance because
    everybody used one value.
    """
    total = sum(counts.values())
    expected = total**2 - sum(n * n for n in counts.values())
    if len(counts) < 2 or expected <= 0:
        return None
    expected -= 2 * sum(counts.get(one, 0) * counts.get(other, 0) * much for one, other, much in near)
    return 1 - (total - 1) * observed / expected


def alpha(units: Iterable[Unit], scale: Scale = nominal) -> float | None:
    """Krippendorff's alpha: 1 for full agreement, 0 for what chance alone would give, less when it is worse.

    Only units with two or more values count. None when the figure does not exist (see `from_counts`).
    """
    paired = [values for unit in units if len(values := [v for v in unit if v is not None]) > 1]
    counts = Counter(value for values in paired for value in values)
    distance = scale(counts)
    observed = sum(disagreement(values, distance) for values in paired)
    return from_counts(observed, counts, nearness(counts, distance))
