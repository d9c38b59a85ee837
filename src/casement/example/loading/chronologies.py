"""The agencies' chronologies of the example: columns confirmed, rows corrected, as a person would."""

from collections.abc import Iterable

from casement.example.loading.places import NotThere, Places
from casement.example.making.make import Made
from casement.example.pieces import Chronology, SentAgain, Sheet
from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.rooms.chronology import commands as chronology
from casement.rooms.chronology import queries

MOST = 5000


def bring_in_all(made: list[Made], places: Places, seat: Seat) -> None:
    """Every chronology, sheet by sheet; then note the number of each entry by its agency."""
    for each in made:
        if isinstance(each.front, Chronology):
            bring_in_file(each, each.front, places, seat)
    keys = {number: key for key, number in places.agencies.items()}
    for line in queries.strands(seat, size=MOST).rows:
        places.entries.setdefault(keys[line.agency_number], []).append((line.number, line.event))


def bring_in_file(made: Made, told: Chronology, places: Places, seat: Seat) -> None:
    """One file: its first sheet, then the others as imports of their own."""
    first = chronology.bring_in(seat, agency=places.agencies[told.agency], name=made.path.name, data=made.data)
    jobs.run_waiting()
    sheets = {sheet["name"]: number for number, sheet in enumerate(queries.imported(seat, first.number).sheets, 1)}
    for place, sheet in enumerate(told.sheets):
        wanted = sheets.get(sheet.sheet, 1)
        if place == 0:
            chronology.choose_sheet(seat, number=first.number, sheet=wanted, header_row=sheet.header_row)
            number = first.number
        else:
            number = chronology.another_sheet(
                seat, number=first.number, sheet=wanted, header_row=sheet.header_row
            ).number
        jobs.run_waiting()
        chronology.confirm_columns(seat, number=number, mapping=dict(sheet.mapping))
        jobs.run_waiting()
        put_right(sheet, number, seat)


def send_again(made: list[Made], sent: Iterable[SentAgain], places: Places, seat: Seat) -> None:
    """Each file that came again, corrected: compared with the first, and its changes taken."""
    for each in sent:
        first = next(one for one in made if one.path.name == each.file)
        assert isinstance(first.front, Chronology)
        was, says = each.was.encode(), each.says.encode()
        if first.data.count(was) != 1:
            raise NotThere(f"{each.file} does not say {each.was!r} once")
        agency = places.agencies[first.front.agency]
        there = next(one for one in queries.chronologies(seat) if one.agency_number == agency).imports[0].number
        copy = chronology.bring_in(
            seat, agency=agency, name=each.name, data=first.data.replace(was, says), corrects=there
        )
        jobs.run_waiting()
        sheet = first.front.sheets[0]
        chronology.confirm_columns(seat, number=copy.number, mapping=dict(sheet.mapping))
        jobs.run_waiting()
        chronology.settle_changes(seat, number=copy.number, kind="changed", answer="taken", reason=each.reason)


def put_right(sheet: Sheet, number: int, seat: Seat) -> None:
    """Correct the rows that could not be read, and leave out those that are no entries."""
    for fix in sheet.fix_rows:
        row = waiting(seat, number, fix.row_text)
        chronology.correct_row(seat, number=number, row=row, values={"date": fix.date}, reason=fix.reason)
    for left in sheet.left_out:
        row = waiting(seat, number, left.row_text, may_be_absent=True)
        if row:
            chronology.leave_out(seat, number=number, row=row, reason=left.reason)


def waiting(seat: Seat, number: int, begins: str, *, may_be_absent: bool = False) -> int:
    """The one waiting row in which some cell begins so."""
    found = [
        row.row
        for row in queries.waiting_rows(seat, number, size=MOST)[1].rows
        if any(text.startswith(begins) for _, text, _ in row.cells)
    ]
    if len(found) != 1 and not may_be_absent:
        raise NotThere(f"import {number}: {len(found)} waiting rows begin {begins!r}")
    return found[0] if found else 0
