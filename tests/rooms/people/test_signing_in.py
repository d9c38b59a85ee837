"""Invitations, signing in, throttling and the second step."""

import re

import pytest
from django.core import mail
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.people import commands
from casement.rooms.people.models import Person
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries import seat_of
from tests.factories.reviews import PASSWORD, person

GOOD = "violet kettle harbour"


@pytest.fixture
def link(oak, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = commands.invite_person(oak.seat(), email="new@example.org", name="New Person")
    return made.link.split("127.0.0.1:8000")[1]


def test_an_invitation_makes_an_account_once(link, client):
    assert "Set up my account" in client.get(link).content.decode()
    assert client.post(link, {"password": GOOD}).status_code == 302
    assert client.get("/account/").status_code == 200
    again = Client().post(link, {"password": GOOD})
    assert again.status_code == 422
    assert "used already" in again.content.decode()
    assert Person.objects.filter(email="new@example.org").count() == 1


def test_the_mail_says_only_that_something_waits(link, oak):
    jobs.run_waiting("post.send")
    (sent,) = mail.outbox
    assert sent.subject == "A message for you in Casement"
    assert oak.review.code_name not in sent.body + sent.subject
    assert "New Person" not in sent.body
    assert link in sent.body


def test_an_invitation_past_its_date_is_refused(link, client):
    import time_machine as tm

    with tm.travel("2027-12-01"):
        assert "past its date" in client.get(link).content.decode()
        assert client.post(link, {"password": GOOD}).status_code == 422


def test_an_unknown_invitation_looks_like_nothing(client, db):
    assert client.get("/invitation/nothing/").status_code == 404
    with pytest.raises(NotHere):
        commands.accept_invitation(token="nothing", password=GOOD)


@pytest.mark.parametrize("weak", ["short", "password1234", "123456789012"])
def test_a_weak_password_is_refused_with_the_reason(link, weak):
    with pytest.raises(Refused) as told:
        commands.accept_invitation(token=link.split("/")[2], password=weak)
    assert told.value.field == "password"


def test_an_invitation_fills_the_place_it_was_for(oak):
    place = Participation.objects.create(
        review=oak.review, number=99, role=Role.TEAM, role_label="Review team member Z"
    )
    made = commands.invite_person(oak.seat(), email="z@example.org", name="Z", participation_id=place.pk)
    joined = commands.accept_invitation(token=made.link.split("/")[-2], password=GOOD)
    assert seat_of(joined.pk, oak.ref).label == "Review team member Z"


def test_a_team_member_cannot_invite(oak):
    with pytest.raises(NotHere):
        commands.invite_person(oak.seat(Role.TEAM), email="x@example.org", name="X")
    assert LedgerEntry.objects.filter(action="people.invite", outcome="denied").exists()


def test_nobody_signs_up_unasked(client, db):
    answer = client.post("/sign-in/no-account/", {"email": "me@example.org", "password1": GOOD})
    assert not Person.objects.exists()
    assert "by invitation" in answer.content.decode()


def test_wrong_name_and_wrong_password_read_the_same(client, db):
    somebody = person()
    texts = set()
    for login in (somebody.email, "nobody@example.org"):
        answer = Client().post("/sign-in/", {"login": login, "password": "wrong wrong wrong"})
        text = answer.content.decode().replace(login, "")
        texts.add(re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text))
    assert len(texts) == 1


def test_guessing_is_throttled_and_then_the_right_password_waits(db):
    somebody = person()
    client = Client()
    for _ in range(12):
        client.post("/sign-in/", {"login": somebody.email, "password": "wrong wrong wrong"})
    client.post("/sign-in/", {"login": somebody.email, "password": PASSWORD})
    assert client.get("/account/").status_code == 302


def test_without_a_second_step_no_review_opens(oak, client, settings):
    settings.CASEMENT_SECOND_STEP = True
    client.force_login(oak.person(Role.LEAD))
    answer = client.get(f"/reviews/{oak.ref}/questions/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-step/")
    assert client.get("/account/second-step/").status_code == 200


def test_a_code_is_asked_once_an_authenticator_is_on(oak, settings):
    from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
    from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as counters

    settings.CASEMENT_SECOND_STEP = True
    lead = oak.person(Role.LEAD)
    secret = generate_totp_secret()
    TOTP.activate(lead, secret)
    client = Client()
    answer = client.post("/sign-in/", {"login": lead.email, "password": PASSWORD})
    assert answer["Location"].startswith("/account/second-step/authenticate/")
    assert client.get(f"/reviews/{oak.ref}/questions/").status_code == 302
    code = format_hotp_value(hotp_value(secret, next(iter(counters()))))
    client.post("/account/second-step/authenticate/", {"code": code})
    assert client.get(f"/reviews/{oak.ref}/questions/").status_code == 200


def test_a_closed_account_is_out_at_once(oak, client):
    client.force_login(oak.person(Role.TEAM))
    assert client.get(f"/reviews/{oak.ref}/questions/").status_code == 200
    Person.objects.filter(pk=oak.person(Role.TEAM).pk).update(is_active=False)
    assert client.get(f"/reviews/{oak.ref}/questions/").status_code != 200


def test_the_account_pages_answer(oak, client):
    client.force_login(oak.person(Role.LEAD))
    client.post("/sign-in/", {"login": oak.person(Role.LEAD).email, "password": PASSWORD})
    for address in ("/account/", "/account/password/", "/account/second-step/", "/sign-out/"):
        assert client.get(address, follow=True).status_code == 200, address


def test_the_first_page_after_signing_in_shows_no_address_of_a_person(oak, client):
    from casement.foundation.access import Role
    from tests.factories.reviews import PASSWORD

    email = oak.person(Role.FAMILY).email
    answer = client.post("/sign-in/", {"login": email, "password": PASSWORD}, follow=True)
    assert answer.status_code == 200 and "Your place here" in answer.content.decode()
    assert email not in answer.content.decode()
