"""Tells the episodes: each in full, as a table, their accounts, their factors, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    INFLUENCE_IN_FULL,
    PART_WORDS,
    TENDENCY_NAMES,
    Part,
)
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.statements import statement_blocks, statement_line
from casement.rooms.reports.rules.tree import Block, Heading, Line, NoteItem, Paragraph, Run, Table
from casement.rooms.reports.vocabulary import INFERENCE

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import EpisodeView, FactorUseView

IN_FULL = (Part.WHY_KEY, Part.LOCAL_RATIONALITY, Part.APPRAISAL, Part.ENABLERS, Part.COUNTER, Part.GAPS)


def position(telling: Telling, number: int) -> int:
    """Where an episode comes in the report, from one; 0 when it was not chosen."""
    return next((at for at, one in enumerate(telling.material.chosen, 1) if one.number == number), 0)


def episode_name(telling: Telling, number: int) -> str:
    """How the report calls an episode."""
    return f"Episode {position(telling, number)}"


def episode_in_full(telling: Telling, episode: EpisodeView, level: int) -> list[Block]:
    """An episode with its reasons, its appraisal and what is not known."""
    telling.told.add(("episode", episode.number))
    name = f"{episode_name(telling, episode.number)}: {episode.title}"
    told: list[Block] = [Heading(level, name, telling.anchor(f"episode-{episode.number}"))]
    who = ", ".join(episode.roles or episode.strands)
    if telling.when(episode.when):
        told.append(Paragraph((Run(telling.when(episode.when)),), lead="When", keep=True))
    if who:
        told.append(Paragraph((Run(who),), lead="Who was involved", keep=True))
    for part in IN_FULL:
        said = episode.parts.get(part, ())
        if said:
            told.append(Heading(level + 1, PART_WORDS[part].name, telling.anchor(f"e{episode.number}-{part}")))
            told += statement_blocks(telling, said)
        if part is Part.APPRAISAL:
            told += appraisal_facts(episode)
    return told


def appraisal_facts(episode: EpisodeView) -> list[Block]:
    """Which way practice tended, by which standard, and how sure the team is."""
    told: list[Block] = []
    for lead, words in (
        ("Practice in this episode", TENDENCY_NAMES.get(episode.tendency, "").capitalize()),
        ("Standard used", episode.standard),
        ("Whether it applied then", episode.standard_applied),
        ("How sure the team is", confidence(episode.confidence, episode.confidence_reason)),
    ):
        if words.strip():
            told.append(Paragraph((Run(words.strip()),), lead=lead))
    return told


def confidence(word: str, reason: str) -> str:
    """The team's word for how sure it is, with its reason."""
    name = CONFIDENCE_NAMES.get(word, "")
    return f"{name}. {reason}".strip(" .") + "." if name else reason


def episodes_table(telling: Telling) -> list[Block]:
    """The chosen episodes as a table."""
    rows: list[tuple[Line, ...]] = []
    for at, one in enumerate(telling.material.chosen, 1):
        title = Run(one.title, anchor=f"episode-{one.number}")
        practice = TENDENCY_NAMES.get(one.tendency, "").capitalize()
        cells = (telling.when(one.when), ", ".join(one.strands or one.roles), practice)
        rows.append(((Run(str(at)),), (title,), *((Run(cell or "Not said"),) for cell in cells)))
    if not rows:
        return []
    head = ("Number", "Episode", "When", "Services", "Practice")
    return [Table(telling.caption("Key practice episodes"), head, tuple(rows), (11, 35, 20, 20, 14))]


def accounts(telling: Telling, episode: EpisodeView, level: int) -> list[Block]:
    """What each saw in one episode."""
    said = episode.parts.get(Part.ACCOUNT, ())
    if not said:
        return []
    name = f"{episode_name(telling, episode.number)}: {episode.title}"
    heading = Heading(level, name, telling.anchor(f"accounts-{episode.number}"))
    return [heading, *statement_blocks(telling, said)]


def gaps(telling: Telling) -> list[Block]:
    """What is not known, episode by episode."""
    told: list[Block] = []
    for one in telling.material.chosen:
        told += statement_blocks(telling, one.parts.get(Part.GAPS, ()), lead=episode_name(telling, one.number))
    return told


def not_selected(telling: Telling) -> list[Block]:
    """Episodes that were looked at and not chosen."""
    rows = tuple(
        ((Run(one.title),), (Run(telling.when(one.when) or "Not said"),), (Run(one.decision_reason or "Not said"),))
        for one in telling.material.tree.episodes
        if one.state == "rejected"
    )
    if not rows:
        return []
    caption = telling.caption("Episodes that were looked at and not chosen")
    return [Table(caption, ("Episode", "When", "Why it was not chosen"), rows, (35, 20, 45))]


def factors_table(telling: Telling, episode: EpisodeView) -> list[Block]:
    """The factors of one episode, each with its influence."""
    name = episode_name(telling, episode.number)
    if not episode.factor_uses:
        if not episode.no_factors_reason:
            return []
        return [Paragraph((Run(f"No factors were found. {episode.no_factors_reason}"),), lead=name)]
    uses = sorted(episode.factor_uses, key=lambda use: (use.level or "L9", use.order, use.number))
    rows = tuple(factor_row(telling, use) for use in uses)
    head = ("Factor", "Where it lies", "Influence", "How it bore on practice", "Whose account")
    caption = telling.caption(f"Factors in {name[0].lower()}{name[1:]}")
    return [Table(caption, head, rows, (17, 18, 15, 37, 13))]


def factor_row(telling: Telling, use: FactorUseView) -> tuple[Line, ...]:
    """One factor use as a row. In a published table nobody's personal circumstances carry their label."""
    how: Line = ()
    for one in use.how:
        how += ((Run(" "),) if how else ()) + statement_line(telling, one)
    if not how:
        how = (Run("Not described"),)
    if use.inference and telling.internal and not any(one.inference for one in use.how):
        how += telling.note((NoteItem(INFERENCE),))
    personal = use.item_id.startswith("per.") and not telling.internal
    whose = "A member of staff" if personal else use.account_of or "The team"
    influence = INFLUENCE_IN_FULL.get(use.influence, use.influence)
    return ((Run(use.label),), (Run(use.group or "Other"),), (Run(influence),), how, (Run(whose),))
