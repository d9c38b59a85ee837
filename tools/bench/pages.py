"""How long the pages of the thread take, beside raw SQL for the same rows in the same run, on one core.

The floor is each page's own reading statements with a bare cursor. Milliseconds are wall time at the median,
and that is what the goal is held to; the time on the core beside it tells how much other work held the page up.
"""

import statistics
import time
from collections.abc import Callable
from typing import Any

from tools.bench.table import Line, head, show

PAGES = (
    "", "questions/", "members/", "who-sees-what/", "opened/source/1/", "opened/finding/1/",
    "letters/", "letters/1/", "letters/new/", "letters/sent/", "my-letters/",
    "search/?q=school",
    "sources/", "sources/?page=4", "sources/1/", "sources/1/about/", "sources/1/marks/", "codes/",
    "codes/item/wrk.03/", "memos/", "marks/1/",
    "chronologies/", "chronologies/imports/1/rows/", "chronologies/entries/1/", "strands/", "strands/?page=3",
    "strands/one-line/",
    "perspectives/", "perspectives/1/", "perspectives/1/r13/", "perspectives/1/r13/parts/knew/",
    "perspectives/table/",
    "plan/", "plan/rows/2/", "plan/clocks/", "plan/pairs/", "plan/people/", "meetings/", "meetings/2/agenda/",
    "meetings/2/notes/", "meetings/2/attendance/", "meetings/2/minutes/", "meetings/open/", "my-actions/",
    "episodes/", "episodes/1/", "episodes/table/", "episodes/1/decision/", "factors/", "factors/uses/1/",
    "statements/1/", "statements/1/evidence/",
    "episodes/candidates/", "episodes/candidates/?sort=density", "episodes/candidates/log/", "readings/",
    "patterns/", "patterns/?show=cited", "patterns/?show=marked&by=category", "patterns/map/",
    "factors/?by=agency", "factors/?by=role", "factors/unused/",
    "patterns/1/", "patterns/new/", "patterns/1/uses/", "findings/", "findings/1/", "findings/new/",
    "rigour/", "rigour/read/",
    "follow-on/", "follow-on/1/", "follow-on/1/sections/episodes-so-far/", "follow-on/1/preview/",
    "follow-on/1/read/", "follow-on/1/read/9/", "follow-on/1/comments/", "follow-on/1/comments/1/",
    "conversations/", "conversations/1/", "conversations/1/guide/", "conversations/1/guide/C3b.4/?turn=1",
    "conversations/1/notes/", "conversations/1/write-up/", "learning-note/",
    "proceedings/", "proceedings/1/", "proceedings/people/9/", "holds/", "holds/2/", "disclosures/", "keeping/",
    "family/", "family/1/",
    "time/", "time/1/", "time/totals/", "time/earlier/", "time/estimates/", "quality/", "quality/QC13/",
    "report/", "report/sections/summary/", "report/sections/synopsis/", "report/sections/findings/",
    "report/preview/", "report/preview/?edition=publishable", "report/trace/", "report/copies/",
    "response/", "response/findings/1/", "response/questions/1/", "response/presentations/1/", "response/actions/",
    "response/actions/1/", "publication/", "open-queries/",
)  # fmt: skip
CHANGED = ("report/", "report/sections/findings/", "report/preview/", "report/trace/")
RUNS = 15
MOST_MS, MOST_QUERIES = 60, 12
RIGOUR = (
    "rigour", "episodes/candidates", "readings", "factors/?by", "factors/unused", "patterns/?show",
    "strands/one-line",
)  # fmt: skip
RIGOUR_MS, RIGOUR_QUERIES = 120, 15  # as every page of the analysis of a large review
Statements = list[tuple[str, Any]]


def measure(times: int) -> list[Line]:
    """Print and return a line for each page, as the first lead reviewer sees it."""
    head(f"Pages of the thread, the example {times} times its size", "raw SQL for the same rows")
    client, base, seat = signed_in()
    told = [show(measured(client, base, page)) for page in PAGES]
    print("The report just after somebody changed the analysis, when all it is told from is read again:")
    return told + [show(after_a_change(client, base, page, seat)) for page in CHANGED]


def of_reader(source: int, pages: int, marks: int) -> list[Line]:
    """Print and return a line for the first and a middle part of the long text, on the server alone."""
    head(f"The same reader on the server, {marks:,} marks in {pages} pages", "raw SQL for the same rows")
    client, base, _ = signed_in()
    return [show(measured(client, base, f"sources/{source}/{part}")) for part in ("", "?part=3")]


def signed_in() -> tuple[Any, str, Any]:
    """A client signed in as the first lead reviewer, the address of the review, and the seat."""
    from django.test import Client

    from casement.rooms.people.models import Person
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of

    person_id = demo_people()[0][0]
    seat = seats_of(person_id)[0]
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(Person.objects.get(pk=person_id))
    return client, f"/reviews/{seat.ref}/", seat


def after_a_change(client: Any, base: str, page: str, seat: Any) -> Line:
    """The first time a page of the report is seen after a change of the analysis; told, not held to the goal."""
    from casement.rooms.coding.commands import write_memo

    walls, owns = [], []
    for _ in range(3):
        write_memo(seat, text="A thought")
        wall, own = timed(lambda: client.get(base + page), 1, warm=False)
        walls.append(wall)
        owns.append(own)
    told = f", {statistics.median(owns):.0f} ms on the core"
    return Line(f"{page} after a change", statistics.median(walls), 0, "ms", "told", True, told)


def measured(
    client: Any, base: str, page: str, runs: int = RUNS, goal: tuple[int, int] | None = None
) -> Line:  # fmt: skip
    """One page, asked for as a browser would. `goal` is how many ms and queries it may take."""
    status, seen = statements_of(client, base + page)
    reads = [each for each in seen if each[0].lstrip("( ").startswith(("SELECT", "WITH"))]
    wall, own = timed(lambda: client.get(base + page), runs)
    floor, _ = timed(lambda: bare(reads), runs)
    own_kind = (RIGOUR_MS, RIGOUR_QUERIES) if page.startswith(RIGOUR) else (MOST_MS, MOST_QUERIES)
    most, queries = goal or own_kind
    fine = status == 200 and wall <= most and len(seen) <= queries
    told = f", {len(seen)} queries, {own:.0f} ms on the core" + (f", answered {status}" if status != 200 else "")
    return Line(page or "where we are", wall, floor, "ms", f"{most} ms, {queries} queries", fine, told)


def timed(do: Callable[[], object], runs: int = RUNS, *, warm: bool = True) -> tuple[float, float]:
    """The median wall time and the median time on the core of a call, in ms, after one that does not count."""
    if warm:
        do()
    walls, owns = [], []
    for _ in range(runs):
        began, spent = time.perf_counter(), time.process_time()
        do()
        walls.append((time.perf_counter() - began) * 1000)
        owns.append((time.process_time() - spent) * 1000)
    return statistics.median(walls), statistics.median(owns)


def statements_of(client: Any, address: str) -> tuple[int, Statements]:
    """What a page answers, and every statement it asks the database but those that only open and close."""
    from django.db import connection

    seen: Statements = []

    def listen(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")):
            seen.append((sql, values))
        return execute(sql, values, many, context)

    client.get(address)
    with connection.execute_wrapper(listen):
        return client.get(address).status_code, seen


def bare(statements: Statements) -> None:
    """The same statements with a bare cursor."""
    from django.db import connection

    with connection.cursor() as cursor:
        for sql, values in statements:
            cursor.execute(sql, values)
            cursor.fetchall()
