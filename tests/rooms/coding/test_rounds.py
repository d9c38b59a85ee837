"""Blind rounds: how they are opened, gone through, closed, told and settled."""

import csv
import io
from html import unescape

import openpyxl
import pytest
from click.testing import CliRunner
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.comma_separated import read_back
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import commands, queries
from casement.rooms.coding.cli.rounds import group
from casement.rooms.coding.models import Consensus, Mark, RoundMark
from casement.rooms.coding.rules import agreement as reckoning
from casement.rooms.coding.rules.rounds import Extent, Given, stretches
from casement.rooms.sources.models import Source, Version
from tests.factories import coding, rounds
from tests.factories.sources import record


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    return coding.text(oak, rounds.TEXT)


@pytest.fixture
def made(oak, desk):
    return rounds.opened(oak, [desk.number], [rounds.code(oak), "item:wrk.03"])


def signed_in(oak, role):
    client = Client()
    client.force_login(oak.person(role))
    return client


def body(answer):
    return unescape(answer.content.decode())


def wrong(**more):
    return {"name": "Ours", "sources": [1], "codes": ["item:wrk.03"]} | more


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"name": " "}, "name", "Give the round a name"),
        ({"sources": []}, "sources", "at least one source"),
        ({"sources": [1, 77]}, "sources", "not here any more"),
        ({"codes": []}, "codes", "at least one factor"),
        ({"codes": ["item:nothing.9"]}, "code", "not in the framework"),
        ({"coders": [1]}, "coders", "at least two people"),
        ({"coders": [1, 4]}, "coders", "Only leads and members"),
    ],
)
def test_a_round_that_could_not_work_is_refused_with_a_sentence(oak, desk, more, field, sentence):
    with pytest.raises(Refused, match=sentence) as no:
        commands.open_round(oak.seat(), **{"coders": [1, 2]} | wrong(**more))
    assert no.value.field == field


def test_somebody_who_may_not_read_a_text_cannot_be_asked_to_mark_it(oak, desk):
    kept = record(oak, text="For leads only, this.", name="kept.txt", access="leads")
    with pytest.raises(Refused, match=f"may not read source {kept.number}") as no:
        rounds.opened(oak, [desk.number, kept.number], ["item:wrk.03"])
    assert no.value.field == "coders"


def test_two_open_rounds_never_cover_the_same_ground(oak, made, desk):
    with pytest.raises(Refused, match="Round 1 is still open"):
        rounds.opened(oak, [desk.number], ["item:wrk.03"])
    assert rounds.opened(oak, [desk.number], ["item:wrk.05"]).number == 2


def test_only_who_takes_part_says_done_and_only_while_it_is_open(oak, made, desk):
    with pytest.raises(Refused, match="paragraphs 1 to 12"):
        commands.say_done(oak.seat(), number=1, source=desk.number, upto=13)
    commands.say_done(oak.seat(), number=1, source=desk.number, upto=4)
    commands.not_yet(oak.seat(), number=1, source=desk.number)
    with pytest.raises(NotHere):
        commands.say_done(oak.seat(Role.FAMILY), number=1, source=desk.number)
    commands.close_round(oak.seat(), number=1)
    with pytest.raises(Refused, match="closed"):
        commands.say_done(oak.seat(), number=1, source=desk.number)
    with pytest.raises(Refused, match="closed"):
        commands.close_round(oak.seat(), number=1)


def test_a_coder_alone_cannot_close_it_to_look(oak, made):
    with pytest.raises(Refused, match="Not everybody is done"):
        commands.close_round(oak.seat(Role.TEAM), number=1)
    rounds.done(oak, made)
    assert commands.close_round(oak.seat(Role.TEAM), number=1).closed_at


def test_figures_rest_on_the_marks_as_they_were_when_it_closed(oak):
    made = rounds.closed(oak)
    before = queries.round_figures(oak.seat(), made.number)
    for mark in Mark.objects.all():
        commands.remove_mark(oak.seat(), mark=mark.number)
    assert queries.round_figures(oak.seat(), made.number) == before
    assert RoundMark.objects.count() == 6


