"""What differs between SQLite (FTS5) and PostgreSQL (tsvector): the statement and how a hit is shown."""

import re

START, STOP = "\x02", "\x03"
TERM = re.compile(r'"([^"]+)"|(\S+)')
WORD = re.compile(r"\w+", re.UNICODE)


def parsed(query: str) -> list[tuple[tuple[str, ...], bool]]:
    """The terms of a query: each a tuple of words (several for a phrase) and whether it is a prefix."""
    terms: list[tuple[tuple[str, ...], bool]] = []
    for phrase, single in TERM.findall(query):
        words = tuple(WORD.findall(phrase or single))
        if words:
            terms.append((words, bool(single) and single.endswith("*")))
    return terms[:20]


def statement(
    vendor: str,
    terms: list[tuple[tuple[str, ...], bool]],
    rights: str,
    values: list[object],
    kind: str,
    limit: int,
) -> tuple[str, list[object]]:
    """The SQL and its values; columns are review, kind, number, place, title, snippet."""
    only = " AND r.kind = %s" if kind else ""
    last: list[object] = [*([kind] if kind else []), limit]
    if vendor == "sqlite":
        asked = " ".join('"' + " ".join(words) + '"' + ("*" if prefix else "") for words, prefix in terms)
        return (
            "SELECT r.review_id, r.kind, r.number, r.place, r.title, "
            "snippet(foundation_search, 0, char(2), char(3), '…', 24) "
            "FROM foundation_search f JOIN foundation_searchrow r ON r.id = f.rowid "
            f"WHERE foundation_search MATCH %s AND ({rights}){only} "
            "ORDER BY bm25(foundation_search), r.id LIMIT %s",
            [asked, *values, *last],
        )
    asked = " & ".join("(" + " <-> ".join(words) + (":*" if prefix else "") + ")" for words, prefix in terms)
    options = f"StartSel={START}, StopSel={STOP}, MaxWords=24, MinWords=8"
    return (
        "SELECT r.review_id, r.kind, r.number, r.place, r.title, ts_headline('english', r.text, q, %s) "
        "FROM foundation_searchrow r, to_tsquery('english', %s) q "
        f"WHERE r.words @@ q AND ({rights}){only} ORDER BY ts_rank(r.words, q) DESC, r.id LIMIT %s",
        [options, asked, *values, *last],
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
