"""Passages that speak of the same things as a marked one, and what they are marked with already."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.coding import queries
from casement.rooms.coding.web.pages.marks import Row, row


@dataclass(frozen=True)
class Like:
    """One passage: its source, its words with the telling ones marked, why it is like the other, and its codes."""

    number: int
    title: str
    kind: str
    paragraph: int
    href: str
    pieces: tuple[tuple[str, bool], ...]
    shared: tuple[str, ...]
    close: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class AlikePage:
    """The marked passage, and those like it.

    `model` names what compared meanings, where something did; `unready` passages it has not seen yet.
    """

    row: Row
    likes: tuple[Like, ...]
    model: str
    unready: int
    tab: str


def alike_page(seat: Seat, mark: int) -> AlikePage:
    """Passages like the one of mark `mark`, most alike first."""
    view = queries.mark_view(seat, mark, notes=False)
    found = queries.like_mark(seat, view)
    likes = tuple(
        Like(
            one.number, one.title, one.kind, one.paragraph,
            f"sources/{one.number}/?at={one.start}-{one.end}#p{one.paragraph}", one.pieces, one.shared,
            one.close, one.codes,
        )
        for one in found.passages
    )  # fmt: skip
    return AlikePage(row(view), likes, found.model, found.unready, f"Like mark {mark}")
