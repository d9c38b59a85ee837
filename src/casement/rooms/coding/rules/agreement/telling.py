"""Figures in plain words: what is, and how sure; never whether it is good enough, and nothing of people."""

from casement.rooms.coding.rules.agreement.measuring import FEWEST, Agreement, Figures

ONE_VALUE = "Everybody said the same of every paragraph, so agreement by chance cannot be told apart."
NOBODY = "Nobody gave it, so there is nothing to agree or differ about."
NOT_BOTH = "There is no paragraph where two of you did."
NO_PAIR = "No two of you went through the same paragraph, so there is nothing to compare."


def why_none(figures: Figures, no_pair: str = NO_PAIR) -> str:
    """Why there is no figure, in a sentence; empty when there is one to tell. `no_pair` is for nothing compared."""
    if not figures.compared:
        return no_pair
    if figures.compared < FEWEST:
        few = "Only one paragraph" if figures.compared == 1 else f"Only {figures.compared} paragraphs"
        return f"{few} could be compared. That is too few for a figure; it takes {FEWEST}."
    if not figures.marked:
        return NOBODY
    return "" if figures.alpha is not None else ONE_VALUE


def share(value: float | None) -> str:
    """A share as "61 in 100"; a dash when there is none."""
    return "–" if value is None else f"{round(value * 100)} in 100"


def number(value: float | None) -> str:
    """A figure with two places; a dash when there is none."""
    return "–" if value is None else f"{value:.2f}".replace("-", "\N{MINUS SIGN}")


def between(pair: tuple[float | None, float | None] | None) -> str:
    """An interval as "0.61 to 0.85", within what the figure can be; empty when there is none."""
    if pair is None or pair[0] is None or pair[1] is None:
        return ""
    return f"{number(max(pair[0], -1))} to {number(min(pair[1], 1))}"


def in_words(told: Agreement) -> list[str]:
    """A round in a few sentences: how much was compared, how often the same, and what chance would have given."""
    if not told.compared:
        return [NO_PAIR]
    were = "was" if told.compared == 1 else "were"
    lines = [
        f"{told.compared} of {told.stretches} paragraphs {were} gone through by two of you or more; "
        f"only {'this counts' if told.compared == 1 else 'these count'}."
    ]
    figures = told.codes
    if why := why_none(figures):
        return [*lines, why]
    lines.append(
        f"In {figures.marked} of them somebody gave one of these codes. There, any two of you gave exactly "
        f"the same codes {share(figures.shared)} times."
    )
    inside = between(figures.alpha_between)
    lines.append(
        f"Agreement beyond chance (Krippendorff’s alpha) is {number(figures.alpha)}"
        + (f", and with 95 per cent confidence between {inside.replace(' to ', ' and ')}" if inside else "")
        + ". 1 would be full agreement; 0 is what guessing would give."
    )
    return lines
