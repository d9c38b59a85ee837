"""What each live reference prints, on a line to itself and within a sentence."""

from __future__ import annotations

from collections.abc import Callable

from casement.rooms.reports.rules.references import KINDS, Reference, fault_of
from casement.rooms.reports.rules.telling import episodes, findings, follow_on, perspectives, review, rigour
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.statements import published_words, statement_line, trace
from casement.rooms.reports.rules.tree import Block, Line, Notice, Paragraph, Quotation, Run
from casement.rooms.reports.vocabulary import NOTHING, USE_WORDS, Trouble

Blocks = list[Block]

WHOLE: dict[str, Callable[[Telling], Blocks]] = {
    "episodes": episodes.episodes_table,
    "gaps": episodes.gaps,
    "not selected": episodes.not_selected,
    "patterns": findings.patterns,
    "questions": findings.questions_table,
    "additional learning": findings.additional_learning,
    "searches": findings.searches_table,
    "sources": review.sources_table,
    "requests": review.requests_table,
    "balance": review.balance_table,
    "alternatives": rigour.alternatives_table,
    "checks": rigour.checks_table,
    "coverage": rigour.coverage_blocks,
    "second readings": rigour.readings_table,
    "candidates": rigour.candidates_blocks,
    "people": review.people_lists,
    "family": review.family_list,
    "agencies": review.agencies_list,
    "window questions": review.window_questions,
    "limits": review.limits,
    "went well": follow_on.went_well,
    "differing accounts": follow_on.differing,
    "recognition": follow_on.recognition,
    "prevalence gaps": follow_on.prevalence_gaps,
    "open questions": follow_on.open_questions,
    "comments": follow_on.comments,
    "standing disagreement": follow_on.standing_disagreement,
}


def block_of(telling: Telling, reference: Reference, level: int) -> Blocks:
    """What a reference on a line to itself prints. What leads nowhere is said in words, never left out.

    Empty when there is nothing of that kind in the review; `nothing` says so in words.
    """
    if fault := fault_of(reference):
        return dead(telling, fault)
    if not KINDS[reference.name].alone:
        return [Paragraph(line_of(telling, reference))]
    told = numbered(telling, reference, level) if reference.number is not None else whole(telling, reference, level)
    return dead(telling, nowhere(reference)) if told is None else told


def nothing(telling: Telling, reference: Reference) -> Block:
    """What stands where a reference prints nothing: our remark inside the review, a plain sentence outside."""
    words = NOTHING[reference.name]
    return Notice(words) if telling.internal else Paragraph((Run(words),))


def whole(telling: Telling, reference: Reference, level: int) -> Blocks:
    """What a reference without a number prints."""
    material = telling.material
    match reference.name:
        case "episodes in full":
            return [b for one in material.chosen for b in episodes.episode_in_full(telling, one, level)]
        case "narrative":
            seen = perspectives.perspectives(telling, level)
            return seen + [b for one in material.chosen for b in episodes.accounts(telling, one, level)]
        case "perspectives":
            return perspectives.perspectives(telling, level)
        case "factors":
            return [b for one in material.chosen for b in episodes.factors_table(telling, one)]
        case "findings":
            return findings.findings_list(telling, material.reported)
        case "draft findings":
            return follow_on.draft_findings(telling, level)
        case "findings in full":
            return [b for one in material.reported for b in findings.finding_in_full(telling, one, level)]
    return WHOLE[reference.name](telling)


def numbered(telling: Telling, reference: Reference, level: int) -> Blocks | None:
    """What a reference with a number prints; None when there is no such thing."""
    tree, number = telling.material.tree, reference.number or 0
    match reference.name:
        case "statement":
            said = tree.statements.get(number)
            return [Paragraph(statement_line(telling, said), lead=said.about)] if said else None
        case "quote":
            return quotation(telling, reference)
        case "finding":
            finding = next((one for one in tree.findings if one.number == number), None)
            return findings.finding_in_full(telling, finding, level) if finding else None
        case "pattern":
            pattern = next((one for one in tree.patterns if one.number == number), None)
            return findings.pattern_in_full(telling, pattern) if pattern else None
        case "perspective":
            period = next((one for one in tree.periods if one.number == number), None)
            return perspectives.period_told(telling, period, level) if period else None
    episode = next((one for one in telling.material.chosen if one.number == number), None)
    if episode is None:
        return None
    match reference.name:
        case "episode":
            return episodes.episode_in_full(telling, episode, level)
        case "accounts":
            return episodes.accounts(telling, episode, level)
    return episodes.factors_table(telling, episode)


