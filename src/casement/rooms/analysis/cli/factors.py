"""Factor uses on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.analysis import commands as change
from casement.rooms.analysis import queries
from casement.rooms.analysis.cli.options import citing, several
from casement.rooms.analysis.vocabulary import INFLUENCE_NAMES, Cite, Influence

WAYS = {"helped": Influence.HELPED, "harder": Influence.HARDER, "unclear": Influence.UNCLEAR}


@click.group()
def factor() -> None:
    """Factors that shaped the work in an episode."""


@factor.command("add")
@click.argument("episode", type=int)
@click.argument(
    "influence", type=click.Choice([*WAYS, *(each.value for each in Influence if each.value not in WAYS)])
)
@click.argument("how")
@click.option("--item", "item_id", default="", help="The factor's id in the framework, such as wrk.03.")
@click.option("--own-words", "free_text", default="", help="Or the factor in your own words.")
@click.option("--account-of", type=int, help="Whose account it is: a participation's number.")
@click.option("--importance", default="", help="How important it was to them, in their words.")
@click.option("--inference", is_flag=True, help="It is the reviewers' inference.")
@citing
@json_option
@seated
def add(
    seat: Seat,
    *,
    episode: int,
    influence: str,
    how: str,
    item_id: str,
    free_text: str,
    account_of: int | None,
    importance: str,
    inference: bool,
    named: Cite | None,
    as_json: bool,
) -> None:
    """Apply a factor to EPISODE: which way it worked, and HOW it bore on practice."""
    made = change.add_factor_use(
        seat, episode=episode, influence=WAYS.get(influence, influence), how=how, item_id=item_id,
        free_text=free_text, account_of=account_of, importance=importance, inference=inference,
        cites=several(named),
    )  # fmt: skip
    tell(made, as_json=as_json, words=f"Factor use {made.number} is on episode {episode}.")


@factor.command("list")
@json_option
@seated
def listing(seat: Seat, *, as_json: bool) -> None:
    """Factor uses in framework order."""
    told = queries.factor_uses(seat)
    if as_json:
        tell(told, as_json=True, words="")
        return
    for use in told:
        click.echo(f"{use.number}. Episode {use.episode_number}, {use.label}: {INFLUENCE_NAMES[use.influence]}")
