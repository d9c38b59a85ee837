"""A report as text that never changes: the tree as JSON, and back; and the numbers of its paragraphs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from casement.rooms.reports.rules import tree as parts
from casement.rooms.reports.rules.tree import Block, Heading, ReportTree, SectionTree, lines_of

KNOWN: dict[str, type[Any]] = {
    one.__name__: one
    for one in (parts.Run, parts.NoteMark, parts.Heading, parts.Paragraph, parts.Listing, parts.Item, parts.Table,
                parts.Quotation, parts.Notice, parts.SectionTree, parts.NoteItem, parts.Note, parts.ReportTree)
}  # fmt: skip
NOT_KEPT = frozenset({"problems", "mark", "statements"})  # ours alone, and no part of what is read


def frozen(tree: ReportTree) -> str:
    """A report as JSON, without our own remarks about it."""
    return json.dumps(plain_value(tree), ensure_ascii=False, separators=(",", ":"))


def thawed(text: str) -> ReportTree:
    """The report that was frozen as `text`."""
    told = whole_value(json.loads(text))
    assert isinstance(told, ReportTree)
    return told


def plain_value(value: Any) -> Any:
    """A value of the tree as JSON can hold it; what has its usual value is left out."""
    if is_dataclass(value):
        told = {
            each.name: plain_value(getattr(value, each.name))
            for each in fields(value)
            if each.name not in NOT_KEPT and (each.default is MISSING or getattr(value, each.name) != each.default)
        }
        return {"is": type(value).__name__, **told}
    return [plain_value(one) for one in value] if isinstance(value, tuple | list) else value


def whole_value(value: Any) -> Any:
    """The other way round."""
    if isinstance(value, dict):
        made = {name: whole_value(one) for name, one in value.items() if name != "is"}
        return KNOWN[value["is"]](**made)
    return tuple(whole_value(one) for one in value) if isinstance(value, list) else value


def numbered(sections: tuple[SectionTree, ...]) -> Iterator[tuple[int, SectionTree, Block]]:
    """Every block with its number: paragraphs, lists, tables and quotations from one; 0 for a heading."""
    count = 0
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                yield 0, section, block
            else:
                count += 1
                yield count, section, block


def paragraph_of(tree: ReportTree, number: int) -> tuple[str, Block] | None:
    """The heading a numbered paragraph stands under, and the paragraph; None when there is none."""
    under = ""
    for at, section, block in numbered(tree.sections):
        if isinstance(block, Heading):
            under = block.words
        elif at == number:
            return under or section.title, block
    return None


def words_of_block(block: Block, most: int = 160) -> str:
    """The beginning of a paragraph, for a list."""
    words = " ".join(" ".join(lines_of(block)).split())
    if isinstance(block, parts.Paragraph) and block.lead:
        words = f"{block.lead.rstrip(':')}: {' '.join(parts.plain(block.line).split())}"
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"
