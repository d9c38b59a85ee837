"""The chronology room on the command line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click

from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.dates import NotADate, read_date
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, progress, seated, tell
from casement.foundation.shell_tables import may_save, out_option, save_table
from casement.rooms.chronology import commands as change
from casement.rooms.chronology import queries
from casement.rooms.chronology.rules import end_of
from casement.rooms.chronology.vocabulary import ANSWER_NAMES, FIELD_NAMES, Answer, Doubt, Stage

FIELDS = ", ".join(FIELD_NAMES)
COUNTS = ("rows", "ready", "to_check", "blank", "headings")
PATIENCE = 600  # seconds to wait for a worker that took the job first


@click.group("chronology")
def commands() -> None:
    """Bring agencies' chronologies in, and put their rows right."""


@commands.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--agency", type=int, help="The agency's number in the review.")
@click.option("--map", "maps", multiple=True, metavar="HEADING=FIELD", help=f"What a column becomes: {FIELDS}.")
@click.option("--sheet", type=int, help="Which sheet of the file, counted from 1.")
@click.option("--header-row", type=int, help="The row that holds the headings, as the file numbers it.")
@click.option("--month-first", is_flag=True, help="Dates such as 03/04/24 write the month first.")
@click.option("--carry-dates", is_flag=True, help="A blank date means the date of the row above.")
@click.option("--corrects", type=int, metavar="IMPORT", help="The import that this file is a corrected copy of.")
@click.option("--yes", is_flag=True, help="Bring the rows in as the columns are matched.")
@json_option
@seated
def bring_in(
    seat: Seat, *, file: Path, agency: int | None, maps: tuple[str, ...], sheet: int | None, header_row: int | None,
    month_first: bool, carry_dates: bool, corrects: int | None, yes: bool, as_json: bool,
) -> None:  # fmt: skip
    """Bring in FILE. Without --yes it stops before any row comes in and shows what would."""
    mapping = dict(pair(each) for each in maps)
    made = change.bring_in(seat, agency=agency, name=file.name, data=file.read_bytes(), corrects=corrects)
    view = worked(seat, made.number, Stage.FILE)
    if view.sentence:
        raise Refused(view.sentence)
    if sheet or header_row is not None:
        change.choose_sheet(seat, number=view.number, sheet=sheet or 1, header_row=header_row)
        view = worked(seat, view.number, Stage.FILE)
    if yes:
        order = "MDY" if month_first else None
        change.confirm_columns(seat, number=view.number, mapping=mapping, order=order, carry_dates=carry_dates)
        view = worked(seat, view.number, Stage.BRINGING)
    elif mapping:
        fields = [mapping.get(column["heading"], column["field"]) for column in view.mapping]
        change.match_columns(
            seat, number=view.number, fields=fields, order="MDY" if month_first else "DMY", carry_dates=carry_dates
        )
    say(seat, view.number, as_json)


def pair(told: str) -> tuple[str, str]:
    """A heading and what it becomes."""
    heading, equals, field = told.rpartition("=")
    if not equals or field not in set(FIELD_NAMES):
        raise Refused(f"Write --map as heading=field, with one of these fields: {FIELDS}.")
    return heading.strip(), field


def worked(seat: Seat, number: int, stage: str) -> queries.ImportView:
    """The import once the work of `stage` is over; done here, unless a worker has taken it."""
    view = queries.imported(seat, number)
    begun = time.monotonic()
    with progress() as bar:
        task = bar.add_task("Reading" if stage == Stage.FILE else "Bringing rows in", total=None)
        while view.state == stage:
            if not jobs.run(view.job_id or 0):
                done, total = queries.how_far(view)
                bar.update(task, completed=done, total=total)
                if queries.stopped(view) or time.monotonic() - begun > PATIENCE:
                    raise Refused("The work on this file stopped. Try again, or look at it in the browser.")
                time.sleep(0.2)
            view = queries.imported(seat, number)
    return view


