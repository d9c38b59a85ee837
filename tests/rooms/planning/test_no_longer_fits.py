"""What happens to a plan when people leave, holidays and clocks move, and somebody is booked twice."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casement.foundation.access import Role
from casement.foundation.clock import now, today
from casement.rooms.planning import commands, queries
from casement.rooms.planning.models import PlanRow
from casement.rooms.planning.rules.fitting import unfit
from casement.rooms.planning.rules.forms import afterwards, templates
from casement.rooms.planning.rules.moving import Dated
from casement.rooms.planning.rules.working_back import place_on, work_back
from casement.rooms.planning.web.pages.people import pairs_page
from casement.rooms.planning.web.pages.plan import plan_page
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories.planning import ENGLAND, arranged, delivered, number_of, planned, row
from tests.factories.reviews import cast

START = date(2027, 1, 4)


@given(some.integers(0, 700), some.integers(300, 500))
def test_a_plan_as_it_was_worked_out_fits_and_one_moved_onto_a_holiday_does_not(day, ahead):
    """Whatever the target: nothing is said of a plan as made, what follows the board's day included."""
    begins = START + timedelta(days=day)
    target = ENGLAND.on_or_after(begins + timedelta(days=ahead))
    rows = (*templates("full"), *afterwards())
    spans = work_back(templates("full"), target, begins, ENGLAND)
    spans |= place_on(afterwards(), spans, ENGLAND)
    chain = [
        Dated(one.key, one.label, spans[one.key].start, spans[one.key].end, one.length, one.wait, one.after)
        for one in rows
    ]
    assert unfit(chain, ENGLAND, begins, {}) == ()
    assert all(spans[one.key].start > spans["board"].end for one in afterwards())
    sunday = target + timedelta(days=6 - target.weekday())
    moved = [Dated(**{**vars(one), "start": sunday, "end": sunday}) if one.key == "board" else one for one in chain]
    assert [one.key for one in unfit(moved, ENGLAND, begins, {}) if "Sunday" in one.why] == ["board"]
    late = unfit(chain, ENGLAND, begins, {"board": spans["board"].end - timedelta(days=1)})
    assert [one.key for one in late] == ["board"] and "last day of its clock" in late[0].why


@pytest.mark.django_db
def test_who_leaves_is_told_and_the_meeting_that_needs_them_is_named_until_it_is_changed(oak):
    planned(oak)
    meeting = arranged(oak, "planning")
    commands.invite(oak.seat(), number=meeting.number)
    delivered()
    team = Participation.objects.get(review=oak.review, role=Role.TEAM)
    reviews.end_participation(oak.seat(), number=team.number)
    (letter,) = delivered()
    assert letter.to[0] == oak.person(Role.TEAM).email and "METHOD:CANCEL" in letter.message().as_string()
    assert "/calendar/" not in letter.body and "/date/" not in letter.body
    (told,) = plan_page(oak.seat(Role.BUSINESS)).missed
    assert "Review team member A has left the review" in told.why and f"meetings/{meeting.number}/" in told.href
    commands.change_meeting(
        oak.seat(), number=meeting.number, at=time(10), minutes=60, needed=[number_of(oak, Role.LEAD)]
    )
    assert plan_page(oak.seat(Role.BUSINESS)).missed == ()


@pytest.mark.django_db
def test_a_double_booking_is_said_in_words_and_of_a_foreign_review_only_that_somebody_is_busy(oak):
    planned(oak)
    elm = cast("Elm")
    planned(elm)
    person = oak.person(Role.TEAM)
    there = reviews.seat_member(elm.seat(), role=Role.TEAM, role_label="Team member B", email=person.email)
    mine = arranged(oak, "planning")
    PlanRow.objects.filter(pk=row(elm, "planning").pk).update(start_on=row(oak, "planning").start_on)
    at = {"at": time(10), "minutes": 120, "anyway": True}
    commands.arrange_meeting(elm.seat(), row=row(elm, "planning").number, needed=[there.number], **at)
    (told,) = plan_page(oak.seat(Role.BUSINESS)).doubled
    assert told.why == "Review team member A is busy then." and f"meetings/{mine.number}/" in told.href
    reviews.seat_member(elm.seat(), role=Role.LEAD, role_label="Lead B", email=oak.person(Role.BUSINESS).email)
    (told,) = plan_page(oak.seat(Role.BUSINESS)).doubled
    assert told.why == f"Review team member A is asked to a meeting of your review {elm.ref} at the same time."
    assert plan_page(oak.seat(Role.ACCOUNTABLE)).doubled == ()  # who is asked is not for the board


@pytest.mark.django_db
def test_a_clock_that_ends_before_its_row_is_named_on_the_plan(oak):
    planned(oak)
    commands.start_clock(oak.seat(), key="eng_lcspr", began_on=today())
    (told,) = plan_page(oak.seat()).unfit
    assert told.label == "Report and answer are published" and "last day of its clock" in told.why
    assert queries.plan(oak.seat()).ends > queries.plan(oak.seat()).target


@pytest.mark.django_db
def test_somebody_of_another_profession_counts_for_a_pair_and_the_page_says_so(oak):
    """Where everybody is of one agency, a pair is proposed and explained by profession; without it, a warning."""
    police = oak.agency("Police").number
    for role, label, profession in (
        (Role.CASE_GROUP, "Constable 1", "policing"),
        (Role.TEAM, "Inspector 1", "policing"),
        (Role.TEAM, "Analyst 1", "research"),
    ):
        reviews.seat_member(oak.seat(), role=role, role_label=label, agency=police, profession=profession)
    Participation.objects.exclude(role_label__in=["Constable 1", "Inspector 1", "Analyst 1"]).filter(
        role__in=[Role.TEAM, Role.CASE_GROUP, Role.FAMILY]
    ).update(ended_at=now())
    Participation.objects.filter(role=Role.LEAD).update(agency=oak.agency("Police"), profession="policing")
    (told,) = pairs_page(oak.seat(Role.BUSINESS)).rows
    assert "Analyst 1" in told.pair and not told.warns
    assert "Analyst 1 is of another profession: research, not policing." in told.why
    analyst = Participation.objects.get(role_label="Analyst 1").number
    reviews.say_profession(oak.seat(), number=analyst, profession="Policing")
    assert pairs_page(oak.seat(Role.BUSINESS)).rows[0].warns
