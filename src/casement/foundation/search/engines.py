"""What differs between SQLite (FTS5) and PostgreSQL (tsvector): the statement and how a hit is shown."""

import re
from collections.abc import Iterable, Sequence

from casement.foundation.search.asking import Term

START, STOP = "\x02", "\x03"


def match(vendor: str, terms: Iterable[Term], *, every: bool = True) -> str:
    """The terms as the engine is asked for them: all of them, or any."""
    asked = [of_sqlite(term) if vendor == "sqlite" else of_postgresql(term) for term in terms]
    if vendor == "sqlite":
        return (" AND " if every else " OR ").join(asked)
    return (" & " if every else " | ").join(asked)


def of_sqlite(term: Term) -> str:
    """One term for FTS5 (sqlite.org/fts5.html, section 3)."""
    if term.near is None:
        return '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")
    return "(" + " AND ".join(f'NEAR("{one}" "{other}", {term.near})' for one, other in term.pairs()) + ")"


def of_postgresql(term: Term) -> str:
    """One term for to_tsquery, whose <N> is an exact distance in one order."""
    if term.near is None:
        return "(" + " <-> ".join(term.words) + (":*" if term.prefix else "") + ")"
    distances = range(1, term.near + 2)
    ways = [
        " | ".join(f"({one} <{far}> {other}) | ({other} <{far}> {one})" for far in distances)
        for one, other in term.pairs()
    ]
    return "(" + " & ".join(f"({way})" for way in ways) + ")"


def statement(
    vendor: str, terms: list[Term], rights: str, values: list[object], kinds: Sequence[str], limit: int, *,
    every: bool = True,
) -> tuple[str, list[object]]:  # fmt: skip
    """The SQL and its values; columns are review, kind, number, place, title, snippet.

    Where `every` is false, a passage is found that holds any of the terms, and comes whole instead of in a snippet.
    """
    only = f" AND r.kind IN ({', '.join(['%s'] * len(kinds))})" if kinds else ""
    last: list[object] = [*kinds, limit]
    asked = match(vendor, terms, every=every)
    if vendor == "sqlite":
        words = "snippet(foundation_search, 0, char(2), char(3), '…', 24)" if every else "r.text"
        return (
            f"SELECT r.review_id, r.kind, r.number, r.place, r.title, {words} "
            "FROM foundation_search f JOIN foundation_searchrow r ON r.id = f.rowid "
            f"WHERE foundation_search MATCH %s AND ({rights}){only} "
            "ORDER BY bm25(foundation_search), r.id LIMIT %s",
            [asked, *values, *last],
        )
    options = [f"StartSel={START}, StopSel={STOP}, MaxWords=24, MinWords=8"] if every else []
    words = "ts_headline('english', r.text, q, %s)" if every else "r.text"
    return (
        f"SELECT r.review_id, r.kind, r.number, r.place, r.title, {words} "
        "FROM foundation_searchrow r, to_tsquery('english', %s) q "
        f"WHERE r.words @@ q AND ({rights}){only} ORDER BY ts_rank(r.words, q) DESC, r.id LIMIT %s",
        [*options, asked, *values, *last],
    )


def pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """A snippet cut at its marks: text and whether it is a match."""
    out: list[tuple[str, bool]] = []
    for part in re.split(f"({START}[^{STOP}]*{STOP})", snippet):
        if part:
            out.append((part.strip(START + STOP), part.startswith(START)))
    return tuple(out)


CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE foundation_search USING fts5(text, content='foundation_searchrow', "
        "content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')",
        "CREATE TRIGGER search_put AFTER INSERT ON foundation_searchrow BEGIN "
        "INSERT INTO foundation_search(rowid, text) VALUES (new.id, new.text); END",
        "CREATE TRIGGER search_drop AFTER DELETE ON foundation_searchrow BEGIN "
        "INSERT INTO foundation_search(foundation_search, rowid, text) VALUES ('delete', old.id, old.text); END",
    ),
    "postgresql": (
        "ALTER TABLE foundation_searchrow ADD COLUMN words tsvector "
        "GENERATED ALWAYS AS (to_tsvector('english', text)) STORED",
        "CREATE INDEX search_words ON foundation_searchrow USING gin(words)",
    ),
}
