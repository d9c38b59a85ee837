"""Dates in every British habit, each against what a careful person would read."""

import pytest

from casement.foundation.dates import Doubt, NotADate, read_date

READ = """
03/04/21                         | day            | 2021-04-03
3/4/2021                         | day            | 2021-04-03
3.4.2021                         | day            | 2021-04-03
3-4-21                           | day            | 2021-04-03
03 04 2021                       | day            | 2021-04-03
22.05/16                         | day            | 2016-05-22
22-may-16                        | day            | 2016-05-22
20210403                         | day            | 2021-04-03
03042021                         | day            | 2021-04-03
2021-04-03                       | day            | 2021-04-03
2021/04/03                       | day            | 2021-04-03
2021-4-3                         | day            | 2021-04-03
31/12/99                         | day            | 1999-12-31
12/03/52                         | day            | 1952-03-12
12/03/27                         | day            | 2027-03-12
12/03/28                         | day            | 1928-03-12
29/02/2024                       | day            | 2024-02-29
3 April 2021                     | day            | 2021-04-03
3rd April 2021                   | day            | 2021-04-03
3rd of April 2021                | day            | 2021-04-03
the 3rd April, 2021              | day            | 2021-04-03
3rd Apr '21                      | day            | 2021-04-03
3rd Apr ’21                      | day            | 2021-04-03
3 Apr 21                         | day            | 2021-04-03
3Apr21                           | day            | 2021-04-03
03-Apr-2021                      | day            | 2021-04-03
03–Apr–2021                      | day            | 2021-04-03
3/Apr/2021                       | day            | 2021-04-03
1 Sept 2020                      | day            | 2020-09-01
1 SEPTEMBER 2020                 | day            | 2020-09-01
1 Febuary 2020                   | day            | 2020-02-01
April 3, 2021                    | day            | 2021-04-03
April 3rd 2021                   | day            | 2021-04-03
Jan. 15, 2011                    | day            | 2011-01-15
2021 April 3                     | day            | 2021-04-03
Sat 3 April 2021                 | day            | 2021-04-03
Saturday, 3rd April 2021         | day            | 2021-04-03
Sat 03/04/21                     | day            | 2021-04-03
03/04/2021 - Saturday            | day            | 2021-04-03
03/04/2021 (Sat)                 | day            | 2021-04-03
Thurs 1 April 2021               | day            | 2021-04-01
Boxing Day 2022                  | day            | 2022-12-26
Christmas Eve 2022               | day            | 2022-12-24
New Year's Eve 2022              | day            | 2022-12-31
Good Friday 2021                 | day            | 2021-04-02
Easter Monday 2021               | day            | 2021-04-05
０３/０４/２０２１                | day            | 2021-04-03
approx 03/04/21                  | day            | 2021-04-03~
03/04/21 (approx)                | day            | 2021-04-03~
circa 3 April 2021               | day            | 2021-04-03~
c. 3 April 2021                  | day            | 2021-04-03~
c3 April 2021                    | day            | 2021-04-03~
~03/04/21                        | day            | 2021-04-03~
about the 3rd of April 2021      | day            | 2021-04-03~
on or around 3 April 2021        | day            | 2021-04-03~
?03/04/21                        | day            | 2021-04-03?
? 03/04/21                       | day            | 2021-04-03?
03/04/21?                        | day            | 2021-04-03?
03/04/21 (?)                     | day            | 2021-04-03?
possibly 3 April 2021            | day            | 2021-04-03?
?c. 3 April 2021                 | day            | 2021-04-03%
03/04/21 0915hrs                 | minute         | 2021-04-03T09:15:00
03/04/21 0915 hrs                | minute         | 2021-04-03T09:15:00
03/04/21 0915                    | minute         | 2021-04-03T09:15:00
03/04/21 09:15                   | minute         | 2021-04-03T09:15:00
03/04/21, 9.15am                 | minute         | 2021-04-03T09:15:00
03.04.21 @ 0915hrs               | minute         | 2021-04-03T09:15:00
Sat 03/04/21 at 9.15 a.m.        | minute         | 2021-04-03T09:15:00
9.15am on 3 April 2021           | minute         | 2021-04-03T09:15:00
09:15 3 April 2021               | minute         | 2021-04-03T09:15:00
3 April 2021 9pm                 | minute         | 2021-04-03T21:00:00
3 April 2021 12am                | minute         | 2021-04-03T00:00:00
3 April 2021 12.30pm             | minute         | 2021-04-03T12:30:00
3 April 2021 noon                | minute         | 2021-04-03T12:00:00
3 April 2021 approx 0915         | minute         | 2021-04-03T09:15:00~
2021-04-03T09:15:00              | minute         | 2021-04-03T09:15:00
2021-04-03 09:15:30              | minute         | 2021-04-03T09:15:30
2021-04-03T09:15:00Z             | minute         | 2021-04-03T09:15:00
03/04/21 09:00-10:30             | minute         | 2021-04-03T09:00:00/2021-04-03T10:30:00
03/04/21 0900 to 1030hrs         | minute         | 2021-04-03T09:00:00/2021-04-03T10:30:00
03/04/21 7-8pm                   | minute         | 2021-04-03T19:00:00/2021-04-03T20:00:00
03/04/21 10-2pm                  | minute         | 2021-04-03T10:00:00/2021-04-03T14:00:00
03/04/21 22:00-02:00             | minute         | 2021-04-03T22:00:00/2021-04-04T02:00:00
03/04/21 between 9am and 10am    | minute         | 2021-04-03T09:00:00/2021-04-03T10:00:00
03/04/21 pm                      | part_of_day    | 2021-04-03T12:00:00/2021-04-03T23:59:00
3 April 2021 (evening)           | part_of_day    | 2021-04-03T17:00:00/2021-04-03T23:59:00
morning of 3 April 2021          | part_of_day    | 2021-04-03T05:00:00/2021-04-03T11:59:00
early hours of 3 April 2021      | part_of_day    | 2021-04-03T00:00:00/2021-04-03T05:59:00
w/c 12 May 2024                  | week           | 2024-05-12/2024-05-18
w/c 13/05/24                     | week           | 2024-05-13/2024-05-19
W/C Mon 13 May 2024              | week           | 2024-05-13/2024-05-19
wc 13.5.24                       | week           | 2024-05-13/2024-05-19
w/b 13 May 2024                  | week           | 2024-05-13/2024-05-19
week commencing 13th May 2024    | week           | 2024-05-13/2024-05-19
week beginning: 13 May 2024      | week           | 2024-05-13/2024-05-19
week ending 17 May 2024          | week           | 2024-05-11/2024-05-17
week of 15 May 2024              | week           | 2024-05-13/2024-05-19
approx w/c 13 May 2024           | week           | 2024-05-13~/2024-05-19~
first week of May 2024           | week           | 2024-05-01~/2024-05-07~
last week in February 2024       | week           | 2024-02-23~/2024-02-29~
2024-W20                         | week           | 2024-05-13/2024-05-19
early March 2019                 | part_of_month  | 2019-03-01~/2019-03-10~
mid March 2019                   | part_of_month  | 2019-03-11~/2019-03-20~
mid-March 2019                   | part_of_month  | 2019-03-11~/2019-03-20~
late Feb 2019                    | part_of_month  | 2019-02-21~/2019-02-28~
beginning of April 2021          | part_of_month  | 2021-04-01~/2021-04-10~
end Feb 2021                     | part_of_month  | 2021-02-21~/2021-02-28~
towards the end of April 2021    | part_of_month  | 2021-04-21~/2021-04-30~
Apr 2021                         | month          | 2021-04
April, 2021                      | month          | 2021-04
April '21                        | month          | 2021-04
Apr-21                           | month          | 2021-04
04/2021                          | month          | 2021-04
2021-04                          | month          | 2021-04
2011-12                          | month          | 2011-12
xx/04/2021                       | month          | 2021-04
??/04/2021                       | month          | 2021-04
April 2021 (exact date unknown)  | month          | 2021-04
c. April 2019                    | month          | 2019-04~
Christmas 2022                   | holiday        | 2022-12-24~/2022-12-26~
Easter 2021                      | holiday        | 2021-04-02~/2021-04-05~
Spring 2023                      | season         | 2023-21
Summer 2023                      | season         | 2023-22
summer of 2023                   | season         | 2023-22
Winter 2022/23                   | season         | 2022-12-01/2023-02-28
winter 2023-2024                 | season         | 2023-12-01/2024-02-29
Spring term 2024                 | term           | 2024-01-01/2024-04-30
Summer Term 2024                 | term           | 2024-04-01/2024-07-31
autumn term 2024                 | term           | 2024-09-01/2024-12-31
Q2 2019                          | quarter        | 2019-34
2019 Q4                          | quarter        | 2019-36
2nd quarter of 2019              | quarter        | 2019-34
Q2 2019/20                       | quarter        | 2019-35
Q4 2019/20                       | quarter        | 2020-33
early 2019                       | part_of_year   | 2019-01-01~/2019-04-30~
mid 2019                         | part_of_year   | 2019-05-01~/2019-08-31~
end of 2019                      | part_of_year   | 2019-09-01~/2019-12-31~
2019                             | year           | 2019
c. 2019                          | year           | 2019~
2019?                            | year           | 2019?
1990s                            | decade         | 199X
the 1990's                       | decade         | 199X
3-5 May 2024                     | range          | 2024-05-03/2024-05-05
3 – 5 May 2024                   | range          | 2024-05-03/2024-05-05
3rd to 5th May 2024              | range          | 2024-05-03/2024-05-05
16th-18th March 2021             | range          | 2021-03-16/2021-03-18
Jan-March 2021                   | range          | 2021-01-01/2021-03-31
Mon 05.04.21 - Fri 09.04.21      | range          | 2021-04-05/2021-04-09
2021/22 academic year            | range          | 2021-09-01/2022-08-31
10/11 May 2024                   | range          | 2024-05-10/2024-05-11
03-05/04/21                      | range          | 2021-04-03/2021-04-05
03/04/21 to 07/04/21             | range          | 2021-04-03/2021-04-07
03/04/21-07/04/21                | range          | 2021-04-03/2021-04-07
3-4-21 - 7-4-21                  | range          | 2021-04-03/2021-04-07
28 April - 3 May 2024            | range          | 2024-04-28/2024-05-03
28 December to 3 January 2024    | range          | 2023-12-28/2024-01-03
Dec 2023 - Jan 2024              | range          | 2023-12-01/2024-01-31
May to July 2024                 | range          | 2024-05-01/2024-07-31
2018-2020                        | range          | 2018-01-01/2020-12-31
between 3 and 5 May 2024         | range          | 2024-05-03/2024-05-05
between 3/4/21 and 5/4/21        | range          | 2021-04-03/2021-04-05
from April 2021 to June 2021     | range          | 2021-04-01/2021-06-30
Sat 3 - Sun 4 April 2021         | range          | 2021-04-03/2021-04-04
weekend of 4/5 May 2024          | range          | 2024-05-04/2024-05-05
03/04/21 22:00 to 04/04/21 06:00 | range          | 2021-04-03T22:00:00/2021-04-04T06:00:00
late 2019 to early 2020          | range          | 2019-09-01~/2020-04-30~
c. 3 May 2024 to 5 May 2024      | range          | 2024-05-03~/2024-05-05~
2021-04-03/2021-04-07            | range          | 2021-04-03/2021-04-07
2019/20                          | range          | 2019-01-01/2020-12-31
FY 2019/20                       | range          | 2019-04-01/2020-03-31
school year 2019/20              | range          | 2019-09-01/2020-08-31
early 1990s                      | range          | 1990-01-01~/1993-12-31~
before 3 April 2021              | before         | ../2021-04-02
prior to April 2021              | before         | ../2021-03-31
by 3 April 2021                  | before         | ../2021-04-03
by end of April 2021             | before         | ../2021-04-30~
by 9am 3 April 2021              | before         | ../2021-04-03T09:00:00
before 9am on 3 April 2021       | before         | ../2021-04-03T09:00:00
after 3 April 2021               | after          | 2021-04-04/..
since 2019                       | after          | 2019-01-01/..
from April 2021                  | after          | 2021-04-01/..
April 2021 onwards               | after          | 2021-04-01/..
03/04/21 to present              | after          | 2021-04-03/..
03/04/21 - ongoing               | after          | 2021-04-03/..
unknown                          | unknown        | XXXX
date not recorded                | unknown        | XXXX
N/K                              | unknown        | XXXX
"""

