"""What was weighed against each claim, side by side: told in words, and never as a share or a score."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis.queries import against
from casement.rooms.analysis.queries.balance import LEFT
from casement.rooms.analysis.queries.tree import AnalysisTree, EpisodeView, FindingView, PatternView
from casement.rooms.analysis.vocabulary import WEIGHING_NAMES

FOLDERS = {"finding": "findings", "pattern": "patterns", "episode": "episodes"}


@dataclass(frozen=True)
class OtherSide:
    """One claim, what the team made of the passages it weighed, and where to look on."""

    place: str
    title: str
    href: str
    made: str
    searches: int


def other_sides(seat: Seat, tree: AnalysisTree) -> tuple[OtherSide, ...]:
    """Findings, then patterns; of episodes those for which something was weighed. One query."""
    told = against.weighed(seat)
    counts: dict[tuple[str, int], Counter[str]] = {}
    for one in told:
        counts.setdefault((one.owner, one.about), Counter())[one.answer] += 1
    claims: list[tuple[str, FindingView | PatternView | EpisodeView]] = [
        *(("finding", one) for one in tree.findings if one.state not in LEFT),
        *(("pattern", one) for one in tree.patterns),
        *(("episode", one) for one in tree.episodes if ("episode", one.number) in counts),
    ]
    return tuple(
        OtherSide(
            f"{owner.capitalize()} {one.number}",
            one.title,
            f"/reviews/{seat.ref}/{FOLDERS[owner]}/{one.number}/",
            in_words(counts.get((owner, one.number), Counter())),
            len(one.searches),
        )
        for owner, one in claims
    )


def in_words(counts: Counter[str]) -> str:
    """How many passages were answered in which way."""
    told = [f"{name.lower()}: {counts[key]}" for key, name in WEIGHING_NAMES.items() if counts[key]]
    return ("; ".join(told)[:1].upper() + "; ".join(told)[1:]) if told else "Nothing weighed yet"
