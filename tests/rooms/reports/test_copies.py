"""Copies that leave: numbered, kept by their hash, and without a name when they are for everybody."""

import io
import json
import logging
import time
import zipfile

import pytest
from click.testing import CliRunner

from casement.foundation import files, jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reports import cli, commands, exports, queries
from casement.rooms.reports.exports.copies import texts_of
from casement.rooms.reports.models import Export
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.telling import report_tree
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.reviews.models import Participation, Review
from tests.factories.report_material import material, written
from tests.factories.reports import NAME, forbid_quoting, reported

FORMATS = ("docx", "pdf", "html")
NAMED = f"{NAME} rang. Mrs {NAME.upper()}’s friend Corrie, corisande.thrupwell.aske@example.org, said so.\n\n" \
    f"| {NAME} |\n|---|\n| {NAME} |\n\n- Thrupwell-Aske, Corisande"  # fmt: skip


@pytest.fixture
def made(oak):
    return reported(oak)


def saved(cast, edition, form, *, looked=True):
    number = commands.export_report(cast.seat(), edition=edition, format=form, looked=looked).number
    jobs.run_waiting()
    return queries.copy_file(cast.seat(), number)


@pytest.mark.parametrize("form", FORMATS)
def test_no_part_of_a_publishable_copy_holds_a_name(oak, made, form):
    Review.objects.filter(pk=oak.review.pk).update(code_name=f"{NAME} review", board_name=f"{NAME} Board")
    Participation.objects.filter(review=oak.review, role=Role.LEAD).update(role_label=f"Lead {NAME}")
    for key in ("introduction", "setting", "conclusion"):
        made.write(key, NAMED)
    made.write("summary", "{{statement 1}} {{sources}}")
    _, content = saved(oak, "publishable", form)
    whole = "\n".join(texts_of(content, form)).casefold()
    assert "mother rang" in whole
    for part in ("thrupwell", "corisande", "corrie"):
        assert part not in whole
    assert f"/reviews/{oak.ref}" not in whole and "127.0.0.1" not in whole
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            raw = b"".join(packed.read(name) for name in packed.namelist()).decode("utf-8", "replace")
        assert "thrupwell" not in raw.casefold()


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_in_a_finished_file_is_found_where_it_is(oak, made, form):
    made.write("setting", f"{NAME} rang.")
    _, content = saved(oak, "internal", form)
    register = queries.desk(oak.seat()).material.register
    assert exports.names_in_file(content, form, register) == ("Mother",)


def test_a_name_that_survives_masking_is_refused_without_being_told(oak, made):
    made.write("setting", "**Cori**sande Thrupwell-Aske rang.")
    with pytest.raises(Refused) as told:
        commands.export_report(oak.seat(), edition="publishable", format="docx", looked=True)
    assert "The local setting" in told.value.sentence and "names that are still" in told.value.sentence
    assert "Thrupwell" not in told.value.sentence
    assert not Export.objects.exists()


def test_words_that_may_only_be_paraphrased_stop_a_publishable_copy(oak, made):
    made.write("setting", "A worker said: I thought it was the same call.")
    forbid_quoting(made, "paraphrase_only")
    with pytest.raises(Refused, match="only be paraphrased"):
        commands.export_report(oak.seat(), edition="publishable", format="docx", looked=True)
    commands.export_report(oak.seat(), edition="internal", format="docx")


def test_copies_are_numbered_and_carry_their_number(oak, made):
    for number in (1, 2):
        one, content = saved(oak, "internal", "html")
        assert one.number == number
        assert f"copy {number}, saved by Lead reviewer A" in content.decode()
        assert files.path_of(one.sha256).exists()


def test_making_a_copy_twice_makes_it_once(oak, made):
    one = commands.export_report(oak.seat(), edition="internal", format="html")
    jobs.run_waiting()
    first = queries.copy(oak.seat(), 1).sha256
    jobs.later(commands.MAKE, one.pk, oak.ref, seat=oak.seat())
    jobs.run_waiting()
    assert queries.copy(oak.seat(), 1).sha256 == first
    assert LedgerEntry.objects.filter(action="reports.export", outcome="done", kind="export").count() == 2