def test_figures_are_those_of_what_each_gave(oak):
    made = rounds.closed(oak)
    figures = dict(queries.round_figures(oak.seat(), made.number).figures.by_code)
    workload = [(0, 0), (1, 1), (1, 0), *[(0, 0)] * 9]
    assert figures["open:1"].alpha == pytest.approx(reckoning.alpha(workload))
    assert figures["open:1"].kappa.value == pytest.approx(reckoning.cohen(workload).value)
    assert figures["open:1"].compared == 12
    assert 0 < figures["open:2"].by_letter < 1  # "Nobody rang back" and "Nobody rang", and one more


def test_what_somebody_did_not_go_through_is_not_compared(oak, made, desk):
    code = rounds.code(oak)
    for words in ("290 names", "no room to talk", "on leave"):
        coding.mark(oak, words=words, number=desk.number, code=code)
    coding.mark(oak, words="290 names", role=Role.TEAM, number=desk.number, code=code)
    rounds.done(oak, made, Role.LEAD)
    rounds.done(oak, made, Role.TEAM, upto=3)
    commands.close_round(oak.seat(), number=1)
    told = queries.round_figures(oak.seat(), 1).figures
    assert (told.compared, told.stretches) == (3, 12)
    assert queries.disagreements(oak.seat(), 1)[1] == ()
    page = body(signed_in(oak, Role.LEAD).get(f"/reviews/{oak.ref}/rounds/1/agreement/"))
    assert "3 of 12 paragraphs were gone through by two of you or more" in page
    assert "too few for a figure" in page


def test_marks_made_before_are_counted_and_said_not_to_be_blind(oak, desk):
    code = rounds.code(oak)
    coding.mark(oak, words="290 names", number=desk.number, code=code)
    made = rounds.opened(oak, [desk.number], [code])
    rounds.done(oak, made)
    commands.close_round(oak.seat(), number=1)
    page = body(signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/rounds/1/"))
    assert "1 of its marks was made before the round was opened" in page


def test_marks_in_a_later_text_are_counted_apart(oak, made, desk):
    coding.mark(oak, words="290 names", number=desk.number, code=rounds.code(oak))
    newer = Version.objects.create(
        source=desk, number=2, text="Else. " + rounds.TEXT, media_type="text/plain", by=oak.person(Role.LEAD)
    )
    Source.objects.update(current=newer)
    coding.mark(oak, words="290 names", number=desk.number, code=rounds.code(oak))
    commands.close_round(oak.seat(), number=1)
    assert RoundMark.objects.count() == 1
    assert "1 mark stands in another text" in body(signed_in(oak, Role.LEAD).get(f"/reviews/{oak.ref}/rounds/1/"))


# The walk and the record


def settle(oak, role=Role.LEAD, **more):
    told = {"number": 1, "source": 1, "paragraph": 3, "choice": "all", "reason": "Both are said."}
    return commands.settle(oak.seat(role), **told | more)


def test_the_walk_shows_only_where_they_differ_and_by_letter(oak):
    rounds.closed(oak)
    _, told = queries.disagreements(oak.seat(), 1)
    assert [one.paragraph for one in told] == [3, 5]
    marks = {voice.name: [label for label, _, _ in voice.marks] for voice in told[0].voices}
    assert sorted(marks) == ["Coder A", "Coder B"]
    assert sorted(marks.values()) == [[], ["Workload"]]
    page = body(signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/rounds/1/walk-through/"))
    assert "She was covering two teams that week." in page
    assert "Review team member A" not in page.split("<main")[1]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"choice": "keep:7"}, "Choose what you agreed on"),
        ({"choice": ""}, "Choose what you agreed on"),
        ({"choice": "reworded"}, "in words"),
        ({"reason": "  "}, "Say why"),
        ({"paragraph": 1}, "did not differ there"),
    ],
)
def test_a_record_without_sense_is_refused(oak, more, sentence):
    rounds.closed(oak)
    with pytest.raises(Refused, match=sentence):
        settle(oak, **more)
    assert not Consensus.objects.exists()


