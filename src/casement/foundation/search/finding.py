"""Searching: the words, and in the same query the seats that limit what can be found."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.search import engines

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

    Odd syntax is searched as plain words. "Quoted words" are a phrase and a star at the end of a word is
    a prefix.
    """
    rights, params = _rights(seats)
    words = engines.parsed(query)
    if not rights or not words:
        return ()
    sql, values = engines.statement(connection.vendor, words, rights, params, kind, limit)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)  # type: ignore[arg-type]
        rows = cursor.fetchall()
    return tuple(
        Found(review_id, told, number, place, title, engines.pieces(snippet))
        for review_id, told, number, place, title, snippet in rows
    )


def _rights(seats: Iterable[Seat]) -> tuple[str, list[object]]:
    """A condition on search rows, and its values, saying what these seats may read."""
    clauses: list[str] = []
    values: list[object] = []
    for seat in seats:
        standing = seat.standing
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
            if standing.role is not Role.LEAD:
                clause += " AND r.access = 'team'"
            clauses.append(f"({clause})")
            values.extend(more)
    return " OR ".join(clauses), values
