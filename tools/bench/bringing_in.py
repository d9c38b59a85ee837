"""Measures bringing in Word files against the cost of only extracting their text, in the same run.

Usage: CASEMENT_HOME=scratch python tools/bench_import.py [FILES] [PAGES]
"""

import io
import os
import random
import statistics
import sys
import time
from pathlib import Path

import django

WORDS_A_PAGE = 420
STOCK = "the visit was late and nobody had the file so duty took a call about the child and wrote a note"


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


def main() -> int:
    """Print the seconds of both and their ratio."""
    if "CASEMENT_HOME" not in os.environ:
        print("Name a scratch folder in CASEMENT_HOME.", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casement.config.settings")
    os.environ["CASEMENT_JOBS"] = "by hand"
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from casement.foundation import jobs
    from casement.foundation.models import SearchRow
    from casement.rooms.sources import commands
    from casement.rooms.sources.intake import read
    from tests.factories.reviews import cast

    count, pages = (int(word) for word in [*sys.argv[1:], "100", "20"][:2])
    papers = [(f"paper {n}.docx", word_file(n + time.time_ns(), pages)) for n in range(count)]
    read(*papers[0])
    floors = []
    for _ in range(3):
        began = time.perf_counter()
        for name, data in papers:
            read(name, data)
        floors.append(time.perf_counter() - began)
    floor = statistics.median(floors)
    oak = cast("Oak")
    before = SearchRow.objects.count()
    began = time.perf_counter()
    commands.add_files(oak.seat(), files=papers, agency=1)
    kept = time.perf_counter() - began
    jobs.run_waiting()
    took = time.perf_counter() - began
    rows = SearchRow.objects.count() - before
    print(
        f"{count} files of {pages} pages: extracting {floor:.2f} s, bringing in {took:.2f} s "
        f"(of which keeping {kept:.2f} s), {rows} search rows, ratio {took / floor:.2f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
