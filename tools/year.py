"""A year in three reviews with sixty people, lived through the pages, told as a table.

Usage: python -m tools.year [--review CODE]

Each line is something that was done: in which review, at which step, on which day, by whom, what a gate said to
whoever tried too early, and how many mails left because of it. It ends with 1 when a product is missing, a gate let
somebody through, or a mail said too much.
"""

import argparse
import logging
import os
import sys
import tempfile
from typing import Any


def main() -> int:
    """Live the year in a home of its own, which is thrown away, and print it."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--review", default="", help="only the review of this code name")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"CASEMENT_TEST_HOME": home, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        return live_and_tell(told.review)


def live_and_tell(only: str) -> int:
    """The year, then its table."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    from casement.rooms.people.commands import found_site
    from tests.year.cast import OFFICE, PASSWORD, cast
    from tests.year.living import live
    from tests.year.reckoning import wrong
    from tests.year.world import year

    logging.disable(logging.WARNING)  # refusals are what the table tells
    setup_test_environment()
    call_command("migrate", verbosity=0)
    found_site(email=OFFICE.email, name=OFFICE.name, password=PASSWORD)
    with year(settings, cast()) as world:
        live(world)
    print_table([line for line in world.lines if only in ("", line.code)])
    print(f"{len(world.sink.got)} mails; pages answered {dict(sorted(world.statuses.items()))}")
    faults = wrong(world)
    for each in faults:
        print(f"Wrong: {each}")
    return 1 if faults else 0


def print_table(lines: list[Any]) -> None:
    """The record of the year as a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table("Review", "Step", "Day", "What", "Who", "Gate", "Mails")
    for line in sorted(lines, key=lambda one: (one.code, one.on)):
        mails = str(line.mails) if line.mails else ""
        table.add_row(line.code, line.step, f"{line.on:%-d %b %Y}", line.what, line.who, line.said, mails)
    Console(width=150).print(table)


if __name__ == "__main__":
    sys.exit(main())
