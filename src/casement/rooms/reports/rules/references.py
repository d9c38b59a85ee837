"""Live references in a section's text: {{finding 2}}, {{episodes}}, {{cite 45}}."""

from __future__ import annotations

import re
from dataclasses import dataclass

WRITTEN = re.compile(r"\{\{\s*([A-Za-z]+(?: +[A-Za-z]+)*)(?: +(\d{1,9}))?\s*\}\}")
LOOSE = re.compile(r"\{\{(?:.*?\}\}|[^}]*$)", re.DOTALL)


@dataclass(frozen=True)
class Reference:
    """A reference as written: its name in lower case, its number if it has one, and its own words."""

    name: str
    number: int | None
    raw: str


@dataclass(frozen=True)
class Kind:
    """A kind of reference. `numbered`: needs a number. `alone`: what it prints when it has a line to itself.

    `within` says what it prints inside a sentence; empty when it cannot stand there.
    """

    name: str
    numbered: bool
    alone: str
    within: str = ""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("statement", True, "the statement as a paragraph, with its evidence", "the statement’s words"),
        Kind("cite", True, "", "a note that names one piece of evidence, for a sentence you wrote yourself"),
        Kind("quote", True, "the words of one piece of evidence, set as a quotation"),
        Kind("episode", True, "the episode with its reasons and its appraisal", "“Episode 2”, as a link"),
        Kind("finding", True, "the finding with all its layers and questions", "“Finding 2”, as a link"),
        Kind("pattern", True, "the pattern and its tests", "the pattern’s title"),
        Kind("accounts", True, "what each saw in this episode"),
        Kind("episodes in full", False, "every chosen episode with its reasons and its appraisal"),
        Kind("findings in full", False, "every finding of the report with its layers and questions"),
        Kind("factors", False, "the table of factors for all episodes; with a number, for that episode"),
        Kind("episodes", False, "the table of episodes", "how many episodes there are"),
        Kind("findings", False, "the list of findings", "how many findings there are"),
        Kind("patterns", False, "the patterns the findings came from", "how many patterns there are"),
        Kind("questions", False, "the questions for the board, as a table", "how many questions there are"),
        Kind("window questions", False, "the questions the review began with"),
        Kind("additional learning", False, "findings kept as additional learning"),
        Kind("narrative", False, "the perspectives period by period, then what each saw episode by episode"),
        Kind("perspectives", False, "what each role knew, thought and felt, period by period"),
        Kind("perspective", True, "the same for one period"),
        Kind("gaps", False, "what is not known, episode by episode"),
        Kind("went well", False, "what helped, episode by episode, and the factors that supported good practice"),
        Kind("differing accounts", False, "where accounts differ, and what does not fit with what we say"),
        Kind("draft findings", False, "every finding so far with its layers, whatever its state"),
        Kind("recognition", False, "for each draft finding, what to ask the people who did the work"),
        Kind("prevalence gaps", False, "what is not known of how usual each draft finding is"),
        Kind("open questions", False, "open queries to a role, as a list"),
        Kind("comments", False, "comments that were told to the group, each with what was done"),
        Kind("standing disagreement", False, "comments whose writers and the team still disagree"),
        Kind("searches", False, "where the team looked for evidence against its findings"),
        Kind("not selected", False, "episodes that were not chosen, with the reasons"),
        Kind("sources", False, "the sources, as a table", "how many sources there are"),
        Kind("requests", False, "what agencies were asked for, what came and what did not, as a table"),
        Kind("balance", False, "how much rests on records, conversations and the family, as a table"),
        Kind("alternatives", False, "what else could explain the findings, as a table"),
        Kind("checks", False, "what was asked of claims and sources, and answered, as a table"),
        Kind("coverage", False, "how much was opened, marked and used"),
        Kind("second readings", False, "second readings and what came of them, as a table"),
        Kind("candidates", False, "what was decided about candidates for an episode"),
        Kind("people", False, "who led, who was in the team and the case group"),
        Kind("family", False, "the family by pseudonym"),
        Kind("agencies", False, "the agencies, as a list", "the agencies"),
        Kind("period", False, "", "the period looked at"),
        Kind("variant", False, "", "the form of the method used"),
        Kind("limits", False, "how the form of the method limits what can be said"),
        Kind("board", False, "", "the board’s name"),
        Kind("code name", False, "", "the review’s code name"),
    )
}


def parsed(found: re.Match[str]) -> Reference:
    """The reference a match stands for."""
    number = found.group(2)
    return Reference(" ".join(found.group(1).lower().split()), int(number) if number else None, found.group(0))


def references_in(text: str) -> tuple[Reference, ...]:
    """Every reference in a text, in order."""
    return tuple(parsed(found) for found in WRITTEN.finditer(text))


def pieces(text: str) -> list[str | Reference]:
    """A text cut into words and references; anything in double braces that cannot be read is a reference too."""
    told: list[str | Reference] = []
    at = 0
    for found in LOOSE.finditer(text):
        if found.start() > at:
            told.append(text[at : found.start()])
        whole = WRITTEN.fullmatch(found.group(0))
        told.append(parsed(whole) if whole else Reference("", None, found.group(0)))
        at = found.end()
    if at < len(text):
        told.append(text[at:])
    return told


def fault_of(reference: Reference) -> str:
    """Why a reference cannot be one, in words; empty when its name and number fit."""
    kind = KINDS.get(reference.name)
    if kind is None:
        return f"{reference.raw} is not a reference Casement knows."
    if kind.numbered and reference.number is None:
        return f"{reference.raw} needs a number, such as {{{{{kind.name} 1}}}}."
    if reference.number is not None and not kind.numbered and kind.name != "factors":
        return f"{reference.raw} takes no number."
    return ""
