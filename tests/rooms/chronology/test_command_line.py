"""Chronologies by the command line: the same commands underneath, answers for people and for programs."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.rooms.chronology.cli import commands
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import TABLE


@pytest.fixture
def run(oak, tmp_path):
    (tmp_path / "log.csv").write_text(TABLE)

    def asked(*words, role=Role.LEAD):
        told = [*words, "--as", oak.person(role).email, "--review", oak.ref]
        return CliRunner().invoke(commands, [str(tmp_path / "log.csv") if w == "FILE" else w for w in told])

    return asked


def test_a_file_is_brought_in_corrected_and_listed(run):
    shown = run("import", "FILE", "--agency", "1")
    assert "3 rows are ready, 2 to check" in shown.output and not Entry.objects.exists()
    assert "6 rows: 3 in, 2 waiting" in run("confirm", "1", "--map", "Our view=ignore").output
    waiting = json.loads(run("rows", "1", "--json").stdout)
    assert [row["row"] for row in waiting] == [4, 7]
    assert run("correct", "1", "4", "--date", "30/09/24").exit_code == 0
    last = json.loads(run("correct", "1", "7", "--leave-out", "--reason", "Empty", "--json").stdout)
    assert last["state"] == "done" and last["rows"] == {"in": 4, "waiting": 0, "left_out": 1, "blank": 1}
    assert run("add", "A neighbour rang.", "--agency", "1", "--date", "early 2024").exit_code == 0
    entries = json.loads(run("entries", "--json").stdout)
    assert [entry["number"] for entry in entries] == [5, 1, 2, 3, 4]


def test_all_at_once_with_what_columns_become(run):
    told = json.loads(run("import", "FILE", "--agency", "1", "--yes", "--map", "Officer=ignore", "--json").stdout)
    assert told["rows"]["in"] == 3 and {entry.present for entry in Entry.objects.all()} == {""}


def test_refusals_are_one_sentence_and_an_exit_code(run):
    assert run("import", "FILE", "--agency", "1").exit_code == 0
    again = run("import", "FILE", "--agency", "1")
    assert again.exit_code == 1 and "as import 1" in again.output
    assert run("confirm", "1", "--map", "Nothing=event").exit_code == 1
    assert run("import", "FILE", "--agency", "1", role=Role.FAMILY).exit_code == 4
    assert run("show", "9").exit_code == 4
