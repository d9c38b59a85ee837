"""The planning room on the command line: `casement planning ...`."""

import click

from casement.rooms.planning.cli import meetings, plan


@click.group("planning")
def commands() -> None:
    """The dated plan, its clocks, polls, pairs, meetings, and replies of calendar programs."""


for subject in (plan, meetings):
    for command in subject.COMMANDS:
        commands.add_command(command)
