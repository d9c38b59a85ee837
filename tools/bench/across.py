"""Reading across the sources with 100,000 marks on 100 texts: one code, what stands together, tables.

The floor is raw SQL that fetches the rows from which each is told, without rights and without a page.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

from tools.bench.long_text import text
from tools.bench.table import Line, head, show

TEXTS, PAGES, CODES, TRIES = 100, 20, 60, 5


def add(marks: int) -> None:
    """A hundred texts of twenty pages and so many marks with sixty open codes, straight into the tables."""
    from casement.foundation import jobs
    from casement.rooms.coding.models import Code, Mark
    from casement.rooms.coding.vocabulary import Influence
    from casement.rooms.people.models import Person
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources import commands
    from casement.rooms.sources.models import Excerpt, Source
    from casement.rooms.sources.rules.paragraphs import paragraphs

    chance, ways = random.Random(5), list(Influence)
    seat = seats_of(demo_people()[0][0])[0]
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True)[:4])
    before = Source.objects.latest("pk").pk
    files = [(f"across-{at}.txt", text(PAGES, chance).encode()) for at in range(TEXTS)]
    commands.add_files(seat, files=files, agency=1, date="May 2024")
    jobs.run_waiting()
    Code.objects.bulk_create(
        Code(review_id=seat.review, number=1000 + at, label=f"Bench code {at:02}", by_id=seat.person_id)
        for at in range(CODES)
    )
    codes = list(Code.objects.filter(number__gte=1000).values_list("pk", flat=True))
    each, number, excerpts = marks // TEXTS, 2_000_000, []
    for source in Source.objects.filter(pk__gt=before).select_related("current"):
        version = source.current
        assert version is not None
        blocks = paragraphs(version.text, version.anchors)
        spans: dict[tuple[int, int], int] = {}
        while len(spans) < each:
            block = chance.choice(blocks)
            start = block.start + chance.randint(0, max(block.end - block.start - 20, 1))
            spans[start, min(start + chance.randint(15, 180), len(version.text))] = block.number
        for (start, end), paragraph in sorted(spans.items()):
            number += 1
            excerpts.append(
                Excerpt(
                    review_id=seat.review,
                    number=number,
                    version=version,
                    start=start,
                    end=end,
                    quote=version.text[start:end],
                    shown=version.text[start:end],
                    paragraph=paragraph,
                    by_id=seat.person_id,
                )
            )
    made = Excerpt.objects.bulk_create(excerpts, batch_size=500)
    Mark.objects.bulk_create(
        (
            Mark(
                review_id=seat.review, number=one.number, excerpt=one, code_id=chance.choice(codes),
                influence=chance.choice(ways), by_id=chance.choice(people),
            )
            for one in made
        ),
        batch_size=500,
    )  # fmt: skip


def again() -> None:
    """As many marks once more, by the same people on the same passages, each with another code."""
    from casement.rooms.coding.models import Code, Mark

    codes = list(Code.objects.filter(number__gte=1000).order_by("pk").values_list("pk", flat=True))
    following = dict(zip(codes, codes[1:] + codes[:1], strict=True))
    Mark.objects.bulk_create(
        (
            Mark(
                review_id=one.review_id, number=one.number + 2_000_000, excerpt_id=one.excerpt_id,
                code_id=following[one.code_id], influence=one.influence, by_id=one.by_id,
            )
            for one in Mark.objects.filter(code__in=codes).order_by("pk").iterator()
        ),
        batch_size=500,
    )  # fmt: skip


def measure(marks: int) -> list[Line]:
    """Print and return a line for each."""
    from django.db import connection

    from casement.foundation.comma_separated import csv_pieces
    from casement.foundation.spreadsheet import as_xlsx
    from casement.rooms.coding import queries
    from casement.rooms.coding.exports import across as exports
    from casement.rooms.coding.exports.word import as_word
    from casement.rooms.coding.models import Code
    from casement.rooms.coding.rules.across.asking import Asked
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of

    head(f"Reading across {TEXTS} texts with {marks:,} marks", "raw SQL for the rows alone")
    seat = seats_of(demo_people()[0][0])[0]
    code = Code.objects.filter(number__gte=1000).first()
    assert code is not None
    one, also = Asked(codes=(f"open:{code.number}",)), Asked(codes=("open:1001",), also=("open:1002",))
    every = Asked()
    names, sources = queries.code_names(seat), queries.placed(seat)

    def sql(words: str, *given: int) -> Callable[[], Any]:
        def ask() -> Any:
            with connection.cursor() as cursor:
                cursor.execute(words, given)
                return cursor.fetchall()

        return ask

    spans = (
        "SELECT e.version_id, e.start, e.end, m.code_id, e.quote FROM coding_mark m JOIN sources_excerpt e"
        " ON e.id = m.excerpt_id WHERE m.removed_at IS NULL"
    )
    of_code = sql(f"{spans} AND m.code_id = %s", code.pk)
    tally = sql(
        "SELECT m.code_id, e.version_id, count(DISTINCT e.id) FROM coding_mark m JOIN sources_excerpt e"
        " ON e.id = m.excerpt_id GROUP BY 1, 2"
    )
    whole, table, read = sql(spans), queries.together, queries.every_passage

    def saved(kind: str) -> Callable[[], Any]:
        rows = (exports.PASSAGES, lambda: exports.passage_rows(read(seat, every, sources)))
        if kind == "docx":
            words = lambda: exports.passage_words("All.", read(seat, every, sources))  # noqa: E731
            return lambda: spent_on(as_word("Passages", words(), made_for="Bench"))
        return lambda: spent_on(
            as_xlsx("P", rows[0], rows[1]()) if kind == "xlsx" else csv_pieces(rows[0], rows[1]())
        )

    told: list[tuple[str, Callable[[], Any], Callable[[], Any], float, str]] = [
        ("one page of one code", lambda: queries.passages(seat, one, sources), of_code, 30, "30 ms"),
        ("one page of one code on another", lambda: queries.passages(seat, also, sources), of_code, 60, "60 ms"),
        ("all passages of one code", lambda: list(read(seat, one, sources)), of_code, 500, "500 ms"),
        ("all codes with each other, cold", lambda: table(seat, every, names, sources), whole, 400, "400 ms"),
        ("codes by source", lambda: queries.by_source(seat, every, names, sources), tally, 400, "400 ms"),
        ("codes by month", lambda: queries.by_period(seat, every, names, sources, "month"), tally, 400, "400 ms"),
    ]  # fmt: skip
    found = [
        show(Line(what, took, floor, "ms", goal, took <= most))
        for what, do, bare, most, goal in told
        for took, floor in [(middle(do), middle(bare))]
    ]
    for kind, most in (("csv", 2.0), ("xlsx", 4.0), ("docx", 8.0)):
        took, floor = (middle(one, 1) / 1000 for one in (saved(kind), whole))
        found.append(
            show(Line(f"every passage as {kind.upper()}", took, floor, "s", f"{most:.0f} s", took <= most))
        )
    return found


def spent_on(pieces: Iterable[bytes]) -> int:
    """Take every piece, as a browser would, and keep none."""
    return sum(len(piece) for piece in pieces)


def middle(do: Callable[[], Any], tries: int = TRIES) -> float:
    """The median time of a call in milliseconds. Nothing is remembered between calls, so each is cold."""
    walls = []
    for _ in range(tries):
        began = time.perf_counter()
        do()
        walls.append((time.perf_counter() - began) * 1000)
    return statistics.median(walls)
