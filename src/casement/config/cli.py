"""The `casement` command: running the installation, and every room's commands."""

import os
from importlib import import_module
from importlib.util import find_spec

import click


@click.group()
def root() -> None:
    """Casement: software for multi-agency systems case reviews."""


def main() -> None:
    """Set Django up, gather the rooms' commands, run."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    import django
    from django.conf import settings

    django.setup()
    for module in ["config.running", *(f"rooms.{room}.cli" for room in settings.ROOMS)]:
        if find_spec(f"casement.{module}"):
            root.add_command(import_module(f"casement.{module}").commands)
    root()
