"""Proceedings on the command line: the register, holds placed and lifted, the schedule of disclosures as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.clock import today
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.foundation.shell_tables import save_table
from casement.rooms.proceedings import commands as change
from casement.rooms.proceedings import queries
from casement.rooms.proceedings.exports import COLUMNS, rows, schedule_docx
from casement.rooms.proceedings.vocabulary import REASON_NAMES, SCOPE_NAMES

DAY = click.DateTime(["%Y-%m-%d"])
NUMBER = click.IntRange(min=1)


@click.group("hold")
def holds() -> None:
    """What is held in a review: list, place, ask for it to be lifted, lift."""


@holds.command("list")
@json_option
@seated
def listed(seat: Seat, *, as_json: bool) -> None:
    """Every hold in force."""
    look(seat, Action.PROCEEDINGS_LIST, kind="holds")
    told = queries.holds_in_force(seat.review)
    tell(
        told,
        as_json=as_json,
        words="\n".join(f"{one.number}. {one.sentence}" for one in told) or "Nothing is held.",
    )


@holds.command("place")
@click.option("--scope", type=click.Choice([str(one) for one in SCOPE_NAMES]), required=True)
@click.option("--thing", type=NUMBER, help="Only one conversation or meeting: its number.")
@click.option("--reason", type=click.Choice([str(one) for one in REASON_NAMES]), required=True)
@click.option("--words", required=True, help="What was asked, by whom by role, and why.")
@click.option("--proceeding", type=NUMBER, help="The number of the proceeding behind it.")
@click.option("--look-on", type=DAY, required=True, help="The day of the next look, such as 2026-02-03.")
@json_option
@seated
def place(seat: Seat, *, look_on: Any, as_json: bool, **told: Any) -> None:
    """Place a hold. It works at once; two people lift it."""
    made = change.place_hold(seat, look_on=look_on.date(), **told)
    tell(made, as_json=as_json, words=f"Hold {made.number} is in force.")


@holds.command("ask")
@click.argument("number", type=NUMBER)
@click.option("--words", required=True, help="Why it can be lifted.")
@json_option
@seated
def ask(seat: Seat, *, number: int, words: str, as_json: bool) -> None:
    """Ask for a hold to be lifted. A second person has to agree."""
    change.ask_to_lift(seat, number=number, words=words)
    tell({"number": number}, as_json=as_json, words="You have asked. A second person has to agree.")


@holds.command("lift")
@click.argument("number", type=NUMBER)
@json_option
@seated
def lift(seat: Seat, *, number: int, as_json: bool) -> None:
    """Lift a hold that somebody else placed and somebody else asked to lift."""
    made = change.lift_hold(seat, number=number)
    tell(made, as_json=as_json, words=f"Hold {number} is lifted.")


@click.group("disclosure")
def disclosures() -> None:
    """What passed between a review and somebody outside it."""


@disclosures.command("schedule")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="A file ending in .docx, .xlsx or .csv."
)
@seated
def schedule(seat: Seat, *, out: Path) -> None:
    """Save the log as a schedule. Never writes over a file that is there."""
    look(seat, Action.PROCEEDINGS_READ, kind="disclosures")
    told = queries.disclosures(seat)
    if ending(out, ".docx", ".xlsx", ".csv") == ".docx":
        save_new(out, [schedule_docx(seat.ref, today(), told)])
        click.echo(f"Saved: {out}")
    else:
        save_table(out, "disclosures", COLUMNS, rows(told))


commands = (holds, disclosures)
