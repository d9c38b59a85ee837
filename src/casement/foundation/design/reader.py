"""Prints the text of a source, paragraph by paragraph, in chunks the browser need not draw until they are near."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_CHUNK = 12


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a source version: its number, where it begins in code points, and its exact words.

    `page` is the page it begins on in the original, printed when it changes; `heading` sets it in the sans.
    """

    number: int
    start: int
    text: str
    heading: bool = False
    page: int | None = None

    @property
    def end(self) -> int:
        """Where the paragraph ends, in code points."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Painted:
    """A mark to be painted into the text itself, where no script does it. `kind` is helped, harder, unclear."""

    start: int
    end: int
    kind: str = ""


def reader_text(paragraphs: Sequence[Paragraph], painted: Iterable[Painted] = ()) -> SafeString:
    """The paragraphs as HTML. Joined, the text of each element is the paragraph's text, letter for letter."""
    marks = sorted(painted, key=lambda mark: (mark.start, -mark.end))
    chunks = [paragraphs[at : at + _CHUNK] for at in range(0, len(paragraphs), _CHUNK)]
    page: int | None = None
    printed: list[str] = []
    for chunk in chunks:
        printed.append(f'<div class="c-chunk" data-from="{chunk[0].start}" data-to="{chunk[-1].end + 1}">')
        for paragraph in chunk:
            if paragraph.page is not None and paragraph.page != page:
                page = paragraph.page
                printed.append(f'<p class="c-page-break">Page {page}</p>')
            printed.append(_paragraph(paragraph, marks))
        printed.append("</div>")
    return mark_safe("".join(printed))


def _paragraph(paragraph: Paragraph, marks: Sequence[Painted]) -> str:
    css = "c-para c-para--heading" if paragraph.heading else "c-para"
    here = [mark for mark in marks if mark.start < paragraph.end and mark.end > paragraph.start] if marks else []
    words = _words(paragraph, here) if here else escape(paragraph.text)
    number, start = paragraph.number, paragraph.start
    return f'<p id="p{number}" class="{css}" data-number="{number}" data-start="{start}">{words}</p>'


def _words(paragraph: Paragraph, marks: Sequence[Painted]) -> str:
    edges = {paragraph.start, paragraph.end}
    edges |= {min(max(edge, paragraph.start), paragraph.end) for mark in marks for edge in (mark.start, mark.end)}
    places = sorted(edges)
    printed: list[str] = []
    for start, end in zip(places, places[1:], strict=False):
        words = escape(paragraph.text[start - paragraph.start : end - paragraph.start])
        kinds = [mark.kind or "open" for mark in marks if mark.start <= start and mark.end >= end]
        printed.append(f'<mark class="c-painted--{escape(kinds[-1])}">{words}</mark>' if kinds else words)
    return "".join(printed)
