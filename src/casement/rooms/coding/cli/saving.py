"""What is read on the command line, saved as a file instead."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.comma_separated import csv_pieces
from casement.foundation.refusals import Refused
from casement.foundation.shell import look
from casement.foundation.spreadsheet import as_xlsx

Cells = Iterable[Sequence[str | int | float]]
out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Save as this file instead: .xlsx or .csv, never over another."
)


def allowed(seat: Seat, kind: str, out: Path | None, number: int | None = None) -> None:
    """The right to read, and to take a file away where one is asked for; both are noted as on the pages."""
    look(seat, Action.CODING_FILES if out else Action.CODING_READ, kind=kind, number=number)
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
