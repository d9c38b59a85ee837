"""Reading across on the command line: passages, codes by agency, source or period, and the views people kept."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_tables import may_save, narrowing, out_option, save_table, tell_table
from casement.rooms.coding import queries
from casement.rooms.coding.exports import across as rows_of
from casement.rooms.coding.rules.across.asking import (
    MANY_SAID,
    ONE_SAID,
    TABLES,
    Asked,
    asked_exactly,
    asked_in,
    pairs,
    understood,
)
from casement.rooms.coding.rules.across.periods import UNITS

narrowed = narrowing(MANY_SAID, ONE_SAID, understood, asked_in)


@click.group("across")
def across() -> None:
    """Read across the sources: passages of codes, and how many there are where."""


@across.command("passages")
@narrowed
@out_option
@json_option
@seated
def passages(seat: Seat, *, asked: Asked, out: Path | None, as_json: bool) -> None:
    """Passages with the codes you name, or with any, each with its words and where they stand."""
    may_save(seat, "passages", Action.CODING_READ, Action.CODING_FILES, out)
    told = queries.question(seat, asked)
    there = queries.every_passage(seat, told.asked, told.sources)
    if out is not None:
        save_table(out, "passages", rows_of.PASSAGES, rows_of.passage_rows(there))
        return
    found = list(there)
    lines = [told.sentence]
    for one in found:
        codes = "; ".join(rows_of.code_words(each.label, each.influence, each.by) for each in one.given)
        lines.append(f"source {one.source_number} para {one.paragraph}: {one.words}\n    {codes}")
    answer = [one._asdict() | {"given": [each._asdict() for each in one.given]} for one in found]
    tell(answer, as_json=as_json, words="\n".join(lines if found else [*lines, "There is none."]))


@across.command("table")
@click.option("--by", type=click.Choice([*TABLES]), default="agency", help="together: codes with each other.")
@narrowed
@out_option
@json_option
@seated
def table(seat: Seat, *, by: str, asked: Asked, out: Path | None, as_json: bool) -> None:
    """How many passages each code has by agency, source or period, or on the words of each other code."""
    may_save(seat, "across", Action.CODING_READ, Action.CODING_FILES, out)
    if asked.period and by in UNITS:
        raise Refused("The columns are periods already: leave --period out, or choose another table.")
    told = queries.question(seat, asked)
    found = queries.table_by(seat, told, by)
    last = [f"Left out, because they are about one worker: {len(found.left_out)}."] if found.left_out else []
    tell_table(
        f"codes-{by}", told.sentence, rows_of.table_columns(found), rows_of.table_rows(found), out,
        as_json=as_json, last=last,
    )  # fmt: skip


@across.command("views")
@json_option
@seated
def views(seat: Seat, *, as_json: bool) -> None:
    """The views that you or the team kept, each as the command that asks it."""
    look(seat, Action.CODING_READ, kind="views")
    found = queries.kept_views(seat)
    lines = [f"{one.number}  {one.name} ({one.by})\n    {as_command(one)}" for one in found]
    tell(found, as_json=as_json, words="\n".join(lines or ["No view is kept yet."]))


def as_command(view: queries.KeptViewLine) -> str:
    """How what a view asks is asked here."""
    shows = view.shows if view.shows in ("passages", "episodes") else f"table --by {view.shows}"
    asked = (f"--{name} {value}" for name, value in pairs(asked_exactly(view.asked) or Asked()))
    return " ".join(("casement across", shows, *asked))
