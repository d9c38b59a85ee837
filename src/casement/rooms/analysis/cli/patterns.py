"""Patterns on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.analysis import commands as change
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
