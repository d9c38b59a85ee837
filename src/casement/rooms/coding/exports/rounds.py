"""The figures of a round, and what was agreed, as rows for a file. Coders are letters, never names."""

from collections.abc import Iterable, Iterator

from casement.rooms.coding.queries.comparing import Disagreement, RoundFigures, Voice
from casement.rooms.coding.rules.agreement import NOT_BOTH, Figures, in_a_line, in_words, methods, why_none
from casement.rooms.coding.vocabulary import CHOICE_NAMES, INFLUENCE_NAMES

Cell = str | int | float
UNIT = "Paragraph"
FIGURES = (
    "What", "Unit", "Paragraphs compared", "Paragraphs where somebody gave it", "Said the same, of all",
    "Of those marked",
    "Alpha by paragraph", "Alpha from", "Alpha to", "Kappa", "Kappa of", "Kappa from", "Kappa to",
    "Alpha by letter", "By letter from", "By letter to", "Why there is no figure",
    "In words",
)  # fmt: skip
CONSENSUS = ("Source", "Paragraph", "Words", "What each coder gave", "Agreed", "In words", "Why", "By", "When")


def agreement_rows(told: RoundFigures) -> Iterator[list[Cell]]:
    """One row for each code and for all together, figures in full; then the round in words, and the methods.

    A figure that does not exist is empty, and the row says why.
    """
    figures = told.figures
    of = "Cohen" if figures.coders == 2 else "Fleiss"
    for code, each in figures.by_code:
        yield row(told.codes[code], each, of)
    rest = (
        ("Any of these codes", figures.at_all),
        ("Which codes", figures.codes),
        ("Which codes, where two or more marked", figures.codes_where_marked),
        ("Influence, where two or more gave the factor", figures.influence),
    )
    for name, each in rest:
        yield row(name, each, of, no_pair=NOT_BOTH)
    empty: list[Cell] = [""] * (len(FIGURES) - 2)
    for line in in_words(figures):
        yield ["The round in words", *empty, line]
    for name, words in (("Closed", told.closed_at.date().isoformat()), *methods(figures)):
        yield [name, *empty, words]


def row(name: str, told: Figures, of: str, **no_pair: str) -> list[Cell]:
    """One row of figures."""
    why = why_none(told, **no_pair)
    shown = not why
    low, high = (told.alpha_between or (None, None)) if shown else (None, None)
    kappa = told.kappa if shown else None
    first, last = (told.by_letter_between or (None, None)) if shown else (None, None)
    return [
        name, UNIT, told.compared, told.marked, full(told.same), full(told.shared),
        full(told.alpha if shown else None), full(low), full(high),
        full(kappa.value if kappa else None), of if kappa else "", full(kappa.low if kappa else None),
        full(kappa.high if kappa else None), full(told.by_letter if shown else None), full(first), full(last),
        why, in_a_line(told, **no_pair),
    ]  # fmt: skip


def full(value: float | None) -> Cell:
    """A figure to twelve places, or nothing."""
    return "" if value is None else round(value, 12)


def consensus_rows(told: Iterable[Disagreement]) -> Iterator[list[Cell]]:
    """Every disagreement in the order of the texts, with the newest record of each, if there is one."""
    for one in told:
        last = one.settled[0] if one.settled else None
        yield [
            one.source, one.paragraph, one.words, "\n".join(said(voice) for voice in one.voices),
            agreed(last.choice, last.kept) if last else "Not settled", last.wording if last else "",
            last.reason if last else "", last.by if last else "", last.at.date().isoformat() if last else "",
        ]  # fmt: skip


def said(voice: Voice) -> str:
    """What one coder gave, as a line."""
    if voice.marks is None:
        return f"{voice.name}: did not go through it"
    if not voice.marks:
        return f"{voice.name}: nothing"
    ways = [f"{code} ({INFLUENCE_NAMES[way]})" if way else code for code, way, _ in voice.marks]
    return f"{voice.name}: {'; '.join(ways)}"


def agreed(choice: str, kept: str) -> str:
    """What was agreed, in words."""
    return f"Keep what {kept} said" if kept else CHOICE_NAMES[choice]
