"""What the page of a corrected file receives: what it would change, beside what stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.design.parts import Pages
from casement.rooms.chronology import queries
from casement.rooms.chronology.web.pages import number_from


@dataclass(frozen=True)
class ChangesPage:
    """A page of changes that are open. `refused` is the one whose form comes back."""

    told: queries.Changes
    pages: Pages
    kind: str
    unchanged: int
    refused: int | None
    tab: str

    @property
    def open(self) -> bool:
        """Whether this person may answer."""
        return self.told.imported.may_change and self.told.imported.state in ("rows", "changes")


def changes_page(seat: Seat, number: int, asked: Mapping[str, str], change: int | None = None) -> ChangesPage:
    """What a corrected file would change."""
    kind = asked.get("kind", "")
    told = queries.changes(seat, number, page=number_from(asked.get("page")) or 1, kind=kind)
    kept = f"&kind={kind}" if any(kind == each for each, _, _ in told.open) else ""
    pages = Pages(told.page, told.last, told.total, queries.CARDS, "changes", kept)
    unchanged = int(told.imported.counts.get("unchanged", 0))
    return ChangesPage(told, pages, kind if kept else "", unchanged, change, f"Import {number}")
