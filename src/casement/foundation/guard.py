"""Two guards: a page may not write while it is built, and a template may not query while it is drawn."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

READS = re.compile(r"[\s(]*(SELECT|WITH|EXPLAIN|SAVEPOINT|RELEASE|PRAGMA)\b", re.IGNORECASE)


class WritesOnRead(RuntimeError):
    """A page tried to change the database."""


class QueryInTemplate(RuntimeError):
    """A template tried to ask the database."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if not READS.match(sql):
        raise WritesOnRead(sql.split(None, 3)[0])
    return execute(sql, params, many, context)


def _refuse_all(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    raise QueryInTemplate("templates receive finished values")


@contextmanager
def read_only() -> Iterator[None]:
    """Inside, any statement that is not a read raises WritesOnRead."""
    # Django finds out once per connection whether SQLite knows JSON, in a transaction; that must not happen inside.
    _ = connection.features.supports_json_field
    with connection.execute_wrapper(_refuse_writes):
        yield


@contextmanager
def no_queries() -> Iterator[None]:
    """Inside, any statement at all raises QueryInTemplate."""
    with connection.execute_wrapper(_refuse_all):
        yield
