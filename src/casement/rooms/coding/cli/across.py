"""Reading across on the command line: passages, and codes by agency, source or period, shown or saved."""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.comma_separated import csv_pieces
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.spreadsheet import as_xlsx
from casement.rooms.coding import queries
from casement.rooms.coding.exports import across as rows_of
from casement.rooms.coding.rules.across.asking import TABLES, Asked, asked_in, understood
from casement.rooms.coding.rules.across.periods import UNITS

Cells = Iterable[Sequence[str | int]]


@click.group("across")
def across() -> None:
    """Read across the sources: passages of codes, and how many there are where."""


def narrowed(do: Callable[..., Any]) -> Callable[..., Any]:
    """Adds what a question may be narrowed by, as on the pages, passed on as `asked`."""

    @wraps(do)
    def run(*args: Any, **told: Any) -> Any:
        pairs = [(name, value) for name in ("code", "also", "without") for value in told.pop(name)]
        pairs += [(name, value) for name in ONES if (value := told.pop(name))]
        for name, value in pairs:
            if not understood(name, value):
                raise click.BadParameter(f"“{value}” says nothing for --{name}.")
        return do(*args, asked=asked_in(pairs), **told)

    for name, said in reversed(ONES.items()):
        run = click.option(f"--{name}", default="", help=said)(run)
    for name, said in reversed(MANY.items()):
        run = click.option(f"--{name}", multiple=True, metavar="CODE", help=said)(run)
    return run


MANY = {
    "code": "item:wrk.03 or open:4; several mean any of them.",
    "also": "A code on some of the same words.",
    "without": "A code that is on none of the words.",
}
ONES = {
    "agency": "Number of an agency, or none.",
    "kind": "record, conversation or family.",
    "who": "Number of the place of who speaks.",
    "coder": "Number of the place of who marked, or me.",
    "period": "2024, 2024-Q2 or 2024-05.",
    "influence": "helped, harder or unclear.",
    "source": "Number of a source.",
}
out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Save as this file instead: .xlsx or .csv, never over another."
)


@across.command("passages")
@narrowed
@out_option
@json_option
@seated
def passages(seat: Seat, *, asked: Asked, out: Path | None, as_json: bool) -> None:
    """Passages with the codes you name, or with any, each with its words and where they stand."""
    allowed(seat, "passages", out)
    told = queries.question(seat, asked)
    there = queries.every_passage(seat, told.asked, told.sources)
    if out is not None:
        save(out, "passages", rows_of.PASSAGES, rows_of.passage_rows(there))
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
    allowed(seat, "across", out)
    if asked.period and by in UNITS:
        raise Refused("The columns are periods already: leave --period out, or choose another table.")
    told = queries.question(seat, asked)
    found = queries.table_by(seat, told, by)
    columns, rows = rows_of.table_columns(found), list(rows_of.table_rows(found))
    if out is not None:
        save(out, f"codes-{by}", columns, rows)
        return
    lines = [told.sentence, "  ".join(columns), *("  ".join(map(str, row)) for row in rows)]
    if found.left_out:
        lines.append(f"Left out, because they are about one worker: {len(found.left_out)}.")
    answer = {"asked": told.sentence, "columns": columns, "rows": rows}
    tell(answer, as_json=as_json, words="\n".join(lines if rows else [told.sentence, "There is none."]))


def allowed(seat: Seat, kind: str, out: Path | None) -> None:
    """The right to read, and to take a file away where one is asked for; both are noted as on the pages."""
    look(seat, Action.CODING_FILES if out else Action.CODING_READ, kind=kind)
    if out is not None and out.suffix.lower() not in (".xlsx", ".csv"):
        raise Refused("Save it as .xlsx or .csv.")


def save(out: Path, name: str, columns: Sequence[str], rows: Cells) -> None:
    """Write a table to a file that is not there yet."""
    pieces = as_xlsx(name, columns, rows) if out.suffix.lower() == ".xlsx" else csv_pieces(columns, rows)
    try:
        with out.open("xb") as target:
            target.writelines(pieces)
    except FileExistsError:
        raise Refused("There is a file of that name already. Choose another with --out.") from None
    click.echo(f"Saved: {out}")
