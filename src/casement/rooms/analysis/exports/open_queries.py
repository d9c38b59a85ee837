"""Open queries as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.open_queries import QueryLine

COLUMNS = ("Number", "What we do not know", "Put to", "Arose from", "How it stands", "Answers", "Let go because",
           "Asked by", "When")  # fmt: skip


def rows(lines: Iterable[QueryLine]) -> Iterator[tuple[str | int, ...]]:
    """One row for each query."""
    for one in lines:
        yield (
            one.number, one.text, one.asked, one.place, one.state, "\n".join(words for words, _ in one.answers),
            one.let_go_because, one.by, one.at.date().isoformat(),
        )  # fmt: skip
