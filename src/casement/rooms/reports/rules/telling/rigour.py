"""Tells how the team tested its own work: other explanations, answers, second readings, decisions, what was read.

In the internal edition line by line; in the publishable one as far as it concerns what is published, and as counts.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.rules.candidates import SORT_NAMES
from casement.rooms.analysis.rules.readings import READING_REPLY_NAMES
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.episodes import episode_name
from casement.rooms.reports.rules.telling.findings import finding_name
from casement.rooms.reports.rules.telling.review import cells, many
from casement.rooms.reports.rules.tree import Block, Item, Line, Listing, Paragraph, Run, Table
from casement.rooms.reports.vocabulary import SOURCE_KINDS

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import AlternativeView

DECIDED = {
    "taken": "Taken as an episode",
    "set_aside": "Set aside",
    "asked": "Asked about",
    "reopened": "Open again",
}


def place(telling: Telling, owner: str, about: int) -> str:
    """How the report names what something is about; empty for what the published report does not tell of."""
    if owner == "finding":
        known = [one for one in telling.material.tree.findings if one.number == about]
        told = any(one.number == about for one in telling.material.reported)
        if told:
            return finding_name(telling, known[0])
        return f"Finding {about}, not in the report" if telling.internal else ""
    if owner == "episode":
        if any(one.number == about for one in telling.material.chosen):
            return episode_name(telling, about)
        return f"Episode {about}, not chosen" if telling.internal else ""
    if not telling.internal:
        return ""
    return f"Source {about}" if owner == "source" else "The review"


def alternatives_table(telling: Telling) -> list[Block]:
    """What else could explain each finding, and what the team made of it."""
    rows = tuple(
        (
            (Run(finding_name(telling, one), anchor=f"finding-{one.number}"),),
            *cells(other.text, other.would_speak, answer_words(other)),
        )
        for one in telling.material.reported
        for other in one.alternatives
    )
    if not rows:
        return []
    head = ("Finding", "What else could explain it", "What would speak for it", "What the team made of it")
    return [Table(telling.caption("Other explanations of the findings"), head, rows, (13, 29, 25, 33))]


def answer_words(one: AlternativeView) -> str:
    """The team's answer with its reason."""
    reply = REPLY_NAMES.get(one.answer, "Not answered yet")
    return f"{reply}. {one.reason}" if one.reason else reply


def checks_table(telling: Telling) -> list[Block]:
    """What was asked about claims and sources, and what the team answered."""
    rows: list[tuple[Line, ...]] = []
    for one in telling.material.checks:
        about = place(telling, one.owner, one.about)
        if about:
            rows.append(cells(about, one.said, one.reason, *([one.by] if telling.internal else [])))
    if not rows:
        return []
    head = ("About", "What was asked", "What the team answered", *(["By"] if telling.internal else []))
    widths = (16, 30, 38, 16) if telling.internal else (18, 34, 48)
    return [Table(telling.caption("What was asked, and answered"), head, tuple(rows), widths)]


def coverage_blocks(telling: Telling) -> list[Block]:
    """How much of the material was opened, marked and cited; source by source inside the review."""
    material = telling.material
    here = [one for one in material.sources if not one.withdrawn]
    if not here:
        return []
    cited = Counter(one.source_number for one in material.evidence.values() if one.live and one.source_number)
    opened = sum(material.opened.get(one.number, 0) > 0 for one in here)
    marked = sum(material.marked.get(one.number, 0) > 0 for one in here)
    used = sum(one.number in cited for one in here)
    words = (
        f"Of {many(len(here), 'source')}, the team read {opened or 'none'} in Casement and marked passages in "
        f"{marked or 'none'}. The analysis rests on {used or 'none'} of them."
    )
    told: list[Block] = [Paragraph((Run(words),))]
    if telling.internal:
        rows = tuple(
            cells(
                f"{SOURCE_KINDS.get(one.kind, 'Source')} {one.number}",
                one.title,
                *(str(count.get(one.number, 0) or "None") for count in (material.opened, material.marked, cited)),
            )
            for one in here
        )
        head = ("Source", "Title", "Read by", "Marks", "Passages cited")
        told.append(Table(telling.caption("What was read, marked and used"), head, rows, (20, 41, 13, 11, 15)))
    return told


def readings_table(telling: Telling) -> list[Block]:
    """Second readings, and what the team did after each."""
    rows: list[tuple[Line, ...]] = []
    for one in telling.material.readings:
        about = place(telling, "episode" if one.episode else "finding", one.episode or one.finding or 0)
        if not about:
            continue
        before = "Had opened the analysis before" if one.looked else "Had not opened the analysis before"
        reply = READING_REPLY_NAMES.get(one.answer, "Not answered yet")
        did = f"{reply}. {one.reason}" if one.reason else reply
        rows.append(cells(about, *([one.by] if telling.internal else []), before, did))
    if not rows:
        return []
    head = ("Read a second time", *(["By"] if telling.internal else []), "The reader", "What the team did")
    widths = (16, 18, 20, 46) if telling.internal else (20, 26, 54)
    return [Table(telling.caption("Second readings"), head, tuple(rows), widths)]


def candidates_blocks(telling: Telling) -> list[Block]:
    """What was decided about candidates for an episode: the last decision about each."""
    last = {one.mark: one for one in sorted(telling.material.decisions, key=lambda one: one.number)}
    if not last:
        return []
    if not telling.internal:
        counted = Counter((one.sort, one.decision) for one in last.values())
        items = tuple(
            Item((Run(f"{SORT_NAMES[sort]}: {DECIDED[decision].lower()}, {count}."),))
            for (sort, decision), count in sorted(counted.items())
        )
        return [Listing(items)]
    rows = tuple(cells(one.said, DECIDED[one.decision], one.reason, one.by) for one in last.values())
    head = ("What was proposed, and why", "Decision", "Reason", "By")
    return [Table(telling.caption("Candidates for an episode, and what was decided"), head, rows, (38, 15, 31, 16))]
