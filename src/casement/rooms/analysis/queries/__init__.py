"""How the analysis is read. The report builds on `tree`."""

from casement.rooms.analysis.queries.episodes import episode, episodes, titles
from casement.rooms.analysis.queries.findings import finding, findings
from casement.rooms.analysis.queries.items import items
from casement.rooms.analysis.queries.patterns import factor_use, factor_uses, pattern, patterns
from casement.rooms.analysis.queries.whole import tree

__all__ = [
    "episode",
    "episodes",
    "factor_use",
    "factor_uses",
    "finding",
    "findings",
    "items",
    "pattern",
    "patterns",
    "titles",
    "tree",
]
