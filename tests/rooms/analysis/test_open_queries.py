"""What we do not know yet is one kind of thing, wherever it arose: in one list, answered or let go with a reason."""

import importlib

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.papers import papers_of
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.cli import analysis
from casement.rooms.analysis.models import OpenQuery, Remark
from casement.rooms.analysis.queries.open_queries import open_queries, open_query
from casement.rooms.meetings import commands as meetings
from casement.rooms.reviews.models import Participation
from tests.factories.meetings import ready, said
from tests.factories.planning import planned


def parent(cast) -> str:
    number = Participation.objects.get(review=cast.review, role=Role.FAMILY).number
    return f"r{number}"


def asked(cast, text="What had she been told?"):
    """A period in which the team cannot say what the parent knew."""
    commands.add_period(cast.seat(), title="The week of the referral", began="20 May 2024")
    return commands.note_silence(cast.seat(), number=1, voice=parent(cast), kind="query", text=text)


def test_a_query_from_the_narrative_stands_in_the_list_and_is_answered_there(oak, client):
    made = asked(oak)
    assert asked(oak).pk == made.pk  # said twice, it is kept once
    alone = commands.keep_query(oak.seat(Role.TEAM), text="Who held the key?")
    client.force_login(oak.person(Role.LEAD))
    base = f"/reviews/{oak.ref}/open-queries/"
    page = client.get(base).content.decode()
    assert "Open (2)" in page and "Asked by itself" in page and "perspectives/1/#queries" in page
    period = client.get(f"/reviews/{oak.ref}/perspectives/1/").content.decode()
    assert f"{base}{made.number}/" in period

    def counted():
        with CaptureQueriesContext(connection) as told:
            client.get(base)
        return len(told)

    first = counted()
    for at in range(2):
        commands.keep_query(oak.seat(), text=f"And week {at}?", voice=parent(oak))
    assert counted() == first

    client.post(f"{base}{made.number}/", {"text": "Nothing, she says."})
    client.post(f"{base}{made.number}/", {"text": "Nothing, she says."})
    assert [words for words, _ in open_query(oak.seat(), made.number).answers] == ["Nothing, she says."]
    assert "Nothing, she says." in client.get(f"{base}?state=answered").content.decode()
    (view,) = queries.narrative(oak.seat())[0].remarks
    assert (view.kind, view.answer, view.number) == ("query", "Nothing, she says.", made.number)
    with pytest.raises(Refused):
        commands.let_query_go(oak.seat(), number=made.number, reason="Answered.")

    empty = client.post(f"{base}{alone.number}/letting-go/", {"reason": " "})
    assert empty.status_code == 422 and "Say why you let it go" in empty.content.decode()
    client.post(f"{base}{alone.number}/letting-go/", {"reason": "The lock was changed since."})
    gone = client.get(f"{base}?state=let-go").content.decode()
    assert "Who held the key?" in gone and "The lock was changed since." in gone
    client.post(f"{base}{alone.number}/whom/", {"voice": parent(oak)})
    assert open_query(oak.seat(), alone.number).voice == parent(oak)
    saved = b"".join(client.get(f"/reviews/{oak.ref}/open-queries.csv").streaming_content).decode()
    assert "Let go" in saved and "Period 1" in saved


def test_that_a_role_was_no_part_of_it_lets_go_of_what_was_asked_of_it(oak):
    made = asked(oak)
    with pytest.raises(Refused):
        commands.remove_period(oak.seat(), number=1)
    commands.note_silence(oak.seat(), number=1, voice=parent(oak), kind="not_involved", text="She lived elsewhere.")
    assert open_query(oak.seat(), made.number).let_go_because == "She lived elsewhere."
    assert [one.kind for one in queries.narrative(oak.seat())[0].remarks] == ["not_involved"]


