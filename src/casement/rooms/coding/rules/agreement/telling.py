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


def in_a_line(figures: Figures, no_pair: str = NO_PAIR) -> str:
    """One code, or all together, in a sentence or two; with few words where there is no figure."""
    if why := why_none(figures, no_pair):
        return why
    lines = [
        f"Given in {figures.marked} of {figures.compared} paragraphs compared; there, any two coders said the same "
        f"{share(figures.shared)} times."
    ]
    for name, value, inside in (
        ("Alpha by paragraph", figures.alpha, between(figures.alpha_between)),
        ("Alpha by letter", figures.by_letter, between(figures.by_letter_between)),
    ):
        if value is not None:
            lines.append(
                f"{name} is {number(value)}" + (f" ({inside} with 95 per cent confidence)." if inside else ".")
            )
    return " ".join(lines)


def methods(told: Agreement) -> list[tuple[str, str]]:
    """How the figures of a round were reckoned: what is compared, each measure with its source, the intervals."""
    of = (
        "Cohen’s kappa of two coders (Cohen 1960), with the interval of Fleiss, Cohen and Everitt 1969."
        if told.coders == 2
        else f"Fleiss’s kappa of {told.coders} coders (Fleiss 1971)."
    )
    drawn = (
        f"With 95 per cent confidence. For alpha from {told.draws} samples of the paragraphs, drawn with a fixed "
        "seed (percentile bootstrap, Efron and Tibshirani 1993). Paragraphs of one text resemble each other, so "
        "the true range is somewhat wider."
        if told.draws
        else f"None for alpha: that takes {FEWEST} paragraphs."
    )
    return [
        ("Method: unit", "A paragraph that two coders or more went through. Not gone through is not a no."),
        ("Method: alpha by paragraph", "Krippendorff’s alpha (Krippendorff 2011): nominal for a code given or not "
         "and for influence, Jaccard’s distance for which codes."),
        ("Method: kappa", of),
        ("Method: alpha by letter", "Krippendorff’s u-alpha for marks on stretches of text (Krippendorff, Mathet, "
         "Bouvry and Widlöcher 2016)."),
        ("Method: intervals", drawn),
        ("Method: same, of those marked", "Without paragraphs that both left unmarked."),
        ("What the figures are about", "The codes and how they are understood, never the people who marked."),
    ]  # fmt: skip


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
