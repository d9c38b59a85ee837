"""The final report on the command line."""

import time
from pathlib import Path

import click

from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.shell import json_option, look, progress, seated, tell
from casement.rooms.reports import commands as change
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.vocabulary import FINAL_EDITIONS, SECTION, TROUBLE_NAMES, CopyState, Edition, Format

LONGEST_WAIT = 120  # seconds


@click.group("report")
def report() -> None:
    """Write the final report, check it, save copies."""


@report.command("start")
@json_option
@seated
def start(seat: Seat, *, as_json: bool) -> None:
    """Start the report from the analysis."""
    tell(change.start_report(seat), as_json=as_json, words="The report is started.")


@report.command("show")
@click.argument("section", required=False)
@json_option
@seated
def show(seat: Seat, *, section: str | None, as_json: bool) -> None:
    """Show the sections, or the text of one SECTION by its key."""
    desk = queries.desk(seat)
    if section:
        written = desk.section(section)
        facts = {
            "key": written.key,
            "title": written.title,
            "text": written.text,
            "edition": desk.editions[section],
        }
        tell(facts, as_json=as_json, words=written.text)
        return
    sections = [{"key": one.key, "title": one.title, "edition": desk.editions[one.key]} for one in desk.sections]
    words = "\n".join(f"{one.key:20} {one.title}" for one in desk.sections)
    tell(sections, as_json=as_json, words=words or "The report has not been started yet.")


@report.command("edit")
@click.argument("section")
@click.option("--text", help="The new text.")
@click.option(
    "--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Take it from a file."
)
@click.option("--based-on", type=int, help="The edition you read; the present one when left out.")
@json_option
@seated
def edit(
    seat: Seat, *, section: str, text: str | None, file: Path | None, based_on: int | None, as_json: bool
) -> None:
    """Change the text of SECTION."""
    if file is not None:
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Refused("The file is not in UTF-8. Save it as UTF-8 text, then try again.") from None
    if text is None:
        raise Refused("Give the text with --text or --file.")
    told = queries.desk(seat).editions
    if section not in told:
        raise NotHere
    made = change.edit_section(seat, key=section, text=text, based_on=based_on or told[section])
    tell({"key": section, "edition": made.edition}, as_json=as_json, words="Section saved.")


@report.command("reset")
@click.argument("section")
@json_option
@seated
def reset(seat: Seat, *, section: str, as_json: bool) -> None:
    """Put the first text of SECTION back; what stands now is kept."""
    told = queries.desk(seat).editions
    if section not in told:
        raise NotHere
    made = change.reset_section(seat, key=section, based_on=told[section])
    tell({"key": section, "edition": made.edition}, as_json=as_json, words="The first text is back.")


@report.command("check")
@click.option("--edition", type=click.Choice([one.value for one in FINAL_EDITIONS]), default="internal")
@json_option
@seated
def check(seat: Seat, *, edition: str, as_json: bool) -> None:
    """Say what is wrong with the report. Refused when something stops this edition."""
    tree = queries.whole(seat, Edition(edition))
    places = {key: words.title for key, words in SECTION.items()}
    lines = [
        f"{TROUBLE_NAMES[one.kind]}: {places.get(one.section, 'Cover and notes')}: {one.words}"
        for one in tree.problems
    ]
    tell(tree.problems, as_json=as_json, words="\n".join(lines) or "Nothing is wrong.")
    if publishing.stops(tree):
        raise Refused("This edition cannot be published yet. Put right what is listed.")


@report.command("export")
@click.option("--edition", type=click.Choice([one.value for one in FINAL_EDITIONS]), default="internal")
@click.option("--format", "form", type=click.Choice([one.value for one in Format]), required=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file, or the folder, to write to.")
@click.option("--looked", is_flag=True, help="You looked at everything `check` lists.")
@json_option
@seated
def export(seat: Seat, *, edition: str, form: str, out: Path, looked: bool, as_json: bool) -> None:
    """Save a copy of the report."""
    with progress() as bar:
        step = bar.add_task("Making the copy", total=2)
        made = change.export_report(seat, edition=edition, format=form, looked=looked)
        bar.advance(step)
        done = finished(seat, made.number, made.job_id or 0)
        bar.advance(step)
    if not done.is_ready:
        raise Refused(done.sentence or "The copy could not be made.")
    _, content = queries.copy_file(seat, made.number)
    target = out / exports.file_name(made.number, edition, form) if out.is_dir() else out
    target.write_bytes(content)
    told = {"copy": made.number, "edition": edition, "format": form, "sha256": done.sha256, "file": str(target)}
    tell(told, as_json=as_json, words=f"Copy {made.number} saved.")


def finished(seat: Seat, number: int, job_id: int) -> queries.Copy:
    """The copy once it is made, here or by a worker that took the job first."""
    jobs.run(job_id)
    until = time.monotonic() + LONGEST_WAIT
    while True:
        found = queries.copy(seat, number)
        if found.state != CopyState.MAKING or time.monotonic() > until:
            return found
        time.sleep(0.2)


@report.command("copies")
@json_option
@seated
def copies(seat: Seat, *, as_json: bool) -> None:
    """List the copies."""
    found = queries.copies(seat)
    words = "\n".join(
        f"{one.number:4} {one.edition_name}, {one.format_name}, {one.by}: {one.state}" for one in found
    )
    tell(found, as_json=as_json, words=words or "No copy has been saved yet.")


@report.command("language")
@json_option
@seated
def language(seat: Seat, *, as_json: bool) -> None:
    """List where a reader may hear hindsight, an outcome or blame in what we wrote, unless it is answered."""
    look(seat, Action.ANALYSIS_READ, kind="language")
    notes = queries.heard(seat).notes
    words = "\n".join(f"{one.place}: “{one.words}” ({one.rule}). {one.advice}" for one in notes)
    tell(notes, as_json=as_json, words=words or "There is no note on language.")