def test_settling_again_keeps_what_was_said_before(oak):
    rounds.closed(oak)
    settle(oak, choice="keep:0")
    settle(oak, Role.TEAM, choice="reworded", wording="Cover for colleagues", reason="The word was unclear.")
    (first, _) = queries.disagreements(oak.seat(), 1)[1]
    assert [one.choice for one in first.settled] == ["reworded", "keep"]
    assert first.settled[0].by == "Review team member A"
    assert first.settled[1].kept == "Coder A"
    assert Mark.objects.count() == 6


def test_settling_by_hand_goes_on_to_the_next_and_ends_in_the_record(oak):
    rounds.closed(oak)
    client = signed_in(oak, Role.LEAD)
    base = f"/reviews/{oak.ref}/rounds/1/"
    empty = client.post(
        f"{base}walk-through/?at=1-3", {"source": 1, "paragraph": 3, "choice": "", "reason": "Mine"}
    )
    assert empty.status_code == 422
    assert "Choose what you agreed on." in body(empty)
    assert 'value="Mine"' in body(empty)
    sent = client.post(
        f"{base}walk-through/?at=1-3", {"source": 1, "paragraph": 3, "choice": "neither", "reason": "Not there."}
    )
    page = body(client.get(sent["Location"]))
    assert "He asked twice and got no answer." in page
    client.post(f"{base}walk-through/", {"source": 1, "paragraph": 5, "choice": "all", "reason": "=1+1"})
    assert "All 2 are settled" in body(client.get(f"{base}record/"))
    rows = list(csv.reader(io.StringIO(b"".join(client.get(f"{base}record/table.csv")).decode("utf-8-sig"))))
    assert [row[4] for row in rows[1:]] == ["Keep none of it", "Keep it all: they go together"]
    assert rows[2][6] == "'=1+1"


