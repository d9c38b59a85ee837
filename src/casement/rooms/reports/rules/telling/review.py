"""Tells the review itself: its sources and their balance, its people, the form of the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from casement.rooms.reports.rules.material import RequestLine
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.episodes import episode_name
from casement.rooms.reports.rules.telling.findings import finding_name
from casement.rooms.reports.rules.tree import Block, Item, Line, Listing, Paragraph, Run, Table
from casement.rooms.reports.vocabulary import SOURCE_KINDS, VARIANTS, VariantWords
from casement.rooms.sources.vocabulary.requests import WHY_NAMES, Why

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import EvidenceView, StatementView

INDEPENDENCE = {"internal": "works for one of the agencies", "independent": "independent of the agencies"}
GROUPS = (
    ("Lead reviewers", frozenset({"lead_reviewer"})),
    ("Review team", frozenset({"review_team_member"})),
    ("Case group", frozenset({"case_group_member"})),
    ("Family", frozenset({"family_member"})),
)


def cells(*words: str) -> tuple[Line, ...]:
    """Plain words as the cells of a row."""
    return tuple((Run(word or "Not said"),) for word in words)


def many(number: int, one: str, more: str = "") -> str:
    """A count with its noun: "no records", "1 record", "3 records"."""
    return f"{number or 'no'} {one if number == 1 else more or one + 's'}"


def sources_table(telling: Telling) -> list[Block]:
    """What the review rests on: each source inside the review, counts when it is published."""
    material = telling.material
    if not telling.internal:
        return published_sources(telling)
    rows = tuple(
        cells(
            f"{SOURCE_KINDS.get(one.kind, 'Source')} {one.number}",
            one.title + (" (taken out of the review)" if one.withdrawn else ""),
            one.speaker or one.agency,
            one.when,
        )
        for one in material.sources
    ) + tuple(
        cells(f"Chronology of {agency}", many(count, "entry", "entries"), agency, "")
        for agency, count in material.entries
    )
    if not rows:
        return []
    head = ("Source", "Title", "From", "Date")
    return [Table(telling.caption("What the review rests on"), head, rows, (20, 40, 22, 18))]


def published_sources(telling: Telling) -> list[Block]:
    """Sources by kind and agency or role, without titles or numbers."""
    material = telling.material
    told: dict[tuple[str, str], int] = {}
    for one in (*material.in_use("record"), *material.in_use("conversation"), *material.in_use("family")):
        key = (SOURCE_KINDS[one.kind], one.agency if one.kind == "record" else one.speaker or one.agency)
        told[key] = told.get(key, 0) + 1
    rows = tuple(cells(kind, whose or "Other", many(count, "source")) for (kind, whose), count in told.items())
    rows += tuple(
        cells("Chronology", agency, many(count, "entry", "entries")) for agency, count in material.entries
    )
    if not rows:
        return []
    head = ("Kind", "From", "How many")
    return [Table(telling.caption("What the review rests on"), head, rows, (30, 45, 25))]


def requests_table(telling: Telling) -> list[Block]:
    """What each agency was asked for: how many requests, for how many records came, and what is not there.

    The published table counts what is not there by reason, and repeats no agency's words.
    """
    by_agency: dict[str, list[RequestLine]] = {}
    for one in telling.material.requests:
        by_agency.setdefault(one.agency, []).append(one)
    rows: list[tuple[Line, ...]] = []
    for agency, asked in by_agency.items():
        gaps = [gap for one in asked for gap in one.gaps]
        part = sum(one.came and not one.whole for one in asked)
        full = sum(one.came and one.whole for one in asked)
        never = sum(one.unanswered for one in asked)
        counts = ((full, "in full"), (part, "in part"), (never, "never answered"))
        came = ", ".join(f"{n} {how}" for n, how in counts if n) or "None so far"
        rows.append(cells(agency, many(len(asked), "request"), came, told_gaps(telling, gaps)))
    if not rows:
        return []
    head = ("Agency", "Asked", "Records came", "Not there")
    return [Table(telling.caption("What agencies were asked for"), head, tuple(rows), (28, 16, 20, 36))]


def told_gaps(telling: Telling, gaps: Sequence[tuple[str, str]]) -> str:
    """What is not there and why, or only how often for each reason in what is published."""
    if telling.internal:
        return "; ".join(f"{WHY_NAMES[Why(why)]}: {what.rstrip('.')}" for what, why in gaps) or "Nothing noted"
    counted = Counter(WHY_NAMES[Why(why)] for _, why in gaps)
    return "; ".join(f"{name} ({count})" for name, count in counted.items()) or "Nothing noted"


def balance_table(telling: Telling) -> list[Block]:
    """How much of each episode and finding rests on which kind of source. Information, never a score."""
    rows: list[tuple[Line, ...]] = []
    for episode in telling.material.chosen:
        said = [one for part in episode.parts.values() for one in part]
        said += [one for use in episode.factor_uses for one in use.how]
        name = Run(episode_name(telling, episode.number), anchor=f"episode-{episode.number}")
        rows.append(((name,), *balance(said)))
    for finding in telling.material.reported:
        said = [one for part in finding.layers.values() for one in part]
        name = Run(finding_name(telling, finding), anchor=f"finding-{finding.number}")
        rows.append(((name,), *balance(said)))
    if not rows:
        return []
    head = ("Part of the analysis", "Records", "Conversations", "Family accounts", "Chronology entries", "Agencies")
    return [Table(telling.caption("The balance of sources"), head, tuple(rows), (25, 14, 17, 14, 16, 14))]


def balance(said: Iterable[StatementView]) -> tuple[Line, ...]:
    """Counts of different sources behind some statements, by kind, and of the agencies they come from."""
    live: list[EvidenceView] = [one for statement in said for one in statement.supporting if one.live]
    kinds = [
        len({one.source_number for one in live if one.kind == kind})
        for kind in ("record", "conversation", "family")
    ]
    entries = len({one.entry_number for one in live if one.kind == "entry"})
    agencies = len({one.agency for one in live if one.agency})
    return tuple((Run(str(count) if count else "None"),) for count in (*kinds, entries, agencies))


def people_lists(telling: Telling) -> list[Block]:
    """Who led, who was in the team and the case group, by role label."""
    told: list[Block] = []
    for heading, roles in GROUPS:
        items: list[Item] = []
        for one in telling.material.people:
            if one.role not in roles:
                continue
            told_already = one.agency.casefold().removeprefix("the ") in one.label.casefold()
            facts = [one.agency] if one.agency and not told_already else []
            facts += [INDEPENDENCE[one.independence]] if one.independence in INDEPENDENCE else []
            items.append(Item((Run(", ".join([one.label, *facts])),)))
        if items:
            told += [Paragraph((Run(f"{heading}:", strong=True),), keep=True), Listing(tuple(items))]
    return told


def family_list(telling: Telling) -> list[Block]:
    """The family by the names chosen for them: "Corinne (mother)" is not told again as "Corinne"."""
    labels = [one.label for one in telling.material.register if one.kind == "family"]
    labels += [one.label for one in telling.material.people if one.role == "family_member"]
    fuller = {label.partition(" (")[0] for label in labels if " (" in label}
    items = tuple(Item((Run(label),)) for label in dict.fromkeys(labels) if label not in fuller)
    return [Listing(items)] if items else []


def agencies_list(telling: Telling) -> list[Block]:
    """The agencies."""
    items = tuple(Item((Run(name),)) for name in telling.material.agencies)
    return [Listing(items)] if items else []


def window_questions(telling: Telling) -> list[Block]:
    """The questions the review began with."""
    items = tuple(Item((Run(words),)) for words in telling.material.questions)
    return [Listing(items, ordered=True)] if items else []


def variant_words(telling: Telling) -> VariantWords:
    """The form of the method."""
    return VARIANTS.get(telling.material.variant, VARIANTS["custom"])


def limits(telling: Telling) -> list[Block]:
    """How the form of the method limits what can be said."""
    told = [variant_words(telling).limit]
    if left := telling.material.left_out:
        told.append(f"What the form foresees and this review did without: {'; '.join(left)}.")
    return [Paragraph((Run(words),)) for words in told]
