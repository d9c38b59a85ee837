"""Periods with a name: Apr 2021, Spring term 2024, Q2 2019, Christmas 2022, the 1990s."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from casement.foundation.dates.drafts import EARLIEST_YEAR, LATEST_YEAR, Draft, Reader, Span, year_from
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.uncertain import Precision
from casement.foundation.dates.words import MONTH, MONTHS, month_number

_Y = r"(?P<y>\d{4}|\d{2})"
_PAIR = r"(?P<first>\d{4}|\d{2})\s?[/\-]\s?(?P<second>\d{4}|\d{2})"
_YEARS = rf"(?:{_PAIR}|'?{_Y})"
_MONTH = re.compile(rf"(?P<m>{MONTH})(?:(?P<gap>[\s,./\-]*(?:of |in )?'?){_Y})?")
_MONTH_IN_FIGURES = re.compile(r"(?P<m>\d{1,2})[./\-](?P<y>\d{4})")
_NO_DAY_WRITTEN = re.compile(rf"(?:xx?|\?\??|__?|dd)[./\- ](?P<m>\d{{1,2}}|{MONTH})[./\- ]{_Y}")
_YEAR_MONTH = re.compile(rf"(?P<y>\d{{4}})(?:-(?P<n>\d\d)|[\s\-,]+(?P<m>{MONTH}))")
_YEAR = re.compile(r"(?:year |during |in )?(?P<y>\d{4})")
_KIND = "financial year|academic year|school year"
_YEAR_PAIR = re.compile(rf"(?P<kind>{_KIND}|fy|year)?\s?{_PAIR}(?: (?P<after>{_KIND}))?")
_DECADE = re.compile(r"(\d{3})0'?s")
_SEASON = re.compile(rf"(?P<name>spring|summer|autumn|winter)(?: of)?(?:,? {_YEARS})?")
_TERM = re.compile(rf"(?P<name>spring|summer|autumn) term(?: of)?(?:,? '?{_Y})?")
_HOLIDAY = re.compile(rf"(?P<name>christmas|xmas|easter|new year)(?: time| period)?(?: of)?(?:,? '?{_Y})?")
_QUARTER = re.compile(rf"(?:q\s?(?P<n>[1-4])|(?P<o>[1-4]) (?:quarter|qtr)(?: of)?)[\s,\-]*{_YEARS}")
_YEAR_QUARTER = re.compile(rf"{_Y}[\s\-,]*q\s?(?P<n>[1-4])")

_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
# School terms move with Easter and from council to council; these months hold everywhere.
_TERM_MONTHS = {"spring": (1, 4), "summer": (4, 7), "autumn": (9, 12)}
_YEAR_KINDS = {"financial year": (4, "financial year"), "fy": (4, "financial year"),
               "academic year": (9, "school year"), "school year": (9, "school year")}  # fmt: skip


def period_in(text: str, reader: Reader) -> Draft | None:
    """The period named in `text`, or None when there is none."""
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            return read(found, reader)
    return None


def months(year: int, first: int, last: int, precision: Precision) -> Span:
    """From the first day of one month to the last day of another in the same year."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise NotADate(f"there is no month {first}. What should it be?", Doubt.IMPOSSIBLE)
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)


def _in_year(
    year: str | None, reader: Reader, build: Callable[[int], Span], habit: str, *, other: bool = False
) -> Draft:
    number, habits = year_from(year, reader) if year else (None, ())
    return Draft(build, number, (habit, *habits), other)


def _second_year(found: re.Match[str], reader: Reader) -> tuple[int, int]:
    """Both years of "2019/20"; raises NotADate when they do not follow each other."""
    first = year_from(found["first"], reader)[0]
    written = found["second"]
    second = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    second += 100 if second == first - 99 else 0
    if second != first + 1:
        raise NotADate("these two years do not follow each other. What is meant?", Doubt.TWO_READINGS)
    return first, second


def _month(found: re.Match[str], reader: Reader) -> Draft:
    number, year = month_number(found["m"]), found["y"]
    short = bool(year) and len(year) == 2 and "'" not in found["gap"] and 1 <= int(year) <= 31
    if short and reader.order == "MDY":
        raise NotADate("is this a month and a year, or a day with no year?", Doubt.TWO_READINGS)
    habit = "month and year" if year else "month"
    return _in_year(year, reader, lambda y: months(y, number, number, Precision.MONTH), habit, other=short)


def _month_in_figures(found: re.Match[str], reader: Reader) -> Draft:
    number = month_number(found["m"]) if found["m"][0].isalpha() else int(found["m"])
    return _in_year(found["y"], reader, lambda y: months(y, number, number, Precision.MONTH), "month and year")


