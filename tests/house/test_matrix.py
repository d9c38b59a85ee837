"""Every address, asked as every role: in the review they belong to, in another, as a former member, as nobody.

The list of addresses comes from the URL map, so a new page is in here the day it is written.
"""

from collections import Counter

import pytest
from django.test import Client

from casement.foundation.access import Role
from casement.foundation.actions import WHO, allows
from casement.foundation.clock import now
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews.models import Participation
from tests.factories.furnished import CANARY
from tests.house.addresses import (
    IN_REVIEWS,
    OF_THE_BOARD,
    OF_THE_HEARD,
    OF_THE_READER,
    PAGES,
    TOKENS,
    body,
    filled,
    routes,
)

OPEN = ("sign-in/", "sign-out/", "account/", "invitation/", "static/", "help/", "leave/", "measures/", "covered/")


def test_every_address_is_declared():
    strays = [a for a, view in routes() if not a.lstrip("^").startswith(OPEN) and not hasattr(view, "casement")]
    assert not strays


def test_every_action_has_its_needs():
    used = {view.casement.action for _, view in routes() if hasattr(view, "casement")}
    assert used <= set(WHO)


@pytest.mark.parametrize("role", Role)
def test_nobody_sees_into_another_review(two, role):
    oak, elm = two
    client = Client(raise_request_exception=True)
    client.force_login(oak.person(role))
    asked = Counter()
    for address, _view in IN_REVIEWS:
        for method in ("get", "post"):
            theirs = getattr(client, method)(filled(address, elm.ref))
            assert theirs.status_code in (404, 405), (method, address)
            assert CANARY["Elm"].encode() not in body(theirs), address
            asked[theirs.status_code] += 1
    assert asked[404] >= len(IN_REVIEWS)


@pytest.mark.parametrize("role", Role)
def test_in_their_own_review_each_sees_what_the_matrix_says(two, role):
    oak, _ = two
    client = Client()
    client.force_login(oak.person(role))
    standing = oak.seat(role).standing
    for address, view in IN_REVIEWS:
        answer = client.get(filled(address, oak.ref))
        assert CANARY["Elm"].encode() not in body(answer), address
        if allows(standing, view.casement.action):
            # Allowed at all; rows may still be out of reach (own agency, own account), which looks like 404.
            assert answer.status_code in (200, 404, 405), (address, answer.status_code)
        else:
            assert answer.status_code in (404, 405), (address, role)
            assert CANARY["Oak"].encode() not in body(answer), address


def test_a_lead_reaches_every_page_of_their_own_review(two):
    oak, _ = two
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    wrong = {a: s for a in PAGES if (s := client.get(filled(a, oak.ref)).status_code) not in (200, 302)}
    assert wrong == dict.fromkeys(OF_THE_READER | OF_THE_HEARD | OF_THE_BOARD, 404)


@pytest.mark.parametrize("role", [Role.EVALUATOR, Role.ADMIN, Role.RECORDS, Role.FAMILY, Role.CASE_GROUP])
def test_what_is_not_allowed_changes_nothing(two, role):
    oak, _ = two
    client = Client()
    client.force_login(oak.person(role))
    standing = oak.seat(role).standing
    before = LedgerEntry.objects.filter(outcome="done").count()
    for address, view in IN_REVIEWS:
        command = getattr(view, "casement_command", None)
        if command and not allows(standing, command.action):
            assert client.post(filled(address, oak.ref), {"text": "x"}).status_code == 404, address
    assert LedgerEntry.objects.filter(outcome="done").count() == before


def test_a_former_member_is_out_at_once(two):
    oak, _ = two
    client = Client()
    client.force_login(oak.person(Role.TEAM))
    Participation.objects.filter(person=oak.person(Role.TEAM)).update(ended_at=now())
    for address, _view in IN_REVIEWS:
        assert client.get(filled(address, oak.ref)).status_code in (404, 405), address


def test_nobody_in_particular_is_asked_to_sign_in(two):
    oak, _ = two
    for address, _view in IN_REVIEWS:
        answer = Client().get(filled(address, oak.ref))
        assert answer.status_code in (302, 405), address
        assert answer.status_code == 405 or answer["Location"].startswith("/sign-in/")


def test_a_foreign_review_and_no_review_are_the_same_bytes(two):
    oak, elm = two
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    for address, _view in IN_REVIEWS:
        foreign = client.get(filled(address, elm.ref))
        nothing = client.get(filled(address, "NOTHING0"))
        assert foreign.status_code == nothing.status_code
        assert TOKENS.sub(b"", foreign.content) == TOKENS.sub(b"", nothing.content), address
