"""Chronology and analysis in a review as large as they come: pages, strands in a browser, an import, rigour.

The search for counter-evidence has a part of its own (against). The floor of a page is its own reading statements
with a bare cursor; that of the import is each of two libraries reading the same file and nothing else; that of the
strands in the browser is an empty page in the same browser.
"""

import io
import time
from pathlib import Path
from typing import Any

from tools.bench import large_review
from tools.bench.pages import after_a_change, bare, measured, signed_in, statements_of, timed
from tools.bench.table import Line, head, show

MOST_MS, MOST_QUERIES = 120, 15
IMPORTED, IMPORT_S, RIGOUR_MS = 20_000, 8.0, 1500
PAGES = (
    "chronologies/", "chronologies/imports/10/columns/", "chronologies/imports/10/rows/",
    "chronologies/imports/10/done/", "chronologies/entries/1/", "chronologies/entries/15000/", "chronologies/same/",
    "strands/", "strands/?page=200", "strands/?zoom=months", "strands/?zoom=weeks", "strands/?agency=3",
    "strands/?from=May 2021&until=July 2021", "strands/known/?who=a3&moment=May 2021",
    "strands/known/hindsight/?who=a3&moment=May 2021", "strands/one-line/",
    "perspectives/", "perspectives/1/", "perspectives/1/r13/", "perspectives/1/r13/parts/knew/",
    "perspectives/table/", "open-queries/",
    "episodes/candidates/", "episodes/candidates/?sort=density", "episodes/candidates/log/", "readings/",
    "episodes/", "episodes/1/", "episodes/table/", "episodes/1/decision/", "across/episodes/", "factors/",
    "factors/uses/1/", "factors/?by=agency", "factors/?by=role", "factors/unused/", "statements/1/",
    "statements/1/evidence/",
    "patterns/", "patterns/1/", "patterns/new/", "patterns/1/uses/", "patterns/?show=cited",
    "patterns/?show=marked&by=category", "patterns/map/", "findings/", "findings/1/", "findings/new/",
    "findings/3/against/", "rigour/", "rigour/read/", "rigour/language/",
)  # fmt: skip
FRESH = ("strands/", "strands/known/?who=a3&moment=May 2021", "rigour/")


def measure(home: Path) -> list[Line]:
    """Print and return every line. The home is made large already."""
    from tools.bench import strands_in_a_browser

    lines = pages()
    lines += rigour()
    lines += imported()
    return lines + strands_in_a_browser.measure(home)


def pages() -> list[Line]:
    """A line for each page, as the first lead reviewer sees it."""
    head(f"Chronology and analysis: {amounts()}", "raw SQL for the same rows")
    client, base, seat = signed_in()
    lines = [show(measured(client, base, page, goal=(MOST_MS, MOST_QUERIES))) for page in PAGES]
    print("The same just after somebody changed something, when what is kept in memory is told anew:")
    return lines + [show(after_a_change(client, base, page, seat)) for page in FRESH]


def amounts() -> str:
    """What stands in the review."""
    from casement.rooms.chronology.models import Entry
    from casement.rooms.coding.models import Mark
    from casement.rooms.reviews.models import Agency
    from casement.rooms.sources.models import Source

    entries, marks = Entry.objects.count(), Mark.objects.count()
    talks = Source.objects.filter(kind="conversation").count()
    return f"{Agency.objects.count()} agencies, {entries:,} entries, {talks} conversations, {marks:,} marks"


def rigour() -> list[Line]:
    """The whole rigour page: the first time after a change, and again."""
    from casement.rooms.coding.commands import write_memo

    head("The whole rigour page", "raw SQL for the same rows")
    client, base, seat = signed_in()
    status, seen = statements_of(client, f"{base}rigour/")
    reads = [each for each in seen if each[0].lstrip("( ").startswith(("SELECT", "WITH"))]
    floor, _ = timed(lambda: bare(reads))
    walls = []
    for _ in range(3):
        write_memo(seat, text="A thought")
        walls.append(timed(lambda: client.get(f"{base}rigour/"), 1, warm=False)[0])
    cold, warm = sorted(walls)[1], timed(lambda: client.get(f"{base}rigour/"))[0]
    fine = status == 200
    return [
        show(Line("after a change", cold, floor, "ms", f"{RIGOUR_MS} ms", fine and cold <= RIGOUR_MS)),
        show(Line("again", warm, floor, "ms", f"{RIGOUR_MS} ms", fine and warm <= RIGOUR_MS)),
    ]


def imported() -> list[Line]:
    """A workbook of 20,000 rows, from the file that is sent to the last entry that can be found."""
    import openpyxl
    from python_calamine import CalamineWorkbook

    from casement.rooms.chronology.models import Entry

    head(f"Bringing in a chronology of {IMPORTED:,} rows (.xlsx)", "python-calamine alone reading the file")
    _, _, seat = signed_in()
    data = large_review.workbook(IMPORTED, 99)

    def by_calamine() -> int:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return len(book.get_sheet_by_index(0).to_python())

    def by_openpyxl() -> int:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))

    floor, other = seconds(by_calamine), seconds(by_openpyxl)
    before = Entry.objects.count()
    took = seconds(lambda: large_review.bring(seat, "twenty thousand.xlsx", data, 9))
    came = Entry.objects.count() - before
    told = f", {came:,} came in, openpyxl alone {other:.2f} s"
    return [
        show(Line("end to end", took, floor, "s", f"{IMPORT_S:g} s", took <= IMPORT_S and came == IMPORTED, told))
    ]


def seconds(do: Any) -> float:
    """The wall time of a call."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began
