"""A letter as a tagged PDF, from a fixed template: its words are data and never read as code."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from casement.foundation import typesetting
from casement.rooms.letters.queries import Paper
from casement.rooms.letters.rules.language import PAGE, REFERENCE, base
from casement.rooms.letters.rules.pictures import drawing

TEMPLATE = Path(__file__).parent / "letter.typ"


@cache
def template() -> bytes:
    """The template, read once."""
    return TEMPLATE.read_bytes()


def letter_pdf(paper: Paper) -> bytes:
    """The letter as bytes. A sign that our typeface has not is printed as its name in square brackets."""
    try:
        return typesetting.pdf(template(), {"letter": as_data(paper, str)})
    except typesetting.Unprintable:
        return typesetting.pdf(template(), {"letter": as_data(paper, typesetting.spelt_out)})


def as_data(paper: Paper, spelt: Any) -> dict[str, Any]:
    """The letter as the template reads it."""
    key = base(paper.language)
    page, of = PAGE[key]
    language, _, region = paper.language.partition("-")
    return {
        "title": spelt(paper.title),
        "head": [spelt(line) for line in paper.head],
        "reference": f"{REFERENCE[key]}: {paper.reference}",
        "page": page,
        "of": of,
        "lang": language,
        "region": region or "GB",
        "easy": paper.easy,
        "blocks": [
            {"kind": one.kind, "lines": [spelt(line) for line in one.lines], "picture": one.picture}
            for one in paper.blocks
        ],
        "drawings": {one.picture: drawing(one.picture) for one in paper.blocks if one.picture},
    }
