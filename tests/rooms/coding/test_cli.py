"""The same commands from the command line, with the same refusals."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.rooms.coding.cli import commands
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
