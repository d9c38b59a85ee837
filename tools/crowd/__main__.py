"""Lets many people mark and write at once, and holds the database to what each of them was told.

Usage: python -m tools.crowd [--people 10] [--seconds 120] [--postgres] [--think 0.5 2] [--seed N]

Every acknowledged change must be there once, as whoever was acknowledged last left it, and nobody may be shown an
error.
On a scratch installation of its own, with the worked example; with --postgres on a server of its own as well.
Ends with 1 when anything is wrong.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.crowd import place
from tools.crowd.run import Told, reckoned, report


def main() -> int:
    """Run and print; the exit code."""
    asked = argparse.ArgumentParser(prog="python -m tools.crowd", description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--people", type=int, default=10)
    asked.add_argument("--seconds", type=float, default=120)
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--think", type=float, nargs=2, default=(0.5, 2.0), metavar=("FROM", "TO"))
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    told = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casement-crowd-") as folder, database(told.postgres) as address:
        home = Path(folder)
        place.around(home, address)
        import django

        django.setup()
        lead = place.example()
        with place.serving(home) as served:
            crowd = place.crowd(lead, told.people, served, told.seed)
            wrong = reckoned(lead.ref, lead.review, crowd, told.seconds, tuple(told.think))
        complaints = [
            line for line in (home / "log").read_text().splitlines() if "Error" in line or "locked" in line
        ]
        wrong += [f"the server says: {line}" for line in complaints[:10]]
        print(f"{'PostgreSQL' if told.postgres else 'SQLite'}, seed {told.seed}")
        report(Told(crowd, told.seconds, wrong))
        from django.db import connection

        connection.close()
    return 1 if wrong else 0


@contextmanager
def database(postgres: bool) -> Iterator[str]:
    """The address of an empty PostgreSQL database, or nothing for SQLite."""
    if not postgres:
        yield ""
        return
    started = subprocess.run([sys.executable, "-m", "tools.postgres", "start"], stdout=subprocess.PIPE, text=True)
    if started.returncode:
        sys.exit("No PostgreSQL server could be started.")
    try:
        yield started.stdout.strip()
    finally:
        subprocess.run([sys.executable, "-m", "tools.postgres", "stop"], check=False)


if __name__ == "__main__":
    sys.exit(main())
