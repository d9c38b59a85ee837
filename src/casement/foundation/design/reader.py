"""Prints the text of a source, paragraph by paragraph, in chunks the browser need not draw until they are near."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

_CHUNK = 12


class Paragraph(NamedTuple):
    """One paragraph of a source version: its number, where it begins in code points, and its exact words.

    `page` is the page it begins on in the original, printed when it changes; `heading` sets it in the sans.
    `turns` are the turns of a conversation that begin in it: number, and who speaks. `labels` are places, [start,
    end) counted as the whole text is, in whose stead a label is shown; `text` holds blocks there.
    """

    number: int
    start: int
    text: str
    heading: bool = False
    page: int | str | None = None
    turns: Sequence[tuple[int, str]] = ()
    labels: Sequence[tuple[int, int, str]] = ()

    @property
    def end(self) -> int:
        """Where the paragraph ends, in code points."""
        return self.start + len(self.text)


class Painted(NamedTuple):
    """A mark to be painted into the text itself, where no script does it.

    `kind` is helped, harder, unclear, or empty for an open code; cited is the passage somebody followed.
    """

    start: int
    end: int
    kind: str = ""


def reader_text(paragraphs: Sequence[Paragraph], painted: Iterable[Painted] = ()) -> SafeString:
    """The paragraphs as HTML. Joined, the text of each element is the paragraph's text, letter for letter, but for
    labels: such an element says in `data-covers` how many code points it stands for.

    One pass over text and marks together, so that the cost grows with their number and not with its square.
    """
    waiting = sorted(painted, key=lambda mark: (mark.start, -mark.end), reverse=True)
    here: list[Painted] = []
    page: int | str | None = None
    printed: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        number, start, text, heading, on_page, turns, labels = paragraph
        if at % _CHUNK == 0:
            last = paragraphs[min(at + _CHUNK, len(paragraphs)) - 1]
            printed.append(
                f'{"</div>" if at else ""}<div class="c-chunk" data-from="{start}" data-to="{last.end + 1}">'
            )
        if on_page is not None and on_page != page:
            page = on_page
            printed.append(f'<p class="c-page-break">Page {escape(str(page))}</p>')
        for turn, speaker in turns:
            printed.append(f'<p id="t{turn}" class="c-page-break c-turn">{escape(speaker)}</p>')
        end = start + len(text)
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        here = [mark for mark in here if mark.end > start] if here else here
        words = _words(paragraph, here) if here or labels else escape(text)
        css = "c-para c-para--heading" if heading else "c-para"
        printed.append(f'<p id="p{number}" class="{css}" data-number="{number}" data-start="{start}">{words}</p>')
    printed.append("</div>" if paragraphs else "")
    return mark_safe("".join(printed))


def _words(paragraph: Paragraph, marks: Sequence[Painted]) -> str:
    first, last = paragraph.start, paragraph.end
    labels = {start: (end, label) for start, end, label in paragraph.labels}
    edges = {first, last}
    edges |= {min(max(edge, first), last) for mark in marks for edge in (mark.start, mark.end)}
    for start, (end, _) in labels.items():
        edges |= {start, end}
        if marks:
            edges -= {edge for edge in edges if start < edge < end}  # a label is never cut
    printed: list[str] = []
    for start, end in pairwise(sorted(edges)):
        if start in labels:
            words = f'<span class="c-label" data-covers="{end - start}">[{escape(labels[start][1])}]</span>'
        else:
            words = escape(paragraph.text[start - first : end - first])
        kinds = [mark.kind or "open" for mark in marks if _covers(mark, start, end, in_label=start in labels)]
        kind = "cited" if "cited" in kinds else kinds[-1] if kinds else ""
        printed.append(f'<mark class="c-painted--{escape(kind)}">{words}</mark>' if kind else words)
    return "".join(printed)


def _covers(mark: Painted, start: int, end: int, *, in_label: bool) -> bool:
    """Whether a mark is to be seen on a piece; on a label, when it holds any of what the label stands for."""
    if in_label:
        return mark.start < end and mark.end > start
    return mark.start <= start and mark.end >= end
