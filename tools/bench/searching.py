"""Searching a thousand texts for words as people write them: some everywhere, most of them seldom."""

import random
from itertools import accumulate

from tools.bench.signed_in import Reader, timed
from tools.bench.table import Line, show

TEXTS, PAGES, A_PAGE, TRIES, VOCABULARY = 900, 2, 20, 25, 4000
SYLLABLES = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "du", "fa", "ge", "hi", "jo", "pu", "we"]


def searching(reader: Reader) -> Line:
    """Fill up to a thousand texts, and time the page of what was found; the floor is the index asked bare."""
    from django.db import connection

    from casement.foundation.models import SearchRow

    words = add()
    asked = " ".join(words[40:42])
    rows = SearchRow.objects.count()
    reader.read("search/")
    reader.send("search/", words=asked)
    page = reader.read("search/")

    def bare() -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT rowid, snippet(foundation_search, 0, '[', ']', '…', 24) FROM foundation_search"
                " WHERE foundation_search MATCH %s ORDER BY rank LIMIT 20", [asked]
            )  # fmt: skip
            return len(cursor.fetchall())

    ours, floor = timed(lambda: reader.read("search/"), TRIES), timed(bare, TRIES)
    told = f", {page.count('<mark')} matches shown of {rows:,} paragraphs"
    return show(Line("search 1,000 texts, with snippets", ours, floor, "ms", "25 ms", ours <= 25, told))


def add() -> list[str]:
    """Nine hundred texts straight into the review and its index; the words they are of, the frequent first."""
    from casement.foundation import jobs
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources import commands

    chance = random.Random(11)
    words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)})
    chance.shuffle(words)
    weights = list(accumulate(1 / at for at in range(1, len(words) + 1)))  # as Zipf found of real words
    seat = seats_of(demo_people()[0][0])[0]

    def text() -> bytes:
        told = (chance.choices(words, cum_weights=weights, k=chance.randint(10, 40)) for _ in range(PAGES * A_PAGE))
        return "\n\n".join(" ".join(one) for one in told).encode()

    commands.add_files(seat, files=[(f"found-{at}.txt", text()) for at in range(TEXTS)], agency=1)
    jobs.run_waiting()
    return words
