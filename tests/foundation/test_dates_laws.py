"""Laws that every date keeps: read back as written, ends in order, order without contradiction."""

from datetime import date, datetime, time, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from casement.foundation.dates import (
    NotADate,
    Precision,
    UncertainDate,
    after,
    before,
    describe,
    earliest,
    from_edtf,
    latest,
    may_overlap,
    read_date,
    sort_key,
)

days = st.dates(date(1900, 1, 1), date(2090, 12, 31))
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))
DAY_FORMS = [
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{y}",
    "{d} {name} {y}",
    "{name} {d}, {y}",
    "{y}-{m:02}-{d:02}",
    "{d}{short}{y}",
]
MARKS = ["{}", "c. {}", "?{}", "{}?", "approx {}", "before {}", "since {}", "by {}", "after {}", "w/c {}"]
PERIODS = [
    "{name} {y}",
    "early {name} {y}",
    "{y}",
    "mid {y}",
    "Q3 {y}",
    "summer {y}",
    "autumn term {y}",
    "Christmas {y}",
]


@st.composite
def written(draw: st.DrawFn) -> str:
    """A date as somebody could write it."""
    day = draw(days)
    words = {
        "d": day.day,
        "m": day.month,
        "y": day.year,
        "name": day.strftime("%B"),
        "short": day.strftime("%b"),
    }
    if draw(st.booleans()):
        text = draw(st.sampled_from(DAY_FORMS)).format(**words)
        if draw(st.booleans()):
            return f"{text} {draw(minutes):%H:%M}"
        text = draw(st.sampled_from(MARKS)).format(text)
        return text
    return draw(st.sampled_from(PERIODS)).format(**words)


dates = written().map(read_date)


@given(days, st.sampled_from(DAY_FORMS))
def test_every_day_in_every_form_is_that_day(day: date, form: str) -> None:
    words = {"d": day.day, "m": day.month, "y": day.year, "name": f"{day:%B}", "short": f"{day:%b}"}
    when = read_date(form.format(**words))
    assert (when.start, when.end, when.precision) == (day, day, Precision.DAY)


@given(days, minutes, st.sampled_from(["%H%Mhrs", "%H:%M", "%H.%M", "%I.%M%p", "%H%M"]))
def test_every_minute_is_that_minute(day: date, at: time, form: str) -> None:
    when = read_date(f"{day:%d/%m/%Y} {at:{form}}")
    assert (when.start, when.start_time, when.end_time) == (day, at, at)


@given(days, days)
def test_both_ends_of_a_range(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for join in ("to", "-", "until"):
        when = read_date(f"{first:%d/%m/%y} {join} {last:%d/%m/%Y}", newest_year=first.year)
        if first.year > last.year - 90:
            assert (when.start, when.end) == (first, last)
    if first != last:
        with pytest.raises(NotADate):
            read_date(f"{last:%d/%m/%Y} to {first:%d/%m/%Y}")


@given(days, st.integers(1, 31), st.sampled_from(["{}-{}", "{} to {}", "{}/{}", "{}th - {}th"]))
def test_two_days_of_one_month(day: date, other: int, form: str) -> None:
    first, last = sorted((day.day, min(other, 28)))
    text = form.format(first, last) + f" {day:%B %Y}"
    when = read_date(text)
    assert (when.start, when.end) == (day.replace(day=first), day.replace(day=last))


@given(dates)
def test_exchange_notation_brings_the_date_back(when: UncertainDate) -> None:
    back = from_edtf(when.edtf)
    assert (back.start, back.end, back.start_time, back.end_time) == (
        when.start, when.end, when.start_time, when.end_time,
    )  # fmt: skip
    assert (back.approximate, back.doubtful, back.edtf) == (when.approximate, when.doubtful, when.edtf)


@settings(max_examples=20, deadline=None)
@given(dates)
def test_an_independent_reader_agrees_with_the_notation(when: UncertainDate) -> None:
    can_follow = (
        when.start and when.end and not when.start_time
        and not (when.precision is Precision.QUARTER and when.approximate)
    )  # fmt: skip
    if can_follow:
        theirs = parse_edtf(when.edtf)
        assert when.start.timetuple()[:3] == theirs.lower_strict()[:3]
        assert when.end.timetuple()[:3] == theirs.upper_strict()[:3]


@given(dates)
def test_ends_are_in_order_and_words_are_found(when: UncertainDate) -> None:
    assert earliest(when) <= latest(when)
    assert describe(when)
    assert when.habit


@given(dates, dates, dates)
def test_order_never_contradicts_itself(a: UncertainDate, b: UncertainDate, c: UncertainDate) -> None:
    assert not before(a, a)
    assert before(a, b) + after(a, b) + may_overlap(a, b) == 1
    assert may_overlap(a, b) == may_overlap(b, a)
    assert before(a, b) == after(b, a)
    if before(a, b):
        assert sort_key(a) < sort_key(b)
        if before(b, c):
            assert before(a, c)


@given(days, st.integers(1, 400))
def test_known_days_are_in_the_order_of_the_calendar(day: date, apart: int) -> None:
    later = day + timedelta(apart)
    first, second = read_date(day.isoformat()), read_date(later.isoformat()) if later.year < 2099 else None
    if second:
        assert before(first, second)


@given(days, st.integers(0, 2))
def test_about_claims_no_order_it_cannot_know(day: date, apart: int) -> None:
    about, plain = read_date(f"c. {day.isoformat()}"), read_date((day - timedelta(apart)).isoformat())
    assert may_overlap(about, plain)


@given(dates)
def test_an_unknown_date_may_be_any_time_and_is_listed_last(when: UncertainDate) -> None:
    unknown = read_date("unknown")
    assert may_overlap(unknown, when)
    assert sort_key(when) < sort_key(unknown)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        when = read_date(text)
    except NotADate as refusal:
        assert refusal.sentence.endswith(("?", "."))
    else:
        assert when.recorded == text


@given(st.text(alphabet="0123456789/-. abcjanuymsepw?:", max_size=20))
def test_figures_in_any_arrangement_never_break_the_reader(text: str) -> None:
    try:
        when = read_date(text, within=(date(2020, 1, 1), date(2020, 12, 31)))
    except NotADate:
        return
    assert when.start is None or when.end is None or when.start <= when.end
    assert from_edtf(when.edtf).edtf == when.edtf


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1900, 2090))
def test_figures_are_the_day_first_or_refused(day: int, month: int, year: int) -> None:
    try:
        expected: date | None = datetime(year, month, day).date()
    except ValueError:
        expected = None
    try:
        found = read_date(f"{day}/{month}/{year}").start
    except NotADate:
        found = None
    assert found == expected
