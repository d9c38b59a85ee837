"""Builds the text of a file piece by piece and remembers where each piece stands."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from casement.rooms.sources.intake.extracted import Anchor, Extracted, Unreadable
from casement.rooms.sources.intake.formats import MOST_CHARACTERS
from casement.rooms.sources.intake.tally import Tally

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WHITE_SPACE = " \t\n\u00a0"
_LONG_LINE = 120


def clean(text: str) -> str:
    """The text with line feeds as its only line ends and without characters that no store can hold."""
    if not _ODD.search(text):
        return text
    return _NOT_TEXT.sub(_without_meaning, _LINE_ENDS.sub("\n", text))


def _without_meaning(found: re.Match[str]) -> str:
    return "�" if found.group() >= "\ud800" else ""


def paragraphs_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of a plain text.

    Empty lines part paragraphs. A stretch that holds very long lines was not wrapped by hand, so each of its
    lines is a paragraph of its own.
    """
    start = 0
    for gap in [*((found.start(), found.end()) for found in _EMPTY_LINES.finditer(text)), (len(text),) * 2]:
        stretch = text[start : gap[0]]
        lines = stretch.split("\n")
        pieces = lines if max(map(len, lines)) > _LONG_LINE else [stretch]
        for piece in pieces:
            words = piece.strip()
            if words:
                left = start + len(piece) - len(piece.lstrip())
                yield left, left + len(words)
            start += len(piece) + 1
        start = gap[1]


class RunningText:
    """A text in the making: blocks one after another, gathered into pages, cells and e-mails.

    Blocks are parted by an empty line, inside a table cell by a line end; cells by a tab, rows by a line end.
    """

    def __init__(self) -> None:
        self.tally = Tally()
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._usual_gap = "\n\n"
        self._blocks: list[Anchor] = []
        self._spans: list[Anchor] = []
        self._paragraphs = 0
        self._headings = 0
        self._tables = 0

    def __len__(self) -> int:
        return self._length

    def _write(self, text: str) -> int:
        self._parts.append(text)
        self._length += len(text)
        if self._length > MOST_CHARACTERS:
            raise Unreadable(
                f"This file holds more than {MOST_CHARACTERS:,} characters: "
                "split it into smaller files and bring those in."
            )
        return self._length

    def block(self, kind: str, label: str, text: str, level: int = 0) -> None:
        """Add one block of text; an empty one leaves no trace."""
        words = clean(text).strip(_WHITE_SPACE)
        if not words:
            return
        start = self._write(self._gap) if self._length else 0
        self._blocks.append(Anchor(kind, label, start, self._write(words), level))
        self._gap = self._usual_gap

    def paragraph(self, text: str, where: str = "") -> None:
        """Add a paragraph, numbered from 1 through the whole document."""
        before = self._length
        self.block("paragraph", f"paragraph {self._paragraphs + 1}{where}", text)
        self._paragraphs += self._length > before

    def heading(self, text: str, level: int) -> None:
        """Add a heading of this level, numbered from 1 through the whole document."""
        before = self._length
        self.block("heading", f"heading {self._headings + 1}", text, level)
        self._headings += self._length > before

    def verbatim(self, text: str) -> None:
        """Add plain text as it stands, with an anchor for each of its paragraphs."""
        text = clean(text).strip("\n")
        if not text.strip():
            return
        start = self._write(self._gap) if self._length else 0
        for left, right in paragraphs_in(text):
            self._paragraphs += 1
            self._blocks.append(
                Anchor("paragraph", f"paragraph {self._paragraphs}", start + left, start + right)
            )
        self._write(text)
        self._gap = self._usual_gap

    @contextmanager
    def span(self, kind: str, label: str) -> Iterator[None]:
        """Gather the blocks added meanwhile under one anchor; with none, no anchor."""
        first = len(self._blocks)
        yield
        if len(self._blocks) > first:
            self._spans.append(Anchor(kind, label, self._blocks[first].start, self._blocks[-1].end))

    @contextmanager
    def table(self) -> Iterator["Table"]:
        """A table; its cells are added through what this gives."""
        outer_gap, outer_usual = self._gap, self._usual_gap
        self._tables += 1
        before = self._length
        yield Table(self, self._tables, outer_gap)
        self._usual_gap = outer_usual
        self._gap = outer_usual if self._length > before else outer_gap

    def finish(self, media_type: str) -> Extracted:
        """The finished text, its anchors in order (the longer first where two begin together)."""
        kept, dropped = self.tally.sentences()
        anchors = sorted([*self._spans, *self._blocks], key=lambda anchor: (anchor.start, -anchor.end))
        return Extracted(
            media_type,
            "".join(self._parts),
            tuple(anchors),
            (*self.kept, *kept),
            (*self.dropped, *dropped),
        )


class Table:
    """The rows and cells of one table of a text in the making."""

    def __init__(self, text: RunningText, number: int, gap: str) -> None:
        self._text, self._number, self._gap = text, number, gap
        self._start = len(text)
        self._row = self._column = 0

    def row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._column = 0
        self._text._gap = "\n" if len(self._text) > self._start else self._gap

    @contextmanager
    def cell(self, columns: int = 1) -> Iterator[None]:
        """The next cell of the row, as wide as this many columns."""
        if self._column:
            self._text._gap += "\t"
        column = self._column + 1
        self._column += max(1, columns)
        before = len(self._text)
        usual, self._text._usual_gap = self._text._usual_gap, "\n"
        with self._text.span("table_cell", f"table {self._number}, row {self._row}, column {column}"):
            yield
        self._text._usual_gap = usual
        if len(self._text) > before:
            self._text._gap = ""
