"""The empty database of the tests, made once for a set of migrations and copied afterwards (SQLite alone).

Seventy migrations take longer than most of the tests that somebody runs while they work. A copy is as good as long as
nothing that a migration uses has changed, so the copy is known by the letters of all of that.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2s
from pathlib import Path
from unittest import mock

import django
from django.core.management import call_command
from django.db import connection

SOURCE = Path(__file__).resolve().parents[1] / "src" / "casement"
ALSO = ("foundation/ledger.py", "foundation/search/engines.py")  # migrations run what stands in these


def known_by() -> str:
    """A short sign of all migrations, of what they run, and of Django."""
    told = blake2s(django.__version__.encode(), digest_size=8)
    for path in sorted([*SOURCE.glob("**/migrations/*.py"), *(SOURCE / each for each in ALSO)]):
        told.update(path.read_bytes())
    return told.hexdigest()


@contextmanager
def copied(folder: Path) -> Iterator[None]:
    """While this lasts, a test database is a copy of the one kept in `folder`; without one, it is made and kept."""
    kept = folder / f"{known_by()}.sqlite3"

    def migrate(name: str, *args: object, **more: object) -> object:
        if name != "migrate" or connection.vendor != "sqlite":
            return call_command(name, *args, **more)
        connection.ensure_connection()
        if kept.exists():
            with sqlite3.connect(kept) as source:
                source.backup(connection.connection)
            assert connection.features.supports_json_field  # asked once of the database, by migrations otherwise
            return None
        made = call_command(name, *args, **more)
        beside = kept.with_suffix(f".{os.getpid()}")
        with sqlite3.connect(beside) as target:
            connection.connection.backup(target)
        beside.replace(kept)
        return made

    with mock.patch("django.core.management.call_command", migrate):
        yield
