"""Looking for what may speak against a claim, on the command line, and weighing it."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.queries import against as other
from casement.rooms.analysis.rules.opposing import Voice
from casement.rooms.analysis.vocabulary import WEIGHING_NAMES, Weighing

OWNER = click.argument("owner", type=click.Choice(["pattern", "finding", "episode"]))
FIRST = 10


@click.command("against")
@OWNER
@click.argument("number", type=int)
@click.option("--most", type=click.IntRange(1, 60), default=FIRST, help="How many passages (10).")
@json_option
@seated
def against(seat: Seat, *, owner: str, number: int, most: int, as_json: bool) -> None:
    """List passages that may speak against a pattern, finding or episode, each with its place and the reason."""
    look(seat, Action.ANALYSIS_READ, kind="counter-evidence", number=number)
    without = {one.place for one in other.weighed(seat, owner, number)}
    told = other.other_side(seat, owner, number, without=without).proposed[:most]
    facts = [
        {"place": other.named(one.passage), "words": one.passage.words, "reasons": one.reasons} for one in told
    ]
    words = "\n\n".join(
        f"{other.named(one.passage)}  {other.where(one.passage)}, {one.passage.title}\n"
        f"  “{one.passage.words}”\n" + "\n".join(f"  {reason}" for reason in one.reasons)
        for one in told
    )
    tell(facts, as_json=as_json, words=words or "Nothing was found that is not cited or weighed already.")


@click.command("weigh")
@OWNER
@click.argument("number", type=int)
@click.argument("place")
@click.argument("answer", type=click.Choice([each.value for each in Weighing]))
@click.option("--reason", required=True, help="Why, in a sentence.")
@click.option("--against", "statement", type=int, help="Add it at once as evidence against this statement.")
@json_option
@seated
def weigh(
    seat: Seat,
    *,
    owner: str,
    number: int,
    place: str,
    answer: str,
    reason: str,
    statement: int | None,
    as_json: bool,
) -> None:
    """Say whether the passage at PLACE, as `against` lists it, weakens a claim."""
    made = change.weigh_passage(
        seat, owner=owner, number=number, place=place, answer=answer, reason=reason, statement=statement
    )
    tell(made, as_json=as_json, words=f"Answer {made.number} is kept: {WEIGHING_NAMES[answer].lower()}.")


@click.command("weighed")
@json_option
@seated
def weighed(seat: Seat, *, as_json: bool) -> None:
    """List what was weighed, for every claim."""
    look(seat, Action.ANALYSIS_READ, kind="counter-evidence")
    told = other.weighed(seat)
    words = "\n".join(
        f"{one.number:4} {one.owner.capitalize()} {one.about}, {one.where}: {WEIGHING_NAMES[one.answer].lower()}. "
        f"{one.reason} ({one.by})"
        for one in told
    )
    tell(told, as_json=as_json, words=words or "Nothing has been weighed yet.")


@click.command("unweigh")
@click.argument("number", type=int)
@json_option
@seated
def unweigh(seat: Seat, *, number: int, as_json: bool) -> None:
    """Take answer NUMBER back; it stays in the record."""
    change.take_back_weighing(seat, number=number)
    tell({"answer": number}, as_json=as_json, words="The answer is taken back.")


@click.command("expect")
@OWNER
@click.argument("number", type=int)
@click.argument("text")
@click.option(
    "--voice", type=click.Choice([each.value for each in Voice]), default="", help="Who would have told it."
)
@json_option
@seated
def expect(seat: Seat, *, owner: str, number: int, text: str, voice: str, as_json: bool) -> None:
    """Say what somebody would have told if a claim were not so; `against` then looks for it first."""
    made = change.expect_otherwise(seat, owner=owner, number=number, text=text, voice=voice)
    tell(made, as_json=as_json, words=f"Expectation {made.number} is kept.")


@click.command("expected")
@OWNER
@click.argument("number", type=int)
@json_option
@seated
def expected(seat: Seat, *, owner: str, number: int, as_json: bool) -> None:
    """List what is expected to have been told if a claim were not so."""
    look(seat, Action.ANALYSIS_READ, kind="counter-evidence", number=number)
    told = other.expected(seat, owner, number)
    words = "\n".join(
        f"{one.number:4} {f'{one.words}: ' if one.words else ''}{one.text} ({one.by})" for one in told
    )
    tell(told, as_json=as_json, words=words or "Nobody has said what they would expect.")


@click.command("unexpect")
@click.argument("number", type=int)
@json_option
@seated
def unexpect(seat: Seat, *, number: int, as_json: bool) -> None:
    """Look for expectation NUMBER no longer; it stays in the record."""
    change.take_back_expectation(seat, number=number)
    tell({"expectation": number}, as_json=as_json, words="It is looked for no longer.")