REFUSED = """
31/06/21                 | impossible   | June has 30 days. What should it be?
31/09/24                 | impossible   | September has 30 days. What should it be?
31 September 2024        | impossible   | September has 30 days. What should it be?
29/02/2023               | impossible   | February 2023 has 28 days. What should it be?
29 Feb 1900              | impossible   | February 1900 has 28 days. What should it be?
30/02                    | impossible   | February 2000 has 29 days. What should it be?
13/13/2021               | impossible   | there is no month 13. What should it be?
2021-13-04               | impossible   | there is no month 13. What should it be?
00/04/2021               | impossible   | there is no day 0 in a month. What should it be?
45/04/2021               | impossible   | there is no day 45 in a month. What should it be?
05/06/0202               | impossible   | the year 0202 cannot be right. What should it be?
12 May 2130              | impossible   | the year 2130 cannot be right. What should it be?
3 April 0915             | impossible   | the year 0915 cannot be right. What should it be?
Mon 3 April 2021         | weekday      | 3 April 2021 was a Saturday, not a Monday. Which is right?
Sun 3 - Sun 4 April 2021 | weekday      | 3 April 2021 was a Saturday, not a Sunday. Which is right?
w/c 12 May               | no_year      | the year is missing. Which year?
3/4                      | no_year      | the year is missing. Which year?
21-Apr                   | no_year      | the year is missing. Which year?
3 April                  | no_year      | the year is missing. Which year?
early July               | no_year      | the year is missing. Which year?
Spring term              | no_year      | the year is missing. Which year?
3 May to 2 June          | no_year      | the year is missing. Which year?
Winter 2022              | two_readings | a winter runs over two years. Write, for example, winter 2022/23.
2011/12                  | two_readings | is this December 2011, or two years? Write it in full.
030421                   | two_readings | six figures can be read in several ways. Write it as 3/4/2021.
w/e 18 May 2024          | two_readings | this is a Saturday: is it the week that ends then, or the weekend?
03/04/21 24:00           | two_readings | is this the start or the end of the day? Write 00:00 or 23:59.
03/04/21 midnight        | two_readings | is this the start or the end of the day? Write 00:00 or 23:59.
10/04/21 to 03/04/21     | backwards    | the end comes before the start. Which is right?
3, 5 and 7 May 2024      | two_dates    | more than one date is written here. Give each its own row.
3 May 2024 & 5 May 2024  | two_dates    | more than one date is written here. Give each its own row.
0915hrs                  | only_time    | this is a time without a day. Which day?
9.15am                   | only_time    | this is a time without a day. Which day?
44289                    | number       | this is a bare number. Does it count days, as spreadsheets do?
ditto                    | elsewhere    | this points to another row. Which date is meant?
same day                 | elsewhere    | this points to another row. Which date is meant?
yesterday                | unread       | this does not read as a date. What should it be?
Friday                   | unread       | this does not read as a date. What should it be?
half term 2024           | unread       | this does not read as a date. What should it be?
03/04/21/22              | unread       | this does not read as a date. What should it be?
"""


