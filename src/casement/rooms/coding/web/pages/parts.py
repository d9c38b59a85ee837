"""A long text in parts, each on a page of its own: about as much as anybody reads without a pause.

Paragraphs keep their numbers and offsets through the whole text, so what is marked or cited is the same in parts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.design.frame import Place
from casement.rooms.sources.queries import Paragraph

SIZE = 500  # paragraphs, some twenty-five printed pages


@dataclass(frozen=True)
class Part:
    """One part: `blocks[first:last]`, which are the code points from `start` to `end`."""

    number: int
    of: int
    first: int
    last: int
    start: int
    end: int

    @property
    def alone(self) -> bool:
        """Whether the whole text is this part."""
        return self.of == 1


def part_of(blocks: Sequence[Paragraph], asked: QueryDict, cited: int | None) -> Part:
    """The part the address asks for: by `part`, by `paragraph`, or the one where the passage `cited` begins."""
    count = max(1, -(-len(blocks) // SIZE))
    number = 1
    if cited is not None:
        number = bisect_right(blocks, cited, key=lambda one: one.start) - 1
        number = max(number, 0) // SIZE + 1
    elif wanted := number_in(asked, "part"):
        number = wanted
    elif wanted := number_in(asked, "paragraph"):
        number = -(-wanted // SIZE)
    number = min(max(number, 1), count)
    first, last = (number - 1) * SIZE, min(number * SIZE, len(blocks))
    return Part(
        number, count, first, last,
        blocks[first].start if number > 1 else 0,
        blocks[last].start if number < count else (blocks[-1].end if blocks else 0),
    )  # fmt: skip


def number_in(asked: QueryDict, name: str) -> int:
    """A number in an address; 0 for anything else."""
    told = asked.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 8 else 0


def href_of(part: Part, paragraph: int, came: str = "") -> str:
    """The address of a paragraph, seen from a page of the same text; `came` keeps where somebody came from."""
    home = (paragraph - 1) // SIZE + 1
    return f"#p{paragraph}" if home == part.number else f"?part={home}{came}#p{paragraph}"


def links(part: Part, blocks: Sequence[Paragraph], came: str = "") -> tuple[Place, ...]:
    """Every part as a link that says what is in it; nothing where there is one part only."""
    if part.alone:
        return ()
    return tuple(
        Place(words_of(blocks, at), f"?part={at}{came}", at == part.number) for at in range(1, part.of + 1)
    )  # fmt: skip


def words_of(blocks: Sequence[Paragraph], number: int) -> str:
    """What is in a part: its pages where the original has pages, else its paragraphs."""
    first, last = blocks[(number - 1) * SIZE], blocks[min(number * SIZE, len(blocks)) - 1]
    if first.page and last.page:
        return f"Pages {first.page} to {last.page}"
    return f"Paragraphs {first.number} to {last.number}"
