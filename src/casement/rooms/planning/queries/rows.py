"""Rows of the plan as the rules see them."""

from collections.abc import Iterable

from casement.rooms.planning.models import PlanRow
from casement.rooms.planning.rules.moving import Dated


def dated(rows: Iterable[PlanRow]) -> list[Dated]:
    """The rows that stand, in order; what follows a row that is left out follows what that one followed."""
    told = sorted(rows, key=lambda row: (row.order, row.number))
    by_key = {row.key: row for row in told}

    def follows(row: PlanRow) -> tuple[str, ...]:
        found: list[str] = []
        for key in row.after:
            before = by_key.get(key)
            if before is not None:
                found += [key] if before.dropped_at is None else follows(before)
        return tuple(dict.fromkeys(found))

    return [
        Dated(row.key, row.label, row.start_on, row.end_on, row.length, row.wait, follows(row))
        for row in told
        if row.dropped_at is None
    ]