def say(seat: Seat, number: int, as_json: bool) -> None:
    """Tell how an import stands."""
    view = queries.import_done(seat, number)
    facts: dict[str, Any] = {
        "kind": "import", "number": number, "agency": view.agency_number, "state": view.state, "rows": view.rows,
        "sheet": view.sheet, "header_row": view.header_row, "notes": view.notes, "refused": view.sentence,
        "columns": [{name: each[name] for name in ("heading", "field", "reason")} for each in view.mapping],
        "would_come": {name: view.counts.get(name, 0) for name in COUNTS},
    }  # fmt: skip
    lines = [f"Import {number}: {view.state}."]
    lines += [
        f"{each['sentence']} Say so with: answer-file {number} {each['kind']}."
        for each in view.doubts
        if not each["answer"]
    ]
    if view.sentence:
        lines.append(view.sentence)
    elif view.state == Stage.COLUMNS:
        lines += [f"  {each['heading']} becomes {each['field']}. {each['reason']}" for each in view.mapping]
        lines.append(
            f"{view.counts['ready']} rows are ready, {view.counts['to_check']} to check. Go on with: confirm."
        )
    else:
        told = view.rows
        lines.append(
            f"{view.total} rows: {told['in']} in, {told['waiting']} waiting, {told['left_out']} left out, "
            f"{told['blank']} blank."
        )
    tell(facts, as_json=as_json, words="\n".join((*lines, *view.notes)))


@commands.command("show")
@click.argument("number", type=int)
@json_option
@seated
def show(seat: Seat, *, number: int, as_json: bool) -> None:
    """How import NUMBER stands: its columns, its rows, what is noted."""
    say(seat, number, as_json)


@commands.command("confirm")
@click.argument("number", type=int)
@click.option("--map", "maps", multiple=True, metavar="HEADING=FIELD")
@click.option("--carry-dates", is_flag=True)
@click.option("--undated", is_flag=True, help="The table has no dates: every row waits.")
@json_option
@seated
def confirm(
    seat: Seat, *, number: int, maps: tuple[str, ...], carry_dates: bool, undated: bool, as_json: bool
) -> None:
    """Bring the rows of import NUMBER in as its columns are matched."""
    mapping = dict(pair(each) for each in maps)
    change.confirm_columns(seat, number=number, mapping=mapping, carry_dates=carry_dates, undated=undated)
    worked(seat, number, Stage.BRINGING)
    say(seat, number, as_json)


@commands.command("answer-file")
@click.argument("number", type=int)
@click.argument("doubt", type=click.Choice([str(one) for one in Doubt]))
@click.argument("said", type=click.Choice(["corrected", "apart", "ours"]))
@json_option
@seated
def answer_file(seat: Seat, *, number: int, doubt: str, said: str, as_json: bool) -> None:
    """Answer what is asked of import NUMBER as a whole: a copy is corrected or apart; another case is ours."""
    change.answer_doubt(seat, number=number, doubt=doubt, answer=said)
    say(seat, number, as_json)


@commands.command("changes")
@click.argument("number", type=int)
@json_option
@seated
def changes(seat: Seat, *, number: int, as_json: bool) -> None:
    """What import NUMBER, a corrected copy, would change."""
    told = queries.changes(seat, number, size=1_000_000)
    words = [
        f"{each.number}  {each.kind}  "
        + (f"row {each.row}" if each.row else "")
        + (f" entry {each.entry}" if each.entry else "")
        + f": {' '.join(each.event.split())}"
        + "".join(f"\n    {one.name}: {one.here} -> {one.file}" for one in each.differences)
        + "".join(f"\n    or entry {one.number}: {one.event}" for one in each.candidates)
        for each in told.rows
    ]
    tell(told.rows, as_json=as_json, words="\n".join(words) or "Nothing is left to answer.")


@commands.command("settle")
@click.argument("number", type=int)
@click.argument("said", type=click.Choice(["taken", "left"]))
@click.option("--change", "one", type=int, help="One change, by its number; without it all of --kind.")
@click.option("--kind", type=click.Choice(["changed", "new", "gone"]), default="changed")
@click.option("--entry", type=int, help="Which entry a doubtful row is; 0 for a new one.")
@click.option("--reason", default="")
@json_option
@seated
def settle(
    seat: Seat, *, number: int, said: str, one: int | None, kind: str, entry: int | None, reason: str, as_json: bool
) -> None:  # fmt: skip
    """Take or leave what import NUMBER, a corrected copy, would change."""
    if one is None:
        change.settle_changes(seat, number=number, kind=kind, answer=said, reason=reason)
    else:
        change.settle_change(seat, number=number, change=one, answer=said, entry=entry, reason=reason)
    say(seat, number, as_json)


