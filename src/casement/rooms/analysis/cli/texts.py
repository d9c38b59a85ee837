"""Texts and what they rest on, on the command line."""

from dataclasses import asdict

import click

from casement.foundation.access import Seat
from casement.foundation.refusals import Conflict, Refused
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.cli.options import citing
from casement.rooms.analysis.vocabulary import Cite


@click.command()
@click.argument("statement", type=int)
@citing
@json_option
@seated
def cite(seat: Seat, *, statement: int, named: Cite | None, as_json: bool) -> None:
    """Rest the text numbered STATEMENT on a passage or an entry, or name what speaks against it."""
    if named is None:
        raise Refused("Say what it rests on: --excerpt, --source with --paragraph and --words, or --entry.")
    made = change.cite(seat, statement=statement, **asdict(named))
    tell(made, as_json=as_json, words=f"Evidence {made.number} linked to text {statement}.")


@click.command()
@click.argument("evidence", type=int)
@json_option
@seated
def uncite(seat: Seat, *, evidence: int, as_json: bool) -> None:
    """Take EVIDENCE away from its text. The passage itself stays."""
    made = change.uncite(seat, number=evidence)
    tell(made, as_json=as_json, words=f"Evidence {made.number} taken away.")


@click.command()
@click.argument("statement", type=int)
@click.argument("text")
@click.option("--based-on", type=int, required=True, help="The edition the text was written over.")
@click.option("--inference/--no-inference", default=None, help="Whether it is our inference.")
@json_option
@seated
def edit(seat: Seat, *, statement: int, text: str, based_on: int, inference: bool | None, as_json: bool) -> None:
    """Change the text numbered STATEMENT. If somebody saved meanwhile, both texts are kept."""
    try:
        made = change.edit_statement(seat, number=statement, text=text, based_on=based_on, inference=inference)
    except Conflict as no:
        on = f"Then: settle {statement} --kept {no.kept} --based-on {no.current} --choice mine, theirs or written"
        raise Refused(f"{no.sentence}\nNow: {no.theirs}\nYours: {no.mine}\n{on}") from None
    tell(made, as_json=as_json, words=f"Text {made.number} is now edition {made.edition}.")


@click.command()
@click.argument("statement", type=int)
@click.option("--kept", type=int, required=True, help="The text kept beside, as the refusal named it.")
@click.option("--based-on", type=int, required=True, help="The edition it was read against.")
@click.option("--choice", type=click.Choice(["mine", "theirs", "written", "both"]), required=True)
@click.option("--text", default="", help="The one text, for --choice written.")
@json_option
@seated
def settle(seat: Seat, *, statement: int, kept: int, based_on: int, choice: str, text: str, as_json: bool) -> None:
    """Choose between two texts of STATEMENT. Every text stays in its history."""
    made = change.settle_conflict(seat, number=statement, kept=kept, based_on=based_on, choice=choice, text=text)
    tell(made, as_json=as_json, words=f"Text {made.number} is settled, edition {made.edition}.")
