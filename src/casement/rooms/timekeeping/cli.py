"""The `casement time` commands: enter time, list it, save it as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_tables import save_table
from casement.rooms.timekeeping import commands as change
from casement.rooms.timekeeping import queries
from casement.rooms.timekeeping.exports import ENTRY_COLUMNS, TOTAL_COLUMNS, entry_rows, total_rows
from casement.rooms.timekeeping.rules.choosing import FOR_STEPS
from casement.rooms.timekeeping.rules.lengths import length_in_words
from casement.rooms.timekeeping.vocabulary import ACTIVITY_NAMES, HOW_NAMES, KIND_NAMES, How


@click.group("time")
def times() -> None:
    """Time that people gave to a review: enter, list, save as a file."""


@times.command("add")
@click.argument("length")
@click.option("--step", type=click.Choice(sorted(FOR_STEPS)), required=True)
@click.option("--kind", type=click.Choice([str(one) for one in KIND_NAMES]), help="What is usual at the step.")
@click.option("--activity", type=click.Choice([str(one) for one in ACTIVITY_NAMES]), help="As the step.")
@click.option("--how", type=click.Choice([str(one) for one in HOW_NAMES]), default=How.ESTIMATED.value)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day, such as 2026-02-03; today without it.")
@click.option("--of", default="", help="From what, such as meeting:3 or conversation:2.")
@click.option("--who", type=click.IntRange(min=1), help="The number of the place whose time it is.")
@json_option
@seated
def add(
    seat: Seat,
    *,
    length: str,
    step: str,
    kind: str | None,
    activity: str | None,
    on: Any,
    as_json: bool,
    **told: Any,
) -> None:
    """Enter time: LENGTH is such as "1h 30", "45 min" or "1.5"."""
    usual = FOR_STEPS[step]
    made = change.add_time(
        seat, length=length, step=step, activity=activity or usual[0], kind=kind or usual[1],
        on=on.date() if on else None, **told,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Entry {made.number}: {length_in_words(made.minutes)}.")


@times.command("list")
@json_option
@seated
def listed(seat: Seat, *, as_json: bool) -> None:
    """Your own entries, newest day first; everybody's for the board's office."""
    look(seat, Action.TIME_LOG, kind="time_entries")
    told = queries.entries(seat)
    lines = [f"{one.number}. {one.on} {length_in_words(one.minutes)}, {one.kind_name}, {one.who}" for one in told]
    tell(told, as_json=as_json, words="\n".join(lines) or "No time is entered yet.")


@times.command("export")
@click.argument("what", type=click.Choice(["entries", "totals"]))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file ending in .csv or .xlsx.")
@seated
def export(seat: Seat, *, what: str, out: Path) -> None:
    """Save entries or totals as a file. Never writes over a file that is there."""
    if what == "entries":
        look(seat, Action.TIME_LOG, kind="time_entries")
        columns: tuple[str, ...] = ENTRY_COLUMNS
        rows = entry_rows(queries.entries(seat))
    else:
        look(seat, Action.TIME_TOTALS, kind="time_totals")
        columns = TOTAL_COLUMNS
        rows = total_rows(queries.totals(seat))
    save_table(out, what, columns, rows)


commands = (times,)
