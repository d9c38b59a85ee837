"""Time: lengths as people write them, totals that single nobody out, who enters and sees what, history, files."""

from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning.models import Meeting
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from casement.rooms.timekeeping import commands, queries
from casement.rooms.timekeeping.models import TimeEntry, TimeVersion
from casement.rooms.timekeeping.rules.adding_up import LEAST, Piece, totals
from casement.rooms.timekeeping.rules.lengths import Unclear, length_in_words, minutes_of
from tests.factories import planning
from tests.factories.reviews import cast
from tests.factories.timekeeping import spent


@given(st.integers(1, 1440))
def test_every_length_is_read_back_as_it_was_told(minutes):
    assert minutes_of(length_in_words(minutes)) == minutes


@given(st.text(max_size=12))
def test_any_words_are_a_length_of_a_day_at_most_or_one_sentence(words):
    try:
        assert 1 <= minutes_of(words) <= 1440
    except Unclear as no:
        assert str(no).endswith(".")


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("1h 30", 90),
        ("1:30", 90),
        ("1.5", 90),
        ("1,5 hours", 90),
        ("90 min", 90),
        ("2", 120),
        ("2 h and 5 min", 125),
    ],
)
def test_lengths_as_people_write_them(told, minutes):
    assert minutes_of(told) == minutes


@pytest.mark.parametrize("told", ["", "90", "0", "25 h", "a while", "-1", "1:75"])
def test_what_is_no_length_of_a_day_is_refused(told):
    with pytest.raises(Unclear):
        minutes_of(told)


PIECES = st.lists(st.builds(Piece, st.sampled_from("abcdef"), st.integers(1, 6), st.integers(1, 600), st.none()))


@given(PIECES)
def test_no_total_stands_for_fewer_than_three_people_and_nothing_is_lost(pieces):
    told = totals(pieces, {})
    if told is None:
        assert len({one.person for one in pieces}) < LEAST
        return
    assert sum(one.minutes for one in told) == sum(one.minutes for one in pieces)
    for one in told:
        behind = {piece.person for piece in pieces if piece.group in one.groups}
        assert len(behind) >= LEAST
    groups = [group for one in told for group in one.groups]
    assert sorted(groups) == sorted({one.group for one in pieces})


def test_each_enters_their_own_and_who_may_enters_it_for_others(oak):
    nurse = reviews.seat_member(oak.seat(), role=Role.CASE_GROUP, role_label="School Nurse 1")
    team = Participation.objects.get(review=oak.review, role=Role.TEAM)
    assert spent(oak, role=Role.TEAM).place_id == team.pk
    assert spent(oak, who=nurse.number).place_id == nurse.pk
    assert spent(oak, role=Role.BUSINESS, who=team.number).place_id == team.pk
    for role, who in ((Role.LEAD, team.number), (Role.TEAM, nurse.number), (Role.CASE_GROUP, team.number)):
        with pytest.raises(Refused) as no:
            spent(oak, role=role, who=who)
        assert no.value.field == "who"
    for role in (Role.FAMILY, Role.ACCOUNTABLE, Role.SUPERVISOR, Role.EVALUATOR, Role.ADMIN):
        with pytest.raises(NotHere):
            spent(oak, role=role)
    with pytest.raises(Refused):
        spent(oak, on=today() + timedelta(days=1))


def test_single_entries_are_for_whose_they_are_and_for_the_office_that_keeps_them(oak):
    mine, theirs = spent(oak, role=Role.TEAM), spent(oak, role=Role.CASE_GROUP)
    assert [one.number for one in queries.entries(oak.seat(Role.TEAM))] == [mine.number]
    assert not queries.entries(oak.seat(Role.LEAD))
    assert len(queries.entries(oak.seat(Role.BUSINESS))) == 2
    for role in (Role.LEAD, Role.TEAM):
        with pytest.raises(NotHere):
            commands.remove_time(oak.seat(role), number=theirs.number)
    client = Client()
    client.force_login(oak.person(Role.TEAM))
    assert "Yours together: <strong>2 h</strong>" in client.get(f"/reviews/{oak.ref}/time/").content.decode()
    assert client.get(f"/reviews/{oak.ref}/time/{mine.number}/").status_code == 200
    assert client.get(f"/reviews/{oak.ref}/time/{theirs.number}/").status_code == 404


def test_what_an_entry_said_stays_and_what_is_taken_out_counts_nowhere(oak):
    made = spent(oak, "2h")
    told = {"number": made.number, "step": "S06", "activity": "records", "kind": "writing"}
    commands.change_time(oak.seat(), length="3h", **told)
    assert [one.minutes for one in queries.entry(oak.seat(), made.number).versions] == [180, 120]
    for role in (Role.TEAM, Role.CASE_GROUP):
        spent(oak, "1h", role)
    assert queries.totals(oak.seat()).whole.minutes == 300
    commands.remove_time(oak.seat(), number=made.number)
    spent(oak, "1h", Role.BUSINESS)
    assert queries.totals(oak.seat()).whole.minutes == 180
    assert TimeVersion.objects.filter(entry=made).count() == 3
    with pytest.raises(NotHere):
        commands.change_time(oak.seat(), length="3h", **told)


