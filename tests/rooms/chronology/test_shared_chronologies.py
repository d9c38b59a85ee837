"""Real tables of public reports: every row read or listed, dates as their known columns say."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from casement.rooms.chronology.intake import read_tables
from casement.rooms.chronology.rules import (
    Mapping,
    ReadRow,
    UnreadRow,
    count,
    find_header,
    propose_mapping,
    read_row,
    read_rows,
)
from casement.rooms.chronology.vocabulary import Field, Sheet

SHARED = Path(os.environ.get("CASEMENT_SHARED") or Path(__file__).parents[4] / "shared")
FOLDER = SHARED / "data" / "c_chronology"
pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the shared files are not here"),
]


def sheets(name: str) -> tuple[Sheet, ...]:
    return read_tables(name, (FOLDER / name).read_bytes())


def mapped(sheet: Sheet, **chosen: Field) -> tuple[int, list[str], Mapping]:
    """The heading row, the headings, and a mapping with the fields a person would choose."""
    header = find_header(sheet.rows)
    headings = [cell.text for cell in sheet.rows[header]]
    return header, headings, Mapping(tuple(chosen.get(heading, Field.IGNORE) for heading in headings))


def test_dates_in_words_are_all_read_and_agree_with_the_year_column() -> None:
    (sheet,) = sheets("pa_phl_reports.csv")
    header, headings, mapping = mapped(sheet, incident_date=Field.DATE, narrative=Field.EVENT)
    outcomes = list(read_rows(sheet.rows[header + 1 :], mapping, first_number=header + 2))
    counts = count(outcomes)
    assert counts.rows == counts.ready == len(sheet.rows) - 1 == 324
    year, narrative = headings.index("year"), headings.index("narrative")
    named = 0
    for outcome, cells in zip(outcomes, sheet.rows[header + 1 :], strict=True):
        assert isinstance(outcome, ReadRow) and outcome.when.start is not None
        assert abs(outcome.when.start.year - int(cells[year].text)) <= 1
        named += outcome.when.recorded in cells[narrative].text
    assert named > 200


def test_the_mapping_of_words_and_dates_is_proposed() -> None:
    (sheet,) = sheets("pa_phl_reports.csv")
    header = find_header(sheet.rows)
    headings = [cell.text for cell in sheet.rows[header]]
    proposed = {p.heading: p.field for p in propose_mapping(headings, sheet.rows[header + 1 :])}
    assert proposed["incident_date"] is Field.DATE
    assert proposed["narrative"] is Field.EVENT


def test_dates_of_the_workbook_agree_with_the_names_of_the_reports() -> None:
    sheet = next(sheet for sheet in sheets("pa_33_reports_processed.xlsx") if sheet.name == "pa_33_reports")
    header, headings, mapping = mapped(sheet, date=Field.DATE, report_title=Field.EVENT)
    outcomes = list(read_rows(sheet.rows[header + 1 :], mapping, first_number=header + 2))
    counts = count(outcomes)
    assert counts.rows == len(sheet.rows) - 1 == 3304
    assert counts.ready == 3302 and counts.to_check == 2
    title = headings.index("report_title")
    checked = agreed = 0
    for outcome, cells in zip(outcomes, sheet.rows[header + 1 :], strict=True):
        figures = re.fullmatch(r"\D*(\d\d)(\d\d)(\d\d)\D*", cells[title].text)
        if figures and isinstance(outcome, ReadRow):
            month, day, year = map(int, figures.groups())
            checked += 1
            agreed += outcome.when.start == date(2000 + year, month, day)
    assert checked > 1500 and agreed / checked > 0.98
    waiting = [outcome for outcome in outcomes if isinstance(outcome, UnreadRow)]
    assert all(outcome.reason and outcome.texts for outcome in waiting)


def test_days_and_months_without_a_year_all_wait_unless_a_year_is_known() -> None:
    (sheet,) = sheets("pa_33_reports_index.csv")
    header, headings, mapping = mapped(sheet, date=Field.DATE, report_id=Field.EVENT)
    rows = sheet.rows[header + 1 :]
    counts = count(read_rows(rows, mapping, first_number=2))
    assert (counts.rows, counts.ready, counts.to_check) == (3305, 0, 3305)
    year, when = headings.index("year"), headings.index("date")
    read = 0
    for number, cells in enumerate(rows, 2):
        if not re.fullmatch(r"\d{4}", cells[year].text) or not re.fullmatch(r"\d+/\d+", cells[when].text):
            continue
        known = int(cells[year].text)
        period = (date(known, 1, 1), date(known, 12, 31))
        outcome = read_row(cells, Mapping(mapping.fields, order="MDY", within=period), number=number)
        if isinstance(outcome, ReadRow):
            month, day = map(int, cells[when].text.split("/"))
            assert outcome.when.start == date(known, month, day)
            read += 1
    assert read > 2400