def test_somebody_who_left_meanwhile_gets_no_copy(oak, made):
    commands.export_report(oak.seat(Role.TEAM), edition="internal", format="html")
    Participation.objects.filter(review=oak.review, role=Role.TEAM).update(ended_at="2020-01-01T00:00Z")
    jobs.run_waiting()
    assert not queries.copy(oak.seat(), 1).is_ready


def test_a_report_that_changed_while_its_copy_was_made_is_looked_at_again(oak, made):
    commands.export_report(oak.seat(), edition="publishable", format="html", looked=True)
    made.write("setting", "{{finding 99}}")
    jobs.run_waiting()
    one = queries.copy(oak.seat(), 1)
    assert not one.is_ready and "changed while" in one.sentence


@pytest.mark.parametrize("edition, form", [("secret", "docx"), ("internal", "exe")])
def test_an_unknown_edition_or_format_is_refused(oak, made, edition, form):
    with pytest.raises(Refused, match="Choose"):
        commands.export_report(oak.seat(), edition=edition, format=form)


def test_nothing_is_saved_before_the_report_is_started(oak):
    with pytest.raises(Refused, match="Start the report first"):
        commands.export_report(oak.seat(), edition="internal", format="docx")


def test_another_reviews_copy_is_not_here(oak, elm, made):
    saved(oak, "internal", "html")
    with pytest.raises(NotHere):
        queries.copy(elm.seat(), 1)


def test_no_word_of_the_report_reaches_the_log(oak, made, caplog):
    caplog.set_level(logging.DEBUG)
    made.write("setting", f"{NAME} rang. Quorvinex.")
    for form in FORMATS:
        saved(oak, "internal", form)
    assert "Thrupwell" not in caplog.text and "Quorvinex" not in caplog.text


def test_word_and_pdf_of_a_report_as_large_as_the_example_take_under_three_seconds():
    base = material(episodes=6, findings=5, uses=10)
    began = time.process_time()  # the machine may be busy with other things
    tree = publishing.masked(report_tree(base, written(), Edition.INTERNAL), base)
    assert exports.write(tree, "docx") and exports.write(tree, "pdf")
    assert time.process_time() - began < 3


def run(cast, *words, code=0):
    told = [words[0], "--as", cast.person(Role.LEAD).email, "--review", cast.ref, *words[1:]]
    answer = CliRunner().invoke(cli.report, told)
    assert answer.exit_code == code, answer.output
    return answer.output


def test_the_command_line_writes_checks_and_saves(oak, made, tmp_path):
    run(oak, "start")
    (tmp_path / "text.md").write_text("See {{finding 1}}.", encoding="utf-8-sig")
    run(oak, "edit", "conclusion", "--file", str(tmp_path / "text.md"))
    assert run(oak, "show", "conclusion").strip() == "See {{finding 1}}."
    assert "There is nothing under" in run(oak, "check")
    for form in ("docx", "pdf"):
        told = json.loads(run(oak, "export", "--format", form, "--out", str(tmp_path), "--json").splitlines()[-1])
        assert (tmp_path / f"report-internal-copy-{told['copy']}.{form}").stat().st_size > 5000
    assert "tick that you have" in run(
        oak, "export", "--edition", "publishable", "--format", "pdf", "--out", str(tmp_path), code=1
    )
    run(oak, "export", "--edition", "publishable", "--format", "pdf", "--looked", "--out", str(tmp_path / "p.pdf"))
    assert len(json.loads(run(oak, "copies", "--json"))) == 3


def test_the_command_line_refuses_with_a_sentence(oak, made, tmp_path):
    (tmp_path / "text.md").write_bytes(b"\xa320 caf\xe9")
    assert "not in UTF-8" in run(oak, "edit", "conclusion", "--file", str(tmp_path / "text.md"), code=1)
    run(oak, "edit", "nonsense", "--text", "x", code=4)
    run(oak, "edit", "conclusion", "--text", "{{finding 99}}")
    assert "leads nowhere" in run(oak, "check", "--edition", "publishable", code=1)
