"""Follow-on reports on the command line."""

from datetime import datetime
from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import NotHere
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.reports import commands as change
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules.tree import CopyMark
from casement.rooms.reports.vocabulary import EDITION_NAMES, FOLLOW_ON, NAMES, Edition, Format

DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group("follow-on")
def follow_on() -> None:
    """Prepare follow-on reports, release them to the case group, read what came back."""


@follow_on.command("list")
@json_option
@seated
def list_them(seat: Seat, *, as_json: bool) -> None:
    """Say how each follow-on report stands with the case group."""
    look(seat, Action.FOLLOW_ON_LIST)
    found = queries.editions(seat)
    words = "\n".join(
        f"{NAMES[FOLLOW_ON[one.report]]}, edition {one.number}: "
        + (f"open until {one.until}, comments by {one.comments_by}" if one.open else "closed")
        for one in found
    )
    tell(found, as_json=as_json, words=words or "None has been released yet.")


@follow_on.command("start")
@click.argument("report", type=int)
@json_option
@seated
def start(seat: Seat, *, report: int, as_json: bool) -> None:
    """Start follow-on report 1 or 2 from the analysis."""
    tell(change.start_follow_on(seat, report=report), as_json=as_json, words="The report is started.")


@follow_on.command("release")
@click.argument("report", type=int)
@click.option("--comments-by", type=DAY, required=True, help="The day by which comments are asked for.")
@click.option("--until", type=DAY, required=True, help="The last day it can be read.")
@click.option("--downloads", is_flag=True, help="They may save it as a file that says whose copy it is.")
@click.option("--looked", is_flag=True, help="You have looked at what its page lists.")
@json_option
@seated
def release(
    seat: Seat, *, report: int, comments_by: datetime, until: datetime, downloads: bool, looked: bool, as_json: bool
) -> None:
    """Release the report to the case group as it stands."""
    made = change.issue_follow_on(
        seat,
        report=report,
        comments_by=comments_by.date(),
        until=until.date(),
        downloads=downloads,
        looked=looked,
    )
    told = {"report": report, "edition": made.number, "sha256": made.sha256}
    tell(told, as_json=as_json, words=f"Edition {made.number} is open to the case group.")


@follow_on.command("comments")
@click.argument("report", type=int)
@json_option
@seated
def comments(seat: Seat, *, report: int, as_json: bool) -> None:
    """List the comments on a report, as far as you may see them."""
    look(seat, Action.COMMENTS_READ, kind="comments")
    found = queries.comments(seat, report)
    words = "\n".join(
        f"{one.number:4} {one.place}, {one.by}: {one.kind_says}. {one.text}\n"
        f"     {one.answer.did + '. ' + one.answer.text if one.answer else 'Not answered yet.'}"
        for one in found
    )
    tell(found, as_json=as_json, words=words or "No comment has come yet.")


@follow_on.command("save")
@click.argument("report", type=int)
@click.option("--format", "form", type=click.Choice([Format.DOCX.value, Format.PDF.value]), default="docx")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file, or a folder for it.")
@json_option
@seated
def save(seat: Seat, *, report: int, form: str, out: Path, as_json: bool) -> None:
    """Save the edition you may read as a file that says whose copy it is."""
    look(seat, Action.FOLLOW_ON_READ, kind="export", number=report)
    issued = queries.edition_for(seat, report)
    if not issued.downloads and not queries.writes(seat):
        raise NotHere
    mark = CopyMark(f"{EDITION_NAMES[Edition.CASE_GROUP]}, {NAMES[FOLLOW_ON[report]].lower()}", reader=seat.label)
    target = out / f"follow-on-{report}.{form}" if out.is_dir() else out
    target.write_bytes(exports.write(queries.tree_of(issued).marked(mark), form))
    tell({"file": str(target)}, as_json=as_json, words="Saved.")
