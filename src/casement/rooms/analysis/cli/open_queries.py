"""Open queries on the command line."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, seated, tell
from casement.foundation.shell_tables import may_save, save_table
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.exports import open_queries as files
from casement.rooms.analysis.queries.open_queries import open_queries


@click.group()
def query() -> None:
    """What we do not know yet. A VOICE to put it to is a role (r3) or an agency (a2)."""


@query.command("list")
@click.option("--out", type=click.Path(path_type=Path), help="Save as this file instead: .xlsx or .csv.")
@json_option
@seated
def list_(seat: Seat, *, out: Path | None, as_json: bool) -> None:
    """List the queries, those that are open first."""
    may_save(seat, "open_query", Action.ANALYSIS_READ, Action.CODING_FILES, out)
    told = open_queries(seat)
    if out is not None:
        save_table(out, "open-queries", files.COLUMNS, files.rows(told))
        return
    words = "\n".join(
        f"{one.number:4} {one.state}: {one.text} {became(one.answers, one.let_go_because)}" for one in told
    )
    tell(told, as_json=as_json, words=words or "Nothing is asked.")


def became(answers: tuple[tuple[str, str], ...], reason: str) -> str:
    """What became of a query, in words."""
    return "; ".join(words for words, _ in answers) or reason


@query.command("keep")
@click.argument("text")
@click.option("--to", "voice", default="", help="The role or agency it is put to, such as r3.")
@json_option
@seated
def keep(seat: Seat, *, text: str, voice: str, as_json: bool) -> None:
    """Keep TEXT as something we do not know yet."""
    made = change.keep_query(seat, text=text, voice=voice)
    tell(made, as_json=as_json, words=f"Open query {made.number} is kept.")


@query.command("put")
@click.argument("number", type=int)
@click.argument("voice", default="")
@json_option
@seated
def put(seat: Seat, *, number: int, voice: str, as_json: bool) -> None:
    """Say that query NUMBER is put to VOICE, or to nobody in particular."""
    made = change.put_query(seat, number=number, voice=voice)
    tell(made, as_json=as_json, words="It is kept to whom it is put.")


@query.command("answer")
@click.argument("number", type=int)
@click.argument("text")
@json_option
@seated
def answer(seat: Seat, *, number: int, text: str, as_json: bool) -> None:
    """Write down TEXT as an answer to query NUMBER."""
    made = change.answer_query(seat, number=number, text=text)
    tell(made, as_json=as_json, words=f"The answer to query {made.number} is kept.")


@query.command("let-go")
@click.argument("number", type=int)
@click.option("--reason", required=True)
@json_option
@seated
def let_go(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Let query NUMBER go; the reason stays beside it."""
    made = change.let_query_go(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words=f"Open query {made.number} is let go.")