def test_totals_of_few_people_are_not_told_and_those_of_an_agency_only_to_its_contact(oak):
    for role in (Role.TEAM, Role.CASE_GROUP):
        spent(oak, "1h", role)
    told = queries.totals(oak.seat())
    assert told.whole is None and told.stages is None and told.entered
    client = Client()
    client.force_login(oak.person(Role.ACCOUNTABLE))
    page = client.get(f"/reviews/{oak.ref}/time/totals/").content.decode()
    assert "Fewer than three people" in page and "1 h" not in page
    spent(oak, "2h", Role.LEAD, step="S09", kind="meeting")
    assert next(one.name for one in queries.totals(oak.seat()).stages).startswith("Together: ")
    own = queries.totals(oak.seat(Role.AGENCY_CONTACT))
    assert own.own_agency and own.whole is None  # of their agency one person has entered time


def test_money_is_told_where_a_rate_counts_and_to_those_who_lead_and_pay(oak):
    for role in (Role.TEAM, Role.CASE_GROUP, Role.LEAD):
        spent(oak, "1h", role)
    assert not queries.totals(oak.seat()).cost
    police = oak.agency("Police").number
    commands.set_rate(oak.seat(Role.BUSINESS), pounds="40", agency=police)
    commands.set_rate(oak.seat(Role.BUSINESS), pounds="20.50", kind="reading")
    whole = queries.totals(oak.seat(Role.ACCOUNTABLE)).whole
    assert (whole.pence, whole.costed) == (4000 + 2 * 2050, 180)
    assert not queries.totals(oak.seat(Role.EVALUATOR)).cost
    commands.set_rate(oak.seat(), pounds="", kind="reading")
    told = queries.totals(oak.seat()).whole
    assert (told.pence, told.costed, told.minutes) == (4000, 60, 180)


def test_a_meeting_fills_the_form_and_estimates_are_copied_from_the_plan_and_from_earlier_reviews(oak):
    planning.planned(oak)
    row = planning.row(oak, "planning")
    commands.copy_estimates(oak.seat(), source="plan")
    assert {one.step: one.minutes for one in queries.estimates(oak.seat())}["S03"] == 180 * 4
    held = planning.arranged(oak)
    with pytest.raises(Refused):
        spent(oak, of=f"meeting:{held.number}")  # it is yet to come
    starts = held.starts_at - (held.starts_at.date() - today() + timedelta(days=2)) * 1
    Meeting.objects.filter(pk=held.pk).update(starts_at=starts, ends_at=starts + timedelta(minutes=100))
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    page = client.get(f"/reviews/{oak.ref}/time/?of=meeting:{held.number}")
    assert page.context["forms"]["form"]["length"].value() == "1 h 40 min"
    assert page.context["forms"]["form"]["step"].value() == row.step
    elm = cast("Elm")
    Participation.objects.filter(review=elm.review, role=Role.LEAD).update(person=oak.person(Role.LEAD))
    elm.people[Role.LEAD] = oak.person(Role.LEAD)
    for role in (Role.TEAM, Role.CASE_GROUP, Role.LEAD):
        spent(elm, "1h", role, step="S08")
    commands.copy_estimates(oak.seat(), source=elm.ref)
    assert {one.step: one.minutes for one in queries.estimates(oak.seat())}["S08"] == 180
    assert "Elm" in client.get(f"/reviews/{oak.ref}/time/earlier/").content.decode()
    client.force_login(oak.person(Role.BUSINESS))
    assert "Elm" not in client.get(f"/reviews/{oak.ref}/time/earlier/").content.decode()
    with pytest.raises(Refused):
        commands.copy_estimates(oak.seat(Role.BUSINESS), source=elm.ref)


def test_pages_and_files_ask_the_same_number_of_queries_for_one_and_for_many(oak, django_assert_max_num_queries):
    client, base = Client(), f"/reviews/{oak.ref}/time/"
    client.force_login(oak.person(Role.BUSINESS))
    for many in (1, 3):
        for role in (Role.TEAM, Role.CASE_GROUP, Role.LEAD) * many:
            spent(oak, "1h", role)
        commands.set_estimate(oak.seat(), step="S06", length="20")
        for page in ("", "1/", "totals/", "earlier/", "estimates/", "rates/", "totals.csv", "entries.csv"):
            with django_assert_max_num_queries(12):
                assert client.get(base + page).status_code == 200, page
    Participation.objects.filter(review=oak.review, role=Role.TEAM).update(role_label="=1+1")
    sent = b"".join(client.get(f"{base}entries.csv").streaming_content).decode()
    assert '"\'=1+1"' in sent and TimeEntry.objects.count() == 12
