"""Tells the findings: each in its layers, the list, the questions for the board, patterns and searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.vocabulary import (
    DIRECTION_NAMES,
    FIGURE_SOURCE_NAMES,
    LAYERS,
    LEVEL_NAMES,
    PART_WORDS,
    PATTERN_PARTS,
    PATTERN_TESTS,
    RESPONSE_KIND_NAMES,
    Part,
)
from casement.rooms.reports.rules.material import IN_REPORT
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.episodes import confidence
from casement.rooms.reports.rules.telling.statements import short, statement_blocks
from casement.rooms.reports.rules.tree import Block, Heading, Item, Line, Listing, Paragraph, Run, Table
from casement.rooms.reports.vocabulary import SMALLEST_COUNT, Trouble

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import (
        AlternativeView,
        FindingView,
        PatternView,
        PrevalenceView,
        SearchView,
    )


def finding_name(telling: Telling, finding: FindingView) -> str:
    """How the report calls a finding: by its place in the report."""
    for at, one in enumerate(telling.material.reported, 1):
        if one.number == finding.number:
            return f"Finding {at}"
    return "A finding that is not in the report"


def finding_in_full(telling: Telling, finding: FindingView, level: int) -> list[Block]:
    """A finding in its layers, with how usual it is, what was looked for against it, and its questions."""
    telling.told.add(("finding", finding.number))
    if finding.state not in IN_REPORT:
        telling.problem(Trouble.NOT_PLACED, f"{short(finding.title)} It is not among the findings of the report.")
    name = f"{finding_name(telling, finding)}: {finding.title}"
    told: list[Block] = [Heading(level, name, telling.anchor(f"finding-{finding.number}"))]
    told += finding_facts(finding)
    for part in LAYERS:
        said = finding.layers.get(part, ())
        figures = finding.prevalences if part is Part.PREVALENCE else ()
        if not said and not figures:
            continue
        told.append(Heading(level + 1, PART_WORDS[part].name, telling.anchor(f"f{finding.number}-{part}")))
        told += statement_blocks(telling, said)
        if figures:
            told.append(Listing(tuple(Item((Run(figure(telling, one)),)) for one in figures)))
    if finding.searches:
        anchor = telling.anchor(f"f{finding.number}-against")
        told.append(Heading(level + 1, "What would have proved us wrong", anchor))
        told.append(Listing(tuple(Item((Run(search_words(one)),)) for one in finding.searches)))
    if finding.alternatives:
        anchor = telling.anchor(f"f{finding.number}-alternatives")
        told.append(Heading(level + 1, "What else could explain it", anchor))
        told.append(Listing(tuple(Item((Run(alternative_words(one)),)) for one in finding.alternatives)))
    if finding.questions:
        anchor = telling.anchor(f"f{finding.number}-questions")
        told.append(Heading(level + 1, "Questions and considerations for the board", anchor))
        items = tuple(
            Item((Run(one.text), Run(f" ({kind_and_level(one.response_kind, one.level)})", stressed=True)))
            for one in finding.questions
        )
        told.append(Listing(items, ordered=True))
    return told


def finding_facts(finding: FindingView) -> list[Block]:
    """The kind of pattern, which way it works, and how sure the team is."""
    told: list[Block] = []
    kinds = [item.words for item in (finding.primary, *finding.secondary) if item is not None]
    for lead, words in (
        ("Kind of pattern", "; ".join(kinds)),
        ("What it is about", DIRECTION_NAMES.get(finding.direction, "")),
        ("How sure the team is", confidence(finding.confidence, finding.confidence_reason)),
    ):
        if words:
            told.append(Paragraph((Run(words),), lead=lead))
    return told


def kind_and_level(kind: str, level: str) -> str:
    """A question's kind of answer and whom it is for, in words."""
    words = [RESPONSE_KIND_NAMES.get(kind, ""), LEVEL_NAMES.get(level, "")]
    return "; ".join(word[0].lower() + word[1:] for word in words if word)


