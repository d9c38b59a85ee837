"""The printed lines of one PDF page with their places."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from casement.rooms.sources.intake.pdf.layout import Line

# Where a word was broken at a line's end, the library drops that end and puts this for the hyphen.
_BROKEN_WORD = str.maketrans({"\ufffe": "-", "\x02": "-"})
_LINE = re.compile(r"[^\r\n]+")


def lines(page: pdfium.PdfTextPage) -> Iterator[Line]:
    """Each line of the page in reading order, trimmed; an empty one is left out."""
    text: str = page.get_text_range()
    for found in _LINE.finditer(text):
        words = found.group().strip()
        if words:
            start = found.start() + found.group().index(words[0])
            yield _placed(page, words, start)


def _placed(page: pdfium.PdfTextPage, words: str, start: int) -> Line:
    shown = words.translate(_BROKEN_WORD)
    first = raw.FPDFText_GetCharIndexFromTextIndex(page, start)
    if first < 0 or raw.FPDFText_GetUnicode(page, first) != ord(words[0]):
        return Line(shown)
    # The stated letter size is before any scaling of the page, so boxes are measured instead.
    box = _box(page, first)
    last = first + len(words) - 1
    last_of_word = first + len(words.split(maxsplit=1)[0]) - 1
    return Line(
        shown,
        _box(page, last).right,
        _base(page, first),
        _base(page, last),
        box.top - box.bottom,
        _box(page, last_of_word).right - box.left,
    )


def _base(page: pdfium.PdfTextPage, index: int) -> float:
    left, base = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, left, base)
    return base.value


def _box(page: pdfium.PdfTextPage, index: int) -> raw.FS_RECTF:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    return box