def test_the_table_as_a_file_holds_the_figures(oak):
    rounds.closed(oak)
    answer = signed_in(oak, Role.LEAD).get(f"/reviews/{oak.ref}/rounds/1/agreement/table.csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    (_, figures), _ = queries.round_figures(oak.seat(), 1).figures.by_code
    assert rows[0]["What"] == "Workload"
    assert float(rows[0]["Alpha by paragraph"]) == pytest.approx(figures.alpha, abs=1e-12)
    assert rows[0]["Kappa of"] == "Cohen"


def test_the_saved_figures_name_units_methods_and_say_it_in_words_and_are_for_those_who_work_here(oak, tmp_path):
    made = rounds.opened(oak, [coding.text(oak, rounds.TEXT).number], [rounds.code(oak, "=1+1")])
    at = f"/reviews/{oak.ref}/rounds/1/agreement/"
    client = signed_in(oak, Role.TEAM)
    assert client.get(f"{at}table.xlsx").status_code == client.get(f"{at}table.csv").status_code == 404
    for role, words in ((Role.LEAD, "290 names"), (Role.LEAD, "two teams"), (Role.TEAM, "two teams")):
        coding.mark(oak, words=words, role=role, number=1, code="open:1")
    rounds.done(oak, made)
    commands.close_round(oak.seat(), number=1)
    content = b"".join(client.get(f"{at}table.xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    lines = list(csv.reader(io.StringIO(b"".join(client.get(f"{at}table.csv")).decode("utf-8-sig"))))
    assert [[read_back(cell) for cell in row] for row in lines[1:]] == [
        ["" if cell is None else str(cell) for cell in row] for row in rows
    ]
    first = dict(zip(head, rows[0], strict=True))
    assert (first["What"], first["Unit"], first["Paragraphs compared"]) == ("=1+1", "Paragraph", 12)
    assert sheet["A2"].data_type == "s" and b"<f>" not in content
    assert (
        first["Kappa from"] < first["Kappa"] and "any two coders said the same 50 in 100 times" in first["In words"]
    )
    told = {row[0]: row[-1] for row in rows}
    assert "Krippendorff" in told["Method: alpha by paragraph"] and "Cohen" in told["Method: kappa"]
    assert "1000 samples" in told["Method: intervals"] and told["The round in words"]
    for role in (Role.SUPERVISOR, Role.AGENCY_CONTACT, Role.BUSINESS):
        assert signed_in(oak, role).get(f"{at}table.xlsx").status_code == 404, role
    assert LedgerEntry.objects.filter(action="coding.files", outcome="seen", kind="round", number=1).count() == 2


def test_figures_and_record_are_saved_on_the_command_line_and_never_over_a_file(oak, tmp_path):
    rounds.closed(oak)
    for command in ("agreement", "differences"):
        out = tmp_path / f"{command}.xlsx"
        who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref, "--out", str(out), "1"]
        assert CliRunner().invoke(group, [command, *who]).exit_code == 0
        assert openpyxl.load_workbook(out).active.max_row > 2
        again = CliRunner().invoke(group, [command, *who])
        assert again.exit_code and "already" in again.output


def test_opening_and_going_through_without_script(oak, desk):
    client = signed_in(oak, Role.LEAD)
    base = f"/reviews/{oak.ref}/rounds/"
    assert "No round yet" in body(client.get(base))
    code = rounds.code(oak)
    refused = client.post(f"{base}new/", {"name": "Ours", "codes": [code], "coders": ["1"], "sources": ["1"]})
    assert refused.status_code == 422
    assert "at least two people" in body(refused)
    assert f'value="{code}"' in body(refused) and body(refused).count(" checked") >= 3
    sent = client.post(f"{base}new/", {"name": "Ours", "codes": [code], "coders": ["1", "2"], "sources": ["1"]})
    assert sent["Location"] == f"{base}1/"
    assert "Not yet" in body(client.get(sent["Location"]))
    over = client.post(f"{base}1/", {"source": "1", "upto": "99"})
    assert over.status_code == 422 and 'value="99"' in body(over)
    client.post(f"{base}1/", {"source": "1", "upto": ""})
    assert "Not yet after all" in body(client.get(f"{base}1/"))
    assert client.post(f"{base}1/closing/").status_code == 302
    assert "Closed rounds" in body(client.get(base))


@pytest.mark.parametrize(
    "path", ["", "new/", "1/", "1/agreement/", "1/walk-through/", "1/record/", "1/agreement/table.csv"]
)
def test_each_page_asks_as_often_whatever_the_size_and_at_most_twelve_times(oak, path):
    rounds.closed(oak)
    client = signed_in(oak, Role.LEAD)

    def asked():
        with CaptureQueriesContext(connection) as told:
            assert client.get(f"/reviews/{oak.ref}/rounds/{path}").status_code == 200
        return [each["sql"] for each in told if "ledger" not in each["sql"] and "SAVEPOINT" not in each["sql"]]

    asked()
    before = asked()
    for words in ("One", "Two", "Three"):
        settle(oak, reason=words)
        coding.text(oak, rounds.TEXT, title=words)
    after = asked()
    assert len(before) == len(after) <= 12, "\n".join(after)


# Cutting marks into paragraphs


def test_a_mark_over_two_paragraphs_is_said_of_both():
    paragraphs = [Extent(1, 0, 10), Extent(2, 11, 20), Extent(3, 20, 20), Extent(4, 21, 30)]
    told = dict(stretches(paragraphs, [0, 2, None], [[Given(5, 15, "c", "")], [Given(25, 28, "c", "")], []]))
    assert sorted(told) == [1, 2, 4]
    assert [(s.start, s.end) for s in told[1].said[0]] == [(5, 10)]
    assert [(s.start, s.end) for s in told[2].said[0]] == [(0, 4)]
    assert told[4].said == ((), None, None)
