"""Exchange with other programs on the command line."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

import click

from casement.foundation import jobs, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.shell import json_option, progress, seated, tell
from casement.foundation.shell_files import save_new
from casement.rooms.coding import commands as change
from casement.rooms.coding import queries
from casement.rooms.coding.rules.exchange.items import KIND_NAMES, OUTCOME_NAMES, Outcome
from casement.rooms.coding.vocabulary import CountedAs, Target
from casement.rooms.sources.queries import choices as source_choices
from casement.rooms.sources.queries import is_being_read
from casement.rooms.sources.vocabulary import Access, Kind, Use

LONGEST_WAIT = 600.0
SHOWN = 200


@click.group("coding")
def coding() -> None:
    """Projects and codebooks of other programs (REFI-QDA), in and out."""


FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
OUT = click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The file, or the folder, to write."
)


@coding.command("import-project")
@FILE
@click.option("--kind", type=click.Choice([str(one) for one in Kind]), default=str(Kind.RECORD))
@click.option("--agency", help="Number or name of the agency its texts come from.")
@click.option("--participation", type=int, help="Whose account it is, for conversations.")
@click.option("--access", type=click.Choice([str(one) for one in Access]), default=str(Access.TEAM))
@click.option("--use", type=click.Choice([str(one) for one in Use]), default=str(Use.QUOTABLE))
@click.option("--counting", type=click.Choice([str(one) for one in CountedAs]), default="auto",
              help="How it counts places; found out from the file unless you say.")  # fmt: skip
@json_option
@seated
def import_project(seat: Seat, *, file: Path, agency: str | None, as_json: bool, **asked: Any) -> None:
    """Bring in FILE, a project (.qdpx or .qde): its texts, codes, marks and memos."""
    number = agency_number(seat, agency)
    made = change.bring_in_exchange(seat, name=file.name, data=file.read_bytes(), agency=number, **asked)
    tell_exchange(seat, made.number, made.job_id, as_json=as_json)


@coding.command("import-codebook")
@FILE
@json_option
@seated
def import_codebook(seat: Seat, *, file: Path, as_json: bool) -> None:
    """Bring in only the codes of FILE: a codebook (.qdc, or a table as .xlsx or .csv) or a project."""
    made = change.bring_in_exchange(seat, name=file.name, data=file.read_bytes(), what="codebook")
    tell_exchange(seat, made.number, made.job_id, as_json=as_json)


@coding.command("export-project")
@OUT
@click.option("--for", "target", type=click.Choice([str(one) for one in Target]), default=str(Target.STANDARD))
@click.option("--bare", is_flag=True, help="One document (.qde) with the texts inside.")
@json_option
@seated
def export_project(seat: Seat, *, out: Path, target: str, bare: bool, as_json: bool) -> None:
    """Save what you may read of sources, codes, marks and memos as a project."""
    save_exchange(seat, "document" if bare else "project", target, out, as_json=as_json)


@coding.command("export-codebook")
@OUT
@json_option
@seated
def export_codebook(seat: Seat, *, out: Path, as_json: bool) -> None:
    """Save factors and open codes as a codebook (.qdc)."""
    save_exchange(seat, "codebook", str(Target.STANDARD), out, as_json=as_json)


@coding.command("report")
@click.argument("number", type=int)
@json_option
@seated
def report(seat: Seat, *, number: int, as_json: bool) -> None:
    """What came of exchange NUMBER, item by item."""
    tell_exchange(seat, number, None, as_json=as_json)


def agency_number(seat: Seat, told: str | None) -> int | None:
    """The number of an agency given by number or by name."""
    if told is None or told.isdecimal():
        return int(told) if told else None
    for number, name in source_choices(seat).agencies:
        if name.casefold() == told.casefold():
            return int(number)
    raise Refused("There is no agency of that name here. Give its number or its exact name.")


def ended(seat: Seat, number: int, job_id: int | None) -> queries.ExchangeView:
    """The exchange once it has ended, here or by a worker that took the job first."""
    if job_id is not None:
        with progress() as bar:
            line = bar.add_task("Reading and writing", total=None)
            mine = jobs.run(job_id, watch=lambda done: bar.update(line, completed=done))
            until = time.monotonic() + LONGEST_WAIT
            while not mine and is_being_read(job_id) and time.monotonic() < until:
                time.sleep(0.2)
    return queries.exchange(seat, number)


def tell_exchange(seat: Seat, number: int, job_id: int | None, *, as_json: bool) -> None:
    """The report: what was found out about the file, counts that add up, and every line that is not plain."""
    if not allows(seat.standing, Action.CODING_EXCHANGES):
        raise NotHere
    told = ended(seat, number, job_id)
    if told.state == "refused":
        raise Refused(told.sentence)
    _, items = queries.every_item(seat, number)
    ledger.write(seat, Action.CODING_EXCHANGES, "seen", kind="exchange", number=number)
    names = OUTCOME_NAMES[told.direction]
    counts = Counter((KIND_NAMES[one.kind], names[one.outcome]) for one in items)
    lines = [f"Exchange {number}: {told.name}"]
    lines += [str(told.facts[key]) for key in ("schema", "counting") if told.facts.get(key)]
    lines += told.facts.get("remarks", ())
    lines += [f"{count:>6}  {kind}: {outcome}" for (kind, outcome), count in counts.items()]
    odd = [one for one in items if one.outcome not in (Outcome.KEPT, Outcome.HERE)]
    lines += [f"        {KIND_NAMES[one.kind]} {one.name[:60]}: {one.sentence}" for one in odd[:SHOWN]]
    if len(odd) > SHOWN:
        lines.append(f"        and {len(odd) - SHOWN} more; --json tells all of them.")
    tell({"exchange": told, "items": items}, as_json=as_json, words="\n".join(lines))


def save_exchange(seat: Seat, what: str, target: str, out: Path, *, as_json: bool) -> None:
    """Make a file, write it to `out`, and tell its report. Never writes over a file that is there."""
    made = change.send_exchange(seat, what=what, target=target)
    told = ended(seat, made.number, made.job_id)
    if told.state != "done":
        raise Refused(told.sentence or "The file is not done yet. Its report says when it is.")
    _, content = queries.exchanged_file(seat, made.number)
    path = out / told.name if out.is_dir() else out
    save_new(path, [content])
    tell_exchange(seat, made.number, None, as_json=as_json)
