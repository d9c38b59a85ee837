"""Bringing in Word files, with the search index, beside only taking out their text with the library.

The floor is python-docx alone over the same files in the same run. Both are wall time; the time on the cores,
that of the reading process included, stands beside it.
"""

import io
import os
import random
import statistics
import time
from collections.abc import Callable

from tools.bench.table import Line, head, show

WORDS_A_PAGE = 420
STOCK = "the visit was late and nobody had the file so duty took a call about the child and wrote a note"
MOST = 3.0
FLOORS = 3


def word_file(number: int, pages: int) -> bytes:
    """A Word document of about so many pages, different for each number."""
    from docx import Document

    chance = random.Random(number)
    stock = STOCK.split()
    made = Document()
    for page in range(pages):
        made.add_heading(f"Part {page + 1} of paper {number}", 2)
        for _ in range(6):
            made.add_paragraph(" ".join(chance.choices(stock, k=WORDS_A_PAGE // 6)).capitalize() + ".")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def measure(count: int, pages: int) -> list[Line]:
    """Print and return two lines: `count` files of `pages` pages brought in, and the names proposed in them."""
    from casement.foundation import jobs
    from casement.foundation.models import SearchRow
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources import commands
    from casement.rooms.sources.intake import read
    from casement.rooms.sources.models import Upload
    from casement.rooms.sources.tasks import READER

    head(f"Bringing in {count} Word files of {pages} pages", "python-docx alone over the same files")
    papers = [(f"paper {n}.docx", word_file(n + time.time_ns(), pages)) for n in range(count)]
    texts = [data for _, data in papers]
    extract(texts[0])
    seat = seats_of(demo_people()[0][0])[0]
    floors = [spent(lambda: [extract(data) for data in texts])]
    ours = spent(lambda: [read(name, data) for name, data in papers])
    before = SearchRow.objects.count()

    def bring_in() -> None:
        commands.add_files(seat, files=papers, agency=1)
        jobs.run_waiting("sources.read_batch")
        READER.close()  # the time of the reading process is known once it has ended

    wall, own = spent(bring_in)
    looked, on_cores = spent(jobs.run_waiting)  # names are proposed once the files are there to be read
    floors += [spent(lambda: [extract(data) for data in texts]) for _ in range(FLOORS - 1)]
    floor, least = (statistics.median(each) for each in zip(*floors, strict=True))
    kept = Upload.objects.filter(state="in", name__startswith="paper ").count()
    rows = SearchRow.objects.count() - before
    told = (
        f", {own / least:.1f} on the cores, {wall / ours[0]:.1f} to our own reader alone, {kept} kept, "
        f"{rows} search rows"
    )
    names = f", {on_cores:.1f} s on the cores, after the files are there to be read"
    return [
        show(Line(f"{count} files", wall, floor, "s", "3 times the floor", fine(wall / floor, kept, count), told)),
        show(Line("names proposed in them", looked, floor, "s", "told", True, names)),
    ]


def fine(ratio: float, kept: int, count: int) -> bool:
    """Whether every file came in, at no more than the cost that was set."""
    return ratio <= MOST and kept >= count


def extract(data: bytes) -> str:
    """The text of a Word file as the library gives it."""
    from docx import Document

    return "\n".join(one.text for one in Document(io.BytesIO(data)).paragraphs)


def spent(do: Callable[[], object]) -> tuple[float, float]:
    """Wall seconds of a call, and seconds on the cores of this process and those it started."""
    began, before = time.perf_counter(), cores()
    do()
    return time.perf_counter() - began, cores() - before


def cores() -> float:
    """Seconds on the cores so far, of this process and of those it started and that have ended."""
    return sum(os.times()[:4])
