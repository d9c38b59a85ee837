"""Working days, clocks, the plan worked back, what moves with a date, and double bookings: as laws, without a database."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role, Standing, Subject
from casement.foundation.actions import OPENED_BY, Action, Purpose, allows
from casement.rooms.planning.rules.clocks import clocks, due, offered
from casement.rooms.planning.rules.forms import templates
from casement.rooms.planning.rules.moments import lasting, moment
from casement.rooms.planning.rules.moving import Dated, what_moves
from casement.rooms.planning.rules.overlapping import Booked, clashes, double
from casement.rooms.planning.rules.working_back import Span, TooShort, gap, needed, slack, work_back
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import Nation
from casement.rooms.reviews.rules.processes import process, variants

ENGLAND = WorkingDays(Nation.ENGLAND)
LONDON = ZoneInfo("Europe/London")
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))
forms = st.sampled_from([each.key for each in variants()])


@pytest.mark.parametrize(
    ("nation", "day", "works"),
    [
        ("england", "2026-04-06", False),  # Easter Monday
        ("scotland", "2026-04-06", True),
        ("scotland", "2026-01-02", False),
        ("england", "2026-01-02", True),
        ("northern_ireland", "2026-03-17", False),  # St Patrick
        ("wales", "2026-12-28", False),  # Boxing Day is a Saturday
        ("wales", "2026-12-29", True),
    ],
)
def test_the_holidays_are_those_of_the_nation(nation, day, works):
    assert WorkingDays(nation).works(date.fromisoformat(day)) is works


@given(days, st.integers(-80, 80))
def test_counting_working_days_and_adding_them_are_each_others_undoing(day, count):
    first = ENGLAND.on_or_after(day)
    there = ENGLAND.add(first, count)
    assert ENGLAND.works(there) and ENGLAND.between(first, there) == count


@pytest.mark.parametrize(
    ("key", "began", "last"),
    [
        ("eng_rapid_review", "2026-03-30", "2026-04-22"),  # 15 working days over Easter
        ("eng_lcspr", "2026-08-31", "2027-02-28"),  # six months, the shorter month's last day
        ("eng_lcspr_sent", "2026-05-08", "2026-04-28"),  # 7 working days before, over a bank holiday
        ("breach", "2026-10-24", "2026-10-27"),  # the hour that comes twice does not count
        ("records", "2026-02-01", "2026-03-01"),
    ],
)
def test_clocks_end_on_the_day_their_rule_says(key, began, last):
    rule = clocks()[key]
    assert due(date.fromisoformat(began), rule.length, rule.unit, ENGLAND) == date.fromisoformat(last)


def test_a_clock_is_offered_only_where_it_runs():
    assert "eng_sar" not in {one.key for one in offered("england", "children", "full")}
    assert "eng_sar" in {one.key for one in offered("england", "adults", "full")}
    assert "eng_lcspr" not in {one.key for one in offered("scotland", "children", "full")}
    assert "rapid_time" not in {one.key for one in offered("england", "adults", "full")}
    assert all(one.source and one.nature for one in clocks().values())


@given(forms, days, st.integers(0, 300))
def test_a_plan_worked_back_keeps_every_wait_and_spreads_the_rest(form, begins, spare):
    rows = templates(form, process(form).variant.without)
    first = ENGLAND.on_or_after(begins)
    target = ENGLAND.add(first, needed(rows) + spare)
    spans = work_back(rows, target, begins, ENGLAND)
    assert isinstance(spans, dict)
    assert max(span.end for span in spans.values()) == target
    assert min(span.start for span in spans.values()) >= begins
    assert all(ENGLAND.works(span.start) and ENGLAND.works(span.end) for span in spans.values())
    for row in rows:
        assert ENGLAND.between(spans[row.key].start, spans[row.key].end) == row.length - 1
        for before in row.after:
            assert ENGLAND.between(spans[before].end, spans[row.key].start) >= 1 + row.wait
    assert all(left is None or left >= 0 for left in slack(rows, spans, ENGLAND).values())


@given(forms, days)
def test_one_day_too_few_is_refused_with_the_first_day_that_does(form, begins):
    rows = templates(form, process(form).variant.without)
    first = ENGLAND.on_or_after(begins)
    told = work_back(rows, ENGLAND.add(first, needed(rows) - 1), begins, ENGLAND)
    assert isinstance(told, TooShort)
    assert isinstance(work_back(rows, told.earliest, begins, ENGLAND), dict)


def dated(form: str, begins: date, spare: int) -> list[Dated]:
    rows = templates(form, process(form).variant.without)
    target = ENGLAND.add(ENGLAND.on_or_after(begins), needed(rows) + spare)
    spans = work_back(rows, target, begins, ENGLAND)
    return [Dated(r.key, r.label, spans[r.key].start, spans[r.key].end, r.length, r.wait, r.after) for r in rows]


@given(forms, days, st.integers(0, 60), st.data())
def test_moving_a_date_moves_what_must_and_nothing_else(form, begins, spare, data):
    rows = dated(form, begins, spare)
    mine = data.draw(st.sampled_from(rows))
    to = ENGLAND.add(mine.start, data.draw(st.integers(-30, 60).filter(bool)))
    moves = what_moves(rows, mine.key, to, ENGLAND, begins)
    if to < begins:
        assert moves.reasons and not moves.shifts
        return
    now = {r.key: Span(r.start, r.end) for r in rows} | {s.key: Span(s.start, s.end) for s in moves.shifts}
    assert now[mine.key].start == to
    later = to > mine.start
    for row in rows:
        assert ENGLAND.between(now[row.key].start, now[row.key].end) == row.length - 1
        for before in row.after:
            assert ENGLAND.between(now[before].end, now[row.key].start) >= 1 + row.wait
    for shift in moves.shifts:
        row = next(r for r in rows if r.key == shift.key)
        assert (shift.days > 0) is later
        if shift.key == mine.key:
            continue
        tight = (
            [ENGLAND.between(now[b].end, shift.start) == 1 + row.wait for b in row.after] if later
            else [ENGLAND.between(shift.end, now[r.key].start) == 1 + r.wait for r in rows if shift.key in r.after]
        )  # fmt: skip
        assert any(tight)  # it could not have stayed a day nearer to where it was
    assert bool(moves.reasons) == any(s.start < begins for s in moves.shifts)


def test_a_day_without_work_is_refused_with_days_near_it():
    rows = dated("full", date(2026, 1, 5), 20)
    (reason,) = what_moves(rows, "planning", date(2026, 4, 3), ENGLAND, date(2026, 1, 5)).reasons
    assert "Good Friday" in reason and "2 April 2026" in reason and "7 April 2026" in reason


def test_the_days_between_two_meetings_are_those_of_the_longest_way():
    rows = templates("full")
    assert gap(rows, "follow_on_2", "board") == 12 + 4 + 4 + 1
    assert gap(rows, "board", "planning") is None


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=7))
def test_double_bookings_are_found_as_by_looking_at_every_hour(told):
    start = datetime(2026, 3, 28, tzinfo=LONDON)
    booked = [
        Booked(key, start + timedelta(hours=at), start + timedelta(hours=at + long))
        for key, (at, long) in enumerate(told)
    ]
    hours = [{at + n for n in range(long)} for at, long in told]
    both = {frozenset((a, b)) for a in range(len(told)) for b in range(a) if hours[a] & hours[b]}
    assert {frozenset(pair) for pair in double(booked)} == both
    for one in booked:
        assert {frozenset((one.key, each.key)) for each in clashes(one, booked)} == {
            p for p in both if one.key in p
        }


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        ("2026-03-27", time(10), "2026-03-27T10:00+00:00"),
        ("2026-03-30", time(10), "2026-03-30T09:00+00:00"),  # summer time has begun
        ("2026-10-26", time(10), "2026-10-26T10:00+00:00"),
        ("2026-03-29", time(1, 30), None),  # clocks jump over it
        ("2026-10-25", time(1, 30), "2026-10-25T00:30+00:00"),  # it comes twice: the first
    ],
)
def test_a_meeting_stays_at_its_hour_when_the_clocks_change(day, at, utc):
    told = moment(date.fromisoformat(day), at, LONDON)
    assert (told.astimezone(ZoneInfo("UTC")) if told else None) == (datetime.fromisoformat(utc) if utc else None)


def test_a_meeting_across_the_change_lasts_as_long_as_it_lasts():
    starts = moment(date(2026, 10, 25), time(0, 30), LONDON)
    assert lasting(starts, 120).astimezone(ZoneInfo("UTC")) - starts.astimezone(ZoneInfo("UTC")) == timedelta(
        hours=2
    )


@pytest.mark.parametrize("purpose", Purpose)
def test_a_private_link_opens_what_it_is_for_and_nothing_else(purpose):
    everything = frozenset(Subject)
    for role in (None, *Role):
        whole = Standing(
            role, grants=everything, releases=everything, site=frozenset({"opens_reviews", "runs_site"})
        )
        opened = {action for action in Action if allows(replace(whole, through=purpose), action)}
        assert opened == OPENED_BY[purpose] & {action for action in Action if allows(whole, action)}
        assert not opened & {Action.PLANNING_READ, Action.HOME, Action.REVIEWS_READ, Action.PEOPLE_ACCOUNT}
