"""Passages that speak of the same things as a marked one, and what they are marked with already."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.coding import queries
from casement.rooms.coding.web.pages.marks import Row, row


@dataclass(frozen=True)
class Like:
    """One passage: its source, its words with the shared ones marked, the shared words, and its codes."""

    number: int
    title: str
    kind: str
    paragraph: int
    href: str
    pieces: tuple[tuple[str, bool], ...]
    shared: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class AlikePage:
    """The marked passage, and those like it."""

    row: Row
    likes: tuple[Like, ...]
    tab: str


def alike_page(seat: Seat, mark: int) -> AlikePage:
    """Passages like the one of mark `mark`, most alike first."""
    view = queries.mark_view(seat, mark)
    likes = tuple(
        Like(
            one.number, one.title, one.kind, one.paragraph,
            f"sources/{one.number}/?at={one.start}-{one.end}#p{one.paragraph}", one.pieces, one.shared, one.codes,
        )
        for one in queries.like_mark(seat, view)
    )  # fmt: skip
    return AlikePage(row(view), likes, f"Like mark {mark}")
