"""Home tells what is new since somebody was here, to each only what they may see, and notes one visit an hour."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casement.desk.home import home_page
from casement.desk.personas import PERSONAS
from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Visit
from casement.rooms.reviews.rules.visiting import LASTS, begins, new_since
from tests.factories.furnished import CANARY, furnish
from tests.factories.reviews import cast, person

AGO = timedelta(hours=2)


def card(cast, role):
    return queries.seat_of(cast.person(role).pk, None)


def been_here(people):
    """These people were here two hours ago."""
    for each in people:
        commands.note_visit(queries.seat_of(each.pk, None))
    Visit.objects.update(at=now() - AGO)


def new_to(cast, role):
    return {one.title: one.who for one in home_page(card(cast, role)).new}


@given(some.lists(some.integers(0, 300), max_size=12))
def test_looking_again_within_a_visit_never_empties_the_list(minutes):
    """However often somebody looks, what is new stays new until a visit that begins an hour or more later."""
    at = before = None
    moment, told = datetime(2026, 2, 3, tzinfo=UTC), None
    for wait in minutes:
        moment += timedelta(minutes=wait)
        since = new_since(at, before, moment)
        assert since is None or moment - since > LASTS
        if begins(at, moment):
            assert since == at
            at, before, told = moment, at, since
        else:
            assert since == told


@pytest.mark.django_db
def test_each_is_told_what_is_new_and_only_what_they_may_see(oak):
    been_here(oak.people.values())
    furnish(oak)
    team, legal, office = (new_to(oak, role) for role in (Role.TEAM, Role.LEGAL, Role.BUSINESS))
    assert any(title.endswith("came in") for title in team) and any("finding" in title for title in team)
    assert any(who == "By Lead reviewer A." for who in team.values())
    assert any("hold" in title or "proceeding" in title for title in {**legal, **office}) and not any(
        "source" in title for title in legal
    )
    board = ("3 answers of the board were written", "1 presentation to the board was written down")
    for role in (Role.SUPERVISOR, Role.EVALUATOR, Role.RECORDS, Role.ADMIN):
        opened = {title for title in new_to(oak, role) if not title.startswith("Opened to you: ")}
        assert opened == (set(board) if role is Role.SUPERVISOR else set()), role
    for role in Role:
        told = new_to(oak, role)
        assert CANARY["Oak"] not in str(told)
        if role in (Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT, Role.ACCOUNTABLE):
            assert not any(told.values()), role  # who did it is for those who read the register
            assert not any("finding" in title or "episode" in title for title in told), role


@pytest.mark.django_db
def test_what_one_did_oneself_is_not_news_and_a_visit_is_noted_once(oak, client):
    been_here([oak.person(Role.LEAD)])
    commands.add_agency(oak.seat(), name="Housing")
    commands.seat_member(oak.seat(), role=Role.TEAM, role_label="Team member B", agency=1)
    commands.end_participation(oak.seat(), number=2)
    client.force_login(oak.person(Role.LEAD))
    for _ in range(2):
        text = client.get("/").content.decode()
        assert "Since you were here" in text and "Review team member A has left" in text
    noted = LedgerEntry.objects.filter(person_id=oak.person(Role.LEAD).pk, action="desk.home", outcome="done")
    assert noted.count() == 2  # one of each visit, none of looking again


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_coming_back_asks_a_fixed_number_of_times(client, count, django_assert_max_num_queries):
    """A visit of somebody with one review costs what one with three does, news, days to come and all."""
    who = person("Everywhere", opens_reviews=True)
    reviews = [cast(f"Larch {number}") for number in range(count)]
    for each in reviews:
        commands.seat_member(each.seat(), role=Role.LEAD, role_label="Lead reviewer B", email=who.email)
    been_here([who])
    for each in reviews:
        commands.end_participation(each.seat(), number=2)
    client.force_login(who)
    client.get("/")  # the visit begins and is noted
    with django_assert_max_num_queries(12):
        text = client.get("/").content.decode()
    assert text.count("Review team member A has left") == count


@pytest.mark.django_db
def test_every_kind_of_person_has_a_home_that_leads_with_one_thing_and_a_page_of_the_guide(oak, client):
    for role in Role:
        client.force_login(oak.person(role))
        text = client.get("/").content.decode()
        assert PERSONAS[role].help_text in text
        assert client.get(f"/help/{PERSONAS[role].help}/").status_code == 200, role
