"""The response as plain papers, set as letters are, and its actions as rows of a table. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from casement.foundation.design.day_words import date_words
from casement.rooms.letters.queries import Paper
from casement.rooms.letters.rules.blocks import Block
from casement.rooms.responses.queries.views import ActionView, FindingPart, QuestionView, Response

COLUMNS = ("Action", "Question", "Who", "What changes", "By day", "By when, in words", "How we would know",
           "How it is now", "Source", "Done so far", "Difference made", "Next look", "Last report")  # fmt: skip
ABOUT = "Working paper of the board. It is not the text for the public."
APART = "Whether an action was done, and whether it made a difference, are two things and stand apart."
NO_PUBLIC = "The board has published no answer to this question."


def response_paper(told: Response, board: str, reference: str, day: date) -> Paper:
    """Everything the board answered, finding by finding, for the board and those who read with it."""
    blocks = [Block("paragraph", (ABOUT, APART) if told.sees_actions else (ABOUT,))]
    for part in told.findings:
        blocks.append(Block("heading", (f"Finding {part.number}: {part.title}",)))
        if part.view:
            blocks.append(Block("paragraph", ("Overall:", *lines(part.view.text))))
        for one in part.questions:
            blocks += _question(one)
    return Paper("The board’s response", tuple(blocks), "en-GB", day, reference, board, False)


def public_paper(told: Sequence[dict[str, Any]], board: str, reference: str, day: date) -> Paper:
    """The response for the public: public texts alone, as they were given."""
    blocks = []
    for part in told:
        blocks.append(Block("heading", (part["finding"],)))
        if part["view"]:
            blocks.append(Block("paragraph", lines(part["view"])))
        for one in part["questions"]:
            blocks.append(Block("paragraph", (f"Question: {one['question']}",)))
            said = f"{one['decision']}." if one["decision"] else NO_PUBLIC
            blocks.append(Block("paragraph", (said, *lines(one["answer"]))))
    return Paper("The board’s response to the findings", tuple(blocks), "en-GB", day, reference, board, False)


def briefing_paper(
    title: str, summary: Sequence[str], told: dict[str, Any], board: str, reference: str, day: date
) -> Paper:
    """One finding on a page or two: what it is, what it asks, what the board says in public, what to talk about."""
    blocks = [Block("heading", ("In short",))]
    blocks += [Block("paragraph", lines(one)) for one in summary] or [
        Block("paragraph", ("The report tells this finding in full.",))
    ]
    blocks.append(Block("heading", ("What it asks, and what the board answers",)))
    if told["view"]:
        blocks.append(Block("paragraph", lines(told["view"])))
    for one in told["questions"]:
        said = f"{one['decision']}." if one["decision"] else "The board has not answered this in public yet."
        blocks.append(Block("paragraph", (f"Question: {one['question']}", said, *lines(one["answer"]))))
    blocks.append(Block("heading", ("To talk about in your team",)))
    blocks.append(
        Block(
            "list",
            (
                "Do we know this from our own work? When did we last see it?",
                "What makes it likely here, and what keeps it from happening?",
                "What would have to change so that it is easier to do this well?",
                "Who should hear what we have said?",
            ),
        )
    )
    return Paper(title, tuple(blocks), "en-GB", day, reference, board, False)


def rows(told: Iterable[ActionView]) -> list[list[str]]:
    """A row for each action."""
    return [
        [str(one.number), str(one.question), one.agency, one.what, _day(one.due_on), one.due_words, one.measure,
         one.baseline, one.source, one.doing_name, one.difference_name, _day(one.look_on),
         one.progress[0].text if one.progress else ""]
        for one in told
    ]  # fmt: skip


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line for line in text.splitlines() if line.strip())


def _question(one: QuestionView) -> list[Block]:
    told = [Block("heading", (f"Question {one.number}",)), Block("paragraph", lines(one.text))]
    needs = f"{one.kind_name}. {one.level_name}."
    answer = one.answer
    if answer is None:
        return [*told, Block("paragraph", (needs, "Not answered yet."))]
    if answer.reclassified:
        needs = f"{answer.kind_name}. {answer.level_name}. Seen otherwise than in the report: {answer.reclassified}"
    when = f"{answer.by}, {date_words(answer.at.date())}"
    told.append(Block("paragraph", (needs, f"{answer.decision_name}. {when}.", *lines(answer.reasons))))
    for head, words in (
        ("Position taken", answer.position),
        ("In what order", answer.priority_name),
        ("Business plan and earlier learning", answer.fits),
        ("For the public", answer.public_text),
    ):
        if words:
            told.append(Block("paragraph", (f"{head}:", *lines(words))))
    for each in one.raised:
        back = f" What came back: {each.reply}" if each.reply else " Nothing has come back yet."
        told.append(Block("paragraph", (f"Raised with {each.to} on {date_words(each.on)}.{back}",)))
    if one.actions:
        told.append(Block("list", tuple(_action(each) for each in one.actions)))
    for seen in one.impact:
        told.append(
            Block(
                "paragraph",
                (
                    f"What became different, {date_words(seen.on)}: {seen.difference_name.lower()}.",
                    f"{seen.said_by}: {seen.evidence}",
                ),
            )
        )
    if one.closed:
        told.append(Block("paragraph", (f"Closed: {one.closings[0].reason}",)))
    return told


def _action(one: ActionView) -> str:
    due = f", by {date_words(one.due_on)}" if one.due_on else f", {one.due_words}" if one.due_words else ""
    return (
        f"Action {one.number}, {one.agency}{due}: {one.what} Done so far: {one.doing_name.lower()}. "
        f"Difference made: {one.difference_name.lower()}."
    )


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


def part_of(told: Sequence[dict[str, Any]], parts: Sequence[FindingPart], number: int) -> dict[str, Any]:
    """The public part of one finding, found by its place among those that are in the report."""
    asked = [part.number for part in parts if part.asked]
    return told[asked.index(number)]
