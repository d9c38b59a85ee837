"""The sources room from the command line: the same commands, answers for people and for programs."""

import json

import pytest
from click.testing import CliRunner

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.cli.sources import commands
from casement.rooms.sources.models import Source
from tests.factories import coding
from tests.factories.sources import WORDS, record


@pytest.fixture
def run(oak):
    """Run a command as somebody of Oak."""

    def call(*words, role=Role.LEAD, **more):
        who = ["--as", oak.person(role).email, "--review", oak.ref]
        return CliRunner().invoke(commands, [words[0], *who, *map(str, words[1:])], **more)

    return call


def test_files_come_in_with_a_line_for_each(run, tmp_path):
    good, empty = tmp_path / "visit.txt", tmp_path / "empty.txt"
    good.write_text(WORDS)
    empty.touch()
    answer = run("add", good, empty, "--agency", "police", "--date", "May 2024")
    assert answer.exit_code == 1
    assert "2 files: 1 came in, 1 refused." in answer.output
    assert Source.objects.get().agency.name == "Police"


def test_json_is_one_object_that_a_program_can_read(run, tmp_path):
    good = tmp_path / "visit.txt"
    good.write_text(WORDS)
    answer = run("add", good, "--agency", "1", "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["files"][0]["source"] == 1
    assert json.loads(run("list", "--json").stdout)[0]["title"] == "visit"
    shown = json.loads(run("show", 1, "--json").stdout)
    assert [block["text"] for block in shown["paragraphs"]] == WORDS.split("\n\n")


def test_without_waiting_the_files_are_listed_as_waiting(run, tmp_path):
    good = tmp_path / "visit.txt"
    good.write_text(WORDS)
    answer = run("add", good, "--agency", "1", "--no-wait")
    assert answer.exit_code == 0
    assert "1 waiting" in answer.output
    assert "1 waiting" in run("batch", 1).output


def test_a_write_up_comes_from_a_file_or_a_pipe(run, oak):
    place = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP)
    answer = run("write-up", "-", "--participation", place.number, input="## C2 Overview\n\nI was new.\n")
    assert answer.output == "Source 1 saved.\n"
    assert "[1] Overview\n[2] I was new." in run("show", 1).output


def test_taking_out_bringing_back_and_putting_right(run, oak):
    record(oak)
    assert run("withdraw", 1, "--reason", "Wrong family.").exit_code == 0
    assert run("show", 1).exit_code == 4
    assert run("restore", 1).exit_code == 0
    assert run("edit", 1, "--title", "Log", "--agency", "Health visiting").exit_code == 0
    assert "Health visiting" in run("list").output


def test_the_original_is_saved_and_never_over_another_file(run, oak, tmp_path):
    record(oak)
    to = tmp_path / "kept.txt"
    assert run("original", 1, "--to", to).exit_code == 0
    assert to.read_bytes() == WORDS.encode()
    again = run("original", 1, "--to", to)
    assert (again.exit_code, "already" in again.stderr) == (1, True)
    assert LedgerEntry.objects.filter(action="sources.original", outcome="seen").exists()


def test_no_right_looks_like_nothing_there(run, oak, tmp_path):
    record(oak)
    good = tmp_path / "visit.txt"
    good.write_text("Other.")
    assert run("show", 1, role=Role.CASE_GROUP).exit_code == 4
    assert run("add", good, "--agency", "1", role=Role.TEAM).exit_code == 4
    unknown = run("add", good, "--agency", "Navy")
    assert (unknown.exit_code, unknown.stderr.count("\n")) == (1, 1)


def test_a_text_is_corrected_and_its_passages_are_placed(run, oak):
    source = record(oak)
    coding.framework(oak)
    coding.mark(oak, "Nobody answered the door", number=source.number)
    answer = run(
        "correct", 1, "-", "--paragraph", 2, "--reason", "Misheard.", input="Somebody answered the bell.\n"
    )
    assert answer.exit_code == 0 and "waits for a person" in answer.output
    assert run("place", 1, 1, "--paragraph", 2, "--words", "answered the bell").output == "Passage 1 is settled.\n"
    (told,) = json.loads(run("correction", 1, "--json").stdout)["passages"]
    assert (told["quote"], told["placed"]) == ("Nobody answered the door", True)
    assert run("correction", 1, role=Role.AGENCY_CONTACT).exit_code != 0
