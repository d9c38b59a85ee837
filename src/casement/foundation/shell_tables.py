"""Tables on the command line: the question they answer, as options, and the file they are saved in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.comma_separated import csv_pieces
from casement.foundation.shell import look, tell
from casement.foundation.shell_files import ending, save_new
from casement.foundation.spreadsheet import as_xlsx

ENDINGS = (".xlsx", ".csv")
Pair = tuple[str, str]
out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Save as this file instead: .xlsx or .csv, never over another."
)


def narrowing(
    many: Mapping[str, str],
    ones: Mapping[str, str],
    understood: Callable[[str, str], bool],
    read: Callable[[Iterable[Pair]], object],
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds what a question may be narrowed by, read as on the pages and passed on as `asked`.

    `many` may be given more than once, `ones` not; both tell what each option means.
    """

    def narrowed(do: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(do)
        def run(*args: Any, **told: Any) -> Any:
            pairs = [(name, value) for name in many for value in told.pop(name)]
            pairs += [(name, value) for name in ones if (value := told.pop(name))]
            for name, value in pairs:
                if not understood(name, value):
                    raise click.BadParameter(f"“{value}” says nothing for --{name}.")
            return do(*args, asked=read(pairs), **told)

        for name, said in reversed(list(ones.items())):
            run = click.option(f"--{name}", default="", help=said)(run)
        for name, said in reversed(list(many.items())):
            run = click.option(f"--{name}", multiple=True, metavar="CODE", help=said)(run)
        return run

    return narrowed


def may_save(
    seat: Seat, kind: str, reading: Action, taking: Action, out: Path | None, number: int | None = None
) -> None:
    """The right to read, and to take a file away where one is asked for; both are noted as on the pages."""
    look(seat, taking if out else reading, kind=kind, number=number)
    if out is not None:
        ending(out, *ENDINGS)


def tell_table(
    name: str, asked: str, columns: Sequence[str], rows: Iterable[Sequence[str | int]], out: Path | None,
    *, as_json: bool, last: Sequence[str] = (),
) -> None:  # fmt: skip
    """A table in a file, or in lines under the question it answers."""
    if out is not None:
        save_table(out, name, columns, rows)
        return
    told = list(rows)
    lines = [asked, "  ".join(columns), *("  ".join(map(str, row)) for row in told), *last]
    answer = {"asked": asked, "columns": columns, "rows": told}
    tell(answer, as_json=as_json, words="\n".join(lines if told else [asked, "There is none."]))


def save_table(out: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> None:
    """Write a table to a file that is not there yet."""
    pieces = as_xlsx(name, columns, rows) if ending(out, *ENDINGS) == ".xlsx" else csv_pieces(columns, rows)
    save_new(out, pieces)
    click.echo(f"Saved: {out}")
