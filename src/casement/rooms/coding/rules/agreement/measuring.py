"""All figures of one round: for each code, and for all codes together."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Any, NamedTuple

from casement.rooms.coding.rules.agreement.alpha import Scale, Unit, alpha, disagreement, jaccard, nominal
from casement.rooms.coding.rules.agreement.kappa import Kappa, cohen, fleiss, percent, shared
from casement.rooms.coding.rules.agreement.layers import Said, layers, once
from casement.rooms.coding.rules.agreement.resampling import Draw, Part, alpha_interval, draws, span_interval
from casement.rooms.coding.rules.agreement.unitizing import Block, coincidences, u_alpha

FEWEST = 10  # stretches two coders went through, below which a figure would say nothing
Interval = tuple[float, float] | None


class Stretch(NamedTuple):
    """A paragraph: its length in letters, and what each coder said of it, None where not gone through."""

    length: int
    said: tuple[tuple[Said, ...] | None, ...]


@dataclass(frozen=True)
class Figures:
    """What is told of one code, or of all together.

    `compared` stretches were gone through by two coders or more; in `marked` of them somebody gave the code.
    `same` is the share of pairs that said the same; `shared` that share without what both left unmarked.
    Lengths are in letters. A figure that does not exist is None.
    """

    compared: int
    marked: int
    same: float | None
    shared: float | None
    alpha: float | None
    alpha_between: Interval
    kappa: Kappa | None = None
    by_letter: float | None = None
    by_letter_between: Interval = None


@dataclass(frozen=True)
class Agreement:
    """Figures of a round: by code, of marking at all, of which codes (everywhere, where two marked), of influence.

    `stretches` is how many paragraphs the round holds, `compared` how many of them two coders or more went
    through; `coders` how many took part; `draws` how many samples the intervals rest on, 0 where there are none.
    """

    coders: int
    stretches: int
    compared: int
    draws: int
    by_code: tuple[tuple[str, Figures], ...]
    at_all: Figures
    codes: Figures
    codes_where_marked: Figures
    influence: Figures


def agreement(stretches: Sequence[Stretch], codes: Sequence[str], coders: int) -> Agreement:
    """Every figure of a round, with intervals where there are enough stretches to speak of one."""
    both = [one for one in stretches if sum(said is not None for said in one.said) > 1]
    measure = Measure(both, draws(len(both)) if len(both) >= FEWEST else [])
    return Agreement(
        coders,
        len(stretches),
        len(both),
        len(measure.drawn),
        tuple((code, measure.yes_or_no(lambda one, code=code: one.code == code)) for code in codes),  # type: ignore[misc]
        measure.yes_or_no(lambda one: True),
        measure.sets(),
        measure.sets_where_marked(),
        measure.influences(),
    )


class Measure:
    """The compared stretches of a round, and the draws that all its intervals share."""

    def __init__(self, stretches: Sequence[Stretch], drawn: Sequence[Draw]) -> None:
        self.stretches = stretches
        self.drawn = drawn
        weights = [one.length * sum(said is not None for said in one.said) for one in stretches]
        self.letters = [float(sum(map(mul, draw, weights))) for draw in drawn]

    def yes_or_no(self, wanted: Callable[[Said], bool]) -> Figures:
        """Figures of giving one code or not: by paragraph, and letter by letter."""
        units = [self.values(one, lambda said: any(map(wanted, said))) for one in self.stretches]
        blocks = [Block(one.length, [once(said, wanted) for said in one.said]) for one in self.stretches]
        kappa = cohen(units) if units and len(units[0]) == 2 else fleiss(units)
        return self.figures(units, nominal, False, blocks=blocks, kappa=kappa)

    def sets(self) -> Figures:
        """Figures of which codes were given, text that nobody marked included."""
        units = [self.values(one, names) for one in self.stretches]
        blocks = [Block(one.length, [layers(said) for said in one.said]) for one in self.stretches]
        return self.figures(units, jaccard, frozenset(), blocks=blocks)

    def sets_where_marked(self) -> Figures:
        """Figures of which codes were given where two coders or more marked something."""
        return self.figures([self.values(one, lambda said: names(said) or None) for one in self.stretches], jaccard)

    def influences(self) -> Figures:
        """Figures of which way a factor worked, where two coders or more gave the same factor."""
        many: list[list[Unit]] = []
        for stretch in self.stretches:
            given = [{one.code: one.influence for one in said or () if one.influence} for said in stretch.said]
            factors = sorted({code for told in given for code in told})
            many.append([[told.get(code) for told in given] for code in factors])
        return self.figures([unit for units in many for unit in units], nominal, grouped=many)

    def values(self, stretch: Stretch, told: Callable[[tuple[Said, ...]], Hashable | None]) -> Unit:
        """One value for each coder."""
        return [None if said is None else told(said) for said in stretch.said]

    def figures(
        self,
        units: Sequence[Unit],
        scale: Scale,
        blank: Hashable = None,
        *,
        grouped: Sequence[Sequence[Unit]] = (),
        blocks: Sequence[Block] = (),
        kappa: Kappa | None = None,
    ) -> Figures:
        """Figures of units, one for each stretch unless `grouped` says which belong to which stretch."""
        compared = [unit for unit in units if sum(value is not None for value in unit) > 1]
        marked = sum(any(value is not None and value != blank for value in unit) for unit in compared)
        parts = [part(group, scale) for group in (grouped or [[unit] for unit in units])]
        enough = bool(self.drawn) and len(compared) >= FEWEST
        found = alpha(units, scale)
        by_letter = u_alpha(blocks) if blocks else None
        sparse = [(at, coincidences([block])) for at, block in enumerate(blocks) if any(block.tracks)]
        return Figures(
            len(compared),
            marked,
            percent(units),
            shared(units, blank),
            found,
            alpha_interval(parts, scale({}), self.drawn) if enough and found is not None else None,
            kappa,
            by_letter,
            span_interval(sparse, self.letters, self.drawn) if enough and by_letter is not None else None,
        )


def names(said: tuple[Said, ...]) -> frozenset[str]:
    """The codes that were given."""
    return frozenset(one.code for one in said)


def part(units: Sequence[Unit], scale: Scale) -> Part:
    """What the units of one stretch add to alpha."""
    observed, counts = 0.0, Counter[Any]()
    for unit in units:
        values = [value for value in unit if value is not None]
        if len(values) > 1:
            observed += disagreement(values, scale({}))
            counts.update(values)
    return Part(observed, tuple(sorted(counts.items(), key=repr)))
