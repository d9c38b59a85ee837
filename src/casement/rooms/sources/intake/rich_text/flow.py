"""Where the words of a Rich Text file go: paragraphs and table cells in order, other parts set aside."""

from dataclasses import dataclass, field

from casement.rooms.sources.intake.extracted import Extracted
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText

Paragraph = tuple[str, int, str]


@dataclass(slots=True, eq=False)
class Sink:
    """A place that collects words: the body, a footnote, a comment, a page header, a text box, a name."""

    kind: str
    author: str = ""
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def end_line(self) -> None:
        """Close the line that is being collected."""
        self.lines.append("".join(self.pieces).strip())
        self.pieces.clear()

    def words(self) -> str:
        """All it holds, line by line."""
        self.end_line()
        return "\n".join(filter(None, self.lines))


class Flow:
    """Builds the text of one file from what its groups hand over."""

    def __init__(self) -> None:
        self.text = RunningText()
        self.body = Sink("body")
        self.level = 0
        self.in_table = False
        self._boxes: list[Paragraph] = []
        self._cell: list[Paragraph] = []
        self._cells: list[list[Paragraph]] = []
        self._rows: list[list[list[Paragraph]]] = []
        self._apart: list[Sink] = []

    def set_aside(self, sink: Sink, outer: Sink) -> None:
        """Take over a finished part; a note leaves its mark in the words around it."""
        if sink.kind == "text box":
            self.text.tally["text_box"] += bool(sink.words())
            if outer is self.body:
                self._boxes += [(line, 0, " (text box)") for line in sink.lines if line]
            else:
                outer.lines += sink.lines
            return
        if sink.kind in ("footnote", "endnote"):
            number = 1 + sum(other.kind == sink.kind for other in self._apart)
            outer.pieces.append(_mark(sink.kind, number))
        self._apart.append(sink)

    def end_paragraph(self) -> None:
        """Close the paragraph of the body that is being collected."""
        self.body.end_line()
        found: list[Paragraph] = [(line, self.level, "") for line in self.body.lines] + self._boxes
        self.body.lines, self._boxes = [], []
        if self.in_table:
            self._cell += found
        else:
            self._end_table()
            self._write(found)

    def end_cell(self) -> None:
        """Close a table cell with all its paragraphs."""
        self.in_table = True
        self.end_paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """Close a table row."""
        if self._cells:
            self._rows.append(self._cells)
            self._cells = []

    def _end_table(self) -> None:
        self.end_row()
        rows, self._rows = self._rows, []
        if rows:
            with self.text.table() as table:
                for row in rows:
                    table.row()
                    for cell in row:
                        with table.cell():
                            self._write(cell)
        left, self._cell = self._cell, []
        self._write(left)

    def _write(self, paragraphs: list[Paragraph]) -> None:
        for words, level, where in paragraphs:
            if level:
                self.text.heading(words, level)
            else:
                self.text.paragraph(words, where)

    def finish(self) -> Extracted:
        """The whole text, with the parts set aside after it."""
        self.in_table = False
        self.end_paragraph()
        for kind in ("footnote", "endnote"):
            for number, sink in enumerate((sink for sink in self._apart if sink.kind == kind), 1):
                self.text.note(kind, number, _mark(kind, number), sink.words())
        for sink in self._apart:
            if sink.kind == "comment":
                self.text.comment(sink.words(), sink.author)
        for sink in self._apart:
            if sink.kind in ("header", "footer"):
                self.text.page_edge(sink.kind, sink.words())
        return self.text.finish(BY_KEY["rtf"].media_type)


def _mark(kind: str, number: int) -> str:
    return f"[{number}]" if kind == "footnote" else f"[endnote {number}]"
