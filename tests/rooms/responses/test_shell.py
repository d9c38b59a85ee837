"""The response on the command line: the same rules, the same record, and files that are written over nothing."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from docx import Document

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.rooms.responses import commands, queries
from casement.rooms.responses.cli import response
from tests.factories.responses import CHAIR, asked

pytestmark = pytest.mark.django_db


def run(oak, *words: str, role: Role = CHAIR):
    return CliRunner().invoke(response, [*words, "--as", oak.person(role).email, "--review", oak.ref])


def test_what_the_board_answers_is_written_read_and_saved(oak, tmp_path):
    (number,) = map(str, asked(oak, "judgement_or_compromise"))
    refused = run(oak, "answer", number, "accepted", "We agree.")
    assert refused.exit_code == 1 and "Say the position that is taken" in refused.output
    told = ("--position", "Fewer visits, longer ones.", "--public", "We agree.")
    assert run(oak, "answer", number, "accepted", "It can be counted.", *told).exit_code == 0
    assert run(oak, "answer", number, "accepted", "x", role=Role.TEAM).exit_code == 4
    assert run(oak, "action", number, "One list.", "--agency", "1", "--by-when", "by spring").exit_code == 0
    shown = run(oak, "show", role=Role.TEAM).output
    assert "Accepted." in shown and "Difference made: not known yet." in shown
    assert json.loads(run(oak, "show", "--json").output)["findings"][0]["questions"][0]["answers"][0]["fits"] == ""
    word = tmp_path / "response.DOCX"
    assert run(oak, "save", "--out", str(word)).exit_code == 0
    assert "It can be counted." in "\n".join(one.text for one in Document(word).paragraphs)
    public = tmp_path / "public.docx"
    assert run(oak, "save", "--public", "--out", str(public)).exit_code == 0
    assert "It can be counted." not in "\n".join(one.text for one in Document(public).paragraphs)
    for out, sentence in (
        (word, "There is a file of that name already. Choose another with --out."),
        (tmp_path / "response.odt", "Name a file that ends in .docx or .pdf."),
        (tmp_path / "nowhere" / "response.pdf", "Nothing can be written there."),
    ):
        refused = run(oak, "save", "--out", str(out))
        assert refused.exit_code == 1 and sentence in refused.output, out
    assert not (tmp_path / "response.odt").exists()
    assert LedgerEntry.objects.filter(kind="response", outcome="seen").count() >= 4


def test_a_report_on_an_action_keeps_its_next_look_unless_another_is_named(oak):
    (number,) = asked(oak)
    day = today() + timedelta(days=30)
    made = commands.add_action(oak.seat(CHAIR), number=number, what="One list.", agency=1, look_on=day)
    contact = {"role": Role.AGENCY_CONTACT}
    assert run(oak, "progress", str(made.number), "under_way", "It is being built.", **contact).exit_code == 0
    assert queries.action(oak.seat(), made.number).look_on == day
    later = day + timedelta(days=30)
    told = ("--look-on", later.isoformat())
    assert run(oak, "progress", str(made.number), "done", "It is built.", *told, **contact).exit_code == 0
    assert queries.action(oak.seat(), made.number).look_on == later
    seen = ("impact", str(made.number), "none", "The audit shows the same.", "--said-by", "The audit lead")
    assert run(oak, *seen, **contact).exit_code == 0
    assert "Difference made: no difference so far." in run(oak, "show").output
