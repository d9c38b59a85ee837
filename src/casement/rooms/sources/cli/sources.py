"""The sources room on the command line."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from casement.foundation import jobs, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.shell import json_option, progress, seated, tell
from casement.foundation.shell_files import save_new
from casement.rooms.sources import commands as change
from casement.rooms.sources import queries
from casement.rooms.sources.vocabulary import KIND_NAMES, Access, Kind, Sent, Use

OUTCOMES = {
    "in": "came in",
    "noted": "came in, with a note",
    "unpacked": "unpacked",
    "refused": "refused",
    "reading": "being read",
    "waiting": "waiting",
}
NUMBER = click.IntRange(min=1)
access_option = click.option("--access", type=click.Choice([str(one) for one in Access]), default="team")
use_option = click.option("--use", type=click.Choice([str(one) for one in Use]), default="quotable_by_role")


@click.group("source")
def commands() -> None:
    """Bring in records and conversations, list, show and take them out."""


@commands.command("add")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--agency", help="Number or name of the agency the files come from.")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]), default="record", show_default=True)
@click.option("--participation", type=NUMBER, help="Whose account it is, for conversations.")
@click.option("--date", default="", help="Date of the papers, as recorded.")
@access_option
@use_option
@click.option("--request", type=NUMBER, help="Number of the request that the files answer.")
@click.option("--whole", is_flag=True, help="With --request: these are all that will come for it.")
@click.option("--wait/--no-wait", default=True, help="Stay until every file is read (usual).")
@json_option
@seated
def add(
    seat: Seat, *, files: tuple[Path, ...], agency: str | None, wait: bool, as_json: bool, **asked: Any
) -> None:
    """Bring in FILES. Ends with exit code 1 when a file was refused."""
    batch = change.add_files(
        seat,
        files=[Sent(path.name, path.stat().st_size, path.read_bytes) for path in files],
        agency=agency_number(seat, agency),
        **asked,
    )
    if wait:
        work_off(seat, batch.number, batch.job_id)
    told = queries.batch(seat, batch.number)
    tell_batch(told, as_json=as_json)
    if told.counts["refused"] or (wait and told.settled < told.total):
        sys.exit(1)


@commands.command("batch")
@click.argument("number", type=NUMBER)
@json_option
@seated
def batch(seat: Seat, *, number: int, as_json: bool) -> None:
    """What became of the files of a batch."""
    tell_batch(queries.batch(seat, number), as_json=as_json)


@commands.command("list")
@click.option("--kind", type=click.Choice([str(kind) for kind in Kind]))
@click.option("--agency", help="Number or name of an agency.")
@json_option
@seated
def listed(seat: Seat, *, kind: str | None, agency: str | None, as_json: bool) -> None:
    """The sources you may see."""
    number = agency_number(seat, agency)
    rows: list[queries.Listed] = []
    page = 1
    while True:
        told = queries.listing(seat, kind=kind or "", agency=number, page=page)
        rows += told.rows
        page += 1
        if page > told.last:
            break
    table = Table("No.", "Kind", "Title", "From", "Date")
    for row in rows:
        whose = row.participant or row.agency
        table.add_row(str(row.number), KIND_NAMES[Kind(row.kind)], row.title, whose, row.date)
    tell(rows, as_json=as_json, words=drawn(table) if rows else "No sources yet.")


@commands.command("show")
@click.argument("number", type=NUMBER)
@json_option
@seated
def show(seat: Seat, *, number: int, as_json: bool) -> None:
    """The text of a source, with the numbers of its paragraphs."""
    told = queries.reading(seat, number)
    ledger.write(seat, Action.SOURCES_READ, "seen", kind="source", number=number)
    lines = [f"{told.number}. {told.title}", ""]
    lines += [f"[{block.number}] {block.shown}" for block in told.paragraphs]
    blocks = [{**block._asdict(), "text": block.shown} for block in told.paragraphs]
    whole = {**asdict(replace(told, paragraphs=(), headings=())), "paragraphs": blocks}
    del whole["headings"], whole["text"], whole["source_id"], whole["version_id"]
    tell(whole, as_json=as_json, words="\n".join(lines))


@commands.command("write-up")
@click.argument("file", type=click.File("r", encoding="utf-8-sig"))
@click.option("--participation", type=NUMBER, required=True, help="Whose account it is.")
@click.option("--held-by", type=NUMBER, multiple=True, help="Who held the conversation; give it twice.")
@click.option("--title", default="")
@click.option("--date", default="")
@access_option
@use_option
@json_option
@seated
def write_up(seat: Seat, *, file: Any, as_json: bool, **asked: Any) -> None:
    """Store the write-up in FILE: Markdown under headings such as "## C2 Overview". "-" reads standard input."""
    try:
        text = file.read()
    except UnicodeDecodeError:
        raise Refused("This file is not UTF-8 text: save it as UTF-8 and give it again.") from None
    made = change.add_write_up(seat, text=text, **asked)
    tell(made, as_json=as_json, words=f"Source {made.number} saved.")


@commands.command("edit")
@click.argument("number", type=NUMBER)
@click.option("--title")
@click.option("--agency", help="Number or name of the agency.")
@click.option("--participation", type=NUMBER)
@click.option("--date")
@click.option("--access", type=click.Choice([str(one) for one in Access]))
@click.option("--use", type=click.Choice([str(one) for one in Use]))
@json_option
@seated
def edit(seat: Seat, *, number: int, agency: str | None, as_json: bool, **asked: Any) -> None:
    """Put right what is known about a source."""
    made = change.edit_source(seat, number=number, agency=agency_number(seat, agency), **asked)
    tell(made, as_json=as_json, words=f"Source {made.number} saved.")


@commands.command("withdraw")
@click.argument("number", type=NUMBER)
@click.option("--reason", required=True)
@json_option
@seated
def withdraw(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Take a source out of the review; what rests on it shows as unsupported."""
    made = change.withdraw_source(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words=f"Source {made.number} is taken out.")


