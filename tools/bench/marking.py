"""Marking, reading, searching and exporting over HTTP, signed in, with Taguette and a floor in the same run.

A hundred texts of twenty pages and one of three hundred, with sixty codes. Taguette gets one text of each length as
a page of the web, because Word files need calibre there, and the marks of the long text alone.
"""

import os
import random
import threading
from html import escape
from pathlib import Path

from tools.bench import across, bare, long_text
from tools.bench.searching import searching
from tools.bench.signed_in import ANOTHER, Reader, at_rest, once, timed
from tools.bench.table import Line, head, show
from tools.bench.taguette import Taguette, beside, taguette
from tools.bench.under_way import under_way

LONG, SHORT, ON_LONG, TRIES, THEIRS, PEOPLE, EACH = 300, 20, 5000, 40, 9, 4, 100
LETTERS = 20
Text = tuple[int, str]  # the number of a source, and its words


def measure(home: Path, marks: int) -> list[Line]:
    """Print and return the lines; `marks` are there for the exports, and twice as many for marking and reading."""
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources.models import Source
    from tools.screenshots import serving

    first = long_text.add(LONG, ON_LONG)
    across.add(marks)
    person_id = demo_people()[0][0]
    ref = seats_of(person_id)[0].ref
    found = Source.objects.filter(number__in=(first, first + 1)).select_related("current")
    texts = {one.number: one.current.text for one in found if one.current}
    long, short = (first, texts[first]), (first + 1, texts[first + 1])
    os.environ["CASEMENT_SHOTS_HOME"] = str(home)
    os.environ.pop("CASEMENT_JOBS", None)  # the server does its own background work
    with serving() as address, taguette(home, 7488) as other:
        reader, colleague = (Reader(address, person_id, ref) for _ in range(2))
        rest = at_rest(home)
        head(f"The server, {marks:,} marks beside {ON_LONG:,} on a text of {LONG} pages", "none")
        lines = [show(Line("memory at rest", rest, 0, "MB", "150 MB", rest <= 150))]
        lines += under_way(reader, colleague, home)
        across.again()
        floor = bare.a_row(home, TRIES)
        head(
            f"Marking over HTTP, {2 * marks + ON_LONG:,} marks there",
            "one row over HTTP, stored and synced, and nothing else",
        )
        lines += [
            one_mark(SHORT, reader, short, other, floor, 4),
            one_mark(LONG, reader, long, other, floor, 20),
            at_once([Reader(address, person_id, ref) for _ in range(PEOPLE)], person_id, short, floor),
        ]
        head("Opening and searching over HTTP", "raw SQL for the rows alone")
        lines.append(opened(reader, long, other))
        lines.append(searching(reader))
    return lines


def one_mark(
    pages: int, reader: Reader, text: Text, other: Taguette | None, floor: float, times: int
) -> Line:  # fmt: skip
    """Making one mark, at the median."""
    number, words = text
    reader.read(f"sources/{number}/")
    there = places(words, TRIES + 2, pages)
    ours = timed(lambda: reader.mark(number, there.pop()), TRIES)
    theirs = 0.0
    if other is not None:
        document = other.bring_in(f"text of {pages} pages", as_page(words))
        spots = [start for start, _ in places(words, THEIRS + 2, 1)]
        theirs = timed(lambda: other.mark(document, spots.pop() // 2, LETTERS), THEIRS)
    fine = ours <= 5 and (other is None or theirs >= times * ours)
    told = beside(ours, theirs, "ms")
    return show(Line(f"one mark, {pages} pages", ours, floor, "ms", f"5 ms, {times} times faster", fine, told))


def at_once(readers: list[Reader], person_id: int, text: Text, floor: float) -> Line:
    """People marking as quickly as they can: marks a second, and whether each is there."""
    from casement.rooms.coding.models import Mark

    number, words = text
    before = Mark.objects.filter(by_id=person_id).count()
    for one in readers:
        one.read(f"sources/{number}/")
    there = places(words, PEOPLE * EACH, 7)

    def work(reader: Reader, mine: list[tuple[int, str]]) -> None:
        for place in mine:
            reader.mark(number, place, ANOTHER)  # the same code on the same words would be the same mark

    threads = [threading.Thread(target=work, args=(one, there[at::PEOPLE])) for at, one in enumerate(readers)]

    def together() -> None:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    rate = PEOPLE * EACH * 1000 / once(together)
    kept = Mark.objects.filter(by_id=person_id).count() - before
    fine = rate >= 200 and kept == PEOPLE * EACH
    told = f", {kept} of {PEOPLE * EACH} kept"
    return show(Line(f"{PEOPLE} people marking at once", rate, 1000 / floor, "/s", "200/s", fine, told))


def opened(reader: Reader, text: Text, other: Taguette | None) -> Line:
    """Opening the long text with its marks: what the server takes for the page with the marks in it."""
    from django.db import connection

    from casement.rooms.sources.models import Source

    number, words = text
    version = Source.objects.filter(number=number).values_list("current", flat=True).latest("pk")

    def rows() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT text FROM sources_version WHERE id = %s", [version])
            cursor.fetchall()
            cursor.execute(
                "SELECT m.number, m.influence, e.start, e.end FROM coding_mark m JOIN sources_excerpt e"
                " ON e.id = m.excerpt_id WHERE e.version_id = %s AND m.removed_at IS NULL", [version]
            )  # fmt: skip
            cursor.fetchall()

    ours, floor = timed(lambda: reader.read(f"sources/{number}/"), TRIES), timed(rows, THEIRS)
    theirs = 0.0
    if other is not None:
        document = other.bring_in("long text with marks", as_page(words))
        other.mark_many(document, [start // 2 for start, _ in places(words, ON_LONG, 9)], LETTERS)
        theirs = timed(lambda: other.open(document), 3)
    fine = ours <= 60 and (other is None or theirs >= 10 * ours)
    told = beside(ours, theirs, "ms")
    return show(
        Line(f"open {LONG} pages, {ON_LONG:,} marks", ours, floor, "ms", "60 ms, 10 times faster", fine, told)
    )


def places(text: str, count: int, seed: int) -> list[tuple[int, str]]:
    """So many different places within lines of a text, and the words there, as a hand picks them."""
    chance, found = random.Random(seed), {}
    while len(found) < count:
        start = chance.randrange(len(text) - LETTERS)
        words = text[start : start + LETTERS]
        if "\n" not in words and words == words.strip():
            found[start] = words
    return list(found.items())


def as_page(text: str) -> bytes:
    """A text as a page of the web, a paragraph each."""
    return "".join(f"<p>{escape(one)}</p>" for one in text.split("\n") if one).encode()
