"""Chronologies as messy as agencies send them: ten layouts, every habit of dates, seeded mistakes.

What each row ought to become is reckoned here from the calendar, without the reader that is tested.
"""

import io
import random
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

import docx
import openpyxl

from tests.rooms.chronology.sheets_for_tests import ods


@dataclass(frozen=True)
class Row:
    """One row: its date and time as written, its event, and what it ought to become.

    `becomes` is (precision, first day, last day), "waits" or "left". `typed` is the date for cells that hold one.
    """

    date: str
    time: str
    event: str
    becomes: tuple[str, date | None, date | None] | str
    typed: date | None = None
    swaps: bool = False


def last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def one(written: Callable[[date], str], *, swaps: bool = False) -> Callable[[date], tuple[str, tuple, bool]]:
    return lambda d: (written(d), ("day", d, d), swaps and either(d))


def either(day: date) -> bool:
    """Whether day and month of a date in figures could stand the other way round."""
    return day.day <= 12 and day.day != day.month


def span(
    written: Callable[[date], str], precision: str, first: Callable, last: Callable,
    swaps: Callable[[date], bool] = lambda d: False,
) -> Callable:  # fmt: skip
    return lambda d: (written(d), (precision, first(d), last(d)), swaps(d))


def ordinal(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day // 10 != 1 else 0, "th")


def monday(d: date) -> date:
    return d - timedelta(d.weekday())


HABITS: tuple[Callable[[date], tuple[str, tuple, bool]], ...] = (
    one(lambda d: f"{d:%d/%m/%y}", swaps=True), one(lambda d: f"{d:%d/%m/%Y}", swaps=True),
    one(lambda d: f"{d.day}.{d.month}.{d.year}", swaps=True), one(lambda d: f"{d:%d-%m-%Y}", swaps=True),
    one(lambda d: f"{d:%Y-%m-%d}"), one(lambda d: f"{d.day} {d:%B %Y}"), one(lambda d: f"{d.day} {d:%b} {d:%y}"),
    one(lambda d: f"{d:%A} {d.day} {d:%B %Y}"), one(lambda d: f"{d:%a} {d:%d/%m/%y}"),
    one(lambda d: f"{d.day}{ordinal(d.day)} {d:%B %Y}"),
    one(lambda d: f"{d:%d-%b-%y}"), one(lambda d: f"{d:%d%m%Y}", swaps=True),
    span(lambda d: f"w/c {monday(d).day} {monday(d):%B %Y}", "week", monday, lambda d: monday(d) + timedelta(6)),
    span(lambda d: f"week commencing {monday(d):%d/%m/%y}", "week", monday, lambda d: monday(d) + timedelta(6),
         lambda d: either(monday(d))),
    span(lambda d: f"early {d:%B %Y}", "part_of_month", lambda d: d.replace(day=1), lambda d: d.replace(day=10)),
    span(lambda d: f"mid-{d:%B %Y}", "part_of_month", lambda d: d.replace(day=11), lambda d: d.replace(day=20)),
    span(lambda d: f"late {d:%b} {d.year}", "part_of_month", lambda d: d.replace(day=21), last_of),
    span(lambda d: f"{d:%B %Y}", "month", lambda d: d.replace(day=1), last_of),
    span(lambda d: f"{d:%b-%y}", "month", lambda d: d.replace(day=1), last_of, lambda d: True),  # May-23: a day?
    span(lambda d: f"{d.year}", "year", lambda d: date(d.year, 1, 1), lambda d: date(d.year, 12, 31)),
    span(lambda d: f"1-{d.replace(day=9).day} {d:%B %Y}", "range", lambda d: d.replace(day=1), lambda d: d.replace(day=9)),
    span(lambda d: f"{d:%d/%m/%y} to {d + timedelta(20):%d/%m/%y}", "range", lambda d: d, lambda d: d + timedelta(20),
         lambda d: either(d) or either(d + timedelta(20))),
)  # fmt: skip
MISTAKES = (
    "31/09/{y}",
    "29 February 2021",
    "30/02/{y}",
    "",
    "3 April",
    "see above",
    "00/05/{y}",
    "45/13/{y}",
)
UNKNOWN = ("TBC", "not known", "date unknown")  # recorded as not known: an entry without a date
TIMES = ("", "", "", "0915hrs", "14:30", "9.05am")


def rows(seed: int, count: int = 44) -> list[Row]:
    """Rows of every habit in turn, with mistakes, blank rows and rows without an event between them."""
    chance = random.Random(seed)
    made = []
    for n in range(count):
        day = date(2021, 1, 4) + timedelta(chance.randrange(1200))
        event = (
            f"Event {n} was recorded by the officer, “{chance.choice(('called', 'no reply', 'seen £20', 'é👋'))}”"
        )
        if n % 7 == 3:
            written = chance.choice(MISTAKES).format(y=day.year)
            made.append(Row(written, "", event, "waits"))
        elif n % 21 == 15:
            made.append(Row(chance.choice(UNKNOWN), "", event, ("unknown", None, None)))
        elif n % 19 == 11:
            made.append(Row("", "", "", "left"))
        elif n % 23 == 17:
            made.append(Row(f"{day.day} {day:%B %Y}", "", "", "waits"))
        else:
            written, becomes, swaps = HABITS[n % len(HABITS)](day)
            exact = becomes[0] == "day"
            at = chance.choice(TIMES) if exact else ""
            told = ("minute", *becomes[1:]) if at else becomes
            made.append(Row(written, at, event, told, day if exact else None, swaps))
    return made


def worker(row: Row) -> str:
    return "" if row.becomes == "left" else "Officer 1"


def plain(made: list[Row], headings: tuple[str, ...]) -> list[list[str]]:
    return [list(headings), *([row.date, row.time, row.event, worker(row)] for row in made)]


def separated(made: list[Row], mark: str, headings: tuple[str, ...], above: str = "") -> bytes:
    quoted = [mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in plain(made, headings)]
    return (above + "\r\n".join(quoted)).encode()


def book(made: list[Row], fill: Callable) -> bytes:
    out, workbook = io.BytesIO(), openpyxl.Workbook()
    fill(workbook, made)
    workbook.save(out)
    return out.getvalue()


def titled(workbook, made) -> None:
    sheet = workbook.active
    sheet["A1"] = "CONFIDENTIAL: chronology of the service"
    sheet.merge_cells("A1:D1")
    for row in [[], *plain(made, ("DATE", "TIME", "DETAILS OF CONTACT", "WORKER"))]:
        sheet.append(row)
    sheet.row_dimensions[6].hidden = True


def typed(workbook, made) -> None:
    sheet = workbook.active
    sheet.append(["Date of contact", "Time", "What happened", "Who was present"])
    for row in made:
        sheet.append([row.typed or row.date, row.time, row.event, worker(row)])


def two_sheets(workbook, made) -> None:
    workbook.active.title = "Read me"
    workbook.active.append(["How to fill this in", "Write one contact in each row"])
    sheet = workbook.create_sheet("Log")
    for row in plain(made, ("Date", "Time", "Event", "Staff")):
        sheet.append(row)


def late_columns(workbook, made) -> None:
    sheet = workbook.active
    sheet.append(["Ref", "Name of worker", "Narrative of event", "Time of day", "Date (dd/mm/yyyy)"])
    for n, row in enumerate(made):
        sheet.append([f"R{n}" if worker(row) else "", worker(row), row.event, row.time, row.date])


def word(made: list[Row], parts: int) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    table = plain(made, ("Date", "Time", "What happened", "Present"))
    size = -(-len(made) // parts)
    for part in range(parts):
        lines = [table[0], *table[1 + part * size : 1 + (part + 1) * size]]
        drawn = document.add_table(0, 4)
        for line in lines:
            for cell, text in zip(drawn.add_row().cells, line, strict=True):
                cell.text = text
        if part < parts - 1:
            document.add_page_break()
    document.save(out)
    return out.getvalue()


def open_document(made: list[Row]) -> bytes:
    def cell(text: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'

    lines = plain(made, ("Date", "Time", "Event", "Officer"))
    return ods("".join(f"<table:table-row>{''.join(map(cell, line))}</table:table-row>" for line in lines))


USUAL = ("Date", "Time", "What happened", "Officer")
LAYOUTS: dict[str, tuple[str, Callable[[list[Row]], bytes]]] = {
    "commas": ("log.csv", lambda made: separated(made, ",", USUAL)),
    "semicolons under a title": ("log.csv", lambda made: separated(made, ";", USUAL, "Chronology of Housing;;;\r\n;;;\r\n")),
    "tabs and other headings": ("log.tsv", lambda made: separated(made, "\t", ("When", "Time", "Summary of contact", "Who"))),
    "bars": ("log.txt", lambda made: separated(made, "|", ("Dt", "Time", "Event/contact", "Staff member"))),
    "a title, joined cells, a hidden row": ("log.xlsx", lambda made: book(made, titled)),
    "dates the spreadsheet holds": ("log.xlsx", lambda made: book(made, typed)),
    "a sheet of instructions first": ("log.xlsx", lambda made: book(made, two_sheets)),
    "the date in the last column": ("log.xlsx", lambda made: book(made, late_columns)),
    "a Word table": ("log.docx", lambda made: word(made, 1)),
    "a Word table over three pages": ("log.docx", lambda made: word(made, 3)),
    "OpenDocument": ("log.ods", open_document),
}  # fmt: skip