@commands.command("restore")
@click.argument("number", type=NUMBER)
@json_option
@seated
def restore(seat: Seat, *, number: int, as_json: bool) -> None:
    """Bring back a source that was taken out."""
    made = change.restore_source(seat, number=number)
    tell(made, as_json=as_json, words=f"Source {made.number} is back.")


@commands.command("correct")
@click.argument("number", type=NUMBER)
@click.argument("file", type=click.File("r", encoding="utf-8-sig"))
@click.option("--paragraph", type=NUMBER, required=True, help="Its number, as `casement source show` tells.")
@click.option("--reason", required=True)
@json_option
@seated
def correct(seat: Seat, *, number: int, file: Any, as_json: bool, **asked: Any) -> None:
    """Put one paragraph right with the words in FILE ("-" reads standard input); marks follow their words."""
    try:
        words = file.read()
    except UnicodeDecodeError:
        raise Refused("This file is not UTF-8 text: save it as UTF-8 and give it again.") from None
    made = change.correct_paragraph(seat, number=number, words=words, **asked)
    tell_correction(queries.correction(seat, made.number), as_json=as_json)


@commands.command("correction")
@click.argument("number", type=NUMBER)
@json_option
@seated
def correction(seat: Seat, *, number: int, as_json: bool) -> None:
    """What correction NUMBER did to the passages in use."""
    if not allows(seat.standing, Action.SOURCES_PLACE):
        raise NotHere
    told = queries.correction(seat, number)
    ledger.write(seat, Action.SOURCES_PLACE, "seen", kind="textcorrection", number=number)
    tell_correction(told, as_json=as_json)


@commands.command("place")
@click.argument("correction", type=NUMBER)
@click.argument("passage", type=NUMBER)
@click.option("--paragraph", type=NUMBER)
@click.option("--words", default="", help="The exact words; the place that is offered when left out.")
@click.option("--leave", is_flag=True, help="Leave it with the earlier text.")
@seated
def place(seat: Seat, *, correction: int, passage: int, leave: bool, **asked: Any) -> None:
    """Say where PASSAGE of CORRECTION belongs."""
    if leave:
        change.leave_passage(seat, correction=correction, passage=passage)
    else:
        change.place_passage(seat, correction=correction, passage=passage, **asked)
    click.echo(f"Passage {passage} is settled.")


@commands.command("names")
@click.argument("number", type=NUMBER)
@click.option("--again", is_flag=True, help="Look through the text again first.")
@json_option
@seated
def names(seat: Seat, *, number: int, again: bool, as_json: bool) -> None:
    """The words of a source that may identify somebody, and what was decided about them."""
    if not allows(seat.standing, Action.SOURCES_DECIDED):
        raise NotHere
    if again:
        change.look_for_names(seat, number=number)
    rows = [one for state in ("", "masked", "left") for one in queries.every_name(seat, number, state)]
    ledger.write(seat, Action.SOURCES_DECIDED, "seen", kind="source", number=number)
    table = Table("No.", "Words", "Times", "Why", "What was decided")
    for one in rows:
        decided = f"shown as [{one.label}]" if one.label else "left" if one.decision else "waits"
        table.add_row(str(one.number), one.words, str(one.times), one.why, decided)
    tell(rows, as_json=as_json, words=drawn(table) if rows else "Nothing that looks like a name was found.")


