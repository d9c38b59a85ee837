"""Patterns on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis.queries.tray import passages_in_tray, uses_in_tray
from casement.rooms.analysis.queries.workspace import pattern_links
from casement.rooms.analysis.rules.tray import INFLUENCES, SHOWS, sought
from casement.rooms.analysis.vocabulary import PATTERN_PARTS, Owner, Priority


@click.group()
def pattern() -> None:
    """Candidate underlying patterns."""


@pattern.command("add")
@click.argument("title")
@click.option("--use", "uses", type=int, multiple=True, help="A factor use to gather, by number.")
@click.option("--primary", default="", help="Its main category, such as P2.")
@click.option("--secondary", multiple=True, help="Another category it belongs to.")
@click.option("--statement", default="", help="The pattern in a sentence or two.")
@json_option
@seated
def add(
    seat: Seat,
    *,
    title: str,
    uses: tuple[int, ...],
    primary: str,
    secondary: tuple[str, ...],
    statement: str,
    as_json: bool,
) -> None:
    """Gather factor uses into a pattern."""
    made = change.gather_pattern(
        seat, title=title, uses=uses, primary=primary, secondary=secondary, statement=statement
    )
    tell(made, as_json=as_json, words=f"Pattern {made.number} gathered.")


@pattern.command("write")
@click.argument("number", type=int)
@click.argument("part", type=click.Choice([part.value for part in PATTERN_PARTS]))
@click.argument("text")
@json_option
@seated
def write(seat: Seat, *, number: int, part: str, text: str, as_json: bool) -> None:
    """Write the pattern, or the answer to one of its tests."""
    made = change.write_statement(seat, owner=Owner.PATTERN, number=number, part=part, text=text)
    tell(made, as_json=as_json, words=f"Text {made.number} written.")


@pattern.command("place")
@click.argument("number", type=int)
@click.argument("priority", type=click.Choice([each.value for each in Priority]))
@click.option("--reason", required=True)
@json_option
@seated
def place(seat: Seat, *, number: int, priority: str, reason: str, as_json: bool) -> None:
    """Give a pattern the priority the team agreed."""
    made = change.place_pattern(seat, number=number, priority=priority, reason=reason)
    tell(made, as_json=as_json, words=f"Pattern {made.number} is placed.")


@pattern.command("tray")
@click.option("--show", type=click.Choice(list(SHOWS)), default="uses", help="Which kind of card.")
@click.option("--episode", type=int, default=0)
@click.option("--agency", type=int, default=0)
@click.option("--role", type=int, default=0, help="A participation's number.")
@click.option("--influence", type=click.Choice(["", *INFLUENCES]), default="")
@click.option("--page", type=int, default=1)
@json_option
@seated
def tray(seat: Seat, *, as_json: bool, **asked: object) -> None:
    """List the factor uses or the passages that belong to no pattern yet."""
    look(seat, Action.ANALYSIS_READ, kind="patterns")
    wanted = sought(asked)
    if wanted.show == "uses":
        uses = uses_in_tray(seat, wanted)
        words = "\n".join(
            f"{one.number:4} {one.label}, {one.influence}, episode {one.episode_number}: "
            f"{' '.join(said.text for said in one.how)}"
            for one in uses
        )
        tell(uses, as_json=as_json, words=words or "Every factor use belongs to a pattern.")
        return
    cards = passages_in_tray(seat, wanted)
    words = "\n".join(f"{one.number:4} “{one.words}” {one.title}, paragraph {one.paragraph}" for one in cards)
    tell(cards, as_json=as_json, words=words or "No passage waits.")


@pattern.command("gather")
@click.option("--use", "uses", type=int, multiple=True, help="A factor use, by number.")
@click.option("--passage", "passages", type=int, multiple=True, help="A passage, by number.")
@click.option("--into", type=int, help="The pattern they belong to.")
@click.option("--title", default="", help="Or the name of a new one.")
@json_option
@seated
def gather(
    seat: Seat, *, uses: tuple[int, ...], passages: tuple[int, ...], into: int | None, title: str, as_json: bool
) -> None:
    """Put cards of the tray into a pattern."""
    made = change.gather_cards(seat, uses=uses, passages=passages, into=into, title=title)
    tell(made, as_json=as_json, words=f"They are in pattern {made.number}.")


@pattern.command("take-out")
@click.argument("number", type=int)
@click.argument("passage", type=int)
@json_option
@seated
def take_out(seat: Seat, *, number: int, passage: int, as_json: bool) -> None:
    """Take gathered passage PASSAGE out of pattern NUMBER again."""
    made = change.take_passage(seat, number=number, passage=passage)
    tell(made, as_json=as_json, words=f"It is out of pattern {made.number}.")


@pattern.command("map")
@json_option
@seated
def links(seat: Seat, *, as_json: bool) -> None:
    """List which pattern feeds which, and why."""
    look(seat, Action.ANALYSIS_READ, kind="patterns")
    told = pattern_links(seat)
    words = "\n".join(f"{one.number:4} {one.feeds} feeds {one.fed}: {one.reason} ({one.by})" for one in told)
    tell(told, as_json=as_json, words=words or "Nothing is on the map yet.")


@pattern.command("link")
@click.argument("feeds", type=int)
@click.argument("fed", type=int)
@click.option("--reason", required=True)
@json_option
@seated
def link(seat: Seat, *, feeds: int, fed: int, reason: str, as_json: bool) -> None:
    """Say that pattern FEEDS feeds pattern FED, and why."""
    made = change.link_patterns(seat, feeds=feeds, fed=fed, reason=reason)
    tell(made, as_json=as_json, words=f"Link {made.number} is on the map.")


@pattern.command("unlink")
@click.argument("number", type=int)
@json_option
@seated
def unlink(seat: Seat, *, number: int, as_json: bool) -> None:
    """Take link NUMBER off the map. Its reason stays in the record."""
    made = change.unlink_patterns(seat, number=number)
    tell(made, as_json=as_json, words=f"Link {made.number} is off the map.")
