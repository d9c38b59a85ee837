"""Saving the final report of the example as Word and as PDF, by the same command and job as a person does.

The floor is the report's words as bare paragraphs, written by python-docx and set by typst, in the same run.
"""

import io
import statistics
from collections.abc import Callable
from typing import Any

from tools.bench.bringing_in import spent
from tools.bench.table import Line, head, show

MOST = 3.0
TRIES = 3


def measure() -> list[Line]:
    """Print and return a line for each format and one for both."""
    from casement.foundation import jobs
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reports import commands, queries
    from casement.rooms.reports.models import Export
    from casement.rooms.reports.rules.tree import lines_of
    from casement.rooms.reports.vocabulary import Edition
    from casement.rooms.reviews.queries import seats_of

    head("Final report of the example, saved", "its words as bare paragraphs, by python-docx and by typst")
    seat = seats_of(demo_people()[0][0])[0]
    tree = queries.whole(seat, Edition.INTERNAL)
    words = [line for section in tree.sections for block in section.blocks for line in lines_of(block)]

    def saved(kind: str) -> Callable[[], None]:
        def save() -> None:
            made = commands.export_report(seat, edition="internal", format=kind)
            jobs.run_waiting()
            assert Export.objects.get(pk=made.pk).state == "ready"

        return save

    took = {kind: middle(saved(kind)) for kind in ("docx", "pdf")}
    floors = {"docx": middle(lambda: bare_word(words)), "pdf": middle(lambda: bare_pdf(words))}
    each = [
        Line(
            f"report as {kind.upper()}", took[kind][0], floors[kind][0], "s", "told", True, on_cores(took[kind][1])
        )
        for kind in took
    ]
    both, floor = (sum(one[0] for one in told.values()) for told in (took, floors))
    own = sum(one[1] for one in took.values())
    last = Line("report as DOCX and PDF", both, floor, "s", "3 s together", both < MOST, on_cores(own))
    return [show(line) for line in (*each, last)]


def middle(do: Callable[[], Any]) -> tuple[float, float]:
    """The median wall time and time on the cores of a call, in seconds, after one that does not count."""
    do()
    walls, owns = zip(*(spent(do) for _ in range(TRIES)), strict=True)
    return statistics.median(walls), statistics.median(owns)


def on_cores(seconds: float) -> str:
    """Time on the cores, in words."""
    return f", {seconds:.2f} s on the cores"


def bare_word(words: list[str]) -> None:
    """The words as a Word file without styles."""
    from docx import Document

    made = Document()
    for line in words:
        made.add_paragraph(line)
    made.save(io.BytesIO())


def bare_pdf(words: list[str]) -> None:
    """The words as a PDF without styles."""
    import json

    import typst

    told = json.dumps(words)
    content = "#for line in json(bytes(sys.inputs.words)) { par(line) }"
    typst.compile(content.encode(), format="pdf", sys_inputs={"words": told})
