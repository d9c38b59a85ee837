"""Searching: the words, and in the same query the seats that limit what can be found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db import connection

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.search import engines
from casement.foundation.search.asking import Term, parsed

OWN = "own"  # the access of what only its writer may find
WHOLE = "r.review_id, r.kind, r.number, r.place, r.title, r.text"
READABLE = (Subject.RECORDS, Subject.WRITE_UPS, Subject.WORKING)


@dataclass(frozen=True)
class Found:
    """One passage that was found: where it is and the words around, as (text, is_match) pieces."""

    review_id: int
    kind: str
    number: int
    place: int
    title: str
    pieces: tuple[tuple[str, bool], ...]


def find(seats: Iterable[Seat], query: str, *, kind: str = "", limit: int = 50) -> tuple[Found, ...]:
    """Passages that hold the words of `query`, best first, only from what these seats may read.

    Odd syntax is searched as plain words. "Quoted words" are a phrase, a star at the end of a word is a prefix,
    and "quoted words"~5 may have five others between any two of them.
    """
    rows = read(seats, parsed(query), kind=kind, limit=limit)
    return tuple(
        Found(review_id, told, number, place, title, engines.pieces(snippet))
        for review_id, told, number, place, title, snippet in rows
    )


def read(
    seats: Iterable[Seat],
    terms: list[Term],
    *,
    kind: str | Sequence[str] = "",
    limit: int = 50,
    every: bool = True,
) -> list[tuple[Any, ...]]:
    """Rows of the index that hold all of the terms, or any, from what these seats may read; one query.

    `kind` is one kind or several; of all kinds where it is empty. Columns: review, kind, number, place, title, and
    a snippet or, where any term is enough, the whole text.
    """
    rights, params = _rights(seats)
    if not rights or not terms:
        return []
    kinds = [kind] if isinstance(kind, str) and kind else list(kind)
    sql, values = engines.statement(connection.vendor, terms, rights, params, kinds, limit, every=every)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)  # type: ignore[arg-type]
        return list(cursor.fetchall())


def meanings(seats: Iterable[Seat], *, kind: str = "") -> list[tuple[Any, ...]]:
    """Every row of the index that these seats may read, whole, as `read` tells them, and last its vector of meaning
    where it has one; one query."""
    rights, params = _rights(seats)
    if not rights:
        return []
    only = " AND r.kind = %s" if kind else ""
    values = [*params, *([kind] if kind else [])]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.review_id, r.kind, r.number, r.place, r.title, r.text, r.meaning FROM foundation_searchrow r "
            f"WHERE ({rights}){only} ORDER BY r.id",
            values,  # type: ignore[arg-type]
        )
        return list(cursor.fetchall())


def vectors(seats: Iterable[Seat], kinds: Iterable[str], mark: bytes) -> list[tuple[Any, ...]]:
    """Row id and vector of meaning of everything of these kinds that these seats may read, where the vector bears
    this mark of a model; one query.

    Without the words, which take most of the time to fetch: see `named` for those of the few that are wanted.
    """
    wanted = list(kinds)
    narrowed = f"r.kind IN ({', '.join(['%s'] * len(wanted))}) AND substr(r.meaning, 1, %s) = %s"
    # Put in order here: a database carries every vector through its sort, which takes longer than fetching them.
    found = _where(seats, "r.id, r.meaning", narrowed, [*wanted, len(mark), mark], order="")
    return sorted(found, key=itemgetter(0))


def named(seats: Iterable[Seat], rows: Iterable[int], sources: Iterable[int] = ()) -> list[tuple[Any, ...]]:
    """Rows of the index by their ids and all rows of these sources: id, then as `read` tells them; one query."""
    ids, numbers = list(rows), list(sources)
    given, more = (", ".join(["%s"] * len(one)) or "NULL" for one in (ids, numbers))
    narrowed = f"(r.id IN ({given}) OR (r.kind = 'source' AND r.number IN ({more})))"
    return _where(seats, f"r.id, {WHOLE}", narrowed, [*ids, *numbers])


def _where(
    seats: Iterable[Seat], columns: str, narrowed: str, values: list[Any], order: str = "ORDER BY r.id"
) -> list[tuple[Any, ...]]:
    rights, params = _rights(seats)
    if not rights:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM foundation_searchrow r WHERE ({rights}) AND {narrowed} {order}",
            [*params, *values],  # type: ignore[list-item]
        )
        return list(cursor.fetchall())


def _rights(seats: Iterable[Seat]) -> tuple[str, list[object]]:
    """A condition on search rows, and its values, saying what these seats may read."""
    clauses: list[str] = []
    values: list[object] = []
    for seat in seats:
        standing = seat.standing
        if standing.participation_id is not None:
            clauses.append("(r.review_id = %s AND r.access = 'own' AND r.owner_id = %s)")
            values += [seat.review_id, standing.participation_id]
        for subject in READABLE:
            reaches = reach(standing, subject, Verb.READ)
            if not reaches:
                continue
            clause, more = "r.review_id = %s AND r.subject = %s", [seat.review_id, str(subject)]
            if not reaches & {Reach.ALL, Reach.GRANTED}:
                if Reach.AGENCY in reaches:
                    clause, more = clause + " AND r.agency_id = %s", [*more, standing.agency_id]
                elif Reach.OWN in reaches:
                    clause, more = clause + " AND r.owner_id = %s", [*more, standing.participation_id]
                else:
                    continue
            clause += " AND r.access = 'team'" if standing.role is not Role.LEAD else " AND r.access <> 'own'"
            clauses.append(f"({clause})")
            values.extend(more)
    return " OR ".join(clauses), values