def figure(telling: Telling, one: PrevalenceView) -> str:
    """How usual something is, as a sentence; small counts are not printed in a published edition."""
    if one.not_known:
        needed = (
            f" To know, we would need {one.would_need[0].lower()}{one.would_need[1:]}" if one.would_need else ""
        )
        return f"Not known.{needed}"
    counts = [str(count) for count in (one.numerator, one.denominator) if count is not None]
    small = any(count is not None and count < SMALLEST_COUNT for count in (one.numerator, one.denominator))
    if small and telling.published:
        told = f"A small number of {one.unit}" if one.unit else "A small number"
    else:
        told = " ".join(part for part in (" of ".join(counts), one.unit) if part)
    told += "".join(f", {part}" for part in (one.population, one.geography, one.period) if part) + "."
    source = ": ".join(part for part in (FIGURE_SOURCE_NAMES.get(one.source_kind, ""), one.reference) if part)
    for lead, words in (("Source", source), ("How it was found", one.obtained), ("Limits", one.limits)):
        if words:
            told += f" {lead}: {words.rstrip('.')}."
    return told


def search_words(one: SearchView) -> str:
    """One search for evidence against, as sentences."""
    told = (("We looked for", one.looked_for), ("Where", one.looked_where), ("What we found", one.found))
    return " ".join(f"{lead}: {words.rstrip('.')}." for lead, words in told if words)


def alternative_words(one: AlternativeView) -> str:
    """Another explanation with the answer to it, as sentences."""
    told = [f"{one.text.rstrip('.')}."]
    if one.would_speak:
        told.append(f"What would speak for it: {one.would_speak.rstrip('.')}.")
    reply = REPLY_NAMES.get(one.answer, "Not answered yet")
    told.append(f"{reply}: {one.reason.rstrip('.')}." if one.reason else f"{reply}.")
    return " ".join(told)


def findings_list(telling: Telling, findings: tuple[FindingView, ...]) -> list[Block]:
    """The titles of findings, numbered as the report numbers them."""
    if not findings:
        return []
    return [Listing(tuple(Item((Run(one.title, anchor=f"finding-{one.number}"),)) for one in findings), True)]


def additional_learning(telling: Telling) -> list[Block]:
    """What was learnt that is not a pattern beyond the case."""
    told: list[Block] = []
    for one in telling.material.tree.findings:
        if one.state != "additional_learning":
            continue
        told.append(Paragraph((Run(one.title, strong=True),), keep=True))
        for part in (Part.SUMMARY, Part.IN_CASE):
            told += statement_blocks(telling, one.layers.get(part, ()))
    return told


def questions_table(telling: Telling) -> list[Block]:
    """Every question for the board, by finding."""
    rows: list[tuple[Line, ...]] = []
    for one in telling.material.reported:
        for question in one.questions:
            kind, level = RESPONSE_KIND_NAMES.get(question.response_kind, ""), LEVEL_NAMES.get(question.level, "")
            name = Run(finding_name(telling, one), anchor=f"finding-{one.number}")
            rows.append(((name,), (Run(question.text),), (Run(kind or "Not said"),), (Run(level or "Not said"),)))
    if not rows:
        return []
    caption = telling.caption("Questions for the board")
    return [Table(caption, ("Finding", "Question", "Kind of answer", "For"), tuple(rows), (14, 52, 18, 16))]


def patterns(telling: Telling) -> list[Block]:
    """The patterns that were put forward, each with its tests."""
    told: list[Block] = []
    for one in telling.material.tree.patterns:
        if one.priority == "take_forward" or any(f.pattern == one.number for f in telling.material.reported):
            told += pattern_in_full(telling, one)
    return told


def pattern_in_full(telling: Telling, pattern: PatternView) -> list[Block]:
    """A pattern and what makes it more than this case."""
    told: list[Block] = [Paragraph((Run(pattern.title, strong=True),), keep=True)]
    for part in PATTERN_PARTS:
        lead = PART_WORDS[part].name if part in PATTERN_TESTS else ""
        told += statement_blocks(telling, pattern.parts.get(part, ()), lead=lead)
    return told


def searches_table(telling: Telling) -> list[Block]:
    """Where the team looked for evidence against its findings."""
    rows = tuple(
        (
            (Run(finding_name(telling, one), anchor=f"finding-{one.number}"),),
            (Run(search.looked_for or "Not said"),),
            (Run(search.looked_where or "Not said"),),
            (Run(search.found or "Not said"),),
        )
        for one in telling.material.reported
        for search in one.searches
    )
    if not rows:
        return []
    head = ("Finding", "What we looked for", "Where", "What we found")
    return [Table(telling.caption("Looking for evidence against the findings"), head, rows, (14, 30, 23, 33))]
