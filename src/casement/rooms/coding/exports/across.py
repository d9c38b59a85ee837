"""Passages and tables of codes as rows for a spreadsheet, and as the body of a Word file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from casement.rooms.coding.exports import word
from casement.rooms.coding.queries.across.passages import Passage
from casement.rooms.coding.queries.across.tables import Table
from casement.rooms.coding.vocabulary import INFLUENCE_NAMES

PASSAGES = (
    "Source", "Title", "Kind", "Agency", "Participant", "Date as recorded", "Paragraph", "From", "To",
    "Words before", "Words", "Words after", "Code", "Influence", "Marked by", "Mark",
)  # fmt: skip
Cell = str | int
WIDE = 8  # columns of a table side by side in a Word file


def passage_rows(passages: Iterable[Passage]) -> Iterator[list[Cell]]:
    """One row for each code on a passage. From and To count characters from the beginning of the text."""
    for one in passages:
        where: list[Cell] = [
            one.source_number, one.source_title, one.source_kind, one.agency, one.participant, one.date,
            one.paragraph, one.start, one.end, one.before, one.words, one.after,
        ]  # fmt: skip
        for given in one.given:
            yield [*where, given.label, INFLUENCE_NAMES.get(given.influence, ""), given.by, given.mark]


def passage_words(asked: str, passages: Iterable[Passage]) -> Iterator[str]:
    """Passages under their sources, each with its codes and what stands around it."""
    yield word.paragraph((asked, ""))
    for (number, title), group in groupby(passages, key=lambda one: (one.source_number, one.source_title)):
        yield word.heading(f"{number}. {title}")
        for one in group:
            codes = [code_words(given.label, given.influence, given.by) for given in one.given]
            whose = ", ".join(part for part in (one.whose, one.date, f"paragraph {one.paragraph}") if part)
            yield word.paragraph((whose, "i"))
            yield word.paragraph((one.before, ""), (one.words, "b"), (one.after, ""))
            yield word.paragraph(("; ".join(codes), ""), style="ListBullet")


def code_words(label: str, influence: str, by: str) -> str:
    """One code on a passage, in a line."""
    way = f", {INFLUENCE_NAMES[influence].lower()}" if influence else ""
    return f"{label}{way} ({by})"


def table_columns(table: Table) -> list[str]:
    """The headings of a table."""
    return ["Code", *(f"{one.name} {one.title}".strip() for one in table.columns)]


def table_rows(table: Table) -> Iterator[list[Cell]]:
    """The whole table, a row for each code."""
    for code in table.rows:
        yield [code.label, *(table.count(code, at) for at in range(len(table.columns)))]


def table_words(asked: str, table: Table) -> Iterator[str]:
    """The table in parts that fit a page."""
    yield word.paragraph((asked, ""))
    columns = table_columns(table)
    for first in range(1, max(len(columns), 2), WIDE):
        part = slice(first, first + WIDE)
        rows: Iterator[Sequence[str]] = (
            [str(row[0]), *(str(cell or "") for cell in row[part])] for row in table_rows(table)
        )
        yield from word.table([columns[0], *columns[part]], rows)
