"""Reads the text of a section: a subset of Markdown in which references stay references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casement.rooms.reports.rules.references import Reference, pieces
from casement.rooms.reports.rules.tree import Run

Piece = Run | Reference


@dataclass(frozen=True)
class Words:
    """A paragraph as written."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Alone:
    """A reference with a line to itself: it prints a block."""

    reference: Reference


@dataclass(frozen=True)
class Title:
    """A heading as written, one or more levels below the section's own."""

    depth: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Items:
    """A list as written; each item is its words and the lists inside."""

    items: tuple[tuple[tuple[Piece, ...], tuple[Items, ...]], ...]
    ordered: bool


@dataclass(frozen=True)
class Grid:
    """A table as written."""

    head: tuple[tuple[Piece, ...], ...]
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


@dataclass(frozen=True)
class Quoted:
    """A quotation as written."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Unprintable:
    """Something the report cannot print, in words."""

    words: str


Written = Words | Alone | Title | Items | Grid | Quoted | Unprintable

_READER = MarkdownIt("commonmark", {"html": False}).enable("table")
_SAFE = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


def read(text: str) -> tuple[Written, ...]:
    """What a section's text says. Never raises: what cannot be printed becomes Unprintable, in words."""
    tokens = _READER.parse(text.replace("\r\n", "\n"))
    return tuple(_Reading(tokens).blocks())


class _Reading:
    """One pass over the parser's tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def blocks(self, until: str = "") -> Iterator[Written]:
        """The blocks up to the closing token `until`."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return
            match token.type:
                case "paragraph_open":
                    yield from self.paragraph()
                case "heading_open":
                    yield from self.heading(int(token.tag[1]))
                case "bullet_list_open":
                    yield self.items("bullet_list_close", ordered=False)
                case "ordered_list_open":
                    yield self.items("ordered_list_close", ordered=True)
                case "blockquote_open":
                    yield from self.quotation()
                case "table_open":
                    yield from self.grid()
                case "fence" | "code_block":
                    yield Words((Run(token.content.rstrip("\n")),))
                case "hr":
                    yield Unprintable("A line across the page cannot be printed. Use a heading instead.")

    def inline(self) -> Token:
        """The inline token after an opening one; leaves the place after the closing token."""
        token = self.tokens[self.at]
        self.at += 2
        return token

    def paragraph(self) -> Iterator[Written]:
        """A paragraph, or references alone on their lines."""
        token = self.inline()
        lines = [pieces(line.strip()) for line in token.content.split("\n")]
        if all(len(line) == 1 and isinstance(line[0], Reference) for line in lines):
            yield from (Alone(line[0]) for line in lines if isinstance(line[0], Reference))
            return
        said, faults = inline_pieces(token)
        yield Words(said)
        yield from faults

    def heading(self, depth: int) -> Iterator[Written]:
        """A heading."""
        said, faults = inline_pieces(self.inline())
        yield Title(depth, said)
        yield from faults

    def quotation(self) -> Iterator[Written]:
        """A quotation: its paragraphs, one after another."""
        for block in self.blocks("blockquote_close"):
            yield Quoted(block.pieces) if isinstance(block, Words) else block

    def items(self, until: str, *, ordered: bool) -> Items:
        """A list. Several paragraphs in one item are joined; other things in an item become its words."""
        told: list[tuple[tuple[Piece, ...], tuple[Items, ...]]] = []
        while self.tokens[self.at].type != until:
            self.at += 1  # list_item_open
            said: list[Piece] = []
            inside: list[Items] = []
            for block in self.blocks("list_item_close"):
                if isinstance(block, Items):
                    inside.append(block)
                    continue
                if said:
                    said.append(Run(" "))
                said.extend(_flat(block))
            told.append((tuple(said), tuple(inside)))
        self.at += 1
        return Items(tuple(told), ordered)

    def grid(self) -> Iterator[Written]:
        """A table."""
        rows: list[list[tuple[Piece, ...]]] = []
        faults: list[Unprintable] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                said, wrong = inline_pieces(self.inline())
                rows[-1].append(said)
                faults += wrong
        self.at += 1
        yield Grid(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))
        yield from faults


def _flat(block: Written) -> tuple[Piece, ...]:
    """A block inside a list item, as words."""
    match block:
        case Alone(reference):
            return (reference,)
        case Words(said) | Quoted(said) | Title(_, said):
            return said
        case Unprintable(words):
            return (Run(words, flag=True),)
        case Grid():
            return tuple(piece for row in (block.head, *block.rows) for cell in row for piece in (*cell, Run(" ")))
        case Items():
            return ()


def inline_pieces(token: Token) -> tuple[tuple[Piece, ...], tuple[Unprintable, ...]]:
    """The words and references of a line, and what in it cannot be printed."""
    style = Run("")
    told: list[Piece] = []
    faults: list[Unprintable] = []

    def say(text: str) -> None:
        for piece in pieces(text):
            told.append(piece if isinstance(piece, Reference) else replace(style, text=piece))

    for child in joined(token.children or []):
        match child.type:
            case "text" | "code_inline":
                say(child.content)
            case "softbreak":
                say(" ")
            case "hardbreak":
                say("\n")
            case "strong_open" | "strong_close":
                style = replace(style, strong=child.type == "strong_open")
            case "em_open" | "em_close":
                style = replace(style, stressed=child.type == "em_open")
            case "link_open":
                style = replace(style, href=link_of(child, faults))
            case "link_close":
                style = replace(style, href="")
            case "image":
                say(child.content)
                faults.append(Unprintable("A picture cannot be printed here. Describe it in words."))
    return tuple(told), tuple(faults)


def joined(children: Sequence[Token]) -> Iterator[Token]:
    """Inline tokens with neighbouring texts made one, so that no reference is cut in two."""
    held: Token | None = None
    for child in children:
        if child.type == "text" and held is not None:
            held.content += child.content
            continue
        if held is not None:
            yield held
            held = None
        if child.type == "text":
            held = child
        else:
            yield child
    if held is not None:
        yield held


def link_of(token: Token, faults: list[Unprintable]) -> str:
    """Where a link leads, if a report may lead there."""
    href = str(token.attrGet("href") or "")
    if _SAFE.match(href):
        return href
    faults.append(Unprintable("A link must begin with https. Its words are printed without it."))
    return ""
