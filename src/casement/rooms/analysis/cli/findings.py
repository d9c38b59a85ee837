"""Findings on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis import queries
from casement.rooms.analysis.vocabulary import (
    FINDING_STATE_NAMES,
    LAYERS,
    Confidence,
    Direction,
    FigureSource,
    FindingState,
    Level,
    Owner,
    ResponseKind,
)


@click.group()
def finding() -> None:
    """Findings, in their layers."""


@finding.command("add")
@click.argument("title")
@click.option("--pattern", type=int, help="The pattern it comes from.")
@click.option("--primary", default="")
@click.option("--secondary", multiple=True)
@click.option("--direction", type=click.Choice([each.value for each in Direction]), default=None)
@click.option("--episode", "episodes", type=int, multiple=True)
@json_option
@seated
def add(
    seat: Seat,
    *,
    title: str,
    pattern: int | None,
    primary: str,
    secondary: tuple[str, ...],
    direction: str | None,
    episodes: tuple[int, ...],
    as_json: bool,
) -> None:
    """Draft a finding: one sentence, in the present, about the system."""
    made = change.propose_finding(
        seat, title=title, pattern=pattern, primary=primary, secondary=secondary, direction=direction or "",
        episodes=episodes,
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Finding {made.number} is drafted.")


@finding.command("layer")
@click.argument("number", type=int)
@click.argument("layer", type=click.Choice([part.value for part in LAYERS]))
@click.argument("text")
@click.option("--inference", is_flag=True, help="It is our inference and rests on no passage.")
@json_option
@seated
def layer(seat: Seat, *, number: int, layer: str, text: str, inference: bool, as_json: bool) -> None:
    """Write a text in a layer of a finding."""
    made = change.write_statement(
        seat, owner=Owner.FINDING, number=number, part=layer, text=text, inference=inference
    )
    tell(made, as_json=as_json, words=f"Text {made.number} written.")


@finding.command("figure")
@click.argument("number", type=int)
@click.option("--not-known", is_flag=True)
@click.option("--would-need", default="")
@click.option("--numerator", type=int)
@click.option("--denominator", type=int)
@click.option("--unit", default="")
@click.option("--population", default="")
@click.option("--geography", default="")
@click.option("--period", default="")
@click.option("--source-kind", type=click.Choice([each.value for each in FigureSource]), default=None)
@click.option("--reference", default="")
@click.option("--obtained", default="")
@click.option("--limits", default="")
@json_option
@seated
def figure(seat: Seat, *, number: int, as_json: bool, source_kind: str | None, **told: str) -> None:
    """Say how usual it is: so many of so many, or not known."""
    made = change.add_prevalence(seat, finding=number, source_kind=source_kind or "", **told)  # type: ignore[arg-type]
    tell(made, as_json=as_json, words=f"Figure {made.number} added.")


@finding.command("question")
@click.argument("number", type=int)
@click.argument("text")
@click.option("--kind", type=click.Choice([each.value for each in ResponseKind]), required=True)
@click.option("--level", type=click.Choice([each.value for each in Level]), required=True)
@json_option
@seated
def question(seat: Seat, *, number: int, text: str, kind: str, level: str, as_json: bool) -> None:
    """Add a question for the board."""
    made = change.ask_board(seat, finding=number, text=text, response_kind=kind, level=level)
    tell(made, as_json=as_json, words=f"Question {made.number} added.")


@finding.command("search")
@click.argument("number", type=int)
@click.option("--looked-for", required=True)
@click.option("--looked-where", required=True)
@click.option("--found", required=True)
@json_option
@seated
def search(seat: Seat, *, number: int, looked_for: str, looked_where: str, found: str, as_json: bool) -> None:
    """Record a search for what would prove the finding wrong."""
    made = change.record_search(
        seat, owner=Owner.FINDING, number=number, looked_for=looked_for, looked_where=looked_where, found=found
    )
    tell(made, as_json=as_json, words=f"Search {made.number} kept.")


@finding.command("sure")
@click.argument("number", type=int)
@click.argument("word", type=click.Choice([each.value for each in Confidence]))
@click.option("--reason", required=True)
@json_option
@seated
def sure(seat: Seat, *, number: int, word: str, reason: str, as_json: bool) -> None:
    """Say how sure the team is, and why."""
    made = change.set_confidence(seat, owner=Owner.FINDING, number=number, word=word, reason=reason)
    tell(made, as_json=as_json, words=f"Saved for finding {number}.")


@finding.command("move")
@click.argument("number", type=int)
@click.argument("to", type=click.Choice([each.value for each in FindingState]))
@click.option("--reason", default="")
@json_option
@seated
def move(seat: Seat, *, number: int, to: str, reason: str, as_json: bool) -> None:
    """Move a finding to another state."""
    made = change.move_finding(seat, number=number, to=to, reason=reason)
    tell(made, as_json=as_json, words=f"Finding {number}: {FINDING_STATE_NAMES[made.state].lower()}.")


@finding.command("list")
@json_option
@seated
def listing(seat: Seat, *, as_json: bool) -> None:
    """Findings in the team's order."""
    told = queries.findings(seat)
    if as_json:
        tell(told, as_json=True, words="")
        return
    for view in told:
        click.echo(f"{view.number}. {view.title} ({FINDING_STATE_NAMES[view.state].lower()})")
