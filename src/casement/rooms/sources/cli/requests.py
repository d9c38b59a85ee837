"""Requests for records on the command line."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_files import ending, save_new
from casement.rooms.sources import commands as change
from casement.rooms.sources import queries
from casement.rooms.sources.cli.sources import NUMBER, agency_number, drawn
from casement.rooms.sources.exports import letter_docx, tracker_csv, tracker_xlsx
from casement.rooms.sources.queries.asking.lists import SHOWN, every_request
from casement.rooms.sources.queries.asking.one import letter_of
from casement.rooms.sources.vocabulary.requests import (
    ENDS,
    HAPPENED_NAMES,
    POWERS,
    STATE_NAMES,
    WHY_NAMES,
    Happened,
    Route,
    Why,
)

DAY = click.DateTime(["%Y-%m-%d"])
on_option = click.option("--on", type=DAY, help="The day it happened, such as 2026-02-03; today when left out.")


def as_day(value: Any) -> date | None:
    """The day of what click read."""
    return value.date() if value else None


@click.group("request")
def commands() -> None:
    """Ask agencies for records, and keep track of what was promised, came, or is not held."""


@commands.command("powers")
@json_option
def powers(as_json: bool) -> None:
    """What can allow a request, with the word for --power."""
    table = Table("Word", "What", "Nation")
    for one in POWERS:
        table.add_row(one.key, one.name, one.nations)
    tell(POWERS, as_json=as_json, words=drawn(table))


@commands.command("ask")
@click.option("--agency", required=True, help="Number or name of the agency.")
@click.option("--kinds", required=True, help="Which records.")
@click.option("--reason", required=True, help="Why they are needed.")
@click.option("--power", required=True, type=click.Choice([one.key for one in POWERS]))
@click.option("--power-other", default="", help="Which, when --power is other.")
@click.option("--asked-of", default="", help="Who there, by role label.")
@click.option("--about", default="", help="Whose records, by label or pseudonym.")
@click.option("--period", default="")
@click.option("--asked-on", type=DAY)
@click.option("--wanted-by", type=DAY, help="Please answer by.")
@json_option
@seated
def ask(seat: Seat, *, agency: str, asked_on: Any, wanted_by: Any, as_json: bool, **asked: Any) -> None:
    """Note that an agency is asked for records. Nothing is sent."""
    number = agency_number(seat, agency)
    if number is None:
        raise Refused("Choose an agency of this review.")
    made = change.ask_for_records(
        seat, agency=number, asked_on=as_day(asked_on), wanted_by=as_day(wanted_by), **asked
    )
    tell(made, as_json=as_json, words=f"Request {made.number} noted.")


@commands.command("list")
@click.option("--agency", help="Number or name of an agency.")
@click.option("--show", type=click.Choice(SHOWN[1:]), help="Only what is to be chased, waits, or is done.")
@json_option
@seated
def listed(seat: Seat, *, agency: str | None, show: str | None, as_json: bool) -> None:
    """The requests, what needs chasing first."""
    look(seat, Action.REQUESTS_READ, kind="tracker")
    number = agency_number(seat, agency)
    rows = [one for one in every_request(seat) if number in (None, one.agency_number)]
    rows = [one for one in rows if one.stand.shown(show or "")]
    table = Table("No.", "Agency", "Asked for", "Asked", "State", "Promised for", "Came", "Not here")
    for one in rows:
        table.add_row(
            str(one.number), one.agency, one.kinds.splitlines()[0], one.asked_on.isoformat(),
            STATE_NAMES[one.stand.state], str(one.stand.promised_for or ""), str(len(one.came) or ""),
            "; ".join(WHY_NAMES[Why(gap.why)] for gap in one.gaps),
        )  # fmt: skip
    told = [{**asdict(one), "late": one.stand.late, "to_chase": one.stand.to_chase} for one in rows]
    tell(told, as_json=as_json, words=drawn(table) if rows else "No requests yet.")


@commands.command("show")
@click.argument("number", type=NUMBER)
@json_option
@seated
def show(seat: Seat, *, number: int, as_json: bool) -> None:
    """One request with its history."""
    look(seat, Action.REQUESTS_READ, kind="recordrequest", number=number)
    told = queries.request(seat, number)
    lines = [f"Request {number} to {told.agency}: {STATE_NAMES[told.stand.state]}", told.kinds, ""]
    lines += [
        f"{one.on.isoformat()} {HAPPENED_NAMES[Happened(one.kind)]} {one.note}".rstrip()
        + (" (taken back)" if one.taken_back_at else "")
        for one in told.history
    ]
    tell(told, as_json=as_json, words="\n".join(lines).rstrip())


@commands.command("promise")
@click.argument("number", type=NUMBER)
@click.option("--for", "promised_for", type=DAY, required=True, help="By which day they will come.")
@click.option("--note", default="")
@on_option
@json_option
@seated
def promise(seat: Seat, *, number: int, promised_for: Any, on: Any, note: str, as_json: bool) -> None:
    """Note by which day the records will come."""
    made = change.promise_records(seat, number=number, promised_for=promised_for.date(), on=as_day(on), note=note)
    tell(made, as_json=as_json, words="The promise is saved.")


@commands.command("receive")
@click.argument("number", type=NUMBER)
@click.option("--source", "sources", type=NUMBER, multiple=True, help="Number of a source that came; repeat it.")
@click.option("--batch", type=NUMBER, help="Everything of one batch.")
@click.option("--whole", is_flag=True, help="Nothing else is to come.")
@click.option("--note", default="")
@on_option
@json_option
@seated
def receive(seat: Seat, *, number: int, on: Any, as_json: bool, **asked: Any) -> None:
    """Note which sources came in answer."""
    made = change.receive_records(seat, number=number, on=as_day(on), **asked)
    tell(made, as_json=as_json, words="What came is saved.")


@commands.command("gap")
@click.argument("number", type=NUMBER)
@click.option("--what", required=True)
@click.option("--why", type=click.Choice([str(one) for one in Why]), required=True)
@click.option("--by", "promised_for", type=DAY, help="When what is still to come is expected.")
@click.option("--whole", is_flag=True, help="Nothing else is to come.")
@on_option
@json_option
@seated
def gap(seat: Seat, *, number: int, promised_for: Any, on: Any, as_json: bool, **asked: Any) -> None:
    """Note what is not there, and why."""
    made = change.note_gap(seat, number=number, promised_for=as_day(promised_for), on=as_day(on), **asked)
    tell(made, as_json=as_json, words="What is not there is saved.")


@commands.command("chase")
@click.argument("number", type=NUMBER)
@click.option("--note", required=True)
@click.option("--route", type=click.Choice([str(one) for one in Route]), default="contact", show_default=True)
@on_option
@json_option
@seated
def chase(seat: Seat, *, number: int, note: str, route: str, on: Any, as_json: bool) -> None:
    """Note that somebody was asked again."""
    made = change.chase_request(seat, number=number, note=note, route=route, on=as_day(on))
    tell(made, as_json=as_json, words="The reminder is noted.")


@commands.command("end")
@click.argument("number", type=NUMBER)
@click.option("--how", type=click.Choice(sorted(str(one) for one in ENDS)), required=True)
@click.option("--reason", required=True)
@on_option
@json_option
@seated
def end(seat: Seat, *, number: int, how: str, reason: str, on: Any, as_json: bool) -> None:
    """Close or withdraw a request."""
    made = change.end_request(seat, number=number, how=how, reason=reason, on=as_day(on))
    tell(made, as_json=as_json, words="The request has ended.")


@commands.command("reopen")
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True)
@json_option
@seated
def reopen(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Open a request again."""
    made = change.reopen_request(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words="The request is open again.")


