"""The report's pages: who may open them, what they say, how often they ask the database."""

import html

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation import jobs
from casement.foundation.access import Role, Subject
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis import commands as analyse
from casement.rooms.reports import commands, queries
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Release
from casement.rooms.sources.models import Source, Withdrawal
from tests.factories.reports import NAME, analysed, reported

PAGES = ["report/", "report/sections/synopsis/", "report/preview/", "report/preview/?edition=publishable",
         "report/trace/", "report/copies/"]  # fmt: skip


@pytest.fixture
def made(oak):
    return reported(oak)


def get(client, cast, path, role=Role.LEAD):
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/{path}")


def release(cast, role):
    Release.objects.create(review=cast.review, subject=Subject.DRAFT_REPORT, role=role, by=cast.person(Role.LEAD))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("role", [Role.LEAD, Role.TEAM])
def test_leads_and_team_open_every_page(oak, made, client, path, role):
    answer = get(client, oak, path, role)
    assert answer.status_code == 200
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.parametrize("path", [*PAGES, "report/copies/1/", "report/copies/1/file/"])
@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.LEAD, Role.TEAM)])
def test_nobody_else_does_before_release(oak, made, client, path, role):
    assert get(client, oak, path, role).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_nobody_from_another_review_gets_in(oak, elm, made, client, path):
    client.force_login(elm.person(Role.LEAD))
    assert client.get(f"/reviews/{oak.ref}/{path}").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_pages_ask_as_often_for_one_as_for_three(oak, made, client, path):
    client.force_login(oak.person(Role.LEAD))
    once = asked(client, f"/reviews/{oak.ref}/{path}")
    for at in (1, 2):
        more = analyse.propose_episode(oak.seat(), title=f"More {at}", why="It matters.")
        analyse.choose_episode(oak.seat(), number=more.number)
        commands.export_report(oak.seat(), edition="internal", format="html")
    assert asked(client, f"/reviews/{oak.ref}/{path}") == once <= 12


def asked(client, address):
    """How many statements a page takes, but for those that open and close a transaction."""
    with CaptureQueriesContext(connection) as told:
        assert client.get(address).status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in told)


def test_after_release_the_board_reads_saved_publishable_copies_alone(oak, made, client):
    commands.export_report(oak.seat(), edition="internal", format="docx")
    commands.export_report(oak.seat(), edition="publishable", format="docx", looked=True)
    jobs.run_waiting()
    release(oak, Role.ACCOUNTABLE)
    shown = get(client, oak, "report/preview/", Role.ACCOUNTABLE).content.decode()
    assert "report/copies/2/file/" in shown and "report/copies/1/" not in shown
    assert "took it for a repeat" not in shown
    assert get(client, oak, "report/copies/2/file/", Role.ACCOUNTABLE).status_code == 200
    assert get(client, oak, "report/copies/1/file/", Role.ACCOUNTABLE).status_code == 404
    assert get(client, oak, "report/sections/synopsis/", Role.ACCOUNTABLE).status_code == 404


def test_the_report_is_started_from_its_page(oak, client):
    analysed(oak)
    client.force_login(oak.person(Role.LEAD))
    assert "Start the report" in client.get(f"/reviews/{oak.ref}/report/").content.decode()
    answer = client.post(f"/reviews/{oak.ref}/report/start/", follow=True)
    assert "The report is started." in answer.content.decode()


def test_every_note_lands_on_its_passage(oak, made, client):
    shown = get(client, oak, "report/preview/").content.decode()
    asked = queries.desk(oak.seat()).material.evidence.values()
    assert len(asked) >= 3
    for one in asked:
        assert f'href="{one.href}"' in shown
        landed = client.get(one.href)
        assert landed.status_code == 200
        assert one.quote in html.unescape(landed.content.decode())


