"""Builds the text of a file piece by piece and remembers where each piece stands."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from casement.rooms.sources.intake.extracted import Anchor, Extracted, Inside
from casement.rooms.sources.intake.plain_paragraphs import check_length, clean, paragraphs_in
from casement.rooms.sources.intake.symbols import readable
from casement.rooms.sources.intake.tally import Tally

_WHITE_SPACE = " \t\n\u00a0"


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
        self._edges: set[str] = set()
        self._paragraphs = 0
        self._headings = 0
        self._tables = 0

    def __len__(self) -> int:
        return self._length

    def _write(self, text: str) -> int:
        self._parts.append(text)
        self._length += len(text)
        check_length(self._length)
        return self._length

    def block(self, kind: str, label: str, text: str, level: int = 0) -> None:
        """Add one block of text; an empty one leaves no trace."""
        words = readable(clean(text)).strip(_WHITE_SPACE)
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

    def row(self, cells: Sequence[tuple[str, str]], number: int, hidden: bool = False) -> None:
        """Add a row of a sheet as one paragraph, its cells (name, words) parted by tabs, each with its place."""
        cells = [(name, words) for name, raw in cells if (words := readable(clean(raw)).strip(_WHITE_SPACE))]
        if not cells:
            return
        mark = "[hidden row] " if hidden else ""
        where = f" (row {number}{', hidden' if hidden else ''})"
        self.paragraph(mark + "\t".join(words for _, words in cells), where)
        at = self._blocks[-1].start + len(mark)
        for name, words in cells:
            self._spans.append(Anchor("cell", name, at, at + len(words)))
            at += len(words) + 1
        self._gap = "\n"

    def verbatim(self, text: str) -> None:
        """Add plain text as it stands, with an anchor for each of its paragraphs."""
        text = clean(text).strip("\n")
        if not text.strip():
            return
        start = self._write(self._gap) if self._length else 0
        for left, right in paragraphs_in(text):
            self._paragraphs += 1
            self._blocks.append(Anchor("paragraph", f"paragraph {self._paragraphs}", start + left, start + right))
        self._write(text)
        self._gap = self._usual_gap

    def note(self, kind: str, number: int, mark: str, words: str) -> None:
        """Add a footnote or endnote, with the mark that stands for it in the text."""
        if words.strip():
            self.tally[kind] += 1
            self.block("footnote", f"{kind} {number}", f"{mark} {words}")

    def comment(self, words: str, author: str = "", date: str = "", passage: str = "") -> None:
        """Add a comment, with its author, its day (as recorded) and the words it was put on."""
        if words.strip():
            self.tally["comment"] += 1
            number = self.tally["comment"]
            by = f" by {author.strip()}" if author.strip() else ""
            on = f", on “{passage}”" if passage else ""
            about = f"Comment {number}{by}{f', {date[:10]}' if date else ''}{on}"
            self.block("comment", f"comment {number}", f"{about}: {words}")

    def page_edge(self, kind: str, words: str) -> None:
        """Add a page header or footer, once however many pages repeat it."""
        if words.strip() and words not in self._edges:
            self._edges.add(words)
            self.tally[kind] += 1
            self.block("header", f"page {kind} {self.tally[kind]}", words)

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

    def finish(self, media_type: str, inside: tuple[Inside, ...] = (), scanned: tuple[int, ...] = ()) -> Extracted:
        """The finished text, its anchors in order (the longer first where two begin together)."""
        kept, dropped = self.tally.sentences()
        anchors = sorted([*reversed(self._spans), *self._blocks], key=lambda anchor: (anchor.start, -anchor.end))
        return Extracted(
            media_type,
            "".join(self._parts),
            tuple(anchors),
            (*self.kept, *kept),
            (*self.dropped, *dropped),
            inside,
            scanned,
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
        if not self._row:
            self.row()
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
