"""Other explanations and second readings on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.blind import blind
from casement.rooms.analysis.queries.readings import ReadingLine, readings
from casement.rooms.analysis.rules.alternatives import REPLY_NAMES, AlternativeReply
from casement.rooms.analysis.rules.readings import ReadingReply
from casement.rooms.analysis.vocabulary import Owner


@click.group()
def alternative() -> None:
    """What else could explain a finding."""


@alternative.command("add")
@click.argument("finding", type=int)
@click.argument("text")
@click.option("--would-speak", default="", help="What would speak for it.")
@json_option
@seated
def add(seat: Seat, *, finding: int, text: str, would_speak: str, as_json: bool) -> None:
    """Record TEXT as another explanation of FINDING."""
    made = change.record_alternative(seat, finding=finding, text=text, would_speak=would_speak)
    tell(made, as_json=as_json, words=f"Other explanation {made.number} is kept, open until it is answered.")


@alternative.command("answer")
@click.argument("number", type=int)
@click.argument("answer", type=click.Choice([one.value for one in AlternativeReply]))
@click.option("--reason", required=True)
@json_option
@seated
def answer_alternative(seat: Seat, *, number: int, answer: str, reason: str, as_json: bool) -> None:
    """Say what the team makes of other explanation NUMBER."""
    made = change.answer_alternative(seat, number=number, answer=answer, reason=reason)
    tell(made, as_json=as_json, words=f"{REPLY_NAMES[answer]}: other explanation {made.number}.")


@alternative.command("list")
@click.argument("finding", type=int)
@json_option
@seated
def list_(seat: Seat, *, finding: int, as_json: bool) -> None:
    """List the other explanations of FINDING with the last answer to each."""
    look(seat, Action.ANALYSIS_READ, kind="finding", number=finding)
    told = queries.finding(seat, finding).alternatives
    words = "\n".join(
        f"{one.number:4} {one.text} {REPLY_NAMES.get(one.answer, '(open)')} {one.reason}" for one in told
    )
    tell(told, as_json=as_json, words=words or "No other explanation is recorded.")


@click.group()
def reading() -> None:
    """Second readings: blind, then compared."""


@reading.command("ask")
@click.argument("owner", type=click.Choice([Owner.EPISODE.value, Owner.FINDING.value]))
@click.argument("about", type=int)
@click.option("--reader", type=int, required=True, help="A participation's number.")
@click.option("--why", default="")
@json_option
@seated
def ask(seat: Seat, *, owner: str, about: int, reader: int, why: str, as_json: bool) -> None:
    """Ask somebody for a second reading of an episode or a finding. The analysis is shut to them meanwhile."""
    made = change.ask_second_reading(seat, owner=owner, about=about, reader=reader, why=why)
    tell(made, as_json=as_json, words=f"Second reading {made.number} is asked for.")


def stands(one: ReadingLine) -> str:
    """How far a reading has come, in words."""
    if one.waits:
        return "open"
    return "handed in" if one.handed_in_at else "ended"


@reading.command("list")
@json_option
@seated
def list_readings(seat: Seat, *, as_json: bool) -> None:
    """List second readings, newest first."""
    look(seat, Action.READINGS_READ, kind="second_reading")
    told = readings(seat)
    words = "\n".join(f"{one.number:4} {one.place}, {one.reader}: {stands(one)}" for one in told)
    tell(told, as_json=as_json, words=words or "Nobody has been asked yet.")


@reading.command("show")
@click.argument("number", type=int)
@json_option
@seated
def show(seat: Seat, *, number: int, as_json: bool) -> None:
    """Show what you are asked to read: facts and passages alone."""
    look(seat, Action.READINGS_READ, kind="second_reading", number=number)
    told = blind(seat, number)
    lines = [f"{one.title}, {one.when}" for one in told.episodes]
    lines += [f"{about}: {text}" for one in told.episodes for about, text in one.accounts]
    lines += [f"“{one.words}” {one.place}" for one in told.evidence]
    tell(told, as_json=as_json, words="\n".join(lines))


@reading.command("hand-in")
@click.argument("number", type=int)
@click.argument("text")
@click.option("--standard", default="", help="By which standard.")
@click.option("--not-told", default="", help="What could not be told from the evidence.")
@json_option
@seated
def hand_in(seat: Seat, *, number: int, text: str, standard: str, not_told: str, as_json: bool) -> None:
    """Hand in TEXT as your reading."""
    made = change.hand_in_reading(seat, number=number, text=text, measured_by=standard, not_told=not_told)
    tell(made, as_json=as_json, words=f"Second reading {made.number} is handed in.")


@reading.command("keep")
@click.argument("number", type=int)
@click.argument("text")
@click.option("--standard", default="", help="By which standard.")
@click.option("--not-told", default="", help="What could not be told from the evidence.")
@json_option
@seated
def keep(seat: Seat, *, number: int, text: str, standard: str, not_told: str, as_json: bool) -> None:
    """Keep TEXT as your unfinished reading. Nobody but you sees it."""
    made = change.keep_reading(seat, number=number, text=text, measured_by=standard, not_told=not_told)
    tell(made, as_json=as_json, words=f"Second reading {made.number} is kept as it is.")


@reading.command("give-back")
@click.argument("number", type=int)
@click.option("--reason", required=True)
@json_option
@seated
def give_back(seat: Seat, *, number: int, reason: str, as_json: bool) -> None:
    """Give a reading back without a result."""
    made = change.give_back_reading(seat, number=number, reason=reason)
    tell(made, as_json=as_json, words=f"Second reading {made.number} is given back.")


@reading.command("answer")
@click.argument("number", type=int)
@click.argument("answer", type=click.Choice([one.value for one in ReadingReply]))
@click.option("--reason", required=True)
@json_option
@seated
def answer_reading(seat: Seat, *, number: int, answer: str, reason: str, as_json: bool) -> None:
    """Say what the team changed or kept after second reading NUMBER."""
    made = change.answer_reading(seat, number=number, answer=answer, reason=reason)
    tell(made, as_json=as_json, words=f"What you did after second reading {made.number} is kept.")
