"""Corrected files on the command line: sent, looked at, taken or left."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from casement.foundation import jobs, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import beside
from casement.foundation.refusals import NotHere
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.sources import commands as change
from casement.rooms.sources import queries
from casement.rooms.sources.vocabulary import FileState, Sent

NUMBER = click.IntRange(min=1)
STATES = {
    FileState.WAITING: "It waits to be read.",
    FileState.READING: "It is being read.",
    FileState.TAKEN: "It was taken: it is a text of its source.",
    FileState.LEFT: "It was left, and the text stayed as it was.",
}


@click.group("corrected")
def corrected() -> None:
    """Put a source right with a corrected file; nothing changes until it is taken."""


@corrected.command("send")
@click.argument("source", type=NUMBER)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reason", required=True, help="What was wrong in the text that is here.")
@click.option("--wait/--no-wait", default=True, help="Stay until the file is read (usual).")
@json_option
@seated
def send(seat: Seat, *, source: int, file: Path, reason: str, wait: bool, as_json: bool) -> None:
    """Send FILE for SOURCE and show what it says otherwise. Ends with exit code 1 when it was refused."""
    sent = Sent(file.name, file.stat().st_size, file.read_bytes)
    made = change.send_corrected_file(seat, number=source, file=sent, reason=reason)
    if wait and made.job_id is not None:
        mine = jobs.run(made.job_id)
        while not mine and queries.is_being_read(made.job_id):
            time.sleep(0.5)
    told = queries.corrected_file(seat, made.number)
    tell_file(seat, told, as_json=as_json)
    if told.state == FileState.REFUSED or (wait and told.state in STATES):
        sys.exit(1)


@corrected.command("show")
@click.argument("file", type=NUMBER)
@json_option
@seated
def show(seat: Seat, *, file: int, as_json: bool) -> None:
    """What has become of corrected file number FILE, and every difference."""
    if not allows(seat.standing, Action.SOURCES_ADD):
        raise NotHere
    told = queries.corrected_file(seat, file)
    ledger.write(seat, Action.SOURCES_ADD, "seen", kind="correctedfile", number=file)
    tell_file(seat, told, as_json=as_json)


@corrected.command("take")
@click.argument("file", type=NUMBER)
@click.option("--looked", is_flag=True, help="You looked: the words that were blacked out are not in this file.")
@json_option
@seated
def take(seat: Seat, *, file: int, looked: bool, as_json: bool) -> None:
    """Make FILE the text of its source. What became of each passage: `casement source correction`."""
    made = change.take_corrected_file(seat, file=file, looked=looked)
    words = f"It is text {made.after.number} of source {made.source.number} now. See correction {made.number}."
    tell(made, as_json=as_json, words=words)


@corrected.command("leave")
@click.argument("file", type=NUMBER)
@json_option
@seated
def leave(seat: Seat, *, file: int, as_json: bool) -> None:
    """Leave FILE: the text stays as it is."""
    made = change.leave_corrected_file(seat, file=file)
    tell({"number": made.number, "state": made.state}, as_json=as_json, words="The text stays as it stands.")


def tell_file(seat: Seat, told: queries.CorrectedView, *, as_json: bool) -> None:
    """Its state, and every difference as lines that begin with - and +."""
    rest = [queries.corrected_file(seat, told.number, page).shown for page in range(2, told.last + 1)]
    every = [*told.shown, *(one for page in rest for one in page)]
    if told.state != FileState.READ:
        lines = [STATES.get(FileState(told.state), f"Refused. {told.sentence}")]
    else:
        counts = ", ".join(f"{count} {kind}" for kind, count in told.counts.items())
        lines = [f"Corrected file {told.number} for source {told.source}: {counts}; {told.same} as they are."]
    if told.returned:
        lines.append(f"Words that were blacked out stood in {told.returned} places of it; they are again.")
    if told.uncertain:
        lines.append(
            f"{told.uncertain} blacked-out places have no sure twin in it: look, then take it with --looked."
        )
    if told.state == FileState.READ:
        lines += [f"{one.words} {one.remark}" for one in beside(seat, "new_text", told.source)]
    for one in every:
        lines.append(f"Paragraph {one.number}, {one.kind}:")
        lines += [f"  {sign} {words}" for sign, words in (("-", one.before), ("+", one.after)) if words is not None]
    answer = {name: value for name, value in vars(told).items() if name not in ("page", "last", "shown")}
    tell({**answer, "differences": every}, as_json=as_json, words="\n".join(lines))
