"""What people told us, paragraph by paragraph: the conversations and family accounts a seat may read."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.masking import read
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs


@dataclass(frozen=True)
class Told:
    """One account: whose it is by role label, the agency they are of, and its paragraphs."""

    number: int
    title: str
    voice: str
    agency: int | None
    paragraphs: tuple[Paragraph, ...]


def accounts(seat: Seat) -> tuple[Told, ...]:
    """Every conversation and family account this seat may read, in one query."""
    rows = Source.objects.visible_to(seat).filter(kind__in=("conversation", "family"), current__isnull=False)
    found = rows.order_by("number").values_list(
        "number", "title", "participation__role_label",
        Coalesce("participation__agency__number", "agency__number"),
        "current__text", "current__anchors", "current__masks",
    )  # fmt: skip
    return tuple(
        Told(number, title, voice or "", agency, paragraphs(text, anchors, read(masks)))
        for number, title, voice, agency, text, anchors, masks in found
    )