def _lines(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("recorded", "precision", "edtf"), _lines(READ))
def test_a_careful_persons_reading(recorded: str, precision: str, edtf: str) -> None:
    when = read_date(recorded, newest_year=2027)
    assert (str(when.precision), when.edtf, when.recorded) == (precision, edtf, recorded)


@pytest.mark.parametrize(("recorded", "kind", "why"), _lines(REFUSED))
def test_what_would_need_a_guess_is_asked(recorded: str, kind: str, why: str) -> None:
    with pytest.raises(NotADate) as refusal:
        read_date(recorded, newest_year=2027)
    assert (str(refusal.value.kind), refusal.value.sentence) == (kind, f"{recorded}: {why}")


def test_a_month_first_date_is_never_read_silently() -> None:
    with pytest.raises(NotADate, match="writes the month first, say so"):
        read_date("04/13/2021")
    when = read_date("04/13/2021", order="MDY")
    assert (when.edtf, when.habit) == ("2021-04-13", "month first")


@pytest.mark.parametrize("blank", ["", "  ", "\n", "-", "n/a", "\u00a0"])
def test_a_blank_cell_is_asked_about(blank: str) -> None:
    with pytest.raises(NotADate) as refusal:
        read_date(blank)
    assert refusal.value.kind is Doubt.BLANK


@pytest.mark.parametrize(
    ("recorded", "could_be"),
    [
        ("03/04/21", True),
        ("03/04/21 0915hrs", True),
        ("w/c 03/06/24", True),
        ("Apr-21", True),
        ("04/04/21", False),
        ("13/04/21", False),
        ("3 April 2021", False),
        ("2021-04-03", False),
        ("Sat 03/04/21", False),
        ("April '21", False),
    ],
)
def test_dates_that_could_be_read_the_other_way_are_counted(recorded: str, could_be: bool) -> None:
    assert read_date(recorded).could_be_other_order is could_be


def test_the_cell_never_reaches_the_text_of_the_exception() -> None:
    with pytest.raises(NotADate) as refusal:
        read_date("Mrs Example rang about Purple")
    assert "Purple" not in str(refusal.value)
    assert "Purple" in refusal.value.sentence
