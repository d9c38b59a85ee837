"""The reviews room on the command line: the same commands, words and exit codes."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews.cli import commands as review
from casement.rooms.reviews.models import Review
from tests.factories.reviews import person


def run(*args):
    return CliRunner().invoke(review, [str(arg) for arg in args])


def told(*args):
    answer = run(*args, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.output)


def at(cast, role=Role.LEAD):
    return ("--as", cast.person(role).email, "--review", cast.ref)


def test_a_review_is_opened_and_walked_through_its_first_steps(db):
    opener = person("Opener", opens_reviews=True)
    ref = told(
        "open", "Fieldfare", "--kind", "children", "--period", "2024", "--agency", "Police", "--agency", "Housing",
        "--question", "Who notices?", "--lead", "second@example.org|Second|independent", "--as", opener.email,
    )["review"]  # fmt: skip
    here = ("--as", opener.email, "--review", ref)
    assert [row["review"] for row in told("list", "--as", opener.email)] == [ref]
    assert [line["name"] for line in told("show", *here)["agencies"]] == ["Police", "Housing"]
    seated = told("seat", "review_team_member", "Team A", "--email", "t@example.org", "--name", "T", *here)
    assert "/invitation/" in seated["invitation"]
    told("seat", "case_group_member", "Health Visitor 2", "--agency", 1, *here)
    told("identify", "Health Visitor 2", "Winnow Tarrant", "--kind", "worker", *here)
    told("declare", "Nothing.", *here)
    told("dpia", "--reference", "DPIA 1", *here)
    told("gate", "decision", "The board decided in May.", *here)
    assert told("step", "s06", *here) == {"step": "S06"}
    told("grant", seated["number"], "write_ups", "--reason", "Analysis", "--until", "2026-12-31", *here)
    told("release", "header", "case_group_member", *here)
    told("close", "Finished.", *here)
    told("reopen", "Not finished.", *here)
    told("end", seated["number"], *here)
    assert [row["role_label"] for row in told("members", *here) if row["ended_at"]] == ["Team A"]


@pytest.fixture(autouse=True)
def _in_summer():
    import time_machine

    with time_machine.travel("2026-06-01T10:00:00+00:00"):
        yield


def test_a_refusal_is_one_sentence_and_exit_code_one(oak):
    answer = run("step", "S02", *at(oak))
    assert answer.exit_code == 1 and "no reasons yet" in answer.stderr and not answer.stdout


@pytest.mark.parametrize("args", [("show",), ("steps",), ("members",)])
def test_what_a_page_would_not_show_the_shell_does_not_either(oak, elm, args):
    assert run(*args, "--as", elm.person(Role.LEAD).email, "--review", oak.ref).exit_code == 4
    allowed = {"members"}
    if args[0] not in allowed:
        assert run(*args, *at(oak, Role.CASE_GROUP)).exit_code == 4
        assert LedgerEntry.objects.filter(outcome="denied").exists()


def test_an_unknown_person_learns_nothing(oak):
    answer = run("show", "--as", "nobody@example.org", "--review", oak.ref)
    assert answer.exit_code == 4 and answer.stderr == "There is nothing here for you.\n"


def test_the_board_may_not_open_a_review(oak):
    assert run("open", "Larch", "--kind", "adults", "--as", oak.person(Role.ACCOUNTABLE).email).exit_code == 4
    assert Review.objects.count() == 1
