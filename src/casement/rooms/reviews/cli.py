"""The reviews room on the command line."""

import click

from casement.foundation.access import Seat
from casement.foundation.shell import json_option, seated, tell
from casement.rooms.reviews import commands as change


@click.group("review")
def commands() -> None:
    """Open a review and say what it is about."""


@commands.command("ask")
@click.argument("text")
@click.option("--reason", default="")
@click.option("--replaces", type=int)
@json_option
@seated
def ask(seat: Seat, *, text: str, reason: str, replaces: int | None, as_json: bool) -> None:
    """Add a window question, or reword one."""
    made = change.ask_question(seat, text=text, reason=reason, replaces=replaces)
    tell(made, as_json=as_json, words=f"Question {made.number} saved.")