@commands.command("rows")
@click.argument("number", type=int)
@json_option
@seated
def rows(seat: Seat, *, number: int, as_json: bool) -> None:
    """The rows of import NUMBER that wait, as recorded, with why."""
    waiting = queries.waiting_rows(seat, number, size=1_000_000)[1].rows
    words = [
        f"Row {each.row}: {each.reason}\n  " + " | ".join(text for _, text, _ in each.cells) for each in waiting
    ]
    tell(waiting, as_json=as_json, words="\n".join(words) or "No row waits.")


@commands.command("correct")
@click.argument("number", type=int)
@click.argument("row", type=int)
@click.option("--date", default="", help="What the date should be.")
@click.option("--time", "at", default="")
@click.option("--event", default="")
@click.option("--undated", is_flag=True, help="Keep the row without a date.")
@click.option("--leave-out", is_flag=True, help="Leave the row out, with --reason.")
@click.option("--reason", default="")
@click.option("--all-like-this", is_flag=True)
@json_option
@seated
def correct(
    seat: Seat, *, number: int, row: int, date: str, at: str, event: str, undated: bool, leave_out: bool,
    reason: str, all_like_this: bool, as_json: bool,
) -> None:  # fmt: skip
    """Put ROW of import NUMBER right, keep it without a date, or leave it out."""
    if leave_out:
        change.leave_out(seat, number=number, row=row, reason=reason, same_for_all=all_like_this)
    elif undated:
        change.keep_undated(seat, number=number, row=row, reason=reason, event=event, same_for_all=all_like_this)
    else:
        values = {"date": date, "time": at, "event": event}
        change.correct_row(seat, number=number, row=row, values=values, reason=reason, same_for_all=all_like_this)
    say(seat, number, as_json)


@commands.command("undo")
@click.argument("number", type=int)
@json_option
@seated
def undo(seat: Seat, *, number: int, as_json: bool) -> None:
    """Undo import NUMBER: its entries go, but for those the analysis rests on."""
    change.undo_import(seat, number=number)
    say(seat, number, as_json)


@commands.command("entries")
@click.option("--agency", type=int)
@json_option
@seated
def entries(seat: Seat, *, agency: int | None, as_json: bool) -> None:
    """Every entry in the order of time, as recorded beside as read."""
    told = queries.strands(seat, agency=agency, size=1_000_000).rows
    words = [f"{each.number}  {each.when}  {each.agency}: {' '.join(each.event.split())}" for each in told]
    tell(told, as_json=as_json, words="\n".join(words) or "There are no entries yet.")


@commands.command("add")
@click.argument("event")
@click.option("--agency", type=int)
@click.option("--date", default="")
@click.option("--time", "at", default="")
@click.option("--undated", is_flag=True)
@click.option("--present", default="")
@click.option("--action", default="")
@click.option("--source-record", default="")
@click.option("--analysis", default="")
@json_option
@seated
def add(seat: Seat, *, event: str, agency: int | None, at: str, as_json: bool, **told: Any) -> None:
    """Add one entry by hand."""
    made = change.add_entry(seat, agency=agency, event=event, time=at, **told)
    tell(made, as_json=as_json, words=f"Entry {made.number} added.")


@commands.command("known")
@click.argument("who")
@click.argument("moment")
@click.option("--hindsight", is_flag=True, help="Show everything, and say what was not known then. It is noted.")
@json_option
@seated
def known(seat: Seat, *, who: str, moment: str, hindsight: bool, as_json: bool) -> None:
    """What WHO (an agency or a role, by name or key) could have known by the end of MOMENT."""
    action = Action.CHRONOLOGY_HINDSIGHT if hindsight else Action.CHRONOLOGY_KNOWN
    look(seat, action)
    whom = knower(seat, who)
    try:
        then = end_of(read_date(moment))
    except NotADate as no:
        raise Refused(no.sentence) from None
    if then is None:
        raise Refused("A moment needs an end. Write a day, a month or a year.")
    asked = queries.hindsight if hindsight else queries.known
    told = asked(seat, whom, then, size=1_000_000)
    look(seat, action, kind="hindsight" if hindsight else "known_then")
    marks = {"elsewhere": "HINDSIGHT, had not reached them", "later": "HINDSIGHT, later or perhaps later"}
    words = [
        f"{row.number}  {row.when}  {row.agency}: {' '.join(row.event.split())}\n"
        f"    {marks.get(row.place) or '. '.join(row.how)}"
        for row in told.rows
    ]
    tell(told.rows, as_json=as_json, words="\n".join(words) or "Nothing recorded was certainly known by then.")


