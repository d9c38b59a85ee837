"""Requests for records from the command line: the same rules, the same record."""

import json

import pytest
from click.testing import CliRunner
from docx import Document

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.sources.cli.requests import commands
from tests.factories.sources import record


@pytest.fixture
def run(oak):
    def ask(*words, role=Role.LEAD, ends=0):
        who = ["--as", oak.person(role).email, "--review", oak.ref]
        told = CliRunner().invoke(commands, [*map(str, words), *who])
        assert told.exit_code == ends, told.output
        return told.output

    return ask


ASK = ("ask", "--agency", "Police", "--kinds", "Call log", "--reason", "To see", "--power", "consent")


def test_the_whole_way(run, oak, tmp_path):
    record(oak)
    assert json.loads(run(*ASK, "--json")) == {"kind": "recordrequest", "number": 1}
    run("promise", 1, "--for", today(), role=Role.AGENCY_CONTACT)
    run("chase", 1, "--note", "Rang", "--route", "senior")
    run("receive", 1, "--source", 1)
    run("gap", 1, "--what", "Diary", "--why", "not_held", "--whole", "--json")
    run("take-back", 1, 2)
    told = json.loads(run("show", 1, "--json"))
    assert told["stand"]["state"] == "received"
    assert [one["kind"] for one in told["history"]] == ["promised", "chased", "received", "gap"]
    assert told["history"][1]["taken_back_at"]
    run("end", 1, "--how", "closed", "--reason", "Enough")
    assert "over" in run("promise", 1, "--for", today(), ends=1)
    run("reopen", 1, "--reason", "More")
    run("letter", 1, "--out", tmp_path / "letter.docx")
    assert Document(tmp_path / "letter.docx").paragraphs[0].text == "Request for records"
    run("letter", 1, "--out", tmp_path / "letter.docx", ends=1)
    run("export", "--out", tmp_path / "all.xlsx")
    run("export", "--out", tmp_path / "all.csv")
    assert (tmp_path / "all.xlsx").read_bytes()[:2] == b"PK"
    assert "Not held: Diary" in (tmp_path / "all.csv").read_text()


def test_the_list_narrows_and_says_when_it_is_empty(run):
    assert "No requests yet." in run("list")
    run(*ASK)
    assert "Call log" in run("list") and "No requests yet." in run("list", "--show", "done")
    (told,) = json.loads(run("list", "--json", role=Role.AGENCY_CONTACT))
    assert (told["agency"], told["late"], told["to_chase"]) == ("Police", 0, False)


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.RECORDS, Role.EVALUATOR])
def test_there_is_nothing_here_for_others(run, role):
    run(*ASK)
    for words in (("list",), ("show", 1), ("promise", 1, "--for", today()), ASK, ("export", "--out", "x.csv")):
        run(*words, role=role, ends=4)


def test_the_powers_are_told():
    told = CliRunner().invoke(commands, ["powers", "--json"])
    assert {"ca2004_s16h", "ca2014_s45", "consent", "other"} <= {one["key"] for one in json.loads(told.output)}
