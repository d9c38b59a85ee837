"""Percent agreement, and the kappas of Cohen and Fleiss.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", 1960; its standard error from J. L. Fleiss,
J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted kappa", 1969, formula 13;
J. L. Fleiss, "Measuring nominal scale agreement among many raters", 1971.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import sqrt

from casement.rooms.coding.rules.agreement.alpha import Unit

TWO_SIDED = 1.959963984540054  # of the normal distribution, for 95 of 100


@dataclass(frozen=True)
class Kappa:
    """A kappa over `units` units; `low` and `high` hold it with 95 per cent confidence where that is known."""

    value: float
    units: int
    low: float | None = None
    high: float | None = None


def percent(units: Iterable[Unit]) -> float | None:
    """The share of pairs of coders that gave the same value; None when no unit has two values."""
    pairs = [one == other for unit in units for one, other in paired(unit)]
    return sum(pairs) / len(pairs) if pairs else None


def shared(units: Iterable[Unit], blank: Hashable) -> float | None:
    """Of the pairs in which somebody gave more than `blank`, the share that gave the same.

    Text that nobody marked does not come into it, so that it cannot make agreement look better than it is.
    """
    pairs = [one == other for unit in units for one, other in paired(unit) if one != blank or other != blank]
    return sum(pairs) / len(pairs) if pairs else None


def paired(unit: Unit) -> Iterable[tuple[Hashable, Hashable]]:
    """The values of a unit, two by two."""
    return combinations([value for value in unit if value is not None], 2)


def cohen(units: Iterable[Unit]) -> Kappa | None:
    """Cohen's kappa of two coders over the units that both went through, with the interval of 1969.

    None when they share no unit, or when both used one value only, so that chance cannot be told apart.
    """
    table = Counter((one, other) for one, other in units if one is not None and other is not None)
    total = sum(table.values())
    rows: Counter[Hashable] = Counter()
    columns: Counter[Hashable] = Counter()
    for (one, other), n in table.items():
        rows[one] += n
        columns[other] += n
    chance = sum(n * columns[value] for value, n in rows.items())
    if not total or chance == total**2:
        return None
    # In fractions: the terms of the spread cancel, and what rounding leaves of nothing grows under the root.
    agreed = Fraction(sum(n for (a, b), n in table.items() if a == b), total)
    by_chance = Fraction(chance, total**2)
    value = (agreed - by_chance) / (1 - by_chance)
    spread = -((value - by_chance * (1 - value)) ** 2)
    for (one, other), n in table.items():
        reached = Fraction(columns[one] + rows[other], total) * (1 - value)
        spread += Fraction(n, total) * ((1 - reached) ** 2 if one == other else reached**2)
    half = TWO_SIDED * sqrt(spread / total) / float(1 - by_chance)
    return Kappa(float(value), total, float(value) - half, float(value) + half)


def fleiss(units: Iterable[Unit]) -> Kappa | None:
    """Fleiss's kappa over the units that every coder went through.

    None when there are none, fewer than two coders, or when everybody used one value.
    """
    whole = [unit for unit in units if len(unit) > 1 and None not in unit]
    counts = Counter(value for unit in whole for value in unit)
    total = sum(counts.values())
    by_chance = sum(n * n for n in counts.values())
    if not whole or by_chance == total**2:
        return None
    agreed = percent(whole) or 0.0
    chance = by_chance / total**2
    return Kappa((agreed - chance) / (1 - chance), len(whole))
