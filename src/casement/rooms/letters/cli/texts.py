"""Texts of letters and returned mail on the command line: for the whole installation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.table import Table

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.post.returned import MOST
from casement.foundation.shell import carded, json_option, look, tell
from casement.rooms.letters import commands as change
from casement.rooms.letters import queries
from casement.rooms.letters.cli.letters import drawn
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.vocabulary import Language


@click.command("texts")
@json_option
@carded
def texts(seat: Seat, *, as_json: bool) -> None:
    """Every letter there is, with its word for `write` and the age it reads at."""
    look(seat, Action.LETTERS_TEXTS)
    table = Table("Word", "Letter", "For whom", "Reads at about age", "Text")
    told = queries.texts()
    for one in told:
        letter = one.text.letter
        table.add_row(letter.key, letter.name, letter.to, str(one.text.ease.age), "yours" if one.own else "shipped")
    plain = [
        {"key": one.text.letter.key, "name": one.text.letter.name, "age": one.text.ease.age, "own": one.own}
        for one in told
    ]
    tell(plain, as_json=as_json, words=drawn(table))


@click.command("put-text")
@click.argument("key", type=click.Choice(list(shipped())))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", required=True)
@click.option(
    "--language",
    type=click.Choice([str(one) for one in Language]),
    default=str(Language.ENGLISH),
    show_default=True,
)
@click.option("--use", "reason", default="", metavar="REASON", help="Use it from now on, for this reason.")
@json_option
@carded
def put_text(seat: Seat, *, key: str, file: Path, title: str, language: str, reason: str, as_json: bool) -> None:
    """Keep FILE as a new version of a text; with --use it is used from now on."""
    made = change.write_wording(
        seat, key=key, language=language, title=title, body=file.read_text(encoding="utf-8-sig")
    )
    if reason:
        change.use_wording(seat, key=key, language=language, number=made.number, reason=reason)
    tell(made, as_json=as_json, words=f"Version {made.number} saved." + (" It is in use." if reason else ""))


@click.command("returned")
@click.argument("file", type=click.File("rb"))
@json_option
@carded
def returned(seat: Seat, *, file: Any, as_json: bool) -> None:
    """Read mail that came back: a mailbox file, one message, or - for what is piped in by the mail server."""
    found = change.take_returned(seat, data=file.read(MOST + 1))
    count = len(found.ours)
    words = f"{count} came back. {found.not_yet} only late. {found.strange} not ours, left alone."
    told = {"returned": count, "late": found.not_yet, "strange": found.strange}
    tell(told, as_json=as_json, words=words)
