"""How the analysis is read. The report builds on `tree`."""

from casement.rooms.analysis.queries.across import by_episode, passages_in
from casement.rooms.analysis.queries.choices import citable, voices
from casement.rooms.analysis.queries.episodes import among, episode, episodes, titles
from casement.rooms.analysis.queries.episodes import outlines as episode_outlines
from casement.rooms.analysis.queries.findings import finding, findings
from casement.rooms.analysis.queries.findings import outlines as finding_outlines
from casement.rooms.analysis.queries.history import facts, one_statement, statement
from casement.rooms.analysis.queries.items import items
from casement.rooms.analysis.queries.language import (
    TextPlace,
    answered,
    answers,
    language_rules,
    notes_on,
    our_texts,
)
from casement.rooms.analysis.queries.outlines import (
    NOTHING,
    Written,
    uses_of,
    uses_to_gather,
    written,
)
from casement.rooms.analysis.queries.patterns import factor_use, factor_uses, pattern, pattern_titles, patterns
from casement.rooms.analysis.queries.patterns import outlines as pattern_outlines
from casement.rooms.analysis.queries.perspectives import (
    around,
    narrative,
    narrator,
    one_period,
    speaker,
    told_in,
    voice_key,
    with_people,
)
from casement.rooms.analysis.queries.places import home_of, statement_of, title_of
from casement.rooms.analysis.queries.silences import Silent, periods_without_perspectives, silences, spoken
from casement.rooms.analysis.queries.sorting import sorts
from casement.rooms.analysis.queries.suggesting import material
from casement.rooms.analysis.queries.tray import passages_in_tray, uses_in_tray
from casement.rooms.analysis.queries.unused import agencies_behind, entries_unused, unexplained
from casement.rooms.analysis.queries.whole import tree
from casement.rooms.analysis.queries.workspace import gathered_passages, pattern_links

__all__ = [
    "NOTHING",
    "Silent",
    "TextPlace",
    "Written",
    "agencies_behind",
    "among",
    "answered",
    "answers",
    "around",
    "by_episode",
    "citable",
    "entries_unused",
    "episode",
    "episode_outlines",
    "episodes",
    "factor_use",
    "factor_uses",
    "facts",
    "finding",
    "finding_outlines",
    "findings",
    "gathered_passages",
    "home_of",
    "items",
    "language_rules",
    "material",
    "narrative",
    "narrator",
    "not_gathered",
    "notes_on",
    "one_period",
    "one_statement",
    "our_texts",
    "passages_in",
    "passages_in_tray",
    "pattern",
    "pattern_links",
    "pattern_outlines",
    "pattern_titles",
    "patterns",
    "periods_without_perspectives",
    "silences",
    "sorts",
    "speaker",
    "spoken",
    "statement",
    "statement_of",
    "title_of",
    "titles",
    "told_in",
    "tree",
    "unexplained",
    "uses_in_tray",
    "uses_of",
    "uses_to_gather",
    "voice_key",
    "voices",
    "with_people",
    "written",
]
