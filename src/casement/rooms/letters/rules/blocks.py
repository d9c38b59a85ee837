"""A letter's text as blocks: headings (##), lists (-), paragraphs. Page, Word and PDF are drawn from these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One block. `kind` is heading, list or paragraph; `lines` its lines, of which a heading has one."""

    kind: str
    lines: tuple[str, ...]


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text; an empty line or another kind of line ends a block."""
    told: list[Block] = []
    kind = ""
    held: list[str] = []
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        bare = line.strip()
        now = (
            ""
            if not bare
            else "heading"
            if bare.startswith("## ")
            else "list"
            if bare.startswith("- ")
            else "paragraph"
        )
        if (now != kind or now == "heading") and held:
            told.append(Block(kind, tuple(held)))
            held = []
        kind = now
        if now:
            held.append(bare[3:].strip() if now == "heading" else bare[2:].strip() if now == "list" else bare)
    return tuple(told)
