"""Markdown: the text stays as it was typed; headings and paragraphs get their anchors."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casement.rooms.sources.intake.extracted import Anchor, Extracted
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.plain_paragraphs import check_length, clean

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_OPENING_MARKS = re.compile(r".*?#{1,6}(?:[ \t]+|$)")
_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#*[ \t]*$")
_WORDS = re.compile(r"\w")
_LEAVES = frozenset({"paragraph_open", "heading_open", "fence", "code_block", "html_block", "tr_open"})
_BLOCKS = MarkdownIt("commonmark").enable("table")
_BLOCKS.core.ruler.enableOnly(["block"])


def read(data: bytes) -> Extracted:
    """The text unchanged, front matter and marks included; a heading's anchor covers its words only."""
    characters, kept = decode(data)
    text = clean(characters).strip("\n")
    check_length(len(text))
    front = _FRONT_MATTER.match(text)
    offset = front.end() if front else 0
    pieces = [("paragraph", 0, offset, 0)] if front else []
    pieces += sorted(_pieces(text, offset), key=lambda piece: piece[1])
    return Extracted(BY_KEY["md"].media_type, text, tuple(_numbered(text, pieces)), kept)


def _pieces(text: str, offset: int) -> Iterator[tuple[str, int, int, int]]:
    starts = [offset]
    for line in text[offset:].split("\n"):
        starts.append(min(starts[-1] + len(line) + 1, len(text)))
    bare = set(range(len(starts) - 1))
    for token in _BLOCKS.parse(text[offset:]):
        if token.type in _LEAVES and token.map is not None:
            first, after = token.map
            bare.difference_update(range(first, after))
            if token.type == "heading_open":
                yield _heading(token, text, starts[first], starts[after])
            else:
                yield "paragraph", starts[first], starts[after], 0
    # Lines that Markdown itself would swallow, such as the address behind a link, are text here.
    for number in sorted(bare):
        if _WORDS.search(text, starts[number], starts[number + 1]):
            yield "paragraph", starts[number], starts[number + 1], 0


def _heading(token: Token, text: str, start: int, end: int) -> tuple[str, int, int, int]:
    words = text[start:end].rstrip("\n")
    if token.markup.startswith("#"):
        opening = _OPENING_MARKS.match(words)
        left = opening.end() if opening else 0
        closing = _CLOSING_MARKS.search(words, left)
        start, end = start + left, start + (closing.start() if closing else len(words))
    elif "\n" in words:
        end = start + words.rindex("\n")
    return "heading", start, max(start, end), int(token.tag[1])


def _numbered(text: str, pieces: list[tuple[str, int, int, int]]) -> Iterator[Anchor]:
    counts = {"paragraph": 0, "heading": 0}
    for kind, start, end, level in pieces:
        piece = text[start:end]
        words = piece.strip()
        if words:
            counts[kind] += 1
            start += len(piece) - len(piece.lstrip())
            yield Anchor(kind, f"{kind} {counts[kind]}", start, start + len(words), level)
