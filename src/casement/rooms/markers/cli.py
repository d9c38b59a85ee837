"""The `casement markers` commands: what was answered, and the self-check as a file."""

from __future__ import annotations

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.foundation.spreadsheet import as_xlsx
from casement.rooms.letters.exports import letter_docx, letter_pdf
from casement.rooms.markers import queries
from casement.rooms.markers.exports import COLUMNS, rows
from casement.rooms.markers.queries.record import every


@click.group("markers")
def markers() -> None:
    """The quality markers of a review: what was answered, and a file for assurance."""


@markers.command("list")
@json_option
@seated
def listed(seat: Seat, *, as_json: bool) -> None:
    """Every marker, and who answered it."""
    look(seat, Action.MARKERS_READ, kind="markers")
    told = queries.listing(seat)
    lines = [
        f"{one.line.marker} {one.line.label}: {', '.join(each.by for each in one.now) or 'not answered yet'}"
        for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(lines))


@markers.command("save")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A file ending in .docx, .pdf or .xlsx."
)
@seated
def save(seat: Seat, *, out: Path) -> None:
    """Save the self-check as a file. Never writes over a file that is there."""
    look(seat, Action.MARKERS_READ, kind="markers")
    kind = ending(out, ".docx", ".pdf", ".xlsx")
    if kind == ".xlsx":
        save_new(out, as_xlsx("markers", COLUMNS, rows(queries.listing(seat), every(seat))))
    else:
        writer = letter_docx if kind == ".docx" else letter_pdf
        save_new(out, [writer(queries.assurance(seat))])
    click.echo(str(out))


commands = (markers,)
