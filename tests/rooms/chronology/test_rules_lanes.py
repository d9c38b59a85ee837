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
    return [Placed(n, start, start + timedelta(days=more), "x") for n, (start, more) in enumerate(starts)]


@given(placed())
def test_every_entry_is_drawn_once(entries):
    numbers = [n for sign in signs(entries, SCALE) for n in sign.numbers]
    numbers += [each.number for each in lozenges(entries, SCALE)]
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
