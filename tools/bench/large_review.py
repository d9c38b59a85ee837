"""A review as large as they come: 10 agencies, 20,000 chronology entries, 40 conversations, 30,000 marks.

The example five times over gives the conversations and an analysis of its size. The other entries come in as an
agency sends them, from a workbook each, through the commands. The other marks are written straight into the tables,
on the texts that are there. CASEMENT_BENCH_LARGE names a folder in which the made home is kept for the next run.
"""

import io
import os
import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tools.bench import home as homes

TIMES, AGENCIES, ENTRIES, MARKS = 5, 10, 20_000, 30_000
FIRST, DAYS = date(2019, 1, 1), 2190
HEADINGS = ("Date", "Time", "Event", "Source", "Present", "Action")
DEEDS = (
    "telephoned about the missed appointment", "called at the home and nobody answered", "wrote to the family",
    "saw the child at school", "spoke with the mother at the door", "asked the other service for its records",
    "left a message with duty", "reviewed the plan with the manager", "met the grandmother in the waiting room",
    "noted that the letter had come back", "agreed to visit again within the week", "passed the referral on",
)  # fmt: skip
MORE = (
    "The kitchen was cold and the heating had been off since Monday.", "The mother said that she was coping.",
    "No concern was recorded on the form.", "The older child answered for the younger one.",
    "A copy was sent to the general practice.", "It was not known who else was in the home.",
    "The rota did not allow a second visit that day.", "The next contact was left to the allocated worker.",
)  # fmt: skip
ROLES = ("Social Worker 1", "Health Visitor 2", "Teacher 3", "Duty officer", "Housing Officer 1", "GP 2")


def made(into: Path) -> Path:
    """Make the example in `into` that large, or put the kept home there. Django is not set up yet."""
    kept = os.environ.get("CASEMENT_BENCH_LARGE")
    if kept and (Path(kept) / "large").exists():
        shutil.rmtree(into)
        shutil.copytree(kept, into)
        homes.ready()
        return into
    homes.ready()
    grow()
    if kept:
        (into / "large").touch()
        shutil.copytree(into, kept, dirs_exist_ok=True)
    return into


def grow() -> None:
    """Everything that is added."""
    from casement.rooms.chronology.models import Entry
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.models import Agency
    from casement.rooms.reviews.queries import seats_of
    from tools.bench.multiply import multiply

    multiply(TIMES)
    seat = seats_of(demo_people()[0][0])[0]
    there = Agency.objects.filter(review_id=seat.review).count()
    for number in range(there + 1, AGENCIES + 1):
        Agency.objects.create(review_id=seat.review, number=number, name=f"Service {number}")
    left = ENTRIES - Entry.objects.filter(review_id=seat.review, removed_at=None).count()
    for number in range(1, AGENCIES + 1):
        share = left // AGENCIES + (left % AGENCIES if number == 1 else 0)
        bring(seat, f"service {number}.xlsx", workbook(share, number), number)
    mark(seat)


def workbook(rows: int, seed: int) -> bytes:
    """A chronology of so many rows, in the order of time, with dates as exact as people have them."""
    import openpyxl

    chance = random.Random(seed)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Chronology")
    sheet.append(HEADINGS)
    for at in range(1, rows + 1):
        when = FIRST + timedelta(days=at * DAYS // (rows + 1))
        how = chance.random()
        time = f"{chance.randrange(7, 20):02}{chance.randrange(0, 60, 5):02}hrs" if how < 0.4 else ""
        who = chance.choice(ROLES)
        told = f"{who} {chance.choice(DEEDS)}. {' '.join(chance.sample(MORE, chance.randint(1, 4)))}"
        sheet.append(
            (
                when if how < 0.5 else written(when, how), time, f"{told} Ref {seed}-{at}.", f"Case note {at}",
                f"{who}; {chance.choice(ROLES)}", chance.choice(("", "", "Passed on.", "None: no answer.")),
            )
        )  # fmt: skip
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(when: date, how: float) -> str:
    """A day as people write it, more or less exactly."""
    if how < 0.8:
        return f"{when:%d/%m/%Y}"
    if how < 0.87:
        return f"w/c {when - timedelta(days=when.weekday()):%d/%m/%Y}"
    if how < 0.93:
        return f"{('early', 'mid', 'late')[min((when.day - 1) // 10, 2)]} {when:%B %Y}"
    return f"{when:%B %Y}"


def bring(seat: Any, name: str, data: bytes, agency: int) -> Any:
    """Bring a chronology in, from the file to its entries."""
    from casement.foundation import jobs
    from casement.rooms.chronology import commands

    brought = commands.bring_in(seat, agency=agency, name=name, data=data)
    jobs.run_waiting("chronology.read_file")
    commands.confirm_columns(seat, number=brought.number)
    jobs.run_waiting("chronology.bring_rows")
    brought.refresh_from_db()
    return brought


def mark(seat: Any) -> None:
    """Marks with factors and influences on every text, up to the number."""
    from casement.rooms.coding.models import Mark
    from casement.rooms.coding.vocabulary import Influence
    from casement.rooms.people.models import Person
    from casement.rooms.sources.models import Excerpt, Source
    from casement.rooms.sources.rules.paragraphs import paragraphs

    chance, ways = random.Random(11), list(Influence)
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True)[:4])
    of_factors = Mark.objects.filter(review_id=seat.review).exclude(item=None)
    items = sorted(set(of_factors.values_list("item_id", flat=True)))
    texts = [
        (one.current, paragraphs(one.current.text, one.current.anchors))
        for one in Source.objects.filter(review_id=seat.review).select_related("current").order_by("pk")
        if one.current and len(one.current.text) > 400
    ]
    number = 3_000_000
    left = MARKS - Mark.objects.filter(review_id=seat.review, removed_at=None).count()
    there = set(Excerpt.objects.values_list("version_id", "start", "end"))
    excerpts = []
    while len(excerpts) < left:
        version, blocks = texts[len(excerpts) % len(texts)]
        block = chance.choice(blocks)
        start = block.start + chance.randint(0, max(block.end - block.start - 20, 0))
        end = min(start + chance.randint(15, 180), block.end)
        if (version.pk, start, end) in there or end <= start:
            continue
        there.add((version.pk, start, end))
        quote, at = version.text[start:end], number + len(excerpts)
        excerpts.append(
            Excerpt(
                review_id=seat.review, number=at, version=version, start=start, end=end, quote=quote, shown=quote,
                paragraph=block.number, by_id=seat.person_id,
            )
        )  # fmt: skip
    rows = Excerpt.objects.bulk_create(excerpts, batch_size=500)
    Mark.objects.bulk_create(
        (
            Mark(
                review_id=seat.review, number=one.number, excerpt=one, item_id=chance.choice(items),
                influence=chance.choice(ways), by_id=chance.choice(people),
            )
            for one in rows
        ),
        batch_size=500,
    )  # fmt: skip
