"""The rigour pages: what findings rest on, what is asked of the team, its answers, what was read, the trail."""

import csv
import io

import openpyxl
import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.models import CheckAnswer
from casement.rooms.analysis.queries import asking
from casement.rooms.analysis.queries.coverage import coverage
from casement.rooms.coding import commands as coding
from casement.rooms.reports import cli
from tests.factories import rounds
from tests.factories.analysis import whole
from tests.factories.coding import text
from tests.factories.sources import record

FAMILY = "No account of the family is among it."


@pytest.fixture
def written(oak):
    return whole(oak)


def asked(cast, owner="finding", about=1):
    return {one.said: one.mark for one in asking.asked_of(cast.seat(), owner, about, queries.tree(cast.seat()))}


def read(client, cast, path="rigour/"):
    answer = client.get(f"/reviews/{cast.ref}/{path}")
    return answer.content.decode()


def test_the_page_tells_what_a_finding_rests_on_with_pattern_and_factors(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    page = read(client, oak)
    (claim,) = asking_of(oak).findings
    assert claim.rests.kinds == {"record": 2, "conversation": 0, "family": 0}
    assert claim.rests.against == 1
    assert "All of it comes from one agency: Police." in page
    assert "All of it is of one kind: records." in page
    assert FAMILY in page


def asking_of(cast):
    from casement.rooms.analysis.queries.balance import balance

    return balance(queries.tree(cast.seat()))


def test_an_answer_is_kept_with_its_reason_and_asked_again_when_the_sentence_changes(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    mark = asked(oak)["All of it comes from one agency: Police."]
    address = f"/reviews/{oak.ref}/rigour/answers/finding/1/{mark}/"
    assert "All of it comes from one agency: Police." in client.get(address).content.decode()
    assert client.post(address, {"reason": "The school keeps no log."}).status_code == 302
    page = read(client, oak)
    assert "The school keeps no log." in page
    assert oak.seat(Role.TEAM).label in page
    assert f"rigour/answers/finding/1/{mark}/" not in page
    other = record(oak, text="The head rang twice.", name="head.txt", agency=oak.agency("Health visiting").number)
    statement = next(iter(queries.tree(oak.seat()).findings[0].layers["in_case"])).number
    commands.cite(oak.seat(), statement=statement, source=other.number, paragraph=1, words="The head rang twice.")
    page = read(client, oak)
    assert "The evidence has changed since." in page
    assert CheckAnswer.objects.get().reason == "The school keeps no log."


def test_without_words_or_for_what_is_not_asked_it_is_refused_and_nothing_typed_is_lost(oak, client, written):
    client.force_login(oak.person(Role.TEAM))
    mark = asked(oak)[FAMILY]
    address = f"/reviews/{oak.ref}/rigour/answers/finding/1/{mark}/"
    empty = client.post(address, {"reason": " "})
    assert empty.status_code == 422
    assert "Say what the team makes of this." in empty.content.decode()
    late = client.post(f"/reviews/{oak.ref}/rigour/answers/finding/1/000000000000/", {"reason": "Long thought."})
    assert late.status_code == 422
    told = late.content.decode()
    assert "not asked any more" in told
    assert "Long thought." in told
    assert not CheckAnswer.objects.exists()


@pytest.mark.parametrize(("owner", "about"), [("finding", 2), ("episode", 9), ("source", 77), ("person", 1)])
def test_what_is_not_there_is_not_found(oak, client, written, owner, about):
    client.force_login(oak.person(Role.LEAD))
    assert client.get(f"/reviews/{oak.ref}/rigour/answers/{owner}/{about}/000000000000/").status_code == 404
    with pytest.raises(NotHere):
        commands.answer_check(oak.seat(), owner=owner, about=about, question="000000000000", reason="Because.")


def test_an_answer_taken_back_is_asked_again_and_stays_in_the_record(oak, client, written):
    commands.answer_check(
        oak.seat(), owner="finding", about=1, question=asked(oak)[FAMILY], reason="They chose not to."
    )
    client.force_login(oak.person(Role.TEAM))
    assert client.post(f"/reviews/{oak.ref}/rigour/answers/1/removal/").status_code == 302
    assert "They chose not to." not in read(client, oak)
    assert CheckAnswer.objects.get().taken_back_at is not None


def test_a_second_answer_takes_the_place_of_the_first(oak, written):
    for reason in ("One.", "Two.", "Two."):
        commands.answer_check(oak.seat(), owner="finding", about=1, question=asked(oak)[FAMILY], reason=reason)
    assert [one.reason for one in asking.check_answers(oak.seat())] == ["Two."]
    assert CheckAnswer.objects.count() == 2


def test_what_is_read_is_counted_by_visits_and_marks_and_tells_nobody(oak, client, written):
    new = record(oak, text="Nobody looked here.", name="new.txt")
    client.force_login(oak.person(Role.TEAM))
    page = read(client, oak, "rigour/read/")
    assert "Nobody in the team has opened it." in page
    read(client, oak, f"sources/{new.number}/")
    (line,) = [one for one in coverage(oak.seat()).sources if one.number == new.number]
    assert (line.opened, line.marks, line.cited) == (1, 0, 0)
    coding.add_code(oak.seat(), label="Quiet")
    coding.mark_words(oak.seat(), number=new.number, words="Nobody looked", code="open:1", paragraph=1)
    (line,) = [one for one in coverage(oak.seat()).sources if one.number == new.number]
    assert (line.opened, line.marks, line.coders) == (2, 1, 1)
    assert oak.person(Role.TEAM).email not in read(client, oak, "rigour/read/")


def test_marks_behind_a_wall_are_not_counted(oak):
    """While a blind round is open, a coder is not told how much the other has marked."""
    source = text(oak, "Nobody rang back on Monday.")
    code = rounds.code(oak)
    made = rounds.opened(oak, [source.number], [code])
    coding.mark_words(oak.seat(), number=source.number, words="Nobody rang", code=code, paragraph=1)
    assert [coverage(oak.seat(role)).sources[0].marks for role in (Role.LEAD, Role.TEAM)] == [1, 0]
    rounds.done(oak, made)
    coding.close_round(oak.seat(), number=made.number)
    assert coverage(oak.seat(Role.TEAM)).sources[0].marks == 1


def test_the_trail_holds_every_statement_and_every_piece_of_evidence_and_runs_nothing(oak, client, written):
    commands.edit_statement(oak.seat(), number=1, text="=1+1 stands here", based_on=1)
    client.force_login(oak.person(Role.LEAD))
    tree = queries.tree(oak.seat())
    wanted = sum(max(1, len(one.evidence)) for one in tree.statements.values())
    table = b"".join(client.get(f"/reviews/{oak.ref}/rigour/trail.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == wanted
    assert {int(row["Statement"]) for row in rows} == set(tree.statements)
    assert not any(cell.startswith("=") for row in rows for cell in row.values())
    book = b"".join(client.get(f"/reviews/{oak.ref}/rigour/trail.xlsx").streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert sheet.max_row == wanted + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT, Role.ACCOUNTABLE])
def test_who_does_not_see_the_working_analysis_finds_nothing(oak, client, written, role):
    client.force_login(oak.person(role))
    for path in ("rigour/", "rigour/read/", "rigour/trail.csv"):
        assert client.get(f"/reviews/{oak.ref}/{path}").status_code == 404


def test_an_empty_review_is_told_what_to_do_next(oak, client):
    client.force_login(oak.person(Role.LEAD))
    assert "There is nothing to look at yet" in read(client, oak)
    assert "There are no sources yet" in read(client, oak, "rigour/read/")


def test_the_pages_take_a_fixed_number_of_queries(oak, client, django_assert_max_num_queries):
    whole(oak, episodes=1)
    client.force_login(oak.person(Role.LEAD))
    counts = []
    for more in (0, 2):
        for n in range(more):
            record(oak, text=f"More, {n}.", name=f"more{n}.txt")
            commands.propose_episode(oak.seat(), title=f"Another, {n}", why="It may matter.", began="June 2024")
        for path in ("rigour/", "rigour/read/"):
            read(client, oak, path)
            with CaptureQueriesContext(connection) as told:
                read(client, oak, path)
            counts.append(len(told))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 15


def test_the_command_refuses_an_answer_without_words(oak, written):
    with pytest.raises(Refused):
        commands.answer_check(oak.seat(), owner="finding", about=1, question=asked(oak)[FAMILY], reason="  ")


def test_the_command_line_asks_keeps_answers_and_saves_the_trail(oak, written, tmp_path):
    def run(*told):
        who = ("--as", oak.person(Role.LEAD).email, "--review", oak.ref)
        return CliRunner().invoke(cli.rigour, [*told, *who])

    mark = asked(oak)[FAMILY]
    assert f"{mark}  Finding 1: {FAMILY}" in run("show").output
    assert "Answer 1 is kept." in run("answer", "finding", "1", mark, "--reason", "They chose not to.").output
    assert FAMILY not in [line.split(": ", 1)[1] for line in run("show").output.splitlines() if "Finding 1" in line]
    assert "They chose not to." in run("answers").output
    assert "asked again" in run("ask-again", "1").output
    out = tmp_path / "trail.csv"
    assert run("trail", "--out", str(out)).exit_code == 0
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) > 10
    again = run("trail", "--out", str(out))
    assert again.exit_code == 1
    assert "a file of that name already" in again.stderr
