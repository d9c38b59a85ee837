"""Letters on the command line: the same rules and the same record."""

import pytest
from click.testing import CliRunner

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry, Mail
from casement.rooms.letters.cli import commands
from tests.factories.letters import gone, place_of
from tests.foundation.test_post import bounce

pytestmark = pytest.mark.django_db


def run(*words: str, sent: bytes = b""):
    return CliRunner().invoke(commands, list(words), input=sent)


@pytest.fixture
def seated(oak):
    return ("--as", oak.person(Role.LEAD).email, "--review", oak.ref)


def test_a_letter_is_written_sent_and_saved(oak, seated, tmp_path):
    to = place_of(oak, Role.CASE_GROUP)
    assert run("write", "thanks", "--to", to, "--set", "about=your time", *seated).exit_code == 0
    assert "Still to fill in: support" in run("show", "1", *seated).output
    refused = run("send", "1", "--route", "casement", *seated)
    assert refused.exit_code == 1 and "still missing" in refused.output
    told = [
        word
        for each in ("contact_name=Sam", "contact_phone=01632 960 001", "support=Jo")
        for word in ("--set", each)
    ]
    assert run("fill", "1", *told, *seated).exit_code == 0
    assert run("send", "1", "--route", "casement", *seated).exit_code == 0
    out = tmp_path / "letter.pdf"
    assert run("save", "1", "--out", str(out), *seated).exit_code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run("save", "1", "--out", str(out), *seated).exit_code == 1  # never written over
    assert "On its way" in run("list", *seated).output
    assert "Letter 1" in run("sent", *seated).output


def test_a_returned_mail_is_taken_from_a_pipe_and_a_strangers_is_not(oak, mailoutbox):
    made = gone(oak)
    jobs.run_waiting("post.send")
    admin = oak.person(Role.LEAD)
    assert (
        run("returned", "-", "--as", admin.email, sent=bounce(mailoutbox[0])).exit_code == 4
    )  # runs no installation
    admin.runs_site = True
    admin.save()
    answer = run("returned", "-", "--as", admin.email, sent=b"Subject: Hello\n\nBuy this.\n")
    assert answer.exit_code == 1 and "no mail of ours" in answer.output
    answer = run("returned", "-", "--as", admin.email, sent=bounce(mailoutbox[0]))
    assert answer.exit_code == 0 and "1 came back" in answer.output
    assert Mail.objects.get(about=f"letter:{made.number}").state == "returned"
    assert LedgerEntry.objects.filter(action="letters.returned").values_list("outcome", flat=True).count() == 3


def test_a_text_of_ones_own_is_put_in_from_a_file(oak, tmp_path):
    mine = tmp_path / "text.txt"
    mine.write_text("Dear {{ recipient_nam }}")
    words = (
        "put-text",
        "thanks",
        str(mine),
        "--title",
        "Thanks",
        "--use",
        "Ours.",
        "--as",
        oak.person(Role.LEAD).email,
    )
    refused = run(*words)
    assert refused.exit_code == 1 and "“recipient_name”" in refused.output
    mine.write_text("Dear {{ recipient_name }}")
    assert "It is in use." in run(*words).output
    listed = run("texts", "--as", oak.person(Role.LEAD).email, "--json")
    assert '"key": "thanks"' in listed.output and '"own": true' in listed.output
