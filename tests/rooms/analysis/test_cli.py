"""The whole of the analysis can be done from the command line, and refusals say why."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.rooms.analysis.cli import analysis as commands
from tests.factories.analysis import desk


@pytest.fixture
def at_prompt(oak):
    """Runs `casement analysis ...` as a lead of Oak; gives the exit code and what was said."""
    desk(oak)

    def run(*words, role=Role.LEAD):
        seat = ["--as", oak.person(role).email, "--review", oak.ref]
        done = CliRunner().invoke(commands, [*words[:2], *seat, *words[2:]] if words[0] not in SINGLE else
                                  [words[0], *seat, *words[1:]])  # fmt: skip
        return done.exit_code, done.output

    return run


SINGLE = ("cite", "uncite", "edit", "settle")


def test_from_a_candidate_to_a_finding_in_the_report(at_prompt, tmp_path):
    steps = [
        ("episode", "add", "One among sixty", "--why", "Two services held pieces.", "--began", "w/c 13 May 2024",
         "--strand", "1", "--role", "3", "--source", "1", "--paragraph", "1", "--words", "Sixty-one"),
        ("episode", "choose", "1"),
        ("episode", "write", "1", "account", "It read like a loud row.", "--about", "3"),
        ("cite", "2", "--source", "1", "--paragraph", "3", "--words", "The screen"),
        ("episode", "write", "1", "local_rationality", "The form asks one thing.", "--about-agency", "1"),
        ("episode", "appraise", "1", "--text", "It met the guidance.", "--tendency", "mixed"),
        ("episode", "sure", "1", "indicated", "--reason", "Two accounts agree."),
        ("factor", "add", "1", "harder", "Reading many at speed.", "--item", "wrk.03", "--excerpt", "1"),
        ("pattern", "add", "One at a time", "--use", "1", "--primary", "P3", "--secondary", "P2"),
        ("pattern", "write", "1", "still_so", "Yes."),
        ("pattern", "place", "1", "take_forward", "--reason", "Seen twice."),
        ("finding", "add", "Notifications are read one at a time", "--pattern", "1"),
        ("finding", "layer", "1", "in_case", "It showed in May.", "--inference"),
        ("finding", "layer", "1", "underlying", "Staff in three teams say so."),
        ("finding", "figure", "1", "--not-known", "--would-need", "An audit"),
        ("finding", "search", "1", "--looked-for", "A", "--looked-where", "B", "--found", "Nothing"),
        ("finding", "sure", "1", "tentative", "--reason", "One site."),
    ]  # fmt: skip
    for step in steps:
        code, words = at_prompt(*step)
        assert code == 0, (step, words)
    code, words = at_prompt("finding", "move", "1", "in_report")
    assert code == 1
    assert "one question for the board" in words
    code, words = at_prompt(
        "finding", "question", "1", "Who knows?", "--kind", "further_research", "--level", "agency"
    )
    assert code == 0, words
    code, words = at_prompt("finding", "move", "1", "in_report")
    assert code == 0, words
    code, words = at_prompt("finding", "list", "--json")
    assert json.loads(words)[0]["state"] == "in_report"
    for name in ("table.docx", "table.csv"):
        assert at_prompt("episode", "table", str(tmp_path / name))[0] == 0
        assert (tmp_path / name).stat().st_size > 500
    assert "One among sixty (chosen, week of 13 May 2024)" in at_prompt("episode", "list")[1]
    assert "Workload: Made it harder" in at_prompt("factor", "list")[1]


def test_a_refusal_says_why_and_a_stranger_learns_nothing(at_prompt):
    code, words = at_prompt("episode", "add", "T", "--why", "W", "--began", "31/09/24")
    assert (code, "30 days" in words) == (1, True)
    code, words = at_prompt("episode", "add", "T", "--why", "W", role=Role.FAMILY)
    assert (code, words) == (4, "There is nothing here for you.\n")


def test_the_second_writer_at_the_prompt_is_told(at_prompt):
    at_prompt("episode", "add", "T", "--why", "First words")
    assert at_prompt("edit", "1", "By the lead", "--based-on", "1")[0] == 0
    code, words = at_prompt("edit", "1", "By the team", "--based-on", "1", role=Role.TEAM)
    assert (code, "Both texts are kept" in words) == (1, True)


def test_the_workspace_of_patterns_is_worked_at_the_prompt(at_prompt):
    for step in (
        ("episode", "add", "One among sixty", "--why", "Two services held pieces.", "--began", "w/c 13 May 2024"),
        ("factor", "add", "1", "harder", "Reading many at speed.", "--item", "wrk.03", "--inference"),
        ("factor", "add", "1", "helped", "A colleague looked in.", "--item", "wrk.03", "--inference"),
    ):  # fmt: skip
        code, words = at_prompt(*step)
        assert code == 0, words
    code, words = at_prompt("pattern", "tray")
    assert code == 0 and "Reading many at speed." in words and "A colleague looked in." in words
    assert "Reading many" not in at_prompt("pattern", "tray", "--influence", "helped")[1]
    assert at_prompt("pattern", "gather", "--use", "1", "--title", "One at a time")[0] == 0
    assert "Reading many" not in at_prompt("pattern", "tray")[1]
    assert at_prompt("pattern", "gather", "--use", "2", "--title", "Looking in")[0] == 0
    assert at_prompt("pattern", "link", "1", "2", "--reason", "Speed leaves nobody to look in.")[0] == 0
    assert "1 feeds 2: Speed leaves nobody to look in." in at_prompt("pattern", "map")[1]
    assert at_prompt("pattern", "unlink", "1")[0] == 0
    assert "Nothing is on the map" in at_prompt("pattern", "map")[1]
    code, words = at_prompt("pattern", "gather", "--title", "Empty")
    assert code == 1 and "Tick at least one card first." in words
    assert at_prompt("pattern", "tray", role=Role.FAMILY)[0] == 4  # not there
