"""Tells what only a follow-on report tells: what went well, drafts, what to ask the group, and what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casement.rooms.analysis.rules.perspectives import RemarkKind
from casement.rooms.analysis.vocabulary import LAYERS, PART_WORDS, Influence, Part
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.episodes import episode_name
from casement.rooms.reports.rules.telling.findings import figure
from casement.rooms.reports.rules.telling.perspectives import remark_told
from casement.rooms.reports.rules.telling.statements import statement_blocks, statement_line
from casement.rooms.reports.rules.tree import Block, Heading, Item, Line, Listing, Paragraph, Run
from casement.rooms.reports.vocabulary import COMMENT_NAMES, DISPOSITION_NAMES, GROUP_MEMBER, NAMES

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import FindingView
    from casement.rooms.reports.rules.material import CommentLine

GONE = frozenset({"merged", "dropped", "additional_learning"})
ASKED = (
    "Do you recognise this from your own work?",
    "How usual is it? Is it so most weeks, or was it so this once?",
    "Where else does it happen, and where does it not?",
    "Who does it better, and what makes that possible?",
)


def went_well(telling: Telling) -> list[Block]:
    """What helped in each episode, then each factor that supported good practice there."""
    told: list[Block] = []
    for one in telling.material.chosen:
        lead = episode_name(telling, one.number)
        told += statement_blocks(telling, one.parts.get(Part.ENABLERS, ()), lead=lead)
        for use in one.factor_uses:
            if use.influence == Influence.HELPED:
                how: Line = ()
                for said in use.how:
                    how += (Run(" "), *statement_line(telling, said))
                told.append(Paragraph((Run(f"{use.label}."), *how), lead=f"{lead} was helped by"))
    return told


def differing(telling: Telling) -> list[Block]:
    """Where accounts differ in each period, and in each episode what does not fit with what we say."""
    told: list[Block] = []
    for period in telling.material.tree.periods:
        for one in period.remarks:
            if one.kind in (RemarkKind.SAW_DIFFERENTLY, RemarkKind.DID_NOT_KNOW):
                block = remark_told(period, one)
                told += [block] if block is not None else []
    for episode in telling.material.chosen:
        lead = f"{episode_name(telling, episode.number)}, what does not fit"
        told += statement_blocks(telling, episode.parts.get(Part.COUNTER, ()), lead=lead)
    return told


def drafts(telling: Telling) -> tuple[FindingView, ...]:
    """The findings the team works on or has put into the report."""
    return tuple(one for one in telling.material.tree.findings if one.state not in GONE)


def draft_findings(telling: Telling, level: int) -> list[Block]:
    """Each finding with the layers that are written, and no question for the board."""
    told: list[Block] = []
    for at, one in enumerate(drafts(telling), 1):
        told.append(Heading(level, f"Draft finding {at}: {one.title}", telling.anchor(f"draft-{one.number}")))
        for part in LAYERS:
            said = one.layers.get(part, ())
            if said:
                told.append(Heading(level + 1, PART_WORDS[part].name, telling.anchor(f"d{one.number}-{part}")))
                told += statement_blocks(telling, said)
        if not any(one.layers.values()):
            told.append(Paragraph((Run("Nothing but its title is written yet."),)))
    return told


def recognition(telling: Telling) -> list[Block]:
    """For each draft finding what only the people who do the work can say."""
    told: list[Block] = []
    for at, one in enumerate(drafts(telling), 1):
        told.append(Paragraph((Run(one.title),), lead=f"Draft finding {at}", keep=True))
        told.append(Listing(tuple(Item((Run(words),)) for words in ASKED)))
    return told


def prevalence_gaps(telling: Telling) -> list[Block]:
    """What is not known of how usual each draft finding is; those with figures are passed over."""
    told: list[Block] = []
    for at, one in enumerate(drafts(telling), 1):
        unknown = [figure(telling, each) for each in one.prevalences if each.not_known]
        if not one.prevalences:
            unknown = ["No figure has been found yet."]
        if unknown:
            told.append(Paragraph((Run(" ".join(unknown)),), lead=f"Draft finding {at}"))
    return told


def open_questions(telling: Telling) -> list[Block]:
    """Queries to a role that nobody has answered."""
    asked = [
        Item((Run(f"{one.name}: ", strong=True), Run(one.text)))
        for period in telling.material.tree.periods
        for one in period.remarks
        if one.kind == RemarkKind.QUERY and not one.answer
    ]
    return [Listing(tuple(asked))] if asked else []


def comments(telling: Telling) -> list[Block]:
    """Comment by comment, those that were told to the group; of the others only how many there are."""
    told: list[Block] = []
    for one in telling.material.comments:
        if one.told:
            told += comment_told(one)
    alone = sum(not one.told for one in telling.material.comments)
    if alone:
        words = "1 other comment was" if alone == 1 else f"{alone} other comments were"
        told.append(Paragraph((Run(f"{words} answered to the writer alone, or waits for an answer."),)))
    return told


def comment_told(one: CommentLine) -> list[Block]:
    """One comment and what was done with it."""
    at = f"paragraph {one.paragraph}" if one.paragraph else "the whole"
    by = one.by or GROUP_MEMBER
    lead = (
        f"{by} on {at} of {NAMES[one.report][0].lower()}{NAMES[one.report][1:]} ({COMMENT_NAMES[one.kind].lower()})"
    )
    did = DISPOSITION_NAMES.get(one.disposition, "Not answered yet")
    said = f"{did}. {one.answer}".strip()
    if one.stands:
        said += " We still see this differently, and say so."
    return [Paragraph((Run(one.text),), lead=lead, keep=True), Paragraph((Run(said),), lead="What we did")]


def standing_disagreement(telling: Telling) -> list[Block]:
    """What the group and the team still see differently; only what was told to the group."""
    return [block for one in telling.material.comments if one.told and one.stands for block in comment_told(one)]