def test_a_query_can_lie_under_an_item_of_an_agenda_and_be_spoken_of_in_notes(oak, client):
    made = asked(oak)
    assert papers_of(oak.review.pk)[f"open_query-{made.number}"].path == f"open-queries/{made.number}/"
    commands.let_query_go(oak.seat(), number=commands.keep_query(oak.seat(), text="Gone?").number, reason="So.")
    assert "open_query-2" not in papers_of(oak.review.pk)
    planned(oak)
    meeting = ready(oak)
    note = said(oak, meeting.number, "We ask her on Monday.", "question")
    meetings.link_entry(oak.seat(), number=meeting.number, entry=note.number, about=[f"open_query:{made.number}"])
    client.force_login(oak.person(Role.LEAD))
    page = client.get(f"/reviews/{oak.ref}/open-queries/{made.number}/").content.decode()
    assert "We ask her on Monday." in page
    notes = client.get(f"/reviews/{oak.ref}/meetings/{meeting.number}/notes/").content.decode()
    assert f"/reviews/{oak.ref}/open-queries/{made.number}/" in notes


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.ACCOUNTABLE])
def test_open_queries_stay_with_leads_and_team(oak, client, role):
    made = asked(oak)
    with pytest.raises(NotHere):
        open_queries(oak.seat(role))
    with pytest.raises(NotHere):
        commands.let_query_go(oak.seat(role), number=made.number, reason="Mine.")
    client.force_login(oak.person(role))
    assert client.get(f"/reviews/{oak.ref}/open-queries/{made.number}/").status_code == 404


def test_queries_among_the_remarks_become_open_queries_with_their_answers(oak):
    lead, role = oak.person(Role.LEAD), Participation.objects.get(review=oak.review, role=Role.FAMILY)
    commands.keep_query(oak.seat(), text="The first?")
    period = commands.add_period(oak.seat(), title="A week", began="May 2024")

    class Before:
        """A remark as it was when it could be a query."""

        kind, number, review_id, period_id, about_id, about_agency_id = (
            "query",
            4,
            oak.review.pk,
            period.pk,
            role.pk,
            None,
        )
        text, by_id, at, answer = "What had she seen?", lead.pk, period.at, "The form."
        answered_by_id, answered_at, taken_back_at = lead.pk, period.at, None

    class Old:
        """The remarks of that time."""

        def __init__(self, *rows):
            self.rows, self.objects = rows, self

        def filter(self, **asked):
            return Old(
                *(one for one in self.rows if all(getattr(one, key) == value for key, value in asked.items()))
            )

        def order_by(self, *_):
            return self.rows

        def delete(self):
            self.rows = ()

    class Then:
        """The tables, with the remarks of that time."""

        def get_model(self, room, name):
            return Old(Before()) if name == "Remark" else apps.get_model(room, name)

    importlib.import_module("casement.rooms.analysis.migrations.0010_queries_of_the_narrative").move(Then(), None)
    told = open_query(oak.seat(), 2)
    assert (told.text, told.voice, told.place) == ("What had she seen?", parent(oak), "Period 1")
    assert [words for words, _ in told.answers] == ["The form."]
    assert OpenQuery.objects.count() == 2 and not Remark.objects.exists()


def test_on_the_command_line(oak, tmp_path):
    who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref]

    def run(*words):
        done = CliRunner().invoke(analysis, ["query", *words, *who])
        assert done.exit_code == 0, done.output
        return done.output

    assert "Open query 1 is kept." in run("keep", "Who rang?", "--to", parent(oak))
    run("put", "1", "")
    assert "answer to query 1" in run("answer", "1", "Nobody knows.")
    run("keep", "Who came?")
    assert "let go" in run("let-go", "2", "--reason", "No log was kept.")
    listed = run("list")
    assert "Answered: Who rang? Nobody knows." in listed and "Let go: Who came? No log was kept." in listed
    run("list", "--out", str(tmp_path / "queries.csv"))
    assert "No log was kept." in (tmp_path / "queries.csv").read_text("utf-8-sig")
