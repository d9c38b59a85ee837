"""Rights beyond the matrix: grants by name with an end, releases by leads only."""

from datetime import timedelta

import pytest
import time_machine

from casement.foundation.access import Role, Subject
from casement.foundation.clock import now, today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Grant, Participation

WEEK = timedelta(days=7)


def number_of(cast, role):
    return Participation.objects.get(review=cast.review, role=role).number


def grant(cast, by=Role.LEAD, **more):
    wanted = {
        "number": number_of(cast, Role.TEAM), "subject": "write_ups", "reason": "Analysis", "until": today() + WEEK,
    }  # fmt: skip
    return commands.grant_access(cast.seat(by), **{**wanted, **more})


def test_a_grant_holds_until_the_end_of_its_last_day(oak):
    grant(oak)
    assert Subject.WRITE_UPS in oak.seat(Role.TEAM).standing.grants
    with time_machine.travel(now() + WEEK + timedelta(days=1)):
        assert Subject.WRITE_UPS not in oak.seat(Role.TEAM).standing.grants


def test_a_grant_can_be_ended_at_once(oak):
    grant(oak)
    commands.end_grant(oak.seat(), number=number_of(oak, Role.TEAM), subject="write_ups")
    assert not oak.seat(Role.TEAM).standing.grants


def test_a_newer_grant_takes_the_place_of_the_earlier(oak):
    grant(oak)
    grant(oak, until=today() + 2 * WEEK)
    assert Grant.objects.filter(ended_at=None).count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"subject": "identity"}, "subject"),
        ({"subject": "nonsense"}, "subject"),
        ({"reason": " "}, "reason"),
        ({"until": today() - WEEK}, "until"),
        ({"until": today() + 200 * WEEK}, "until"),
    ],
)
def test_what_cannot_be_granted_is_said_at_its_field(oak, wrong, field):
    with pytest.raises(Refused) as no:
        grant(oak, **wrong)
    assert no.value.field == field


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD])
def test_only_leads_grant_and_release(oak, role):
    with pytest.raises(NotHere):
        grant(oak, by=role)
    with pytest.raises(NotHere):
        commands.release(oak.seat(role), subject="header", role="case_group_member")


def test_a_participant_of_another_review_is_not_here(oak, elm):
    with pytest.raises(NotHere):
        grant(oak, number=99)


def test_a_release_opens_the_overview_to_the_case_group_and_can_be_taken_back(oak, client):
    client.force_login(oak.person(Role.CASE_GROUP))
    address = f"/reviews/{oak.ref}/"
    assert client.get(address).status_code == 404
    commands.release(oak.seat(), subject="header", role="case_group_member")
    commands.release(oak.seat(), subject="header", role="case_group_member")
    assert client.get(address).status_code == 200
    commands.end_release(oak.seat(), subject="header", role="case_group_member")
    assert client.get(address).status_code == 404


def test_what_the_matrix_does_not_release_is_refused(oak):
    with pytest.raises(Refused):
        commands.release(oak.seat(), subject="working", role="case_group_member")


def test_ending_a_place_ends_its_grants(oak):
    grant(oak)
    commands.end_participation(oak.seat(), number=number_of(oak, Role.TEAM))
    assert not Grant.objects.filter(ended_at=None).exists()


def test_the_page_of_a_place_grants_and_keeps_what_was_typed(oak, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/members/{number_of(oak, Role.TEAM)}/grants/"
    wrong = {
        "subject": "write_ups",
        "reason": "Quillon",
        "until_day": "31",
        "until_month": "9",
        "until_year": "2031",
    }
    answer = client.post(address, wrong)
    assert answer.status_code == 422
    assert "not a day of the calendar" in answer.content.decode() and "Quillon" in answer.content.decode()
    day = today() + WEEK
    right = {**wrong, "until_day": day.day, "until_month": day.month, "until_year": day.year}
    assert client.post(address, right).status_code == 302
    assert [line.subject for line in queries.member(oak.seat(), number_of(oak, Role.TEAM)).grants] == ["write_ups"]


def test_the_releases_page_releases(oak, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/members/releases/"
    client.post(address, {"subject": "header", "role": "family_member"})
    assert "header" in oak.seat(Role.FAMILY).standing.releases
    client.post(f"{address}end/", {"subject": "header", "role": "family_member"})
    assert not oak.seat(Role.FAMILY).standing.releases
