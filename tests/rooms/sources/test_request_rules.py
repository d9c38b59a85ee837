"""Where a request stands follows from what happened and from today, in whatever order it was noted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.sources.rules.requests import Event, standing
from casement.rooms.sources.vocabulary.requests import WAITING, Happened, State, Why

TODAY = date(2026, 2, 10)
DAY = timedelta(days=1)


def on(day: int) -> date:
    return date(2026, 1, day)


PROMISE = Event("promised", on(5), promised_for=date(2026, 2, 3))
PART, WHOLE = Event("received", on(9), came=1), Event("received", on(9), came=1, whole=True)
NOT_HELD, NOTHING = Event("gap", on(8), why="not_held"), Event("gap", on(8), why="not_held", whole=True)
TO_COME = Event("gap", on(12), why="still_to_come", promised_for=date(2026, 2, 20))
CLOSED, OPENED = Event("closed", on(20)), Event("reopened", on(21))


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([], State.ASKED),
        ([PROMISE], State.PROMISED),
        ([PROMISE, PART], State.PART),
        ([PROMISE, WHOLE], State.RECEIVED),
        ([WHOLE, TO_COME], State.PART),
        ([NOT_HELD], State.ASKED),
        ([NOTHING], State.ANSWERED),
        ([PROMISE, NOTHING], State.ANSWERED),
        ([PART, NOTHING], State.RECEIVED),
        ([Event("received", on(9), whole=True)], State.ASKED),  # of which no source stands
        ([WHOLE, CLOSED], State.CLOSED),
        ([PROMISE, Event("withdrawn", on(20))], State.WITHDRAWN),
        ([PROMISE, CLOSED, OPENED], State.PROMISED),
    ],
)
def test_where_it_stands(events, state):
    assert standing(events, today=TODAY).state is state


def test_late_counts_days_from_the_promised_day_and_ends_when_all_has_come():
    assert standing([PROMISE], today=TODAY).late == 7
    assert standing([PROMISE], today=date(2026, 2, 3)).due_today
    assert standing([PROMISE], today=date(2026, 2, 3)).late == 0
    assert standing([PROMISE, WHOLE], today=TODAY).late == 0
    assert standing([PROMISE, PART], today=TODAY).late == 7


def test_a_later_promise_takes_the_place_of_an_earlier_one():
    again = Event("promised", on(15), promised_for=date(2026, 2, 20))
    told = standing([again, PROMISE], today=TODAY)
    assert told.promised_for == date(2026, 2, 20) and not told.late


def test_what_was_still_to_come_is_no_gap_once_all_has_come_and_what_is_not_held_stays_one():
    everything = Event("received", on(25), came=2, whole=True)
    assert [gap.why for gap in standing([NOT_HELD, TO_COME], today=TODAY).gaps] == ["not_held", "still_to_come"]
    assert [gap.why for gap in standing([NOT_HELD, TO_COME, everything], today=TODAY).gaps] == ["not_held"]


def test_no_answer_by_the_day_asked_for_is_not_called_late():
    told = standing([], today=TODAY, wanted_by=TODAY - DAY)
    assert told.unanswered and told.to_chase and not told.late
    assert not standing([PROMISE], today=on(20), wanted_by=on(19)).unanswered
    assert not standing([], today=TODAY, wanted_by=TODAY).unanswered


days = st.dates(date(2026, 1, 1), date(2026, 3, 31))
kinds = st.sampled_from([str(kind) for kind in Happened])


@st.composite
def one_event(draw, order: int) -> Event:
    kind = draw(kinds)
    gap = kind == Happened.GAP
    why = draw(st.sampled_from([str(why) for why in Why])) if gap else ""
    dated = kind == Happened.PROMISED or (why == Why.TO_COME and draw(st.booleans()))
    whole = draw(st.booleans()) if kind == Happened.RECEIVED or (gap and why != Why.TO_COME) else False
    came = draw(st.integers(0, 3)) if kind == Happened.RECEIVED else 0
    return Event(kind, draw(days), order, draw(days) if dated else None, whole, why, came)


histories = st.integers(0, 8).flatmap(lambda many: st.tuples(*(one_event(order) for order in range(many))))


@given(histories, days, st.randoms())
def test_the_order_of_noting_makes_no_difference(events, today, chance):
    mixed = list(events)
    chance.shuffle(mixed)
    assert standing(events, today=today) == standing(mixed, today=today)


@given(histories, days)
def test_late_is_a_promised_day_gone_by_while_something_waits(events, today):
    told = standing(events, today=today)
    expected = told.state in WAITING and told.promised_for is not None and told.promised_for < today
    assert (told.late > 0) == expected
    if expected:
        assert told.promised_for + told.late * DAY == today


@given(histories, days)
def test_the_clock_alone_changes_no_state(events, today):
    assert standing(events, today=today).state is standing(events, today=today + 400 * DAY).state


@given(histories, days)
def test_chasing_changes_nothing_but_that_it_was_chased(events, today):
    before = standing(events, today=today)
    after = standing([*events, Event("chased", today, 99)], today=today)
    assert (after.state, after.promised_for, after.gaps) == (before.state, before.promised_for, before.gaps)
    assert len(after.chased) == len(before.chased) + 1


@given(histories, days)
def test_once_all_has_come_nothing_waits_whatever_was_promised(events, today):
    last = max((one.on for one in events), default=today)
    reopened = [Event("reopened", last, 97)] if standing(events, today=today).over else []
    told = standing([*events, *reopened, Event("received", last, 98, came=1, whole=True)], today=today)
    assert told.state is State.RECEIVED and not told.to_chase
    assert all(gap.why != Why.TO_COME for gap in told.gaps)
