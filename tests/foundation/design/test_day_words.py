"""Dates are printed in words, never as figures that can be read two ways."""

import datetime

import pytest

from casement.foundation.dates import read_date
from casement.foundation.design.day_words import date_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2026, 2, 3), "3 February 2026"),
        (datetime.datetime(2024, 5, 22, 23, 40), "22 May 2024, 11:40pm"),
        (datetime.datetime(2024, 7, 1, 8, 0, tzinfo=datetime.UTC), "1 July 2024, 9am"),
        (datetime.datetime(2024, 1, 1, 0, 5), "1 January 2024, 12:05am"),
        ("about early July 2024", "about early July 2024"),
    ],
)
def test_words(value, words):
    assert date_words(value) == words


def test_none_is_said():
    assert "Not dated" in date_words(None)


def test_what_was_recorded_stands_beside_how_it_was_read():
    told = date_words(read_date("03/04/24"), recorded=True)
    assert "3 April 2024" in told
    assert "“03/04/24”" in told
    assert date_words(read_date("3 April 2024"), recorded=True) == "3 April 2024"