@commands.command("mask")
@click.argument("number", type=NUMBER)
@click.argument("name", type=NUMBER)
@click.option("--label", default="", help="The label to show; the one that is proposed when left out.")
@click.option("--leave", is_flag=True, help="Leave the words as they are.")
@click.option("--undo", is_flag=True, help="Take the decision back.")
@seated
def mask(seat: Seat, *, number: int, name: int, label: str, leave: bool, undo: bool) -> None:
    """Decide about the words numbered NAME of source NUMBER, as `casement source names` lists them."""
    if undo:
        change.undo_name(seat, number=number, mention=name)
        click.echo(f"Words {name} wait for a decision again.")
        return
    made = change.decide_name(seat, number=number, mention=name, decision="leave" if leave else "mask", label=label)
    click.echo(f"Shown as [{made.label}] from now on." if made.label else "Left as it is.")


@commands.command("redact")
@click.argument("number", type=NUMBER)
@click.argument("file", type=click.File("r", encoding="utf-8-sig"))
@click.option("--reason", required=True)
@seated
def redact(seat: Seat, *, number: int, file: Any, reason: str) -> None:
    """Black out the words in FILE ("-" reads standard input) wherever they stand in source NUMBER, for good."""
    try:
        words = file.read()
    except UnicodeDecodeError:
        raise Refused("This file is not UTF-8 text: save it as UTF-8 and give it again.") from None
    made = change.redact_words(seat, number=number, words=words, reason=reason)
    click.echo(f"Blacked out in {made.places} place{'' if made.places == 1 else 's'}. The original is sealed.")
    for place in getattr(made, "elsewhere", ()):
        click.echo(f"The same words are in: {place}.")


@commands.command("original")
@click.argument("number", type=NUMBER)
@click.option("--to", type=click.Path(path_type=Path), help="File to write; its own name when left out.")
@click.option("--sealed", is_flag=True, help="Open it though words of it are hidden or blacked out.")
@seated
def original(seat: Seat, *, number: int, to: Path | None, sealed: bool) -> None:
    """Save the original file of a source, byte for byte. Never writes over a file that is there."""
    if sealed:
        if not allows(seat.standing, Action.SOURCES_SEALED):
            raise NotHere
        told = queries.sealed_original(seat, number)
    else:
        told = queries.original(seat, number)
    action = Action.SOURCES_SEALED if sealed else Action.SOURCES_ORIGINAL
    ledger.write(seat, action, "seen", kind="source", number=number)
    path = to or Path(told.name)
    save_new(path, [told.content], option="--to")
    click.echo(str(path))


def agency_number(seat: Seat, told: str | None) -> int | None:
    """The number of an agency given by number or by name."""
    if told is None or told.isdecimal():
        return int(told) if told else None
    for number, name in queries.choices(seat).agencies:
        if name.casefold() == told.casefold():
            return int(number)
    raise Refused("There is no agency of that name here. Give its number or its exact name.")


def work_off(seat: Seat, number: int, job_id: int | None) -> None:
    """Read the files in this process; if a worker took the job first, wait for it."""
    if job_id is None:
        return
    total = queries.batch(seat, number).total
    with progress() as bar:
        line = bar.add_task("Reading files", total=total)
        mine = jobs.run(job_id, watch=lambda done: bar.update(line, completed=done, total=max(total, done)))
        while not mine and queries.is_being_read(job_id):
            bar.update(line, completed=queries.batch(seat, number).settled)
            time.sleep(0.5)
        bar.update(line, completed=queries.batch(seat, number).settled)


def tell_batch(told: queries.BatchState, *, as_json: bool) -> None:
    """A line for each file, and counts that add up."""
    table = Table("File", "What became of it", "Source", title=f"Batch {told.number}")
    for one in told.files:
        said = one.sentence or " ".join(one.notes)
        outcome = f"{OUTCOMES[one.outcome]}: {said}" if said else OUTCOMES[one.outcome]
        name = f"{one.name} (in {one.inside})" if one.inside else one.name
        table.add_row(name, outcome, str(one.source or ""))
    doubt = f"\nThe date is kept as you wrote it. {told.date_doubt}" if told.date_doubt else ""
    counts = ", ".join(f"{count} {OUTCOMES[key]}" for key, count in told.counts.items() if count)
    tell(told, as_json=as_json, words=f"{drawn(table)}\n{told.total} files: {counts}.{doubt}")


BECAME = {
    "same": "stayed",
    "moved": "moved with its words",
    "changed": "its words changed",
    "lost": "no place found",
}


def tell_correction(told: queries.CorrectionView, *, as_json: bool) -> None:
    """A line for each passage, those that wait marked so."""
    table = Table("Passage", "Words", "What became of it", title=f"Correction {told.number}")
    for one in told.passages:
        waits = "; waits for a person" if one.waits and told.is_newest else ""
        table.add_row(str(one.number), one.quote, BECAME[one.outcome] + waits)
    tell(told, as_json=as_json, words=drawn(table) if told.passages else "No passage of this text was in use.")


def drawn(table: Table) -> str:
    """A table as text as wide as the terminal, or 100 columns where there is none."""
    console = Console(width=None if sys.stdout.isatty() else 100)
    with console.capture() as captured:
        console.print(table, markup=False)
    return captured.get().rstrip()