def quotation(telling: Telling, reference: Reference) -> Blocks | None:
    """The words of one piece of evidence, where its use and this edition allow them to be quoted."""
    one = telling.material.evidence.get(reference.number or 0)
    if one is None or not one.live:
        return None
    if one.use == "background_only" or (one.use == "paraphrase_only" and not telling.internal):
        words = f"The passage of {reference.raw} {USE_WORDS[one.use]}, so its words are not printed."
        telling.problem(Trouble.NOT_QUOTED, words)
        return [Notice(words)]
    if not one.open or not one.quote:
        return [Notice(f"You may not open the source of {reference.raw}, so its words are not printed here.")]
    notes = telling.note(trace(telling, (one,)))
    return [Quotation((Run(one.quote.strip()), *notes), published_words(one).removeprefix("Against: "))]


def line_of(telling: Telling, reference: Reference) -> Line:
    """What a reference within a sentence prints."""
    fault = fault_of(reference)
    if not fault and not KINDS[reference.name].within:
        fault = f"{reference.raw} needs a line to itself."
    told = None if fault else within(telling, reference)
    if told is None:
        words = fault or nowhere(reference)
        telling.problem(Trouble.DEAD, words)
        return (Run(f"[{words}]", flag=True),)
    return told


def within(telling: Telling, reference: Reference) -> Line | None:
    """The words of a reference within a sentence; None when there is no such thing."""
    material, number = telling.material, reference.number or 0
    match reference.name:
        case "statement":
            said = material.tree.statements.get(number)
            return statement_line(telling, said) if said else None
        case "cite":
            one = material.evidence.get(number)
            if one is None or (not one.live and not telling.internal):
                return None
            if not one.live:
                telling.problem(Trouble.LOST, f"A sentence cites evidence {number}, which no longer stands.")
                return (*telling.note(trace(telling, (one,))), Run(" [no longer supported]", flag=True))
            return telling.note(trace(telling, (one,)))
        case "episode":
            if not episodes.position(telling, number):
                return None
            return (Run(episodes.episode_name(telling, number), anchor=f"episode-{number}"),)
        case "finding":
            finding = next((one for one in material.reported if one.number == number), None)
            return (Run(findings.finding_name(telling, finding), anchor=f"finding-{number}"),) if finding else None
        case "pattern":
            pattern = next((one for one in material.tree.patterns if one.number == number), None)
            return (Run(pattern.title),) if pattern else None
    return (Run(fact(telling, reference.name)),)


def fact(telling: Telling, name: str) -> str:
    """A fact of the review as words for a sentence."""
    material = telling.material
    in_use = sum(not one.withdrawn for one in material.sources)
    questions = sum(len(one.questions) for one in material.reported)
    board = material.board if telling.internal else ""
    agencies = material.agencies
    told = {
        "episodes": review.many(len(material.chosen), "key practice episode"),
        "findings": review.many(len(material.reported), "finding"),
        "patterns": review.many(len(material.tree.patterns), "pattern"),
        "questions": review.many(questions, "question"),
        "sources": review.many(in_use, "source"),
        "agencies": ", ".join(agencies[:-1]) + " and " + agencies[-1]
        if agencies[1:]
        else "".join(agencies) or "still to be named",
        "period": telling.when(material.period) or "dates that are still to be set",
        "variant": review.variant_words(telling).name,
        "board": board or "the board",
        "code name": material.code_name,
    }
    return told[name]


def nowhere(reference: Reference) -> str:
    """What is said of a reference to something that is not there."""
    what = {"cite": "evidence", "quote": "evidence", "accounts": "chosen episode", "factors": "chosen episode",
            "episode": "chosen episode", "perspective": "period"}.get(reference.name, reference.name)  # fmt: skip
    return f"{reference.raw} leads nowhere: there is no {what} {reference.number} now."


def dead(telling: Telling, words: str) -> Blocks:
    """A reference that leads nowhere, said in words."""
    telling.problem(Trouble.DEAD, words)
    return [Notice(words)]
