"""The `casement` command: running the installation, and every room's commands."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import click


@click.group()
def root() -> None:
    """Casement: software for multi-agency systems case reviews."""


def offer(command: click.Command) -> None:
    """Add a room's command; where a lower room has a group of that name, what it holds joins that group."""
    there = root.commands.get(command.name or "")
    if isinstance(there, click.Group) and isinstance(command, click.Group):
        for each in command.commands.values():
            there.add_command(each)
    else:
        root.add_command(command)


def main() -> None:
    """Set Django up, gather the rooms' commands, run."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ["CASEMENT_DEMO"] = "true"
    import django
    from django.conf import settings

    django.setup()
    from casement.config.running import COMMANDS

    for each in COMMANDS:
        root.add_command(each)
    for room in settings.ROOMS:
        if find_spec(f"casement.rooms.{room}.cli"):
            offered = import_module(f"casement.rooms.{room}.cli").commands
            for each in offered if isinstance(offered, tuple) else (offered,):
                offer(each)
    root()