@commands.command("one-line")
@out_option
@json_option
@seated
def one_line(seat: Seat, *, out: Path | None, as_json: bool) -> None:
    """All accounts in the order of time. Read the strands first: one line has one voice."""
    may_save(seat, "one_line", Action.CHRONOLOGY_KNOWN, Action.CODING_FILES, out)
    if out is not None:
        save_table(out, "In one line", queries.COLUMNS, queries.account_rows(queries.whole_line(seat)))
        return
    told = [each for moment in queries.whole_line(seat) for each in moment.accounts]
    words = [f"{each.number}  {each.when}  {each.agency}: {' '.join(each.event.split())}" for each in told]
    tell(told, as_json=as_json, words="\n".join(words) or "There is no entry yet.")


def knower(seat: Seat, words: str) -> queries.Knower:
    """The agency or role of this name or key; Refused with what there is."""
    people = queries.knowers(seat)
    found = [each for each in people if words.casefold() in (each.key, each.name.casefold())]
    if len(found) != 1:
        named = "; ".join(f"{each.key} {each.name}" for each in people)
        raise Refused(f"Name one of these: {named}.")
    return found[0]


@commands.command("told")
@click.argument("number", type=int)
@click.argument("whom")
@click.option("--by", default="", help="The agency that told them, if it is known.")
@click.option("--date", required=True)
@click.option("--time", "at", default="")
@click.option("--means", default="")
@click.option("--shown-by", default="", help="The record that says so.")
@json_option
@seated
def told(
    seat: Seat, *, number: int, whom: str, by: str, date: str, at: str, means: str, shown_by: str, as_json: bool
) -> None:
    """Record that WHOM was told of entry NUMBER."""
    look(seat, Action.CHRONOLOGY_LINK)
    made = change.record_telling(
        seat, number=number, told=knower(seat, whom).key, told_by=knower(seat, by).key if by else "", date=date,
        time=at, means=means, shown_by=shown_by,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Recorded as telling {made.number} of entry {number}.")


@commands.command("same")
@click.option("--look", "compare", is_flag=True, help="Compare all entries first.")
@click.option("--kind", type=click.Choice(["open", "settled", "different"]), default="open")
@json_option
@seated
def same(seat: Seat, *, compare: bool, kind: str, as_json: bool) -> None:
    """Pairs of entries that may speak of one event, with the reason."""
    if compare:
        jobs.run(change.look_for_same(seat).pk)
    look(seat, Action.CHRONOLOGY_KNOWN, kind="pairs")
    found = queries.pairs(seat, kind="" if kind == "open" else kind, size=1_000_000)
    words = [
        f"{pair.number}  {pair.words or 'Both say: ' + ', '.join((*pair.shared, *pair.people))}\n"
        + "\n".join(
            f"    {one.number}  {one.when}  {one.agency}: {' '.join(one.event.split())}" for one in pair.sides
        )
        for pair in found.rows
    ]
    tell(found.rows, as_json=as_json, words="\n".join(words) or "No pairs of this kind.")


@commands.command("answer")
@click.argument("number", type=int)
@click.argument("answer", type=click.Choice([*map(str, Answer), "open"]))
@click.option("--reason", default="")
@json_option
@seated
def answer(seat: Seat, *, number: int, answer: str, reason: str, as_json: bool) -> None:
    """Answer pair NUMBER, or take its answer back with: open."""
    if answer == "open":
        made = change.take_back_answer(seat, number=number, reason=reason)
    else:
        made = change.answer_pair(seat, number=number, answer=answer, reason=reason)
    tell(
        made,
        as_json=as_json,
        words=f"Pair {number}: {ANSWER_NAMES[Answer(made.answer)] if made.answer else 'open'}.",
    )
