"""A query whose words are worked out once and then asked again and again with other values.

Putting a query of Django into words takes longer than the database takes to answer it. For the few queries that are
asked with every request, or with every mark, the words are kept. They are still made from the same query sets, so
what a seat may see is decided where it is always decided; only numbers, words and moments are put in later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import JSONField, Model, QuerySet
from django.db.models.fields import AutoFieldMixin

from casement.foundation.memory import Memory

M = TypeVar("M", bound=Model)
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


def columns_of(model: type[M]) -> list[str]:
    """Every column of a table by the name its rows know it under, for a `values_list` that leaves nothing out."""
    return [field.attname for field in model._meta.concrete_fields]


def rows_as(model: type[M], rows: list[tuple[Any, ...]]) -> list[M]:
    """The rows of a query of `columns_of(model)`, as Django gives them to whoever asks it for objects."""
    names = columns_of(model)
    return [model.from_db(connection.alias, names, row) for row in rows]


def put_new(row: M) -> M:
    """Store a new row as its `save` would, with a statement that is put together once for its table.

    For rows stored with every mark and every page. Nothing in Casement listens to Django's signals of saving.
    """
    sql, fields = INSERTS.once((connection.vendor, type(row)), lambda: insertion(type(row)))
    told = [field.get_db_prep_save(field.pre_save(row, add=True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias
    return row


def insertion(model: type[Model]) -> tuple[str, list[Any]]:
    """The statement that stores a row, and the fields whose values it takes; the database numbers the row."""
    name, key = connection.ops.quote_name, model._meta.pk
    fields = [one for one in model._meta.concrete_fields if one is not key or not isinstance(one, AutoFieldMixin)]
    columns = ", ".join(name(str(one.column)) for one in fields)
    places = ", ".join(["%s"] * len(fields))
    table, numbered = name(model._meta.db_table), name(str(key.column))
    return f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING {numbered}", fields


def put_plain(model: type[Model], columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Store many rows of numbers and words, as they are: a row of a hundred thousand costs a tenth of its object.

    Every column without a default in the database must be named.
    """
    name, columns_by = connection.ops.quote_name, {one.name: str(one.column) for one in model._meta.concrete_fields}
    told = ", ".join(name(columns_by[one]) for one in columns)
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {name(model._meta.db_table)} ({told}) VALUES ({places})", rows)


def put_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Store many rows as saving each would, without making objects of them; what is not named takes its default.

    `columns` are named as rows know them (`agency_id`), and rows hold a value for each. Their keys are not told.
    """
    _, fields = INSERTS.once((connection.vendor, model), lambda: insertion(model))
    by_name = {one.attname: one for one in fields}
    others = [one for one in fields if one.attname not in columns]
    wanted = [by_name[one] for one in columns]
    given = tuple(one.get_db_prep_save(one.get_default(), connection) for one in others)
    name = connection.ops.quote_name
    told = ", ".join(name(str(one.column)) for one in (*wanted, *others))
    places = ", ".join(["%s"] * len(fields))
    values = [(*prepared(wanted, row), *given) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {name(model._meta.db_table)} ({told}) VALUES ({places})", values)


def change_many(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Change many rows one by one in one statement: each of `rows` holds its key, then a value for each column."""
    by_name = {one.attname: one for one in model._meta.concrete_fields}
    wanted, name = [by_name[one] for one in columns], connection.ops.quote_name
    told = ", ".join(f"{name(str(one.column))} = %s" for one in wanted)
    key = name(str(model._meta.pk.column))
    values = [(*prepared(wanted, row[1:]), row[0]) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {name(model._meta.db_table)} SET {told} WHERE {key} = %s", values)


def prepared(fields: Sequence[Any], row: Sequence[Any]) -> tuple[Any, ...]:
    """The values of a row as the database is given them. Words and numbers go as they are, but for JSON."""
    return tuple(
        value
        if type(value) in (str, int) and not isinstance(field, JSONField)
        else field.get_db_prep_save(value, connection)
        for field, value in zip(fields, row, strict=True)
    )


INSERTS: Memory[tuple[str, list[Any]]] = Memory(64)
