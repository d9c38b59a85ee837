"""People on the command line: closing an account."""

import click

from casement.foundation.access import Seat
from casement.foundation.shell import carded, json_option, tell
from casement.rooms.people import commands as change


@click.group("people")
def commands() -> None:
    """People who sign in here."""


@commands.command("close")
@click.argument("email")
@json_option
@carded
def close(seat: Seat, *, email: str, as_json: bool) -> None:
    """Close an account: it is signed out everywhere at once, and cannot sign in again. What they did stays."""
    change.close_account(seat, email=email)
    tell({"closed": True}, as_json=as_json, words="The account is closed, and signed out everywhere.")
