"""A reader that stays open is told what others do to the marks, and nothing that it may not see."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.foundation.models import LedgerEntry
from casement.rooms.coding import commands
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands as sources
from tests.factories import coding, rounds


@pytest.fixture
def text(oak):
    coding.framework(oak)
    return coding.text(oak)


class Open:
    """A reader that was opened and stays open."""

    def __init__(self, oak, role=Role.LEAD, number=1):
        self.client = Client()
        self.client.force_login(oak.person(role))
        self.base = f"/reviews/{oak.ref}/sources/{number}/"
        page = self.client.get(self.base).context["page"]
        self.text, self.wall, self.href = (
            page.desk["text_id"],
            page.desk["wall"],
            f"marks/since/{page.desk['since']}/",
        )
        self.tag = ""

    def ask(self):
        return self.client.get(
            self.base + self.href, {"text": self.text, "wall": self.wall}, headers={"if-none-match": self.tag}
        )

    def news(self):
        answer = self.ask()
        self.tag = answer.headers["ETag"]
        if answer.status_code == 304:
            return None
        told = answer.json()
        self.href, self.wall = f"marks/since/{told['latest']}/", told["wall"]
        return told

    def marks(self):
        return [(one["number"], one["label"], one.get("removed", False)) for one in self.news()["marks"]]


def test_what_others_do_is_told_once(oak, text):
    coding.mark(oak)
    mine = Open(oak)
    assert mine.marks() == []
    coding.mark(oak, words="The list", role=Role.TEAM, code="item:wrk.03", influence="harder")
    assert mine.marks() == [(2, "Workload", False)]
    assert mine.marks() == []
    commands.change_mark(oak.seat(Role.TEAM), mark=2, influence="unclear")
    assert [one["influence"] for one in mine.news()["marks"]] == ["unclear"]
    commands.keep_memo(oak.seat(Role.TEAM), mark=1, memo="Who was asked?")
    assert [one["notes"] for one in mine.news()["marks"]] == [["Who was asked?"]]
    commands.remove_mark(oak.seat(Role.TEAM), mark=2)
    told = mine.news()
    assert [(one["number"], one["removed"]) for one in told["marks"]] == [(2, True)]
    assert told["total"] == 1


def test_a_private_memo_stays_with_its_writer(oak, text):
    coding.mark(oak)
    mine = Open(oak)
    commands.keep_memo(oak.seat(Role.TEAM), mark=1, memo="Not for you", private=True)
    assert "Not for you" not in mine.ask().content.decode()


def test_nothing_new_is_a_short_answer_and_no_entry(oak, text):
    coding.mark(oak)
    mine = Open(oak)
    mine.news()
    before = LedgerEntry.objects.count()
    for _ in range(3):
        assert mine.news() is None
    assert LedgerEntry.objects.count() == before


def test_what_is_shown_of_others_is_noted_and_ones_own_is_not(oak, text):
    mine = Open(oak)
    coding.mark(oak)
    before = LedgerEntry.objects.count()
    assert len(mine.marks()) == 1
    assert LedgerEntry.objects.count() == before
    coding.mark(oak, words="The list", role=Role.TEAM)
    before = LedgerEntry.objects.count()
    mine.news()
    (noted,) = LedgerEntry.objects.order_by("seq")[before:]
    assert (noted.action, noted.outcome, noted.kind, noted.number) == ("coding.read", "seen", "source", 1)


def test_the_wall_stands_for_open_pages_too(oak, text):
    source = coding.text(oak, rounds.TEXT).number
    mine = Open(oak, number=source)
    made = rounds.opened(oak, [source], [rounds.code(oak)])
    assert mine.marks() == []
    coding.mark(oak, words=rounds.TEXT.split()[0], number=source, role=Role.TEAM, code=rounds.code(oak))
    assert mine.marks() == []
    rounds.done(oak, made)
    commands.close_round(oak.seat(), number=made.number)
    told = mine.news()
    assert told["whole"]
    assert len(told["marks"]) == told["total"] == 1


def test_a_corrected_text_is_said(oak, text):
    mine = Open(oak)
    sources.correct_paragraph(oak.seat(), number=1, paragraph=1, words="Visit on 4 May", reason="Misread.")
    assert mine.news()["moved"]


def test_whoever_left_or_may_not_is_told_nothing(oak, text):
    theirs = Open(oak, Role.TEAM)
    coding.mark(oak)
    Participation.objects.filter(person=oak.person(Role.TEAM)).update(ended_at=now())
    assert theirs.ask().status_code == 404
    mine = Open(oak)
    sources.withdraw_source(oak.seat(), number=1, reason="Sent by mistake.")
    assert mine.ask().status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_the_database_a_fixed_number_of_questions(oak, text, count):
    coding.mark(oak)
    mine = Open(oak)
    with CaptureQueriesContext(connection) as quiet:
        mine.news()
    for number in range(count):
        coding.mark(oak, words=("The list", "Visit", "Nobody")[number], role=Role.TEAM)
    with CaptureQueriesContext(connection) as busy:
        assert len(mine.marks()) == count
    assert (len(quiet), len(busy)) == (4, 8)


def test_a_wild_question_is_answered_calmly(oak, text):
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    for asked in ("", "?text=x&wall=%00", "?text=99999999999999999999"):
        assert client.get(f"/reviews/{oak.ref}/sources/1/marks/since/0/{asked}").json()["moved"]
