"""The same commands from the command line, with the same refusals."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.rooms.coding.cli import commands
from casement.rooms.coding.commands import keep_view
from tests.factories import coding


@pytest.fixture
def run(oak):
    coding.framework(oak)
    coding.text(oak)
    groups = {group.name: group for group in commands}

    def call(line, *more, role=Role.LEAD):
        group, *rest = line.split()
        words = [*rest, *more, "--as", oak.person(role).email, "--review", oak.ref]
        return CliRunner().invoke(groups[group], words)

    return call


def test_a_code_a_mark_and_a_memo(run):
    assert "open:1" in run("code add", "Ringing back", "--use-when", "A call was owed").output
    made = run("mark add --source 1 --code open:1", "--words", "Nobody rang back", "--json")
    assert json.loads(made.output) == {"kind": "mark", "number": 1}
    assert run("memo write --mark 1 --private", "Ask why").exit_code == 0
    told = json.loads(run("mark list --source 1 --json").output)
    assert [(one["quote"], one["label"]) for one in told] == [("Nobody rang back", "Ringing back")]
    assert "Ask why" in run("memo list").output
    assert "Ask why" not in run("memo list", role=Role.TEAM).output


def test_a_factor_without_its_influence_is_refused_in_a_sentence(run):
    no = run("mark add --source 1 --code item:wrk.03", "--words", "Nobody rang back")
    assert (no.exit_code, "which way this factor worked" in no.stderr) == (1, True)


def test_removing_and_putting_back(run):
    run("mark add --source 1 --code new:A", "--words", "Nobody rang back")
    assert run("mark remove 1").exit_code == 0
    assert json.loads(run("mark list --source 1 --json").output) == []
    assert run("mark remove 1 --back").exit_code == 0
    assert run("mark change 1 --influence helped").exit_code == 0
    assert "Helped" in run("mark list --source 1").output


@pytest.mark.parametrize("line", ["code list", "mark list --source 1", "memo list"])
def test_others_find_nothing(run, line):
    assert run(line).exit_code == 0
    assert run(line, role=Role.CASE_GROUP).exit_code == 4


def test_a_round_from_its_opening_to_its_record(run):
    run("code add", "Ringing back")
    opened = ("--source", "1", "--code", "open:1", "--coder", "1", "--coder", "2")
    assert "at least two people" in run("round open", "Ours", *opened[:-2]).stderr
    assert "Round 1 is open" in run("round open", "Ours", *opened).output
    run("mark add --source 1 --code open:1", "--words", "Nobody rang back")
    assert run("round done 1 --source 1").output == "Noted.\n"
    assert run("round done 1 --source 1 --upto 99", role=Role.TEAM).exit_code == 1
    assert run("round done 1 --source 1", role=Role.TEAM).exit_code == 0
    assert "closed" in run("round close 1", role=Role.TEAM).output
    assert "too few for a figure" in run("round agreement 1").output
    assert json.loads(run("round agreement 1 --json").output)["figures"]["compared"] == 4
    assert "source 1 para 3: not settled" in run("round differences 1").output
    settling = ("--source", "1", "--paragraph", "3", "--choice", "neither", "--reason", "It was rung back.")
    assert run("round settle 1", *settling).exit_code == 0
    assert "Keep none of it" in run("round differences 1").output
    assert "closed" in run("round list").output
    assert run("round list", role=Role.FAMILY).exit_code == 4


def test_reading_across_shown_and_saved(run, tmp_path):
    run("mark add --source 1 --code item:wrk.03 --influence harder", "--words", "Nobody rang back")
    run("mark add --source 1 --code new:Ringing", "--words", "Nobody rang back")
    told = json.loads(run("across passages --code open:1 --json").output)
    assert [(one["words"], [each["label"] for each in one["given"]]) for one in told] == [
        ("Nobody rang back", ["Ringing"])
    ]
    assert "There is none" in run("across passages --code open:1 --influence helped").output
    both = json.loads(run("across table --by together --json").output)
    assert [sum(row[1:]) for row in both["rows"]] == [2, 2]
    assert "source 1" in run("across passages --coder me").output
    for name in ("t.xlsx", "t.csv"):
        assert run("across table --by source --out", str(tmp_path / name)).exit_code == 0
        assert "already" in run("across table --by source --out", str(tmp_path / name)).stderr
    assert b'"Ringing","1"' in (tmp_path / "t.csv").read_bytes().replace(b",1", b',"1"')
    assert run("across passages --out", str(tmp_path / "t.docx")).exit_code == 1
    assert run("across passages --code nonsense").exit_code == 2
    assert run("across table --by month --period 2024").exit_code == 1


def test_kept_views_are_told_as_the_commands_that_ask_them(run, oak):
    assert "No view is kept yet." in run("across views").output
    keep_view(oak.seat(Role.LEAD), name="Load", asked="code=item:wrk.03&kind=record", shows="month")
    assert "casement across table --by month --code item:wrk.03 --kind record" in run("across views").output
    assert "Load" not in run("across views", role=Role.TEAM).output
    assert run("across views", role=Role.FAMILY).exit_code == 4


def test_reading_across_is_for_those_who_may(run, tmp_path):
    for line in ("across passages", "across table", "across passages --coder 1"):
        assert run(line, role=Role.CASE_GROUP).exit_code == 4
    assert run("across passages --coder 1", role=Role.TEAM).exit_code == 4
    assert run("across table --out", str(tmp_path / "t.csv"), role=Role.SUPERVISOR).exit_code == 4
    assert not (tmp_path / "t.csv").exists()
