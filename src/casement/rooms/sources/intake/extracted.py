"""What comes out of a file: its text, the places in it, and what was kept or left out."""

from dataclasses import dataclass

from casement.foundation.refusals import Unreadable

__all__ = ["BLOCKS", "SPANS", "Anchor", "Extracted", "Unreadable"]
BLOCKS = frozenset({"paragraph", "heading", "footnote", "comment", "header"})
SPANS = frozenset({"page", "table_cell", "mail", "section"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named stretch of the text, `text[start:end]`, in code points.

    Blocks (`BLOCKS`) follow each other and never overlap: between them stands only white space, the marks of
    a Markdown heading, or a Markdown heading's underline. Spans (`SPANS`) begin and end where blocks do and
    may hold many. `level` is a heading's depth from 1; `key` is a section's id in the conversation structure.
    """

    kind: str
    label: str
    start: int
    end: int
    level: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one file. `kept` and `dropped` hold whole sentences for the person who brought it in."""

    media_type: str
    text: str
    anchors: tuple[Anchor, ...]
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Anchor, ...]:
        """The anchors that carry the text, in order, without overlap."""
        return tuple(anchor for anchor in self.anchors if anchor.kind in BLOCKS)
