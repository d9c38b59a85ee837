"""Candidates for an episode on the command line: what is proposed and what was decided."""

from pathlib import Path

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.foundation.shell_tables import may_save, save_table
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.exports import candidate_log as files
from casement.rooms.analysis.queries import candidate_log as decided
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.analysis.rules.candidates import SORT_NAMES, Sort


@click.group()
def candidate() -> None:
    """What may be a key practice episode, and what was decided about it."""


@candidate.command("list")
@click.option("--sort", type=click.Choice([one.value for one in Sort]), help="Only of this sort.")
@json_option
@seated
def list_(seat: Seat, *, sort: str | None, as_json: bool) -> None:
    """List the candidates that wait, each with its mark, its reason and what it rests on."""
    look(seat, Action.ANALYSIS_READ, kind="candidates")
    waiting = decided.open_ones(found(seat).candidates, decided.decisions(seat))
    told = [one for one in waiting if sort in (None, one.sort)]
    facts = [
        {"mark": one.mark, "sort": one.sort, "said": one.said, "rests": [rest.key for rest in one.rests]}
        for one in told
    ]
    words = "\n".join(f"{one.mark}  {SORT_NAMES[one.sort]}: {one.said}" for one in told)
    tell(facts, as_json=as_json, words=words or "No candidate waits.")


@candidate.command("take")
@click.argument("mark")
@click.option("--title", required=True, help="Plain, without judgement.")
@click.option("--why", required=True, help="Why it may be key.")
@json_option
@seated
def take(seat: Seat, *, mark: str, title: str, why: str, as_json: bool) -> None:
    """Put the candidate MARK forward as an episode, with its time, its agencies and what it rests on."""
    one = found(seat).one(mark)
    days = [f"{day.day} {day:%B %Y}" if day else "" for day in (one.first, one.last)] if one else ["", ""]
    made = change.take_candidate(
        seat, candidate=mark, title=title, why=why, began=days[0], until=days[1] if days[1] != days[0] else "",
        strands=one.agencies if one else (), ticked=[rest.key for rest in one.to_cite] if one else (),
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Episode {made.number} is a candidate.")


@candidate.command("set-aside")
@click.argument("mark")
@click.option("--reason", required=True)
@json_option
@seated
def set_aside(seat: Seat, *, mark: str, reason: str, as_json: bool) -> None:
    """Set the candidate MARK aside; the reason stays in the log."""
    made = change.set_candidate_aside(seat, candidate=mark, reason=reason)
    tell(made, as_json=as_json, words=f"It is set aside: decision {made.number}.")


@candidate.command("ask")
@click.argument("mark")
@click.argument("text")
@click.option("--agency", type=int, help="Whom you ask, by number.")
@json_option
@seated
def ask(seat: Seat, *, mark: str, text: str, agency: int | None, as_json: bool) -> None:
    """Make the candidate MARK, mostly a gap, a query with the words TEXT."""
    made = change.ask_about_candidate(seat, candidate=mark, text=text, asked_of=agency)
    tell(made, as_json=as_json, words="The query is kept.")


@candidate.command("look-again")
@click.argument("decision", type=int)
@click.option("--reason", required=True)
@json_option
@seated
def look_again(seat: Seat, *, decision: int, reason: str, as_json: bool) -> None:
    """Open a candidate again by a later line in the log; DECISION stays in it."""
    made = change.look_again(seat, number=decision, reason=reason)
    tell(made, as_json=as_json, words="It is open again.")


@candidate.command("log")
@click.option("--out", type=click.Path(path_type=Path), help="Save as this file instead: .xlsx or .csv.")
@json_option
@seated
def log(seat: Seat, *, out: Path | None, as_json: bool) -> None:
    """Tell the decision log, newest first."""
    may_save(seat, "candidates", Action.ANALYSIS_READ, Action.CODING_FILES, out)
    told = decided.log(seat)
    if out is not None:
        save_table(out, "decision-log", files.COLUMNS, files.rows(told))
        return
    words = "\n".join(
        f"{one.number or '-':>4} {one.decision_name}: {one.said} {one.reason} ({one.by})" for one in told
    )
    tell(told, as_json=as_json, words=words or "Nothing has been decided yet.")
