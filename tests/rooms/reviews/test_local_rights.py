"""What an installation may decide about who sees what: within limits, with a reason, and at once."""

import pytest
from django.db import transaction
from django.test import Client

from casement.foundation.access import COLUMNS, MATRIX, Reach, Role, Standing, Subject, Verb, cell, reach
from casement.foundation.local_rights import CHOICES, choices, why_fixed
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import Refused
from casement.rooms.reviews import commands
from casement.rooms.reviews.models import LocalRight
from casement.rooms.reviews.queries import seat_of
from tests.factories.reviews import person
from tests.factories.sources import account


def runner(**more):
    return seat_of(person("Runner", runs_site=True, **more).pk, None)


def let(seat, subject, column, cell_now, **more):
    return commands.set_right(
        seat, subject=subject, column=column, cell_now=cell_now, reason="The board said so.", **more
    )


def test_every_cell_can_be_chosen_or_says_why_not():
    for subject in MATRIX:
        for roles in COLUMNS:
            told = choices(subject, roles[0])
            assert bool(told) != bool(why_fixed(subject, roles[0]))
            assert not told or told[0] == cell(roles[0], subject)


def test_no_choice_lets_write_or_takes_ones_own_or_opens_the_identity_register():
    everything = frozenset(Subject)
    for (subject, column), offered in CHOICES.items():
        before = Standing(column, grants=everything, releases=everything)
        for one in offered:
            after = Standing(column, grants=everything, releases=everything, local=((subject, column, one),))
            assert reach(after, subject, Verb.WRITE) <= reach(before, subject, Verb.WRITE)
            assert (Reach.OWN in reach(before, subject, Verb.READ)) <= (
                Reach.OWN in reach(after, subject, Verb.READ)
            )
            assert subject not in (Subject.IDENTITY, Subject.LEDGER, Subject.COMMENTS)
            others = (each for each in MATRIX if each != subject)
            assert all(reach(after, each, Verb.READ) == reach(before, each, Verb.READ) for each in others)


@pytest.mark.django_db
def test_a_change_counts_at_once_and_back_again(oak):
    site, number = runner(), account(oak).number
    client = Client()
    client.force_login(oak.person(Role.TEAM))
    at = f"/reviews/{oak.ref}/sources/{number}/about/"
    assert client.get(at).status_code == 404
    let(site, "write_ups", "review_team_member", "R")
    assert client.get(at).status_code == 200
    assert b"Decided here" in client.get(f"/reviews/{oak.ref}/who-sees-what/").content
    let(site, "write_ups", "review_team_member", "N")
    assert client.get(at).status_code == 404
    assert LedgerEntry.objects.filter(action="reviews.rights", outcome="done", review_id=None).count() == 2


@pytest.mark.django_db
def test_a_change_that_was_rolled_back_never_counts(oak):
    site, team = runner(), oak.person(Role.TEAM).pk

    def reads() -> bool:
        return bool(reach(seat_of(team, oak.ref).standing, Subject.WRITE_UPS, Verb.READ))

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        let(site, "write_ups", "review_team_member", "R")
        assert reads()
        raise ZeroDivisionError
    assert not reads()
    let(site, "draft_report", "agency_contact", "-")  # may well take the number of the one that is gone
    assert not reads()


@pytest.mark.django_db
def test_it_costs_no_query_more(oak, django_assert_num_queries):
    person_id = oak.person(Role.TEAM).pk
    with django_assert_num_queries(2):
        seat_of(person_id, oak.ref)
    let(runner(), "draft_report", "agency_contact", "-")
    seat_of(person_id, oak.ref)  # read once
    with django_assert_num_queries(2):
        assert seat_of(person_id, oak.ref).standing.local


@pytest.mark.django_db
def test_only_somebody_without_content_changes_it_and_only_what_is_open(oak):
    lead = oak.person(Role.LEAD)
    lead.runs_site = True
    lead.save()
    seat = seat_of(lead.pk, None)
    with pytest.raises(Refused, match="You take part in a review"):
        let(seat, "write_ups", "review_team_member", "R")
    with pytest.raises(Refused, match="The law on personal data"):
        let(runner(), "write_ups", "case_group_member", "-")
    with pytest.raises(Refused, match="never opens working material"):
        let(runner(), "working", "accountable", "R")
    with pytest.raises(Refused, match="Choose one of what may stand here"):
        let(runner(), "write_ups", "review_team_member", "W")
    with pytest.raises(Refused, match="Say why"):
        commands.set_right(runner(), subject="write_ups", column="review_team_member", cell_now="R", reason=" ")
    assert not LocalRight.objects.exists()
    let(seat, "write_ups", "review_team_member", "R", at_the_machine=True)
    assert LocalRight.objects.get().was == "N"


@pytest.mark.django_db
def test_the_page_of_the_installation(oak):
    client = Client()
    client.force_login(person("Runner", runs_site=True))
    page = client.get("/site/rights/").content.decode()
    assert "Nothing was changed" in page and "Membership of the board never opens working material." in page
    at = "/site/rights/follow_on/family_member/"
    assert client.post(at, {"cell_now": "r", "reason": ""}).status_code == 422
    sent = {"cell_now": "r", "reason": "Family sit in the case group here.", "at_the_machine": "1"}
    assert client.post(at, sent).status_code == 302
    page = client.get("/site/rights/").content.decode()
    assert "Changed here" in page and "Family sit in the case group here." in page
    assert client.get("/site/rights/write_ups/family_member/").status_code == 404
    client.force_login(oak.person(Role.LEAD))
    assert client.get("/site/rights/").status_code == 404
    assert client.post(at, sent).status_code == 404
