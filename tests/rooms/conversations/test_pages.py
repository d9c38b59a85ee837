"""Pages of conversations as people of different roles meet them."""

import json
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.foundation.models import LedgerEntry, PrivateLink
from casement.rooms.conversations import commands
from casement.rooms.conversations.models import Conversation, Note
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories import conversations as made


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def at(cast, rest=""):
    return f"/reviews/{cast.ref}/conversations/{rest}"


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_an_empty_list_says_what_comes_first(oak, lead):
    told = text(lead.get(at(oak)))
    assert "No conversation is proposed yet" in told and at(oak, "new/") in told


def test_the_guide_covers_the_ending_other_accounts_and_every_way_to_them(oak, lead):
    row = made.booked(oak)
    commands.choose_query(oak.seat(), number=row.number, text="The other account says Tuesday.")
    for page in ("guide/", "guide/C5/", "guide/C6/", "guide/opening/"):
        told = text(lead.get(at(oak, f"{row.number}/{page}")))
        assert "says Tuesday" not in told and oak.review.code_name not in told, page
        hrefs = re.findall(r'href="(/reviews/[^"]*)"', told)
        assert hrefs and all(href.startswith(at(oak, f"{row.number}/")) for href in hrefs), page
    lead.post(at(oak, f"{row.number}/guide/opening/"), {"agreed": ["1", "2"]})
    assert "says Tuesday" in text(lead.get(at(oak, f"{row.number}/guide/C6/")))


def test_conditions_of_a_flag_and_whom_to_ring_stand_on_every_screen(oak, lead):
    row = made.booked(oak)
    made.flagged(oak, state="cleared_with_conditions", conditions="Not about the Friday.")
    commands.save_contacts(oak.seat(), support="Ring 01632 960 001.", risk="Ring 01632 960 002.")
    for page in ("guide/", "guide/C2/", "guide/C3b.4/", "guide/opening/", "guide/risk/"):
        told = text(lead.get(at(oak, f"{row.number}/{page}")))
        assert "Not about the Friday." in told and "960 001" in told and "960 002" in told, page
    client = Client()
    client.force_login(oak.person(Role.CASE_GROUP))
    for page in ("", f"{row.number}/check/", f"{row.number}/check/leaving/"):
        told = text(client.get(at(oak, page)))
        assert "960 001" in told and "960 002" in told and "Friday" not in told, page


def test_why_somebody_may_not_be_approached_is_told_to_nobody(oak, lead):
    made.proposed(oak)
    made.flagged(oak, state="do_not_approach")
    for page in ("", "1/", "1/explanation/"):
        told = text(lead.get(at(oak, page)))
        assert "approach" in told or "cannot be invited yet" in told
        assert "do_not_approach" not in told and "Do not approach" not in told and "witness" not in told


def test_a_screen_without_script_is_a_form_that_goes_on_and_back(oak, lead):
    row = made.booked(oak)
    page = at(oak, f"{row.number}/guide/C2/")
    sent = {"said": "As told.", "reflection": "", "turn": "0", "based_on": "0"}
    assert lead.post(page, {**sent, "go": "next"}).url == at(oak, f"{row.number}/guide/C3a/")
    assert "As told." in text(lead.get(page))
    assert lead.post(page, {**sent, "said": "As told again.", "based_on": "1", "go": "back"}).url.endswith(
        "guide/C1/"
    )
    assert Note.objects.get().said == "As told again."
    assert lead.post(at(oak, f"{row.number}/guide/C8/"), {**sent, "go": "next"}).url == at(
        oak, f"{row.number}/guide/"
    )
    made.hold(oak)
    stopped = lead.post(page, {**sent, "said": "Typed when it was stopped.", "based_on": "2"})
    assert stopped.status_code == 422 and "Typed when it was stopped." in text(stopped)
    assert "held since" in text(stopped)


def test_a_screen_answers_the_island_with_the_edition(oak, lead):
    row = made.booked(oak)
    page = at(oak, f"{row.number}/guide/C2/")
    told = lead.post(page, {"said": "Words.", "device": "d1"}, headers={"Accept": "application/json"})
    assert json.loads(told.content) == {"edition": 1, "beside": False}
    told = lead.post(page, {"said": "Other.", "device": "d2"}, headers={"Accept": "application/json"})
    assert json.loads(told.content) == {"edition": 1, "beside": True}


def test_the_paper_has_one_heading_a_sheet(oak, lead):
    row = made.booked(oak)
    told = text(lead.get(at(oak, f"{row.number}/guide/")))
    assert told.count('class="c-sheet"') == told.count("c-sheet__lines") == 9


def test_the_office_sees_days_and_states_and_no_words(oak):
    made.agreed(oak, said="Zebra words.")
    client = Client()
    client.force_login(oak.person(Role.BUSINESS))
    told = text(client.get(at(oak)))
    assert "Agreed" in told and "Zebra" not in told + text(client.get(at(oak, "1/")))
    for page in ("1/notes/", "1/guide/", "1/guide/C2/", "1/write-up/", "1/release/", "1/check/"):
        assert client.get(at(oak, page)).status_code == 404, page


