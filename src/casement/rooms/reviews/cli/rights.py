"""The matrix on the command line: what stands, and changing one cell of it."""

from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.local_rights import CHOICES
from casement.foundation.shell import carded, json_option, look, tell
from casement.rooms.reviews import commands as change
from casement.rooms.reviews import queries

CELLS = sorted({f"{subject}/{column}" for subject, column in CHOICES})


@click.command("rights")
@json_option
@carded
def rights(seat: Seat, *, as_json: bool) -> None:
    """What an installation may decide about who sees what: as it came, and as it stands."""
    look(seat, Action.REVIEWS_RIGHTS, kind="rights")
    told: list[Any] = [
        {"cell": f"{one.subject}/{one.column}", "default": one.default, "now": one.now, "choices": one.choices}
        for _, row in queries.rights_of(queries.current())
        for one in row
        if one.choices
    ]
    lines = [f"{one['cell']}: {one['now']} (came as {one['default']}; {' '.join(one['choices'])})" for one in told]
    tell(told, as_json=as_json, words="\n".join(lines))


@click.command("set-right")
@click.argument("place", metavar="SUBJECT/ROLE", type=click.Choice(CELLS))
@click.argument("cell_now", metavar="CELL")
@click.option("--reason", default="", help="Why; it stays readable.")
@json_option
@carded
def set_right(seat: Seat, *, place: str, cell_now: str, reason: str, as_json: bool) -> None:
    """Let a role do more or less with one kind of thing, in every review here."""
    subject, column = place.split("/")
    change.set_right(seat, subject=subject, column=column, cell_now=cell_now, reason=reason, at_the_machine=True)
    tell({"cell": place, "now": cell_now}, as_json=as_json, words="It is changed.")


COMMANDS = (rights, set_right)
