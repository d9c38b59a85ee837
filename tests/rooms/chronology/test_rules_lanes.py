"""Strands drawn: every entry of a day is in exactly one square, doubt is as long as it is, gaps are real."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.chronology.rules.lanes import SIGN, Scale, gaps, lozenges, signs, ticks
from casement.rooms.chronology.rules.silences import LEAST_GAP, Placed

DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))
SCALE = Scale(date(2018, 12, 31), date(2026, 12, 31), 16, 1180)


@st.composite
def placed(draw):
    starts = draw(st.lists(st.tuples(DAYS, st.integers(0, 300)), max_size=40))
    times = draw(st.lists(st.none() | st.integers(0, 1439), min_size=40, max_size=40))
    return [
        Placed(n, start, start + timedelta(days=more), "x", times[n] if not more else None)
        for n, (start, more) in enumerate(starts)
    ]


SCALES = st.sampled_from((SCALE, Scale(date(2021, 3, 1), date(2021, 3, 9), 16, 4600)))


@given(placed(), SCALES)
def test_every_entry_is_drawn_once_whether_years_or_hours_are_told_apart(entries, scale):
    numbers = [n for sign in signs(entries, scale) for n in sign.numbers]
    numbers += [n for each in lozenges(entries, scale) for n in each.numbers]
    assert sorted(numbers) == [each.number for each in entries]


@given(placed())
def test_squares_never_overlap_and_nothing_leaves_the_picture(entries):
    xs = [sign.x for sign in signs(entries, SCALE)]
    assert all(b - a >= SIGN - 0.1 for a, b in itertools.pairwise(xs))
    for each in lozenges(entries, SCALE):
        assert each.x >= 16 and each.x + each.width <= 1196.2


@given(placed())
def test_nothing_stands_in_a_gap(entries):
    for gap in gaps(entries, SCALE):
        assert gap.end - gap.start >= LEAST_GAP
        assert not any(gap.start < each.end and each.start < gap.end for each in entries)


def test_open_dates_reach_to_the_edge():
    before, since = lozenges(
        [Placed(1, None, date(2020, 1, 1), "x"), Placed(2, date(2024, 1, 1), None, "y")], SCALE
    )
    assert before.x == 16 and since.x + since.width == 1196


def test_months_are_named_as_far_as_they_fit():
    year = Scale(date(2024, 1, 1), date(2024, 12, 31), 0, 1200)
    assert [tick.words for tick in ticks(year)][:2] == ["Jan 2024", "Feb 2024"]
    assert all(
        tick.words in ("", *map(str, range(1950, 2030)))
        for tick in ticks(Scale(date(1950, 6, 1), date(2026, 1, 1), 0, 1200))
    )


def test_many_dates_in_doubt_at_one_place_are_one_shape_as_long_as_all_of_them():
    month = [Placed(n, date(2022, 5, 1), date(2022, 5, 31), "x") for n in range(40)]
    (crowd,) = lozenges(month, SCALE)
    assert crowd.numbers == tuple(range(40)) and crowd.words == "40 dates in doubt"
    assert len(lozenges(month[:3], SCALE)) == 3


def test_a_day_without_a_time_is_a_day_of_doubt_where_hours_are_told_apart():
    week = Scale(date(2021, 3, 1), date(2021, 3, 9), 0, 4608)
    day = date(2021, 3, 2)
    known, unknown = Placed(1, day, day, "x", 9 * 60 + 15), Placed(2, day, day, "y")
    (sign,) = signs([known, unknown], week)
    (doubt,) = lozenges([known, unknown], week)
    assert sign.numbers == (1,) and sign.x == 576 + 576 * 9.25 / 24
    assert doubt.numbers == (2,) and (doubt.x, doubt.width) == (576, 576)