def test_who_is_asked_finds_their_conversation_at_home_and_nobody_else_s(oak):
    made.booked(oak)
    made.sent(oak, Role.FAMILY, said="Zebra words.")
    client = Client()
    client.force_login(oak.person(Role.CASE_GROUP))
    assert "You have been invited to a conversation" in text(client.get("/"))
    own = text(client.get(at(oak)))
    assert at(oak, "1/check/") in own and at(oak, "2/") not in own
    assert "not an investigation of you" in text(client.get(at(oak, "1/check/")))
    for page in ("1/", "2/", "2/check/", "1/guide/", "2/notes/"):
        assert client.get(at(oak, page)).status_code == 404, page
    client.force_login(oak.person(Role.FAMILY))
    assert "Check what was written from your conversation" in text(client.get("/"))
    assert "Zebra words." in text(client.get(at(oak, "2/check/")))


def link_to(cast, row):
    """A private link for somebody without an account."""
    Participation.objects.filter(pk=row.participation_id).update(person=None)
    return commands.make_check_link(cast.seat(), number=row.number).link.split("/", 3)[3]


def test_somebody_without_an_account_checks_by_a_private_link_and_sees_nothing_else(oak, settings):
    row = made.sent(oak, said="Zebra words.")
    page, client = f"/{link_to(oak, row)}", Client()
    told = client.get(page)
    assert "Zebra words." in text(told) and oak.review.code_name not in text(told)
    assert told["Referrer-Policy"] in ("no-referrer", "strict-origin") and told["Cache-Control"] == "no-store"
    assert "/reviews/" not in text(told)
    before = LedgerEntry.objects.filter(outcome="done").count()
    sent = {"part": "C2-0", "kind": "correction", "text": "It was nine."}
    assert client.post(page, {**sent, "text": ""}).status_code == 422
    assert client.post(page, sent).url == page
    assert "It was nine." in text(client.get(page))
    assert client.post(f"{page}agreement/", {"use": "paraphrase_only", "version": "1"}).url == page
    assert LedgerEntry.objects.filter(outcome="done").count() == before + 2
    assert "You agreed to this text" in text(client.get(page))
    assert client.post(f"{page}agreement/", {"use": "quotable_by_role", "version": "1"}).status_code == 422
    assert client.post(f"{page}leaving/", {}).url == page
    assert Conversation.objects.get(pk=row.pk).state == "withdrawn" and "Zebra" not in text(client.get(page))


def test_a_link_that_is_wrong_past_taken_back_or_of_one_who_left_leads_nowhere(oak):
    row = made.sent(oak)
    first, second, client = link_to(oak, row), link_to(oak, row), Client()
    assert client.get(f"/{first}").status_code == 404  # a later link ends it
    assert client.get("/write-up/nothing/").status_code == 404
    assert client.get(f"/{second}").status_code == 200
    PrivateLink.objects.update(expires_at=now() - timedelta(minutes=1))
    past = client.get(f"/{second}")
    assert past.status_code == 410 and "past its date" in text(past)
    PrivateLink.objects.update(expires_at=None)
    reviews.end_participation(oak.seat(), number=row.participation.number)
    assert client.get(f"/{second}").status_code == 404


def test_who_has_an_account_is_told_that_something_waits_and_not_what(oak):
    made.sent(oak, said="Zebra words.")
    jobs.run_waiting()
    (letter,) = mail.outbox
    assert letter.to == [oak.person(Role.CASE_GROUP).email] and letter.subject == "A message for you in Casement"
    assert "Zebra" not in letter.body and oak.review.code_name not in letter.body + letter.subject
    assert "onversation" not in letter.body


def test_a_learning_note_is_on_no_page_of_anybody_else(oak, lead):
    lead.post(f"/reviews/{oak.ref}/learning-note/", {"text": "Zebra words.", "based_on": "0"})
    assert "Zebra words." in text(lead.get(f"/reviews/{oak.ref}/learning-note/"))
    client = Client()
    client.force_login(oak.person(Role.TEAM))
    assert "Zebra words." not in text(client.get(f"/reviews/{oak.ref}/learning-note/"))


PAGES = (
    "",
    "1/",
    "1/guide/",
    "1/guide/C2/",
    "1/guide/C3b.1/",
    "1/notes/",
    "1/write-up/",
    "1/release/",
    "1/queries/",
)


def counted(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(
        [one for one in seen.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]
    )


def test_pages_ask_a_fixed_number_of_questions(oak, lead):
    made.agreed(oak)
    one = {page: counted(lead, at(oak, page)) for page in PAGES}
    for _ in range(2):
        made.agreed(oak)
    commands.name_turning_point(oak.seat(), number=1, words="another day")
    commands.save_note(oak.seat(), number=1, heading="C5", said="More.")
    three = {page: counted(lead, at(oak, page)) for page in PAGES}
    assert three == one and max(one.values()) <= 12, one
