"""Who has opened one thing: for leads, by role label, and itself noted."""

import pytest
from django.test import Client

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis import commands as analysis
from casement.rooms.people import commands as people
from casement.rooms.reviews.queries import seat_of
from tests.factories.reviews import person
from tests.factories.sources import record

pytestmark = pytest.mark.django_db


def signed_in(cast, role):
    client = Client()
    client.force_login(cast.person(role))
    return client


def test_leads_see_who_opened_a_source(oak, elm, django_assert_max_num_queries):
    number = record(oak, text="A quiet word: heron.").number
    record(elm, text="Another.")
    at = f"/reviews/{oak.ref}/sources/{number}/about/"
    lead, team = signed_in(oak, Role.LEAD), signed_in(oak, Role.TEAM)
    for _ in range(3):
        team.get(at)
    assert f'href="/reviews/{oak.ref}/opened/source/{number}/"' in lead.get(at).content.decode()
    signed_in(elm, Role.TEAM).get(f"/reviews/{elm.ref}/sources/1/about/")
    for _ in range(2):
        with django_assert_max_num_queries(12):
            page = lead.get(f"/reviews/{oak.ref}/opened/source/{number}/").content.decode()
        signed_in(oak, Role.AGENCY_CONTACT).get(at)
    assert "3 times" in page and "Review team member A" in page and oak.person(Role.TEAM).name not in page
    assert "heron" not in page and "visit" not in page
    entry = LedgerEntry.objects.filter(action="reviews.opened", outcome="seen").last()
    assert (entry.kind, entry.number, entry.person_id) == ("who opened", number, oak.person(Role.LEAD).pk)
    for role in set(Role) - {Role.LEAD}:
        assert signed_in(oak, role).get(f"/reviews/{oak.ref}/opened/source/{number}/").status_code == 404
    assert lead.get(f"/reviews/{oak.ref}/opened/source/{number + 1}/").status_code == 404
    assert lead.get(f"/reviews/{oak.ref}/opened/memo/1/").status_code == 404


def test_a_finding_too(oak, django_assert_max_num_queries):
    number = analysis.propose_finding(oak.seat(), title="Nobody sees the run of missed visits").number
    signed_in(oak, Role.TEAM).get(f"/reviews/{oak.ref}/findings/{number}/")
    lead = signed_in(oak, Role.LEAD)
    with django_assert_max_num_queries(14):
        page = lead.get(f"/reviews/{oak.ref}/opened/finding/{number}/").content.decode()
    assert "1 time<" in page and "missed visits" not in page


def test_closing_an_account_ends_its_sessions(oak):
    team = signed_in(oak, Role.TEAM)
    lead = signed_in(oak, Role.LEAD)
    key = team.session.session_key
    site = seat_of(person("Runner", runs_site=True).pk, None)
    people.close_account(site, email=oak.person(Role.TEAM).email)
    assert not type(team.session)(key).exists(key)
    assert team.get(f"/reviews/{oak.ref}/").status_code == 302
    assert lead.get(f"/reviews/{oak.ref}/").status_code == 200
