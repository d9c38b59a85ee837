"""The appendix on method: what was asked, decided and read again, in full inside the review and with care outside."""

import io
import zipfile

import pytest
from django.test import Client

from casement.foundation.access import Role
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.queries import tree
from casement.rooms.analysis.queries.asking import asked_of
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.reports import commands as reports
from casement.rooms.reports import queries
from casement.rooms.reports.exports.word import docx_bytes
from casement.rooms.reports.rules.telling import method_tree
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.reviews.models import Participation
from tests.factories import sources
from tests.factories.analysis import whole


@pytest.fixture
def case(oak):
    """A finding in the report with another explanation and a second reading, a check answered, a candidate decided."""
    whole(oak)
    seat = oak.seat()
    sources.account(oak, title="A talk kept close", sections={"C2": "That was when I understood."})
    for state in ("drafted", "tested_with_case_group", "agreed_by_team", "in_report"):
        analysis.move_finding(seat, number=1, to=state)
    other = analysis.record_alternative(seat, finding=1, text="It was the season.", would_speak="Quiet summers.")
    analysis.answer_alternative(seat, number=other.number, answer="set_aside", reason="Summers were no quieter.")
    reader = Participation.objects.get(review=oak.review, role=Role.TEAM)
    made = analysis.ask_second_reading(seat, owner="finding", about=1, reader=reader.number)
    analysis.hand_in_reading(oak.seat(Role.TEAM), number=made.number, text="I see an inbox nobody owns.")
    analysis.answer_reading(seat, number=made.number, answer="changed", reason="The inbox now stands first.")
    (asked, *_) = asked_of(seat, "finding", 1, tree(seat))
    analysis.answer_check(seat, owner="finding", about=1, question=asked.mark, reason="We asked the inbox team.")
    one = next(one for one in found(seat).candidates if "that was when" in one.said)
    analysis.set_candidate_aside(seat, candidate=one.mark, reason="It is told in episode 1.")
    return oak


TOLD = ("It was the season.", "Set aside. Summers were no quieter.", "The inbox now stands first.",
        "We asked the inbox team.")  # fmt: skip


def words_of(content: bytes) -> str:
    """Everything a Word file says."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("word/document.xml").decode()


def test_the_appendix_by_itself_holds_every_record(case):
    client = Client()
    client.force_login(case.person(Role.LEAD))
    answer = client.get(f"/reviews/{case.ref}/rigour/method.docx")
    told = words_of(b"".join(answer.streaming_content))
    for words in (
        *TOLD,
        "It is told in episode 1.",
        "A talk kept close",
        "Review team member A",
        "says “that was when”",
    ):
        assert words in told, words
    assert told == words_of(docx_bytes(method_tree(queries.desk(case.seat(), afresh=True).material)))
    client.force_login(case.person(Role.BUSINESS))
    assert client.get(f"/reviews/{case.ref}/rigour/method.docx").status_code == 404


def test_the_report_ends_with_it_and_the_published_one_names_no_source_and_no_reader(case):
    reports.start_report(case.seat())
    inside, outside = (
        words_of(docx_bytes(queries.whole(case.seat(), edition)))
        for edition in (Edition.INTERNAL, Edition.PUBLISHABLE)
    )
    for words in TOLD:
        assert words in inside and words in outside, words
    for words in ("A talk kept close", "It is told in episode 1."):
        assert words in inside and words not in outside, words
    assert inside.count("Review team member A") == outside.count("Review team member A") + 1
    assert "Turning points: set aside, 1." in outside


def test_a_change_is_told_at_once_and_the_finding_prints_its_other_explanations(case):
    analysis.answer_alternative(case.seat(), number=1, answer="open", reason="A new figure came.")
    assert "A new figure came." in str(queries.desk(case.seat()).material.tree.findings)
    client = Client()
    client.force_login(case.person(Role.LEAD))
    page = client.get(f"/reviews/{case.ref}/rigour/").content.decode()
    assert "Open. A new figure came." in page and "The inbox now stands first." in page
    assert "Set aside: 1." in page
