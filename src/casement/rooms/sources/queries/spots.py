"""Where passages that were found stand in their sources, so that a search leads to the very paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source
from casement.rooms.sources.vocabulary import BLOCKS


@dataclass(frozen=True)
class Spot:
    """A paragraph of the current text of a source: its number in the reader, and its span."""

    kind: str
    paragraph: int
    start: int
    end: int


def spots(seat: Seat, places: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Spot]:
    """The paragraphs that begin at these (source number, offset) pairs, in one query.

    Those that this seat may not read, or that the current text no longer has, are absent.
    """
    wanted: dict[int, set[int]] = {}
    for number, start in places:
        wanted.setdefault(number, set()).add(start)
    rows = Source.objects.visible_to(seat).filter(number__in=wanted)
    told: dict[tuple[int, int], Spot] = {}
    for number, kind, anchors in rows.values_list("number", "kind", "current__anchors"):
        blocks = [(start, end) for block, _, start, end, *_ in anchors or () if block in BLOCKS]
        for place, (start, end) in enumerate(blocks, 1):
            if start in wanted[number]:
                told[number, start] = Spot(kind, place, start, end)
    return told