def _year_month(found: re.Match[str], reader: Reader) -> Draft | None:
    number = month_number(found["m"]) if found["m"] else int(found["n"])
    if number > 12:
        return None
    return _in_year(found["y"], reader, lambda y: months(y, number, number, Precision.MONTH), "year first")


def _year(found: re.Match[str], reader: Reader) -> Draft | None:
    if not EARLIEST_YEAR <= int(found["y"]) <= LATEST_YEAR:
        return None  # four figures may be a time
    return _in_year(found["y"], reader, lambda y: months(y, 1, 12, Precision.YEAR), "year")


def _year_pair(found: re.Match[str], reader: Reader) -> Draft | None:
    kind = found["kind"] or found["after"]
    if not kind and (len(found["first"]) == 2 or len(found["second"]) == 4):
        return None  # "18-20" says nothing, "2018-2020" is a range
    if not kind and 1 <= int(found["second"]) <= 12:
        month = f"{MONTHS[int(found['second']) - 1].title()} {found['first']}"
        raise NotADate(f"is this {month}, or two years? Write it in full.", Doubt.TWO_READINGS)
    first, second = _second_year(found, reader)
    start, said = _YEAR_KINDS.get(kind or "", (0, "some time from"))
    if start:
        span = Span(date(first, start, 1), date(second, start, 1) - timedelta(1), Precision.RANGE)
    else:
        span = Span(date(first, 1, 1), date(second, 12, 31), Precision.RANGE)
    return Draft(lambda _: span, first, (f"{said} {first} to {second}",))


def _decade(found: re.Match[str], reader: Reader) -> Draft:
    first = year_from(found[1] + "0", reader)[0]
    span = Span(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)
    return Draft(lambda _: span, first, ("ten years",))


def _season(found: re.Match[str], reader: Reader) -> Draft:
    name = found["name"]
    start = _SEASON_STARTS[name]
    if name == "winter":
        if not found["first"]:
            raise NotADate("a winter runs over two years. Write, for example, winter 2022/23.", Doubt.TWO_READINGS)
        first, second = _second_year(found, reader)
        span = Span(date(first, 12, 1), date(second, 3, 1) - timedelta(1), Precision.SEASON)
        return Draft(lambda _: span, first, ("winter: December to February",))
    if found["first"]:
        raise NotADate(f"which year is the {name} in?", Doubt.TWO_READINGS)
    said = f"{name}: {MONTHS[start - 1].title()} to {MONTHS[start + 1].title()}"
    return _in_year(found["y"], reader, lambda y: months(y, start, start + 2, Precision.SEASON), said)


def _term(found: re.Match[str], reader: Reader) -> Draft:
    first, last = _TERM_MONTHS[found["name"]]
    said = f"{found['name']} term: some time from {MONTHS[first - 1].title()} to {MONTHS[last - 1].title()}"
    return _in_year(found["y"], reader, lambda y: months(y, first, last, Precision.TERM), said)


def _holiday(found: re.Match[str], reader: Reader) -> Draft:
    name = found["name"].replace("xmas", "christmas")

    def build(year: int) -> Span:
        if name == "easter":
            sunday = easter(year)
            start, end = sunday - timedelta(2), sunday + timedelta(1)
        elif name == "christmas":
            start, end = date(year, 12, 24), date(year, 12, 26)
        else:
            start, end = date(year, 1, 1), date(year, 1, 2)
        return Span(start, end, Precision.HOLIDAY, approximate=True)

    said = {
        "easter": "Easter: Good Friday to Easter Monday",
        "christmas": "Christmas: 24 to 26 December",
        "new year": "New Year: 1 and 2 January",
    }
    return _in_year(found["y"], reader, build, said[name])


def _quarter(found: re.Match[str], reader: Reader) -> Draft:
    groups = found.groupdict()
    number = int(groups["n"] or groups["o"])
    if not groups.get("first"):
        first = number * 3 - 2
        return _in_year(
            groups["y"], reader, lambda y: months(y, first, first + 2, Precision.QUARTER), "calendar quarter"
        )
    start, second = _second_year(found, reader)
    year, first = (second, 1) if number == 4 else (start, number * 3 + 1)
    span = months(year, first, first + 2, Precision.QUARTER)
    return Draft(lambda _: span, year, ("quarter of the financial year from April",))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reader], Draft | None]], ...] = (
    (_YEAR, _year),
    (_YEAR_MONTH, _year_month),
    (_MONTH, _month),
    (_MONTH_IN_FIGURES, _month_in_figures),
    (_NO_DAY_WRITTEN, _month_in_figures),
    (_YEAR_PAIR, _year_pair),
    (_DECADE, _decade),
    (_SEASON, _season),
    (_TERM, _term),
    (_HOLIDAY, _holiday),
    (_QUARTER, _quarter),
    (_YEAR_QUARTER, _quarter),
)
