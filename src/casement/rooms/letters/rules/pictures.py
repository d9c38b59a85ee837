"""The pictures of easy-read letters: drawn for Casement, and what each shows.

A line of its own in a text, such as `[picture: phone]`, puts one beside the paragraph that follows.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parents[1] / "static" / "letters" / "pictures"
LINE = re.compile(r"^\s*\[picture:\s*([^\]\n]*?)\s*\]\s*$", re.IGNORECASE)
SHOWS: Mapping[str, str] = {
    "aloud": "A loudspeaker: read aloud",
    "ask": "A question",
    "better": "Something that grows: getting better",
    "calendar": "A day in a calendar",
    "choose": "A tick and a cross: you choose",
    "clock": "A clock",
    "danger": "A warning sign",
    "family": "A family",
    "friend": "Two people side by side",
    "home": "A house",
    "large": "A large letter A",
    "law": "Scales: the law",
    "letter": "An envelope",
    "look": "A magnifying glass: looking closely",
    "meet": "Two people at a table",
    "name": "A name badge, with the name covered",
    "newspaper": "A newspaper",
    "no": "A cross",
    "phone": "A phone",
    "report": "A page with writing",
    "services": "People who work for services",
    "sorry": "A heart: we are sorry",
    "stop": "A stop sign",
    "talk": "Two people’s words",
    "write": "A page and a pencil",
    "yes": "A tick",
    "you": "One person: you",
}


def picture_in(line: str) -> str:
    """The key of the picture that a line of a letter asks for; empty when it asks for none that there is."""
    found = LINE.match(line)
    key = found[1].lower() if found else ""
    return key if key in SHOWS else ""


def wrong_picture(text: str) -> tuple[int, str] | None:
    """The first line of a text that asks for a picture there is none of: its number, and a sentence."""
    for number, line in enumerate(text.splitlines(), 1):
        found = LINE.match(line)
        if found and found[1].lower() not in SHOWS:
            near = difflib.get_close_matches(found[1].lower(), list(SHOWS), n=1, cutoff=0.5)
            told = f"The nearest is “{near[0]}”." if near else "The pictures are listed beside the text."
            return number, f"There is no picture “{found[1][:40]}” (line {number}). {told}"
    return None


@cache
def drawing(key: str) -> str:
    """A picture as SVG. Raises KeyError for a picture there is none of."""
    if key not in SHOWS:
        raise KeyError(key)
    return (HERE / f"{key}.svg").read_text(encoding="utf-8")
