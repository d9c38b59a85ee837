"""The `casement response` commands: what the board answers, actions, and what became different."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.clock import today
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.rooms.letters.exports import letter_docx, letter_pdf
from casement.rooms.responses import commands as change
from casement.rooms.responses import queries
from casement.rooms.responses.exports import public_paper, response_paper
from casement.rooms.responses.vocabulary import SEEN, Decision, Doing

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group("response")
def response() -> None:
    """What the board answers, what is done, and what became different."""


@response.command("show")
@json_option
@seated
def show(seat: Seat, *, as_json: bool) -> None:
    """Findings with their questions, and what the board decided."""
    look(seat, Action.RESPONSES_READ, kind="response")
    told = queries.response(seat)
    lines = []
    for part in told.findings:
        lines.append(f"Finding {part.number}: {part.title}")
        for one in part.questions:
            lines.append(f"  Question {one.number}: {one.text} {one.state}.")
            lines += [
                f"    Action {act.number}, {act.agency}: {act.what} Done so far: {act.doing_name.lower()}. "
                f"Difference made: {act.difference_name.lower()}."
                for act in one.actions
            ]
    tell(told, as_json=as_json, words="\n".join(lines) or "The board is asked nothing yet.")


@response.command("answer")
@click.argument("number", type=int)
@click.argument("decision", type=click.Choice([each.value for each in Decision]))
@click.argument("reasons")
@click.option("--position", default="", help="The position taken, where a judgement is needed.")
@click.option("--public", default="", help="What the public is told, in plain English.")
@click.option("--fits", default="", help="How it fits the business plan and earlier learning.")
@json_option
@seated
def answer(
    seat: Seat, *, number: int, decision: str, reasons: str, position: str, public: str, fits: str, as_json: bool
) -> None:
    """Answer question NUMBER with a decision and its reasons."""
    made = change.answer_question(
        seat, number=number, decision=decision, reasons=reasons, position=position, public_text=public, fits=fits
    )
    tell(made, as_json=as_json, words=f"Question {number} is answered.")


@response.command("action")
@click.argument("number", type=int)
@click.argument("what")
@click.option("--agency", type=int, help="Number of the agency that does it; none for the board itself.")
@click.option("--due", type=DAY, help="By which day, as 2026-09-30.")
@click.option("--by-when", default="", help="By when, in words.")
@click.option("--measure", default="", help="How we would know that practice changed.")
@json_option
@seated
def action(
    seat: Seat, *, number: int, what: str, agency: int | None, due: datetime | None, by_when: str, measure: str,
    as_json: bool,
) -> None:  # fmt: skip
    """Add an action to question NUMBER."""
    made = change.add_action(
        seat, number=number, what=what, agency=agency, due_on=due.date() if due else None, due_words=by_when,
        measure=measure,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Action {made.number} is added.")


@response.command("progress")
@click.argument("number", type=int)
@click.argument("doing", type=click.Choice([each.value for each in Doing]))
@click.argument("text")
@click.option("--look-on", type=DAY, help="When to look next; as it stands where nothing is said.")
@json_option
@seated
def progress(seat: Seat, *, number: int, doing: str, text: str, look_on: datetime | None, as_json: bool) -> None:
    """Say how far action NUMBER has got."""
    day = look_on.date() if look_on else queries.action(seat, number).look_on
    made = change.note_progress(seat, number=number, doing=doing, text=text, look_on=day)
    tell(made, as_json=as_json, words=f"What was done about action {number} is noted.")


@response.command("impact")
@click.argument("number", type=int)
@click.argument("difference", type=click.Choice([each.value for each in SEEN]))
@click.argument("evidence")
@click.option("--said-by", required=True, help="Who says so, by role.")
@click.option("--on", "day", type=DAY, help="When it was seen; today where nothing is said.")
@click.option("--reopens", is_flag=True, help="The board should look at the question again.")
@json_option
@seated
def impact(
    seat: Seat, *, number: int, difference: str, evidence: str, said_by: str, day: datetime | None, reopens: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Write down what became different because of action NUMBER."""
    made = change.note_impact(
        seat, number=number, difference=difference, evidence=evidence, said_by=said_by,
        on=day.date() if day else today(), reopens=reopens,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"What became different is noted for action {number}.")


@response.command("save")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file ending in .docx or .pdf.")
@click.option("--public", is_flag=True, help="From the public texts alone.")
@seated
def save(seat: Seat, *, out: Path, public: bool) -> None:
    """Save the response as a file. Never writes over a file that is there."""
    look(seat, Action.RESPONSES_READ, kind="response")
    writer = letter_docx if ending(out, ".docx", ".pdf") == ".docx" else letter_pdf
    board = queries.board_of(seat)
    if public:
        told = queries.published_response(seat) or queries.public_response(seat)
        paper = public_paper(told, board, seat.ref, today())
    else:
        paper = response_paper(queries.response(seat), board, seat.ref, today())
    save_new(out, [writer(paper)])
    click.echo(str(out))


commands = (response,)
