"""The little Markdown that the worked example is written in, read into blocks and into plain text."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "paragraph", "list", "table"]

_EMPHASIS = re.compile(r"(\*\*|\*)(.+?)\1")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Literal["", "bold", "italic"] = ""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a list or a table. A list is a table of one column."""

    kind: Kind
    rows: tuple[tuple[str, ...], ...]
    level: int = 0
    numbered: bool = False

    @property
    def text(self) -> str:
        """The words of a heading or paragraph as written, emphasis still marked."""
        return self.rows[0][0]


def runs(text: str) -> tuple[Run, ...]:
    """The stretches of a line, with the marks of emphasis taken off."""
    found: list[Run] = []
    at = 0
    for match in _EMPHASIS.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()]))
        found.append(Run(match[2], "bold" if match[1] == "**" else "italic"))
        at = match.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return tuple(found)


def bare(text: str) -> str:
    """A line without marks of emphasis."""
    return "".join(run.text for run in runs(text))


def blocks(body: str) -> tuple[Block, ...]:
    """The blocks of a body in order. A paragraph is one line; blank lines separate blocks."""
    return tuple(_block(part.split("\n")) for part in re.split(r"\n\s*\n", body.strip()) if part.strip())


def plain_text(body: str) -> str:
    """The body as words alone: blocks apart by an empty line, cells by a tab."""
    return "\n\n".join(
        "\n".join("\t".join(bare(cell) for cell in row) for row in block.rows) for block in blocks(body)
    )


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if heading := re.match(r"(#{1,4}) (.+)", first):
        return Block("heading", ((heading[2],),), level=len(heading[1]))
    if first.startswith("|"):
        cells = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in lines]
        return Block("table", tuple(row for row in cells if not all(re.fullmatch(r"-+", c) for c in row)))
    if re.match(r"- |\d+\. ", first):
        numbered = first[0].isdigit()
        return Block("list", tuple((re.sub(r"^(- |\d+\. )", "", line),) for line in lines), numbered=numbered)
    return Block("paragraph", ((" ".join(lines),),))
