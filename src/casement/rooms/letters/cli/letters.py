"""Letters of one review on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.rooms.letters import commands as change
from casement.rooms.letters import queries
from casement.rooms.letters.exports import letter_docx, letter_pdf
from casement.rooms.letters.queries.lists import SHOWN
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.rules.standing import STATE_NAMES
from casement.rooms.letters.vocabulary import Language, Route

NUMBER = click.IntRange(1, 999_999_999)
WRITERS = {".docx": letter_docx, ".pdf": letter_pdf}


def drawn(table: Table) -> str:
    """A table as text."""
    console = Console(width=160)
    with console.capture() as caught:
        console.print(table)
    return caught.get().rstrip()


@click.group("letters")
def commands() -> None:
    """Write letters, send them, and see what became of them."""


@commands.command("list")
@click.option("--show", type=click.Choice(SHOWN[1:]), help="Only what came back, drafts, or what was sent.")
@click.option("--page", type=NUMBER, default=1)
@json_option
@seated
def listed(seat: Seat, *, show: str | None, page: int, as_json: bool) -> None:
    """The letters of a review, what came back first."""
    look(seat, Action.LETTERS_READ, kind="letters")
    told = queries.letters(seat, show=show or "", page=page)
    table = Table("No.", "Letter", "To", "Where it stands", "Sent")
    for one in told.rows:
        sent = one.sent_on.isoformat() if one.sent_on else ""
        table.add_row(str(one.number), one.name, one.recipient, STATE_NAMES[one.state], sent)
    tell(told, as_json=as_json, words=drawn(table) if told.rows else "No letters yet.")


@commands.command("write")
@click.argument("key", type=click.Choice(list(shipped())))
@click.option("--to", required=True, help="p and the number of a place, or a and the number of an agency: p3, a1.")
@click.option(
    "--language",
    type=click.Choice([str(one) for one in Language]),
    default=str(Language.ENGLISH),
    show_default=True,
)
@click.option("--set", "answers", multiple=True, metavar="FIELD=WORDS", help="Fill in a field; repeat it.")
@json_option
@seated
def write(seat: Seat, *, key: str, to: str, language: str, answers: tuple[str, ...], as_json: bool) -> None:
    """Begin a letter."""
    made = change.write_letter(seat, key=key, to=to, language=language, answers=pairs(answers))
    tell(made, as_json=as_json, words=f"Letter {made.number} begun.")


@commands.command("fill")
@click.argument("number", type=NUMBER)
@click.option("--set", "answers", multiple=True, metavar="FIELD=WORDS", required=True)
@json_option
@seated
def fill(seat: Seat, *, number: int, answers: tuple[str, ...], as_json: bool) -> None:
    """Fill in what a draft asks for."""
    made = change.fill_letter(seat, number=number, **pairs(answers))
    tell(made, as_json=as_json, words="Saved.")


def pairs(answers: tuple[str, ...]) -> dict[str, str]:
    """The fields and words of --set."""
    told = dict(each.partition("=")[::2] for each in answers)
    if "" in told:
        raise Refused("Write --set as FIELD=WORDS, such as --set day=2026-03-10.")
    return told


@commands.command("show")
@click.argument("number", type=NUMBER)
@json_option
@seated
def show(seat: Seat, *, number: int, as_json: bool) -> None:
    """A letter as it stands, and what it still asks for."""
    look(seat, Action.LETTERS_READ, kind="letter", number=number)
    told = queries.letter(seat, number)
    lines = [f"Letter {number} to {told.recipient}: {STATE_NAMES[told.state]}", "", told.paper.title, ""]
    lines += ["\n".join((*block.lines, "")) for block in told.paper.blocks]
    lines += [f"Still to fill in: {field.key} ({field.means})" for field in told.missing]
    tell(told, as_json=as_json, words="\n".join(lines).rstrip())


@commands.command("send")
@click.argument("number", type=NUMBER)
@click.option("--route", type=click.Choice([str(one) for one in Route]), required=True)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day it was posted; today when left out.")
@json_option
@seated
def send(seat: Seat, *, number: int, route: str, on: Any, as_json: bool) -> None:
    """Send a letter: they read it in Casement, or it goes on paper."""
    day: date | None = on.date() if on else None
    made = change.send_letter(seat, number=number, route=route, on=day)
    tell(made, as_json=as_json, words="The letter is on its way.")


@commands.command("throw-away")
@click.argument("number", type=NUMBER)
@json_option
@seated
def throw_away(seat: Seat, *, number: int, as_json: bool) -> None:
    """Throw a draft away."""
    made = change.throw_letter_away(seat, number=number)
    tell(made, as_json=as_json, words="The draft is thrown away.")


@commands.command("save")
@click.argument("number", type=NUMBER)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file ending in .docx or .pdf.")
@seated
def save(seat: Seat, *, number: int, out: Path) -> None:
    """Save a letter as Word or PDF. Never writes over a file that is there."""
    look(seat, Action.LETTERS_READ, kind="letter", number=number)
    writer = WRITERS[ending(out, *WRITERS)]
    save_new(out, [writer(queries.paper(seat, number))])
    click.echo(str(out))


@commands.command("sent")
@click.option("--page", type=NUMBER, default=1)
@json_option
@seated
def sent(seat: Seat, *, page: int, as_json: bool) -> None:
    """What left by e-mail in a review, newest first, and what became of it."""
    look(seat, Action.LETTERS_READ, kind="sent_mail")
    told = queries.sent(seat, page)
    table = Table("Kind", "To", "Written", "State", "Tries")
    for one in told.rows:
        table.add_row(
            one.what, one.to, f"{one.written_at:%Y-%m-%d %H:%M}", one.state.replace("_", " "), str(one.tries)
        )
    tell(told, as_json=as_json, words=drawn(table) if told.rows else "Nothing has left by e-mail yet.")
