"""What may speak against one finding: 40 conversations, 30,000 marks on them and 20,000 chronology entries.

The floor is raw SQL that fetches the rows of the claim's codes and the passages that hold its words.
The time on the core stands beside the wall's, which tells how much other work held it up.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tools.bench.long_text import text
from tools.bench.table import Line, head, show

TEXTS, PAGES, MARKS, ENTRIES, TRIES = 40, 20, 30_000, 20_000, 5
GOAL = 500  # milliseconds


def add() -> None:
    """The conversations, their marks with the factors of the review, and the entries, straight into the tables."""
    from casement.foundation import jobs
    from casement.foundation.access import Subject
    from casement.foundation.search import put_new
    from casement.rooms.chronology.models import Entry
    from casement.rooms.coding.models import Mark
    from casement.rooms.coding.vocabulary import Influence
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.models import Agency, FrameworkItem, Participation
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources import commands
    from casement.rooms.sources.models import Excerpt, Source
    from casement.rooms.sources.rules.paragraphs import paragraphs

    chance, ways = random.Random(11), list(Influence)
    seat = seats_of(demo_people()[0][0])[0]
    before = Source.objects.latest("pk").pk
    files = [(f"talk-{at}.txt", text(PAGES, chance).encode()) for at in range(TEXTS)]
    commands.add_files(seat, files=files, agency=1, date="May 2024")
    jobs.run_waiting()
    person = Participation.objects.filter(review_id=seat.review).order_by("pk")[0]
    made = Source.objects.filter(pk__gt=before).select_related("current")
    items = list(FrameworkItem.objects.filter(framework__key="factors", retired=False).values_list("pk", flat=True))
    number, excerpts = 3_000_000, []
    for source in made:
        version = source.current
        assert version is not None
        blocks = paragraphs(version.text, version.anchors)
        spans: set[tuple[int, int, int]] = set()
        while len(spans) < MARKS // TEXTS:
            block = chance.choice(blocks)
            start = block.start + chance.randint(0, max(block.end - block.start - 20, 1))
            spans.add((start, min(start + chance.randint(15, 180), len(version.text)), block.number))
        for start, end, paragraph in sorted(spans):
            number += 1
            words = version.text[start:end]
            excerpts.append(
                Excerpt(
                    review_id=seat.review, number=number, version=version, start=start, end=end, quote=words,
                    shown=words, paragraph=paragraph, by_id=seat.person_id,
                )
            )  # fmt: skip
    taken = Excerpt.objects.bulk_create(excerpts, batch_size=500, ignore_conflicts=False)
    Mark.objects.bulk_create(
        (
            Mark(
                review_id=seat.review, number=one.number, excerpt=one, item_id=chance.choice(items),
                influence=chance.choice(ways), by_id=seat.person_id,
            )
            for one in taken
        ),
        batch_size=500,
    )  # fmt: skip
    made.update(kind="conversation", participation=person)
    words = [line for line in text(PAGES * 4, chance).splitlines() if len(line) > 40]
    agencies = list(Agency.objects.filter(review_id=seat.review).order_by("pk"))
    for agency in agencies:
        rows = []
        for _ in range(ENTRIES // len(agencies)):
            number += 1
            day = date(2020, 1, 1) + timedelta(days=chance.randint(0, 1800))
            rows.append(
                Entry(
                    review_id=seat.review, number=number, agency=agency, event=chance.choice(words)[:300],
                    date_recorded=day.strftime("%d/%m/%Y"), date_start=day, date_end=day,
                    added_by_id=seat.person_id,
                )
            )  # fmt: skip
        Entry.objects.bulk_create(rows, batch_size=500)
        things = [(one.number, one.event) for one in rows]
        put_new(seat.review, Subject.RECORDS, "entry", things, agency_id=agency.pk)


def measure() -> list[Line]:
    """Print and return a line for the search by words and marks, and one with a model of meanings where one is."""
    from django.conf import settings
    from django.db import connection

    from casement.foundation.search import meaning
    from casement.foundation.search.asking import Term
    from casement.foundation.search.finding import read
    from casement.foundation.search.keeping import prepare
    from casement.foundation.search.speaking import prepare_speaking
    from casement.rooms.analysis.queries.against import claimed, other_side, signs_against
    from casement.rooms.analysis.queries.against.material import terms
    from casement.rooms.coding.queries.coded import coded_with
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.reviews.rules.frameworks import sentences_of_factors
    from tests.counter.measuring import small_model

    named = settings.CASEMENT_MEANING
    head(
        f"What may speak against one finding: {TEXTS} conversations, {MARKS:,} marks, {ENTRIES:,} entries",
        "raw SQL for the rows of its codes and words",
    )
    seat = seats_of(demo_people()[0][0])[0]
    claim = claimed(seat, "finding", 1)
    asked: list[Term] = terms(claim, signs_against(seat, claim))

    def bare() -> int:
        codes = [code.partition(":")[2] for code in claim.factors]
        marks = ", ".join(["%s"] * len(codes))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT e.shown, e.start, e.end, m.influence FROM coding_mark m JOIN sources_excerpt e ON e.id ="
                f" m.excerpt_id JOIN reviews_frameworkitem i ON i.id = m.item_id WHERE i.item_id IN ({marks})",
                codes,
            )
            return len(cursor.fetchall()) + len(
                read([seat], asked, kind=("source", "entry"), limit=400, every=False)
            )

    floor = middle(bare)[0]
    print(f"It gathers {len(claim.factors)} factors; {len(coded_with(seat, claim.factors)):,} marks carry them.")
    settings.CASEMENT_MEANING = ""
    found = [line("by marks and words", lambda: other_side(seat, "finding", 1), floor)]
    with tempfile.TemporaryDirectory() as scratch:
        model = named or small_model(Path(scratch) / "small")
        if model is None:
            print("With vectors: not measured; no model is here (pip install --no-deps wordllama).")
            return found
        settings.CASEMENT_MEANING = str(model)
        prepare(meaning.asked_for())
        prepare_speaking(meaning.asked_for(), *sentences_of_factors())
        found.append(line("and by meaning", lambda: other_side(seat, "finding", 1), floor))
    return found


def line(what: str, do: Callable[[], Any], floor: float) -> Line:
    """Measure and print one."""
    took, core = middle(do)
    return show(Line(what, took, floor, "ms", f"{GOAL} ms", took <= GOAL, f" ({core:.0f} ms on the core)"))


def middle(do: Callable[[], Any]) -> tuple[float, float]:
    """The median wall time of a call and the median time on the core, in milliseconds; the first is warming up."""
    do()
    walls, cores = [], []
    for _ in range(TRIES):
        wall, core = time.perf_counter(), time.process_time()
        do()
        walls.append((time.perf_counter() - wall) * 1000)
        cores.append((time.process_time() - core) * 1000)
    return statistics.median(walls), statistics.median(cores)
