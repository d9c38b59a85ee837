"""A letter's text as blocks: headings (##), lists (-), paragraphs, with pictures beside them.

Page, Word and PDF are drawn from these.
"""

from __future__ import annotations

from dataclasses import dataclass

from casement.rooms.letters.rules.pictures import picture_in


@dataclass(frozen=True)
class Block:
    """One block. `kind` is heading, list or paragraph; `lines` its lines, of which a heading has one.

    `picture` is the key of the picture that stands beside it, or empty.
    """

    kind: str
    lines: tuple[str, ...]
    picture: str = ""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text; an empty line or another kind of line ends a block."""
    told: list[Block] = []
    kind = picture = ""
    held: list[str] = []
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        bare = line.strip()
        asked = picture_in(bare)
        now = (
            ""
            if not bare or asked
            else "heading"
            if bare.startswith("## ")
            else "list"
            if bare.startswith("- ")
            else "paragraph"
        )
        if (now != kind or now == "heading") and held:
            beside = "" if kind == "heading" else picture
            told.append(Block(kind, tuple(held), beside))
            held, picture = [], "" if beside else picture
        kind, picture = now, asked or picture
        if now:
            held.append(bare[3:].strip() if now == "heading" else bare[2:].strip() if now == "list" else bare)
    return tuple(told)