def test_the_report_says_which_steps_its_review_did_without(oak, made, client):
    assert "did without" not in get(client, oak, "report/preview/").content.decode()
    reviews.leave_steps_out(oak.seat(), steps=["S10", "S07"], reason="Too few people were left.")
    shown = get(client, oak, "report/preview/").content.decode()
    assert "this review did without: individual conversations; follow-on meeting 1." in shown
    assert "Too few people" not in shown


def test_the_publishable_preview_leads_nowhere_inside(oak, made, client):
    shown = get(client, oak, "report/preview/?edition=publishable").content.decode()
    paper = shown.split('class="r-paper', 1)[1].split("</section>\n</div>", 1)[0]
    assert "/sources/" not in paper and "/chronologies/" not in paper
    assert "Conversation with Case group member A" in paper


def test_a_statement_loses_its_support_when_its_source_is_taken_out(oak, made, client):
    analyse.uncite(oak.seat(), number=2)
    assert "no longer supported" not in get(client, oak, "report/sections/narrative/").content.decode()
    Withdrawal.objects.create(
        source=Source.objects.get(review=oak.review, number=1), reason="Sent by mistake", by=oak.person(Role.LEAD)
    )
    for path in ("report/sections/narrative/", "report/preview/"):
        assert "[no longer supported]" in get(client, oak, path).content.decode()
    assert "Statements that are no longer supported" in get(client, oak, "report/").content.decode()
    assert "No longer supported" in get(client, oak, "report/trace/").content.decode()


def test_what_was_typed_is_shown_beside_what_somebody_else_saved(oak, made, client):
    made.write("summary", "The first words.")
    client.force_login(oak.person(Role.TEAM))
    answer = client.post(
        f"/reviews/{oak.ref}/report/sections/summary/", {"text": "The second words.", "based_on": "1"}
    )
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "The second words." in shown and "Two people wrote this section" in shown


def test_a_section_is_saved_from_its_page(oak, made, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/report/sections/conclusion/"
    answer = client.post(address, {"text": "See {{finding 1}} and {{finding 9}}.", "based_on": "1"}, follow=True)
    shown = answer.content.decode()
    assert "Section saved." in shown
    assert "{{finding 9}} leads nowhere: there is no finding 9 now." in shown


def test_an_unknown_section_is_not_there(oak, made, client):
    assert get(client, oak, "report/sections/nonsense/").status_code == 404


def test_a_publishable_copy_needs_somebody_to_have_looked(oak, made, client):
    made.write("setting", "On 3 May 2024 the service moved.")
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/report/preview/?edition=publishable"
    answer = client.post(address, {"edition": "publishable", "format": "pdf"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "tick that you have" in shown and "3 May 2024 is an exact date" in shown
    answer = client.post(address, {"edition": "publishable", "format": "pdf", "looked": "on"})
    assert answer.status_code == 302


def test_a_copy_is_made_and_fetched(oak, made, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/report/preview/"
    answer = client.post(address, {"edition": "internal", "format": "docx"}, follow=True)
    assert "The copy is being made" in answer.content.decode()
    jobs.run_waiting()
    assert "The copy is ready" in client.get(f"/reviews/{oak.ref}/report/copies/1/").content.decode()
    file = client.get(f"/reviews/{oak.ref}/report/copies/1/file/")
    assert file["Content-Disposition"] == 'attachment; filename="report-internal-copy-1.docx"'
    assert b"".join(file.streaming_content)[:2] == b"PK"
    assert LedgerEntry.objects.filter(action="reports.read", kind="export", number=1, outcome="seen").exists()


def test_a_colleagues_internal_copy_is_not_for_the_team(oak, made, client):
    commands.export_report(oak.seat(), edition="internal", format="docx")
    jobs.run_waiting()
    assert get(client, oak, "report/copies/1/file/", Role.TEAM).status_code == 404


def test_no_name_or_title_in_an_address_or_a_tab(oak, made, client):
    shown = get(client, oak, "report/sections/synopsis/").content.decode()
    title = shown.split("<title>")[1].split("</title>")[0]
    assert oak.review.code_name not in title and NAME not in title