@commands.command("take-back")
@click.argument("number", type=NUMBER)
@click.argument("event", type=NUMBER)
@json_option
@seated
def take_back(seat: Seat, *, number: int, event: int, as_json: bool) -> None:
    """Take back EVENT of request NUMBER, noted by mistake; `request show --json` numbers them."""
    made = change.take_back_event(seat, number=number, event=event)
    tell(made, as_json=as_json, words="It is taken back.")


@commands.command("letter")
@click.argument("number", type=NUMBER)
@click.option("--out", type=click.Path(path_type=Path), required=True)
@seated
def letter(seat: Seat, *, number: int, out: Path) -> None:
    """Save the letter of a request as Word. Never writes over a file that is there."""
    look(seat, Action.REQUESTS_READ, kind="recordrequest", number=number)
    ending(out, ".docx")
    save(out, letter_docx(letter_of(seat, number)))


@commands.command("export")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A file ending in .csv or .xlsx.")
@seated
def export(seat: Seat, *, out: Path) -> None:
    """Save the tracker as a table."""
    look(seat, Action.REQUESTS_READ, kind="tracker")
    lines = every_request(seat)
    save(out, tracker_xlsx(lines) if ending(out, ".csv", ".xlsx") == ".xlsx" else tracker_csv(lines))


def save(out: Path, content: bytes) -> None:
    """A new file, or Refused when one of that name is there."""
    save_new(out, [content])
    click.echo(str(out))
