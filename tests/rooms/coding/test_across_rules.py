"""Reading across, without a database: what an address says, periods, and which passages touch."""

from datetime import date, timedelta
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.coding.rules.across import asking, periods
from casement.rooms.coding.rules.across.together import Touching, counted, near

spans = st.tuples(st.integers(1, 3), st.integers(0, 30), st.integers(1, 12)).map(
    lambda told: (told[0], told[1], told[1] + told[2])
)
rows = st.lists(
    st.tuples(spans, st.integers(-3, 4).filter(bool)).map(lambda told: (*told[0], told[1])), max_size=30
)


def touch(one, other):
    """The rule in one line: the same text, and at least one letter in common."""
    return one[0] == other[0] and max(one[1], other[1]) < min(one[2], other[2])


@given(rows)
def test_counts_are_what_the_rule_says(told):
    """Against the definition, pair by pair: passages of one code that touch a passage of the other."""
    by_code = {}
    for *place, code in told:
        by_code.setdefault(code, set()).add(tuple(place))
    wanted = {}
    for code, own in by_code.items():
        for other, theirs in by_code.items():
            n = sum(any(touch(one, there) for there in theirs) for one in own)
            if n:
                wanted[code, other] = n
    assert counted(told) == wanted


@given(rows)
def test_the_diagonal_is_all_passages_and_no_cell_is_larger(told):
    found = counted(told)
    for (code, other), n in found.items():
        assert n <= found[code, code]
        assert (other, code) in found
    assert all(found[code, code] == len({row for row in told if row[3] == code}) for *_, code in told)


@given(rows, rows)
def test_near_is_what_the_rule_says(ours, theirs):
    ours, theirs = [row[:3] for row in ours], [row[:3] for row in theirs]
    assert near(ours, theirs) == {one for one in ours if any(touch(one, other) for other in theirs)}
    touching = Touching(ours)
    for other in theirs:
        assert list(touching.by(other)) == sorted({one for one in ours if touch(one, other)})


def test_passages_that_only_meet_do_not_touch():
    assert counted([(1, 0, 5, 7), (1, 5, 9, 8)]) == {(7, 7): 1, (8, 8): 1}
    assert counted([(1, 0, 6, 7), (1, 5, 9, 8)])[7, 8] == 1
    assert counted([(1, 0, 6, 7), (2, 0, 6, 8)]) == {(7, 7): 1, (8, 8): 1}


codes = st.lists(
    st.one_of(
        st.integers(1, 99).map(lambda n: f"open:{n}"),
        st.integers(1, 12).map(lambda n: f"item:wrk.{n:02}"),
    ),
    max_size=3,
    unique=True,
).map(tuple)
numbers = st.one_of(st.just(""), st.integers(1, 999).map(str))
questions = st.builds(
    asking.Asked, codes=codes, also=codes, without=codes, agency=st.one_of(numbers, st.just("none")),
    kind=st.sampled_from(["", *asking.KINDS]), who=numbers, coder=st.one_of(numbers, st.just("me")),
    period=st.sampled_from(["", "2024", "2024-Q2", "2024-05", "not-month", "not-year"]),
    influence=st.sampled_from(["", "helped", "harder", "unclear"]), source=numbers,
)  # fmt: skip


@given(questions)
def test_a_question_and_its_address_are_the_same(asked):
    text = asking.address(asked)
    assert asking.asked_exactly(text) == asked
    assert asking.asked_in(parse_qsl(text)) == asked


@given(st.lists(st.tuples(st.sampled_from([*asking.MANY, *asking.ONE, "x"]), st.text(max_size=30))))
def test_nothing_but_numbers_and_fixed_words_comes_through(told):
    """Whatever stands in an address, only what is understood is used, so nothing else is ever written out."""
    asked = asking.asked_in(told)
    assert all(asking.understood(name, value) for name, value in asking.pairs(asked))
    assert set(asking.address(asked)) <= set("abcdefghijklmnopqrstuvwxyzQ0123456789:.-=&")


@pytest.mark.parametrize(
    "text", ["1001", "code=Ottoline", "code=open:1&x=2", "code=open:0", "code=open:1&code=open:1"]
)
def test_an_address_with_anything_else_is_not_a_question(text):
    assert asking.asked_exactly(text) is None


days = st.dates(date(1950, 1, 1), date(2049, 12, 31))


@given(days, st.integers(0, 800), st.sampled_from(periods.UNITS))
def test_a_date_stands_in_a_period_only_whole(start, long, unit):
    end = start + timedelta(days=long)
    told = periods.period_of(start, end, unit)
    if told == f"not-{unit}":
        assert periods.period_of(start, start, unit) != periods.period_of(end, end, unit)
    else:
        first, last = periods.bounds(told)
        assert first <= start <= end <= last
        assert periods.is_period(told)


def test_periods_in_words():
    told = [periods.in_words(one) for one in ("2024", "2024-Q2", "2024-05", "not-quarter")]
    assert told == ["2024", "April to June 2024", "May 2024", "In no single quarter"]
    assert periods.period_of(None, None, "year") == "not-year"
    assert periods.in_order({"2024-05", "not-month", "2023-11"}) == ["2023-11", "2024-05", "not-month"]
