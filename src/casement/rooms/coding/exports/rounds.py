"""The figures of a round, and what was agreed, as CSV. Coders are letters, never names."""

from collections.abc import Iterable

from casement.foundation.comma_separated import as_csv
from casement.rooms.coding.queries.comparing import Disagreement, RoundFigures, Voice
from casement.rooms.coding.rules.agreement import NOT_BOTH, Figures, why_none
from casement.rooms.coding.vocabulary import CHOICE_NAMES, INFLUENCE_NAMES

FIGURES = (
    "What", "Paragraphs compared", "Paragraphs where somebody gave it", "Said the same, of all", "Of those marked",
    "Alpha by paragraph", "Alpha from", "Alpha to", "Kappa", "Kappa of", "Kappa from", "Kappa to",
    "Alpha by letter", "By letter from", "By letter to", "Why there is no figure",
)  # fmt: skip
CONSENSUS = ("Source", "Paragraph", "Words", "What each coder gave", "Agreed", "In words", "Why", "By", "When")


def agreement_csv(told: RoundFigures) -> bytes:
    """One row for each code and for all together; figures in full, empty where there is none."""
    figures = told.figures
    of = "Cohen" if figures.coders == 2 else "Fleiss"
    named = [(told.codes[code], each) for code, each in figures.by_code]
    rest = (
        ("Any of these codes", figures.at_all),
        ("Which codes", figures.codes),
        ("Which codes, where two or more marked", figures.codes_where_marked),
        ("Influence, where two or more gave the factor", figures.influence),
    )
    told_of = [row(name, each, of) for name, each in named]
    return as_csv(FIGURES, told_of + [row(name, each, of, no_pair=NOT_BOTH) for name, each in rest])


def row(name: str, told: Figures, of: str, **no_pair: str) -> list[str | float]:
    """One row of figures."""
    why = why_none(told, **no_pair)
    shown = not why
    low, high = (told.alpha_between or (None, None)) if shown else (None, None)
    kappa = told.kappa if shown else None
    first, last = (told.by_letter_between or (None, None)) if shown else (None, None)
    return [
        name, str(told.compared), str(told.marked), full(told.same), full(told.shared),
        full(told.alpha if shown else None), full(low), full(high),
        full(kappa.value if kappa else None), of if kappa else "", full(kappa.low if kappa else None),
        full(kappa.high if kappa else None), full(told.by_letter if shown else None), full(first), full(last), why,
    ]  # fmt: skip


def full(value: float | None) -> str | float:
    """A figure to twelve places, or nothing."""
    return "" if value is None else round(value, 12)


def consensus_csv(told: Iterable[Disagreement]) -> bytes:
    """Every disagreement in the order of the texts, with the newest record of each, if there is one."""
    rows = []
    for one in told:
        last = one.settled[0] if one.settled else None
        rows.append(
            [
                str(one.source), str(one.paragraph), one.words, "\n".join(said(voice) for voice in one.voices),
                agreed(last.choice, last.kept) if last else "Not settled", last.wording if last else "",
                last.reason if last else "", last.by if last else "", last.at.date().isoformat() if last else "",
            ]
        )  # fmt: skip
    return as_csv(CONSENSUS, rows)


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
