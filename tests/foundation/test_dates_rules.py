"""Years that are missing or short, spreadsheet cells, times, and dates in words."""

from datetime import date, datetime, time, timedelta

import pytest

from casement.foundation.dates import (
    Doubt,
    NotADate,
    Precision,
    UncertainDate,
    describe,
    read_cell,
    read_date,
    read_time,
    read_time_cell,
    with_time,
)

ONE_YEAR = (date(2023, 9, 1), date(2024, 8, 31))


@pytest.mark.parametrize(
    ("recorded", "edtf"),
    [
        ("w/c 13 May", "2024-05-13/2024-05-19"),
        ("early July", "2024-07-01~/2024-07-10~"),
        ("3 October", "2023-10-03"),
        ("Christmas", "2023-12-24~/2023-12-26~"),
        ("28 December to 3 January", "2023-12-28/2024-01-03"),
        ("29 Feb", "2024-02-29"),
        ("autumn term", "2023-09-01/2023-12-31"),
    ],
)
def test_a_missing_year_is_taken_only_when_one_fits_and_said(recorded: str, edtf: str) -> None:
    when = read_date(recorded, within=ONE_YEAR, within_words="year from the review's period")
    assert when.edtf == edtf
    assert "year from the review's period" in when.habit


def test_two_years_that_fit_are_asked_about() -> None:
    two_years = (date(2022, 1, 1), date(2023, 12, 31))
    with pytest.raises(NotADate, match="2022 and 2023 all fit"):
        read_date("3 May", within=two_years)
    assert read_date("Wed 3 May", within=two_years).edtf == "2023-05-03"
    with pytest.raises(NotADate, match="no year fits"):
        read_date("3 May", within=(date(2022, 6, 1), date(2022, 9, 1)))


def test_two_figures_mean_the_latest_such_year_that_can_have_come() -> None:
    assert read_date("01/02/26", newest_year=2026).edtf == "2026-02-01"
    assert read_date("01/02/27", newest_year=2026).edtf == "1927-02-01"
    assert "two-figure year read as 1927" in read_date("01/02/27", newest_year=2026).habit


@pytest.mark.parametrize(
    ("value", "recorded", "edtf"),
    [
        (date(2021, 4, 3), "03/04/2021", "2021-04-03"),
        (datetime(2021, 4, 3), "03/04/2021", "2021-04-03"),
        (datetime(2021, 4, 3, 9, 15), "03/04/2021 09:15", "2021-04-03T09:15:00"),
        (2019, "2019", "2019"),
        (2019.0, "2019", "2019"),
        ("w/c 13 May 2024", "w/c 13 May 2024", "2024-05-13/2024-05-19"),
    ],
)
def test_typed_cells(value: object, recorded: str, edtf: str) -> None:
    when = read_cell(value, recorded)  # type: ignore[arg-type]
    assert (when.edtf, when.recorded) == (edtf, recorded)


@pytest.mark.parametrize(
    ("number", "from_1904", "edtf"),
    [
        (44289, False, "2021-04-03"),
        (44289.385416666664, False, "2021-04-03T09:15:00"),
        ("44289", False, "2021-04-03"),
        (1, False, "1900-01-01"),
        (59, False, "1900-02-28"),
        (61, False, "1900-03-01"),
        (42827, True, "2021-04-03"),
    ],
)
def test_numbers_count_days_only_when_asked(number: float | str, from_1904: bool, edtf: str) -> None:
    assert read_cell(number, str(number), serials=True, from_1904=from_1904).edtf == edtf
    with pytest.raises(NotADate):
        read_cell(number, str(number))


