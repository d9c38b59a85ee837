"""A session that nobody uses answers nothing, loses nothing that was sent, and a page can be left at once."""

import re
import time

import pytest
from django.test import Client

from casement.config import idle
from casement.foundation.access import Role
from casement.rooms.reviews.models import WindowQuestion
from tests.factories import conversations
from tests.factories.reviews import PASSWORD
from tests.house.addresses import signed_in

WORDS = "What does it tell us about Sunday evenings?\nAnd about Mondays?"


def asleep(client: Client, minutes: float = 21) -> Client:
    """The same browser, not touched for a while."""
    session = client.session
    session[idle.ACTED] = time.time() - minutes * 60
    session.save()
    return client


def passed(client: Client, minutes: float) -> None:
    """So many minutes pass, in which nobody touches anything."""
    session = client.session
    for clock in (idle.ACTED, idle.GUIDED, idle.ELSEWHERE):
        if clock in session:
            session[clock] -= minutes * 60
    session.save()


@pytest.mark.django_db
def test_an_idle_session_answers_nothing_and_a_password_opens_it(oak):
    client = asleep(signed_in(oak))
    at = f"/reviews/{oak.ref}/questions/"
    answer = client.get(at)
    assert answer.status_code == 401 and oak.review.code_name.encode() not in answer.content
    assert client.get(at, headers={"accept": "application/json"}).json() == {"refusal": idle.SENTENCE}
    assert client.post("/covered/stay/").status_code == 401  # a script cannot keep awake what is covered
    wrong = client.post("/covered/", {"cover_password": "not this", "to": at})
    assert (
        wrong.status_code == 401 and b"This is not your password" in wrong.content and at.encode() in wrong.content
    )
    opened = client.post("/covered/", {"cover_password": PASSWORD, "to": at})
    assert opened["Location"] == at and client.get(at).status_code == 200
    asleep(client)
    away = client.post("/covered/", {"cover_password": PASSWORD, "to": "https://example.org/"})
    assert away["Location"] == "/"


@pytest.mark.django_db
def test_what_was_sent_while_covered_is_kept_and_sent_on(oak):
    client = asleep(signed_in(oak))
    at = f"/reviews/{oak.ref}/questions/"
    covered = client.post(at, {"text": WORDS, "reason": 'Two "reasons" & more'})
    assert covered.status_code == 401 and not WindowQuestion.objects.exists()
    told = covered.content.decode()
    assert f'action="{at}"' in told and "Sunday evenings?\nAnd about Mondays?" in told
    assert "Two &quot;reasons&quot; &amp; more" in told and "csrfmiddlewaretoken" in told
    again = client.post(at, {"text": WORDS, "reason": "", idle.PASSWORD: "wrong"})
    assert again.status_code == 401 and not WindowQuestion.objects.exists()
    sent = client.post(at, {"text": WORDS, "reason": "", idle.PASSWORD: PASSWORD})
    assert sent.status_code == 302
    assert WindowQuestion.objects.get().text.replace("\r\n", "\n") == WORDS


@pytest.mark.django_db
def test_only_a_person_keeps_a_session_awake(oak):
    client = asleep(signed_in(oak), 19)
    before = client.session[idle.ACTED]
    at = f"/reviews/{oak.ref}/questions/"
    for told in ({"accept": "application/json"}, {"hx-request": "true"}, {"sec-fetch-mode": "cors"}):
        client.get(at, headers=told)
    assert client.session[idle.ACTED] == before
    client.get(at, headers={"sec-fetch-mode": "navigate"})
    assert client.session[idle.ACTED] > before


@pytest.mark.django_db
def test_guessing_ends(oak):
    client = asleep(signed_in(oak))
    for _ in range(8):
        client.post("/covered/", {"cover_password": "a guess"})
    assert b"too many tries" in client.post("/covered/", {"cover_password": PASSWORD}).content


@pytest.mark.django_db
def test_leaving_covers_and_shows_nothing_of_casement(oak):
    client = signed_in(oak, Role.FAMILY)
    assert b'href="/leave/"' in client.get("/").content and b'data-idle="600"' in client.get("/").content
    left = client.get("/leave/")
    assert left["Location"] == "/measures/" and left["Referrer-Policy"] == "no-referrer"
    page = client.get("/measures/").content.decode()
    assert "Casement" not in re.sub(r"<link[^>]+>", "", page) and oak.ref not in page
    assert client.get(f"/reviews/{oak.ref}/members/").status_code == 401
    lead = signed_in(oak)
    assert b'href="/leave/"' not in lead.get(f"/reviews/{oak.ref}/").content


@pytest.mark.django_db
def test_the_guide_waits_longer_and_opens_nothing_else(oak, settings):
    heard = conversations.booked(oak).number
    client, other = signed_in(oak), f"/reviews/{oak.ref}/questions/"
    guide = f"/reviews/{oak.ref}/conversations/{heard}/guide/"
    page = client.get(guide).content.decode()
    assert (
        'data-idle="5400"' in page and f'data-idle-guide="{guide}"' in page and 'data-idle-elsewhere="1200"' in page
    )
    assert "waits 90 minutes" in page and "after 20" in page
    for step in (40, 80):  # they listen; now and then one of them writes
        passed(client, 40)
        assert client.get(f"{guide}C2/").status_code == 200, step
    assert client.post("/covered/now/").status_code == 200  # another tab has covered itself meanwhile
    assert client.post("/covered/stay/").status_code == 401
    assert client.post("/covered/stay/", {"guide": guide}).status_code == 200
    assert client.get(other).status_code == 401  # nothing else was opened by it
    assert client.get(f"/reviews/{oak.ref}/conversations/{heard}/notes/").status_code == 401
    assert client.post("/covered/stay/", {"guide": f"{guide}other/"}).status_code == 401
    assert client.get(f"{guide}C2/").status_code == 200
    passed(client, 91)
    assert client.get(guide).status_code == 401
    client.post("/covered/", {"cover_password": PASSWORD, "to": guide})
    assert client.get(guide).status_code == client.get(other).status_code == 200
    passed(client, 40)  # they went on to another page, so the guide is covered like any other
    assert client.get(guide).status_code == 401
    client.post("/covered/", {"cover_password": PASSWORD, "to": guide})
    client.get(guide)
    client.get("/leave/")  # who leaves covers everything
    assert client.get(guide).status_code == 401
    settings.CASEMENT_IDLE_GUIDE_MINUTES = 5
    assert idle.guide_seconds(1200) == 1200


def test_a_role_shortens_the_time_and_nothing_lengthens_it(settings):
    settings.CASEMENT_IDLE_MINUTES = 20
    settings.CASEMENT_IDLE_SHORTER = {"family_member": "5", "lead_reviewer": "90"}
    assert idle.seconds_for([Role.LEAD]) == 1200
    assert idle.seconds_for([Role.LEAD, Role.FAMILY]) == 300
    assert idle.seconds_for([]) == 1200
