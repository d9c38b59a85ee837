"""How the analysis is read. The report builds on `tree`."""

from casement.rooms.analysis.queries.choices import citable, voices
from casement.rooms.analysis.queries.episodes import among, episode, episodes, titles
from casement.rooms.analysis.queries.findings import finding, findings
from casement.rooms.analysis.queries.history import facts, one_statement, statement
from casement.rooms.analysis.queries.items import items
from casement.rooms.analysis.queries.patterns import factor_use, factor_uses, pattern, patterns
from casement.rooms.analysis.queries.places import home_of, statement_of, title_of
from casement.rooms.analysis.queries.whole import tree

__all__ = [
    "among",
    "citable",
    "episode",
    "episodes",
    "factor_use",
    "factor_uses",
    "facts",
    "finding",
    "findings",
    "home_of",
    "items",
    "one_statement",
    "pattern",
    "patterns",
    "statement",
    "statement_of",
    "title_of",
    "titles",
    "tree",
    "voices",
]
