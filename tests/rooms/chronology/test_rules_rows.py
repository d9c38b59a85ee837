"""What each row says, or why it waits; nothing lost, nothing carried unasked."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.dates import Precision
from casement.rooms.chronology.rules import LeftRow, Mapping, ReadRow, UnreadRow, count, read_row, read_rows
from casement.rooms.chronology.vocabulary import Cell, Field

F = Field
FULL = Mapping(
    (
        F.DATE,
        F.TIME,
        F.END_DATE,
        F.END_TIME,
        F.EVENT,
        F.SOURCE,
        F.PRESENT,
        F.ACTION,
        F.ANALYSIS,
        F.REFERENCE,
        F.IGNORE,
    )
)
SHORT = Mapping((F.DATE, F.EVENT))
TIMED = Mapping((F.DATE, F.TIME, F.EVENT))


def row(*values: object) -> tuple[Cell, ...]:
    return tuple(Cell(str(value), value) for value in values)  # type: ignore[arg-type]


def read(cells: tuple[Cell, ...], mapping: Mapping = SHORT, **known: object) -> ReadRow | UnreadRow | LeftRow:
    return read_row(cells, mapping, number=7, **known)  # type: ignore[arg-type]


def test_fact_action_and_analysis_stay_apart() -> None:
    found = read(row("03/04/24", "0915hrs", "", "", "Called", "Diary", "Officer", "Card", "Hasty", "T1", "x"), FULL)
    assert isinstance(found, ReadRow)
    assert (found.number, found.event, found.action, found.analysis) == (7, "Called", "Card", "Hasty")
    assert (found.source, found.present, found.reference) == ("Diary", "Officer", "T1")
    assert (found.when.edtf, found.when.recorded) == ("2024-04-03T09:15:00", "03/04/24 0915hrs")


@pytest.mark.parametrize(
    ("date_", "time_", "end_date", "end_time", "edtf", "precision"),
    [
        ("03/04/24", "", "05/04/24", "", "2024-04-03/2024-04-05", Precision.RANGE),
        ("03/04/24", "22:00", "04/04/24", "06:00", "2024-04-03T22:00:00/2024-04-04T06:00:00", Precision.RANGE),
        ("03/04/24", "09:00", "", "10:30", "2024-04-03T09:00:00/2024-04-03T10:30:00", Precision.MINUTE),
        ("03/04/24", "n/k", "", "", "2024-04-03", Precision.DAY),
        ("c. 03/04/24", "pm", "", "", "2024-04-03T12:00:00~/2024-04-03T23:59:00~", Precision.PART_OF_DAY),
    ],
)
def test_dates_times_and_ends_are_joined(
    date_: str, time_: str, end_date: str, end_time: str, edtf: str, precision: Precision
) -> None:
    found = read(row(date_, time_, end_date, end_time, "Called"), FULL)
    assert isinstance(found, ReadRow)
    assert (found.when.edtf, found.when.precision) == (edtf, precision)


@pytest.mark.parametrize(
    ("cells", "mapping", "kind", "column", "reason"),
    [
        (row("31/09/24", "Visit"), SHORT, "impossible", 0, "31/09/24: September has 30 days. What should it be?"),
        (row("", "Visit"), SHORT, "blank", 0, "There is no date here. What should it be?"),
        (row("03/04/24", " "), SHORT, "no_event", 1, "There is a date here but no event. What happened?"),
        (row("03/04/24",), SHORT, "no_event", 1, "There is a date here but no event. What happened?"),
        (row("03/04/24", "soon", "Visit"), TIMED, "unread", 1,
         "soon: this does not read as a time. What should it be?"),
        (row("April 2024", "0915", "Visit"), TIMED, "two_readings", 0,
         "April 2024: a time goes with one day. Which day is meant?"),
        (row("05/04/24", "", "03/04/24", "", "Visit"), FULL, "backwards", 2,
         "05/04/24 to 03/04/24: the end comes before the start. Which is right?"),
        (row("03/04/24", "", "", "0930", "Visit"), FULL, "two_readings", 0,
         "03/04/24: there is an end time but no start time. What should it be?"),
        (row("Visit"), Mapping((F.EVENT,)), "blank", None, "No column was chosen for the date."),
        (row("2024", ""), SHORT, "no_event", 1, "There is a date here but no event. What happened?"),
    ],
)  # fmt: skip
def test_a_row_that_waits_keeps_its_words_and_says_why(
    cells: tuple[Cell, ...], mapping: Mapping, kind: str, column: int | None, reason: str
) -> None:
    found = read(cells, mapping)
    assert isinstance(found, UnreadRow)
    assert (found.kind, found.column, found.reason) == (kind, column, reason)
    assert found.texts == tuple(cell.text for cell in cells)


def test_a_date_recorded_as_unknown_is_an_entry_without_a_date() -> None:
    found = read(row("not known", "Visit"))
    assert isinstance(found, ReadRow) and found.when.precision is Precision.UNKNOWN


def test_two_columns_of_one_kind_are_both_kept() -> None:
    found = read(row("03/04/24", "Called", "Left card"), Mapping((F.DATE, F.EVENT, F.EVENT)))
    assert isinstance(found, ReadRow) and found.event == "Called\nLeft card"


def test_dates_are_carried_down_only_when_the_person_says_so() -> None:
    rows = [row("03/04/24", "0915", "A"), row("", "1015", "B"), row("same day", "", "C"), row("n/a", "", "D")]
    unasked = list(read_rows(rows, TIMED, first_number=5))
    assert [type(found) for found in unasked] == [ReadRow, UnreadRow, UnreadRow, UnreadRow]
    asked = list(read_rows(rows, replace(TIMED, carry_dates=True), first_number=5))
    assert [type(found) for found in asked] == [ReadRow, ReadRow, ReadRow, UnreadRow]
    second, third = asked[1], asked[2]
    assert isinstance(second, ReadRow) and isinstance(third, ReadRow)
    assert (second.when.edtf, second.notes) == ("2024-04-03T10:15:00", ("date carried down from row 5",))
    assert (third.when.edtf, third.when.recorded) == ("2024-04-03", "same day")


def test_nothing_is_carried_past_a_row_that_waits() -> None:
    rows = [row("03/04/24", "A"), row("31/09/24", "B"), row("", "C")]
    found = list(read_rows(rows, replace(SHORT, carry_dates=True), first_number=1))
    assert [type(outcome) for outcome in found] == [ReadRow, UnreadRow, UnreadRow]


def test_a_missing_year_comes_from_the_row_above_only_when_asked() -> None:
    rows = [row("28 December 2023", "A"), row("3 January", "B"), row("w/c 13 May", "C")]
    assert count(read_rows(rows, SHORT, first_number=1)).to_check == 2
    _, second, third = read_rows(rows, replace(SHORT, year_from_above=True), first_number=1)
    assert isinstance(second, ReadRow) and isinstance(third, ReadRow)
    assert second.when.edtf == "2024-01-03" and "year 2024, from row 1" in second.when.habit
    assert third.when.edtf == "2024-05-13/2024-05-19"
    within = replace(SHORT, within=(date(2024, 1, 1), date(2024, 12, 31)))
    assert count(read_rows(rows[1:], within, first_number=1)).ready == 2


def test_the_order_and_the_count_of_days_are_the_persons_choice() -> None:
    assert isinstance(read(row("04/13/24", "A")), UnreadRow)
    american = read(row("04/13/24", "A"), replace(SHORT, order="MDY"))
    assert isinstance(american, ReadRow) and american.when.edtf == "2024-04-13"
    assert isinstance(read(row(44289.0, "A")), UnreadRow)
    counted = read(row(44289.0, "A"), replace(SHORT, serials=True))
    assert isinstance(counted, ReadRow) and counted.when.edtf == "2021-04-03"


words = st.sampled_from(
    ["", "03/04/24", "31/06/24", "c. May 2023", "Visit", "same day", "Date", "44289", "\u200b", "?"]
)


@given(st.lists(st.lists(words, min_size=2, max_size=2), max_size=12), st.booleans())
def test_counts_add_up_and_no_row_is_lost(table: list[list[str]], carry: bool) -> None:
    rows = [row(*texts) for texts in table]
    found = list(read_rows(rows, replace(SHORT, carry_dates=carry), first_number=3, headings=row("Date", "Visit")))
    assert [outcome.number for outcome in found] == list(range(3, 3 + len(rows)))
    counts = count(found)
    assert counts.rows == len(rows) == counts.ready + counts.to_check + counts.blank + counts.headings
    assert counts.could_be_other_order <= counts.ready
    for texts, outcome in zip(table, found, strict=True):
        if isinstance(outcome, LeftRow):
            assert texts == ["Date", "Visit"] or not "".join(texts).strip()
        if isinstance(outcome, ReadRow):
            assert outcome.event == texts[1]
        if isinstance(outcome, UnreadRow):
            assert list(outcome.texts) == texts and outcome.reason.endswith((".", "?"))
