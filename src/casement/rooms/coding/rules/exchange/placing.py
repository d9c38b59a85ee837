"""Where the passages of a source stand in its text as Casement stores it, and why one stands nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from casement.rooms.coding.rules.exchange.counting import Counting, Ruler
from casement.rooms.coding.rules.exchange.values import Selection, Source
from casement.rooms.sources.intake.plain_paragraphs import StoredPlaces
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.vocabulary import TextRead


@dataclass(frozen=True)
class Placed:
    """A passage with its place [start, end) in the stored text, or with why it has none."""

    selection: Selection
    start: int = 0
    end: int = 0
    nowhere: str = ""


def stored_text(source: Source) -> TextRead:
    """The text of a source as it is stored, with its paragraphs."""
    running = RunningText()
    running.verbatim(source.text)
    found = running.finish("text/plain")
    anchors = tuple((a.kind, a.label, a.start, a.end, a.level, a.key) for a in found.anchors)
    return TextRead(found.media_type, found.text, anchors, source.remarks)


def placed(source: Source, told: Counting) -> Iterator[Placed]:
    """Every passage of a source, in the order of the file."""
    ruler = Ruler(source.text, source.marked, told)
    stored = StoredPlaces(source.text)
    for each in source.selections:
        span = ruler.span(each.start, each.end)
        if span is None:
            yield Placed(each, nowhere=f"It lies outside the text, from {each.start} to {each.end}.")
            continue
        start, end = stored.place(span[0]), stored.place(span[1])
        if start >= end:
            yield Placed(each, nowhere=f"It holds no words: it begins and ends at {each.start}.")
        elif not stored.stored[start:end].strip():
            yield Placed(each, nowhere=f"It holds nothing but white space, from {each.start} to {each.end}.")
        else:
            yield Placed(each, start, end)
