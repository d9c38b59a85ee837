"""Arranging conversations at the prompt: the same refusals, and nothing of what was said."""

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.rooms.conversations.cli import conversations as commands
from tests.factories.conversations import agreed, place


@pytest.fixture
def at_prompt(oak):
    """Runs `casement conversation ...`; gives the exit code and what was said."""

    def run(word, *words, role=Role.LEAD):
        seat = ["--as", oak.person(role).email, "--review", oak.ref]
        done = CliRunner().invoke(commands, [word, *seat, *words])
        return done.exit_code, done.output

    return run


def test_a_conversation_is_arranged_and_refused_in_the_same_words(oak, at_prompt):
    asked = ("--with", str(place(oak, Role.CASE_GROUP).number), "--guide", "practitioner",
             "--by", str(place(oak, Role.LEAD).number))  # fmt: skip
    assert at_prompt("propose", *asked, "--why", "Another agency.")[0] == 0
    code, told = at_prompt("book", "1", "--on", "2030-03-04", "--at", "14:30")
    assert code == 1 and "explain" in told.lower()
    assert at_prompt("explained", "1")[0] == 0
    assert at_prompt("book", "1", "--on", "2030-03-04", "--at", "14:30", "--place", "Room 4")[0] == 0
    code, told = at_prompt("list")
    assert code == 0 and "Booked" in told
    code, told = at_prompt("release", "1")
    assert code == 1 and "has not agreed" in told
    assert at_prompt("list", role=Role.LEGAL)[0] == 4  # not there


def test_an_agreed_account_becomes_a_source_and_its_words_are_not_printed(oak, at_prompt):
    row = agreed(oak)
    code, told = at_prompt("release", str(row.number))
    assert code == 0 and "is source" in told
    assert "Released to the analysis" in at_prompt("list")[1]
