"""What waits for somebody in several reviews, asked of several rooms in one query.

A room tells what waits as rows of one shape; whoever shows it puts the rows of the rooms together and lets the
database answer once. So a page that says what needs somebody costs the same however many rooms have a say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from django.db.models import BigIntegerField, DateField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.db.models.query import EmptyQuerySet

Rows: TypeAlias = QuerySet[Any, Any]


class Waiting(NamedTuple):
    """One thing that waits, or an amount of them: a kind, the review, a number, a day and words, where told."""

    kind: str
    review: int
    number: int
    day: date | None
    words: str


Told: TypeAlias = dict[int, list[Waiting]]


def rows_of(rows: QuerySet[Any], kind: str, *, review: str = "review", **columns: str) -> Rows:
    """Rows as `Waiting`: `number`, `day` and `words` name columns, and are 1, no day and no words where not named.

    The rows may have been grouped by `review` already, with an amount as `number`.
    """
    given = {
        "waits_number": Cast(F(columns["number"]) if "number" in columns else Value(1), BigIntegerField()),
        "waits_day": F(columns["day"]) if "day" in columns else Cast(Value(None, DateField()), DateField()),
        "waits_words": Cast(F(columns["words"]) if "words" in columns else Value(""), TextField()),
    }
    told = rows.order_by().annotate(waits=Value(kind, TextField()), **given)
    found: Rows = told.values_list("waits", review, *given)
    return found


def asked_at_once(parts: Iterable[Rows]) -> Told:
    """What the rooms told, by review; one query, none when no room had anything to ask."""
    told: Told = defaultdict(list)
    asked = [each for each in parts if not isinstance(each, EmptyQuerySet)]
    if asked:
        for row in asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]:
            told[row[1]].append(Waiting(*row))
    return told
