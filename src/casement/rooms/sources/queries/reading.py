"""The text of a source for the reader, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.sources.models import Source
from casement.rooms.sources.queries.dating import date_words
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs


@dataclass(frozen=True)
class Reading:
    """A source as the reader shows it. `version_id` and `version` name the text that offsets refer to.

    `headings` are the paragraphs that are headings, for the contents; each paragraph is `text[start:end]`.
    """

    number: int
    source_id: int
    kind: str
    title: str
    agency: str
    participant: str
    date: str
    access: str
    use: str
    version: int
    version_id: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Paragraph, ...]
    dropped: tuple[str, ...]
    has_original: bool
    earlier: int | None
    later: int | None


def reading(seat: Seat, number: int) -> Reading:
    """The current text of source `number`; NotHere when this seat may not read it. Two queries."""
    rows = Source.objects.visible_to(seat)
    source = rows.select_related("current", "agency", "participation").filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    version = source.current
    blocks = paragraphs(version.text, version.anchors)
    around = list(rows.order_by("number").values_list("number", flat=True))
    at = around.index(number)
    return Reading(
        source.number,
        source.pk,
        source.kind,
        source.title,
        source.agency.name if source.agency else "",
        source.participation.role_label if source.participation else "",
        date_words(source.date_recorded),
        source.access,
        source.use,
        version.number,
        version.pk,
        version.text,
        blocks,
        tuple(block for block in blocks if block.kind == "heading"),
        tuple(version.dropped),
        bool(version.original_sha256),
        around[at - 1] if at else None,
        around[at + 1] if at + 1 < len(around) else None,
    )
