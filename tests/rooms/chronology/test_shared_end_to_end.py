"""Real tables of other people, all the way in: every row an entry, waiting with a reason, or counted as blank."""

import os
from collections import Counter
from pathlib import Path

import pytest

from casement.foundation import jobs
from casement.rooms.chronology import commands
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import brought

SHARED = Path(os.environ.get("CASEMENT_SHARED") or Path(__file__).parents[4] / "shared")
FILES = sorted((SHARED / "data" / "c_chronology").glob("*.*"))
FILES = [path for path in FILES if path.suffix in (".csv", ".xlsx", ".xls", ".ods")]
pytestmark = [pytest.mark.torture, pytest.mark.skipif(not FILES, reason="the shared files are not here")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_is_in_or_listed(oak, path):
    made = brought(oak, path.read_bytes(), name=path.name)
    if made.sentence:
        assert made.sentence.endswith(".") and not made.rows.exists()
        return
    fields = [column["field"] for column in made.mapping]
    if "event" not in fields:
        fields[fields.index("ignore")] = "event"
    commands.confirm_columns(oak.seat(), number=made.number, fields=fields, undated="date" not in fields)
    jobs.run_waiting()
    made.refresh_from_db()
    assert made.state in ("rows", "done")
    states = Counter(made.rows.values_list("state", flat=True))
    assert states["in"] == Entry.objects.count()
    assert sum(states.values()) == made.counts["of"]
    assert not made.rows.filter(state="waiting", reason="").exists()
    assert not made.rows.filter(state="left_out", reason="").exists()
