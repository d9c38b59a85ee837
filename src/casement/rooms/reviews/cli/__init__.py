"""The reviews room on the command line: `casement review ...`."""

import click

from casement.rooms.reviews.cli import facts, members, process, rights


@click.group("review")
def commands() -> None:
    """Open a review, say what it is about, give people their places, move it on."""


for subject in (facts, members, process, rights):
    for command in subject.COMMANDS:
        commands.add_command(command)
