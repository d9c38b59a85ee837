"""Lengths and ages say no more than the dates allow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.chronology.rules.lengths import age, between, months

DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))
SPANS = st.builds(lambda day, more: (day, day + timedelta(days=more)), DAYS, st.integers(0, 400))


def on(day):
    return day, day


@pytest.mark.parametrize(
    ("born", "at", "words"),
    [
        (on(date(2016, 5, 3)), on(date(2019, 7, 3)), "3 years 2 months"),
        (on(date(2016, 5, 3)), on(date(2019, 7, 2)), "3 years 1 month"),
        ((date(2016, 5, 1), date(2016, 5, 31)), on(date(2019, 7, 15)), "about 3 years 1 month"),
        ((date(2016, 1, 1), date(2016, 12, 31)), on(date(2017, 2, 1)), "1 month to 13 months"),
        (on(date(2016, 5, 3)), on(date(2016, 5, 20)), "under a month"),
        (on(date(2016, 5, 3)), on(date(2016, 4, 20)), "before birth"),
        ((date(2016, 5, 1), date(2016, 5, 31)), on(date(2016, 5, 10)), ""),
        (on(date(2020, 2, 29)), on(date(2021, 2, 28)), "12 months"),
    ],
)
def test_an_age(born, at, words):
    assert age(born, at) == words


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (on(date(2024, 4, 3)), on(date(2024, 4, 3)), "the same day"),
        (on(date(2024, 4, 3)), on(date(2024, 4, 4)), "1 day"),
        (on(date(2024, 6, 20)), on(date(2024, 4, 3)), "11 weeks"),
        (on(date(2024, 4, 3)), (date(2024, 4, 1), date(2024, 4, 30)), "up to 3 weeks, or at the same time"),
        (on(date(2022, 4, 3)), on(date(2024, 6, 3)), "2 years 2 months"),
    ],
)
def test_how_long_between(first, second, words):
    assert between(first, second) == words


@given(SPANS, SPANS, st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_age_said_exactly_is_right_for_every_day_the_dates_can_mean(born, at, one, other):
    """Whatever day of each is the right one: an age without "about", "to" or a gap is the age it gives."""
    told = age(born, at)
    day = born[0] + timedelta(days=one % ((born[1] - born[0]).days + 1))
    then = at[0] + timedelta(days=other % ((at[1] - at[0]).days + 1))
    if told == "before birth":
        assert then < day
    elif told == "under a month":
        assert months(day, then) == 0
    elif told and "about" not in told and " to " not in told:
        assert age(on(day), on(then)) == told


@given(SPANS, SPANS)
def test_the_way_round_does_not_matter(first, second):
    assert between(first, second) == between(second, first) or first[0] == second[0]
