"""What comes out of a file: its text, the places in it, and what was kept or left out."""

from dataclasses import dataclass

from casement.foundation.refusals import Unreadable

__all__ = ["BLOCKS", "INNER", "SPANS", "Anchor", "Extracted", "Inside", "Unreadable"]
BLOCKS = frozenset({"paragraph", "heading", "footnote", "comment", "header"})
SPANS = frozenset({"page", "table_cell", "mail", "section"})
INNER = frozenset({"cell"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named stretch of the text, `text[start:end]`, in code points.

    Blocks (`BLOCKS`) follow each other and never overlap: between them stands only white space, the marks of
    a Markdown heading, or a Markdown heading's underline. Spans (`SPANS`) begin and end where blocks do and
    may hold many. Inner places (`INNER`), the cells of a spreadsheet, stand inside the block of their row.
    `level` is a heading's depth from 1; `key` is a section's id in the conversation structure.
    """

    kind: str
    label: str
    start: int
    end: int
    level: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """A file that came inside another, such as an attachment: its name, its folder there, and its bytes.

    With a `sentence` it could not be taken out, and there are no bytes.
    """

    name: str
    data: bytes = b""
    folder: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one file. `kept` and `dropped` hold whole sentences for the person who brought it in.

    `scanned` are the numbers of pages that are pictures, which no machine has read yet. `inside` are the files
    it carries, each to be read as a file of its own. A folder of files has no text. `turn_into` is the ending
    of the newer form that an older file must be given before it can be read.
    """

    media_type: str
    text: str
    anchors: tuple[Anchor, ...]
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    inside: tuple[Inside, ...] = ()
    scanned: tuple[int, ...] = ()
    turn_into: str = ""

    @property
    def blocks(self) -> tuple[Anchor, ...]:
        """The anchors that carry the text, in order, without overlap."""
        return tuple(anchor for anchor in self.anchors if anchor.kind in BLOCKS)
