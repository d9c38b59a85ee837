"""How long the pages of the thread take on the worked example, beside raw SQL for the same rows in the same run.

    make bench          CASEMENT_BENCH_HOME names a loaded demo home; without it the example is loaded afresh

Figures are medians on one core. The ratio is the page's time to that of its own statements run bare.
"""

import os
import statistics
import sys
import tempfile
import time
from typing import Any

PAGES = (
    "", "questions/", "members/", "sources/", "sources/1/", "sources/1/about/", "sources/1/marks/", "codes/",
    "chronologies/", "strands/", "episodes/", "episodes/1/", "episodes/table/", "factors/", "patterns/",
    "patterns/1/", "findings/", "findings/1/", "report/", "report/sections/summary/", "report/preview/",
    "report/trace/",
)  # fmt: skip
RUNS = 15
MOST_MS, MOST_QUERIES = 60, 12


def prepare() -> None:
    """Set Django up on a home with the worked example in it."""
    os.environ["CASEMENT_DEMO"] = "true"
    os.environ["CASEMENT_JOBS"] = "by hand"
    os.environ["CASEMENT_HOME"] = os.environ.get("CASEMENT_BENCH_HOME") or tempfile.mkdtemp(
        prefix="casement-bench-"
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    import django

    django.setup()
    from casement.config import demo
    from casement.config.running import prepare as migrate

    demo.ready(migrate)


def timed(do: Any) -> float:
    """The median time of a call in milliseconds, after one that does not count."""
    do()
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        do()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def floor(statements: list[tuple[str, Any]]) -> float:
    """The same reading statements with a bare cursor."""
    from django.db import connection

    def bare() -> None:
        with connection.cursor() as cursor:
            for sql, values in statements:
                cursor.execute(sql, values)
                cursor.fetchall()

    return timed(bare)


def main() -> None:
    """Measure and print."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[0]})
    prepare()
    from django.db import connection
    from django.test import Client

    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of

    person_id = demo_people()[0][0]
    seat = seats_of(person_id)[0]
    client = Client(HTTP_HOST="127.0.0.1")
    from casement.rooms.people.models import Person

    client.force_login(Person.objects.get(pk=person_id))
    print(f"{'page':28}{'ms':>8}{'floor ms':>10}{'ratio':>8}{'queries':>9}  within {MOST_MS} ms and {MOST_QUERIES}")
    missed = 0
    for page in PAGES:
        address = f"/reviews/{seat.ref}/{page}"
        seen: list[tuple[str, Any]] = []

        def listen(execute: Any, sql: str, values: Any, many: bool, context: Any, into: Any = seen) -> Any:
            if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")):
                into.append((sql, values))
            return execute(sql, values, many, context)

        with connection.execute_wrapper(listen):
            status = client.get(address).status_code
        reads = [each for each in seen if each[0].lstrip("( ").startswith("SELECT")]
        took, bare = timed(lambda address=address: client.get(address)), floor(reads)
        fine = status == 200 and took <= MOST_MS and len(seen) <= MOST_QUERIES
        missed += not fine
        told = "yes" if fine else f"NO ({status})"
        print(f"{page or 'where we are':28}{took:8.1f}{bare:10.2f}{took / bare:8.1f}{len(seen):9}  {told}")
    print(f"{len(PAGES) - missed} of {len(PAGES)} pages within both.")


if __name__ == "__main__":
    main()
    sys.exit(0)
