"""A source and its marks, as large as wanted, for the reader's tests."""

import random
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string

from casement.foundation.design.frame import Frame, Place
from casement.foundation.design.reader import Paragraph

SENTENCES = (
    "That month I was holding my own families and most of hers.",
    "On paper it was 290, in my head it was whoever had rung that morning.",
    "I did not know about the police coming out in May.",
    "She told me Wren was in most days 🙂 and was a bit tired.",
    "Nobody had said that.",
    "The cafe\u0301 had closed early.",
)
LABELS = ("Workload", "Routes and timing of information", "Knowing each other")
CODES = (
    ("item:wrk.03", "Workload", "Conditions of work", "Use for how much there was to do."),
    ("item:int.01", "Who leads", "Between agencies", "Use when people differed about who held the thread."),
    ("open:4", "Who is left to think", "Open code", ""),
)


def paragraphs(count: int, chance: random.Random) -> list[Paragraph]:
    """Paragraphs of one to four sentences, one after the other, a line end between."""
    made, at = [], 0
    for number in range(1, count + 1):
        text = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 4)))
        made.append(Paragraph(number, at, text, page=1 + number // 20))
        at += len(text) + 1
    return made


def marks(count: int, among: list[Paragraph], chance: random.Random) -> list[dict[str, Any]]:
    """Marks of ten to ninety characters anywhere in the text."""
    made = []
    for number in range(1, count + 1):
        paragraph = chance.choice(among)
        start = paragraph.start + chance.randint(0, max(0, len(paragraph.text) - 20))
        made.append(
            {
                "number": number,
                "start": start,
                "end": min(paragraph.end, start + chance.randint(10, 90)),
                "label": chance.choice(LABELS),
                "influence": chance.choice(("helped", "harder", "unclear")),
                "by": "Lead reviewer B",
                "memo": "",
                "href": f"/marks/{number}/",
                "change_href": f"/marks/{number}/change/",
                "remove_href": f"/marks/{number}/removal/",
            }
        )
    return made


def reader_page(text: list[Paragraph], marked: list[dict[str, Any]], may_mark: bool = True) -> str:
    """The whole page as the server would send it."""
    codes = [dict(zip(("value", "label", "group", "help"), row, strict=True)) | {"recent": False} for row in CODES]
    desk = {"text_id": 1, "marks": marked, "codes": codes, "mark_href": "/mark/", "may_mark": may_mark}
    page = SimpleNamespace(
        kind="conversation",
        title="Health Visitor 1, conversation",
        state="Agreed text",
        all_href="/sources/",
        about_href="/sources/1/about/",
        table_href="/sources/1/marks/",
        contents=(Place("Paragraph 1", "#p1"),),
        notes=(),
        paragraphs=text,
        painted=(),
        desk=desk,
    )
    return render_to_string("design/desk_page.html", {"page": page, "frame": Frame("Source 1", desk=True)})
