"""What stays while an installation is served: whether it sees that work waits, and that it stays small."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from casement.config.supervising import waits
from casement.foundation import jobs
from casement.foundation.models import Job


@pytest.fixture
def base(tmp_path: Path) -> Path:
    made = tmp_path / "a base? #1.sqlite3"
    with sqlite3.connect(made) as disk:
        disk.execute("CREATE TABLE foundation_job (id INTEGER PRIMARY KEY, state TEXT, not_before TEXT)")
    return made


@pytest.mark.parametrize(("states", "told"), [((), False), (("done", "running", "failed"), False),
                                              (("done", "queued"), True)])  # fmt: skip
def test_a_worker_is_wanted_when_a_job_waits(base, states, told):
    with sqlite3.connect(base) as disk:
        disk.executemany("INSERT INTO foundation_job (state) VALUES (?)", [(one,) for one in states])
    assert waits(str(base)) is told


@pytest.mark.parametrize("database", ["", "/no/such/base.sqlite3"])
def test_a_worker_is_wanted_when_nobody_can_tell(database):
    assert waits(database)


def test_nothing_of_django_or_the_rooms_stays_in_memory():
    told = "import sys, casement.config.supervising; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert not [one for one in loaded if one.startswith(("django", "casement.rooms", "casement.foundation"))]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "left"), [("queued", True), ("running", True), ("done", False), ("failed", False)]
)
def test_a_worker_stays_while_anything_is_left(state, left):
    Job.objects.create(name="x", state=state)
    assert jobs.any_left() is left