@pytest.mark.parametrize("value", [60, 0, -5, 1e9, True, time(9), timedelta(1), None])
def test_cells_that_are_no_date(value: object) -> None:
    with pytest.raises(NotADate):
        read_cell(value, "" if value is None else str(value), serials=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("recorded", "start", "end", "exact"),
    [
        ("0915hrs", time(9, 15), time(9, 15), True),
        ("915hrs", time(9, 15), time(9, 15), True),
        ("0915h", time(9, 15), time(9, 15), True),
        ("0915", time(9, 15), time(9, 15), True),
        ("09:15", time(9, 15), time(9, 15), True),
        ("9.15am", time(9, 15), time(9, 15), True),
        ("9.15 p.m.", time(21, 15), time(21, 15), True),
        ("21.15", time(21, 15), time(21, 15), True),
        ("9pm", time(21), time(21), True),
        ("12am", time(0), time(0), True),
        ("12pm", time(12), time(12), True),
        ("12 noon", time(12), time(12), True),
        ("c. 0915", time(9, 15), time(9, 15), True),
        ("?0915", time(9, 15), time(9, 15), True),
        ("0915-1030hrs", time(9, 15), time(10, 30), True),
        ("9.15 - 2.30pm", time(9, 15), time(14, 30), True),
        ("11am-1pm", time(11), time(13), True),
        ("pm", time(12), time(23, 59), False),
        ("Afternoon", time(12), time(17, 59), False),
    ],
)
def test_times(recorded: str, start: time, end: time, exact: bool) -> None:
    at = read_time(recorded)
    assert (at.start, at.end, at.exact) == (start, end, exact)


@pytest.mark.parametrize("recorded", ["25:00", "0975", "9", "9-10", "midnight", "2400hrs", "14:00am", "soon", ""])
def test_times_that_are_asked_about(recorded: str) -> None:
    with pytest.raises(NotADate):
        read_time(recorded)


def test_times_in_cells() -> None:
    assert read_time_cell(time(9, 15), "09:15:00").start == time(9, 15)
    assert read_time_cell(0.385416666666667, "0.385416666666667").start == time(9, 15)
    assert read_time_cell(915, "915").start == time(9, 15)
    assert read_time_cell(timedelta(hours=9, minutes=15), "9:15").start == time(9, 15)


def test_a_time_column_joins_its_date() -> None:
    day = read_date("03/04/21")
    assert with_time(day, read_time("0915hrs")).edtf == "2021-04-03T09:15:00"
    assert with_time(day, read_time("pm")).precision is Precision.PART_OF_DAY
    assert with_time(day, read_time("c. 0915")).approximate
    with pytest.raises(NotADate, match="Which day"):
        with_time(read_date("April 2021"), read_time("0915"))
    with pytest.raises(NotADate) as refusal:
        with_time(read_date("03/04/21 1015"), read_time("0915"))
    assert refusal.value.kind is Doubt.TWO_READINGS


@pytest.mark.parametrize(
    ("recorded", "words"),
    [
        ("03/02/26", "3 February 2026"),
        ("early July 2024", "about early July 2024"),
        ("w/c 12 May 2024", "week of 12 May 2024"),
        ("03/04/21 0915hrs", "3 April 2021, 09:15"),
        ("03/04/21 0900-1015", "3 April 2021, 09:00 to 10:15"),
        ("03/04/21 pm", "3 April 2021, between 12:00 and 23:59"),
        ("?03/04/21", "perhaps 3 April 2021"),
        ("Apr 2021", "April 2021"),
        ("summer 2023", "summer 2023"),
        ("winter 2022/23", "winter 2022 to 2023"),
        ("spring term 2024", "spring term 2024"),
        ("Q2 2019", "April to June 2019"),
        ("Christmas 2022", "about Christmas 2022"),
        ("Easter 2021", "about Easter 2021"),
        ("mid 2019", "about mid 2019"),
        ("c. 2019", "about 2019"),
        ("1990s", "the 1990s"),
        ("3-5 May 2024", "3 to 5 May 2024"),
        ("28 April to 3 May 2024", "28 April to 3 May 2024"),
        ("28 December 2023 to 3 January 2024", "28 December 2023 to 3 January 2024"),
        ("Dec 2023 to Jan 2024", "December 2023 to January 2024"),
        ("before 3 April 2021", "by 2 April 2021"),
        ("since April 2021", "from 1 April 2021 on"),
        ("unknown", "date not known"),
        ("03/04/21 22:00 to 04/04/21 06:00", "3 April 2021, 22:00 to 4 April 2021, 06:00"),
    ],
)
def test_dates_in_words(recorded: str, words: str) -> None:
    assert describe(read_date(recorded, newest_year=2027)) == words


def test_an_end_before_its_start_cannot_be_made() -> None:
    with pytest.raises(ValueError):
        UncertainDate("x", date(2021, 4, 3), date(2021, 4, 2), Precision.RANGE)
