"""The decision log as rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.candidate_log import Decided

COLUMNS = ("Number", "When", "Why it was proposed", "In words", "Decision", "Reason", "By", "Stands", "Episode",
           "What the episode is now", "Reason for that")  # fmt: skip


def rows(lines: Iterable[Decided]) -> Iterator[tuple[str | int, ...]]:
    """One row for each decision."""
    for one in lines:
        yield (
            one.number or "", one.at.date().isoformat(), one.sort_name, one.said, one.decision_name, one.reason,
            one.by, "yes" if one.stands else "no", one.episode or "", one.became, one.state_reason,
        )  # fmt: skip
