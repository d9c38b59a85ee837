"""Chronologies by the command line: the same commands underneath, answers for people and for programs."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
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
    assert last["state"] == "done" and last["rows"] == {
        "in": 4, "waiting": 0, "asked": 0, "left_out": 1, "blank": 1,
    }  # fmt: skip
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


def test_what_was_known_then_and_pairs_by_the_command_line(run, oak):
    run("add", "Ambulance, stairs, broken wrist.", "--agency", "1", "--date", "3 May 2024")
    run("add", "Broken wrist from the stairs: ambulance.", "--agency", "2", "--date", "3 May 2024")
    assert run("told", "2", "police", "--by", "a2", "--date", "9 May 2024", "--means", "a call").exit_code == 0
    before = run("known", "police", "8 May 2024").output
    assert "Ambulance, stairs" in before and "from the stairs" not in before
    assert "from the stairs" in run("known", "police", "9 May 2024").output
    assert "HINDSIGHT, had not reached them" in run("known", "police", "8 May 2024", "--hindsight").output
    assert LedgerEntry.objects.filter(action="chronology.hindsight", outcome="seen").count() == 1
    assert "Both say: " in run("same", "--look").output
    assert run("answer", "1", "same").exit_code == 1  # a reason is needed
    assert run("answer", "1", "conflicting", "--reason", "Stairs in both.").exit_code == 0
    assert "the accounts differ" in run("same", "--kind", "settled").output
    line = run("one-line").output
    assert line.index("Ambulance, stairs") < line.index("from the stairs")
    for words in (("known", "police", "2024"), ("one-line",), ("same",), ("told", "1", "a2", "--date", "2025")):
        assert run(*words, role=Role.AGENCY_CONTACT).exit_code == 4, words
    assert run("known", "nobody", "2024").exit_code == 1 and run("known", "police", "soon").exit_code == 1
