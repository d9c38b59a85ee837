"""A query whose words are worked out once and then asked again and again with other values.

Putting a query of Django into words takes longer than the database takes to answer it. For the few queries that are
asked with every request, or with every mark, the words are kept. They are still made from the same query sets, so
what a seat may see is decided where it is always decided; only numbers, words and moments are put in later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from casement.foundation.memory import Memory

FIRST_NUMBER, FIRST_MOMENT = 1_987_654_001, datetime(1807, 7, 7, 7, 7, 7, tzinfo=UTC)


@dataclass(frozen=True)
class Words:
    """One query in words: its values, of which those in `slots` (place, name) come with each call."""

    sql: str
    values: tuple[Any, ...]
    slots: tuple[tuple[int, str], ...]
    compiler: Any
    converters: Any


class Prepared:
    """Asks `build(*shape, **values)`, a `values_list`, whose words depend on `shape` alone.

    `shape` must hold everything that decides how the query is worded, so a seat belongs to it. Each of `values` is
    a whole number, a word or a moment, stands in the query as it is, and never decides its wording.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], most: int = 256) -> None:
        self.build = build
        self.kept: Memory[Words | None] = Memory(most)

    def __call__(self, *shape: Hashable, **values: int | str | datetime) -> list[tuple[Any, ...]]:
        """The rows."""
        kinds = tuple((name, type(value)) for name, value in values.items())
        words = self.kept.once(
            (connection.vendor, shape, kinds), lambda: worded(self.build, shape, list(values.items()))
        )
        if words is None:
            return []
        filled = list(words.values)
        for place, name in words.slots:
            filled[place] = stored(values[name])
        with connection.cursor() as cursor:
            cursor.execute(words.sql, filled)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
        if words.converters:
            return [tuple(row) for row in words.compiler.apply_converters(rows, words.converters)]
        return rows


def worded(
    build: Callable[..., QuerySet[Any, Any]], shape: Sequence[Any], values: Sequence[tuple[str, Any]]
) -> Words | None:
    """The query in words, with a place for each value; None where it can find nothing whatever the values."""
    stand_ins = {name: stand_in(value, at) for at, (name, value) in enumerate(values)}
    query = build(*shape, **stand_ins).query
    compiler = query.get_compiler(connection=connection)
    try:
        sql, told = compiler.as_sql()
    except EmptyResultSet:
        return None
    names = {stored(value): name for name, value in stand_ins.items()}
    slots = tuple((at, names[each]) for at, each in enumerate(told) if type(each) is not bool and each in names)
    missing = set(stand_ins) - {name for _, name in slots}
    if missing:
        raise ValueError(f"these values are not in the query: {', '.join(sorted(missing))}")
    columns = [column[0] for column in compiler.select[: compiler.col_count]]
    return Words(sql, tuple(told), slots, compiler, compiler.get_converters(columns))


def stand_in(value: Any, at: int) -> Any:
    """A value of the same kind that stands nowhere else in a query."""
    if isinstance(value, datetime):
        return FIRST_MOMENT + timedelta(days=at)
    return FIRST_NUMBER + at if isinstance(value, int) else f"stand-in {FIRST_NUMBER + at}"


def stored(value: Any) -> Any:
    """A value as the database is given it."""
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
