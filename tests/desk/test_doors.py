"""What home offers each role: only ways that open, words fit for them, and nothing where nothing is open."""

import pytest
from django.test import Client

from casement.desk.doors import doors
from casement.foundation.access import Role, Subject
from casement.rooms.conversations.commands import save_contacts
from casement.rooms.reviews import commands
from tests.factories.sources import account


def offered(cast, role, **more):
    return {door.title: door.href for door in doors(cast.seat(role), **more)}


@pytest.mark.parametrize("role", Role)
def test_every_way_on_offer_opens(oak, role):
    commands.answer_gate(oak.seat(), gate="case_group_heard", text="The case group does not meet again.")
    for subject in (Subject.HEADER, Subject.DRAFT_REPORT):
        for heard in (Role.CASE_GROUP, Role.FAMILY, Role.ACCOUNTABLE):
            if (subject, heard) != (Subject.HEADER, Role.ACCOUNTABLE):
                commands.release(oak.seat(), subject=subject, role=heard)
    client = Client()
    client.force_login(oak.person(role))
    for href in offered(oak, role, has_account=True).values():
        assert client.get(href).status_code == 200, href


def home(cast, role):
    client = Client()
    client.force_login(cast.person(role))
    return client.get("/").content.decode()


def test_an_agency_contact_is_told_how_to_send_records(oak):
    text = home(oak, Role.AGENCY_CONTACT)
    assert "Send records of your agency" in text and f"/reviews/{oak.ref}/sources/new/" in text


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY])
def test_an_account_is_offered_to_its_teller_once_it_is_there(oak, role):
    assert "what you told us" not in home(oak, role)
    account(oak, role)
    assert "what you told us" in home(oak, role)


def test_whoever_was_heard_reads_on_their_home_whom_to_ring_and_nobody_else_does(oak):
    for role in (Role.CASE_GROUP, Role.FAMILY):
        assert "You can ring the board at any time." in home(oak, role)
    save_contacts(oak.seat(), support="The support line, 01632 960 001", risk="")
    for role in Role:
        assert ("01632 960 001" in home(oak, role)) == (role in (Role.CASE_GROUP, Role.FAMILY)), role


@pytest.mark.parametrize("role", Role)
def test_every_home_says_once_whether_anything_needs_this_person(oak, role):
    text = home(oak, role)
    waits = text.count('class="c-next"') == 1
    assert waits != ("Nothing needs you" in text or "Nothing waits for you" in text)


def test_the_records_officer_finds_the_way_to_who_looked(oak):
    assert f"/reviews/{oak.ref}/who-looked/" in home(oak, Role.RECORDS)


def test_who_may_open_nothing_is_offered_nothing(oak):
    assert offered(oak, Role.ADMIN) == {}
    assert f"/reviews/{oak.ref}/" not in home(oak, Role.ADMIN)


@pytest.mark.parametrize(
    ("role", "pages"),
    [
        (Role.SUPERVISOR, ["questions/", "response/", "quality/"]),
        (Role.EVALUATOR, ["response/numbers/", "quality/", "time/totals/"]),
    ],
)
def test_who_stands_beside_is_offered_the_self_check_and_no_material(oak, role, pages):
    assert list(offered(oak, role).values()) == [f"/reviews/{oak.ref}/{page}" for page in pages]


@pytest.mark.parametrize("role", [Role.RECORDS, Role.FAMILY])
def test_a_page_inside_names_no_review_to_who_may_not_know_it(oak, role):
    account(oak, Role.FAMILY)
    commands.describe_review(oak.seat(), code_name="Quillon")
    client = Client()
    client.force_login(oak.person(role))
    page = "who-looked/" if role is Role.RECORDS else "sources/"
    text = client.get(f"/reviews/{oak.ref}/{page}").content.decode()
    assert "Quillon" not in text and f'href="/reviews/{oak.ref}/"' not in text


def test_everybody_is_told_what_stands_in_the_way(oak):
    for role in (Role.LEAD, Role.TEAM, Role.ACCOUNTABLE, Role.AGENCY_CONTACT):
        client = Client()
        client.force_login(oak.person(role))
        text = client.get(f"/reviews/{oak.ref}/").content.decode()
        assert "stands in its way" in text and "Nothing stands in its way" not in text, role
