"""Tagged PDFs, from any room: our typefaces, and a writer that makes no file that breaks the PDF/UA-1 standard.

Words go in as data beside a fixed template, so they cannot be commands, and nothing can be fetched.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).parent / "fonts"
FIRST_RARE = 0x0300  # before it stand the letters of our own typeface
EVERYDAY = frozenset(map(ord, "‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€™−≤≥≠"))


class Unprintable(Exception):
    """The writer makes no accessible file of this."""


@cache
def fonts() -> typst.Fonts:
    """Our typefaces and the writer's own, read once; none of the machine's."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FONTS)])


def pdf(template: bytes, data: Mapping[str, Any]) -> bytes:
    """The PDF that a template makes of these values. Raises Unprintable when not everybody could read it."""
    told = {name: json.dumps(value) for name, value in data.items()}
    try:
        return typst.compile(template, font_paths=fonts(), format="pdf", pdf_standards="ua-1", sys_inputs=told)
    except typst.TypstError:
        raise Unprintable from None


PICTURE = b"""#set page(width: 72pt, height: 72pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: 72pt, height: 72pt)
"""


@cache
def png(drawing: str, dots: int = 300) -> bytes:
    """A square drawing (SVG) as PNG one inch wide, with `dots` to the inch, for files that hold no SVG."""
    made = typst.compile(PICTURE, font_paths=fonts(), format="png", ppi=dots, sys_inputs={"drawing": drawing})
    if not isinstance(made, bytes):
        raise TypeError("One page was expected.")
    return made


def spelt_out(text: str) -> str:
    """A text with rare signs as their names, and without signs that nobody sees."""
    return "".join(sign if plain(sign) else name_of(sign) for sign in text)


def plain(sign: str) -> bool:
    """Whether a sign is a letter of our own typeface, or ends a line."""
    return sign in "\n\t" or (ord(sign) < FIRST_RARE and unicodedata.category(sign) != "Cc")


def name_of(sign: str) -> str:
    """A rare sign as it is printed: itself where it is everyday punctuation, else its name."""
    if unicodedata.category(sign) in ("Cf", "Cc", "Mn", "Cn", "Co"):
        return ""
    if ord(sign) in EVERYDAY:
        return sign
    return f"[{unicodedata.name(sign, 'a sign without a name').lower()}]"
