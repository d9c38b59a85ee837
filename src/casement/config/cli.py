"""The `casement` command: running the installation, and every room's commands."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import click


@click.group()
def root() -> None:
    """Casement: software for multi-agency systems case reviews."""


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
                root.add_command(each)
    root()
