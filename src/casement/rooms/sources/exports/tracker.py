"""The tracker of requests as a table: one row for each request, as CSV or as a spreadsheet that runs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casement.foundation.comma_separated import as_csv
from casement.foundation.spreadsheet import as_xlsx
from casement.rooms.sources.queries import RequestLine
from casement.rooms.sources.vocabulary.requests import STATE_NAMES, WHY_NAMES, Why, power_words

COLUMNS = (
    "Request", "Agency", "Asked of", "What was asked for", "Whose records", "Period", "What allows it", "Why",
    "Asked on", "Please answer by", "Promised for", "State", "Days past the promised day", "What came", "Not here",
    "Chased on",
)  # fmt: skip


def tracker_csv(lines: Iterable[RequestLine]) -> bytes:
    """The tracker as CSV."""
    return as_csv(COLUMNS, rows(lines))


def tracker_xlsx(lines: Iterable[RequestLine]) -> bytes:
    """The tracker as a spreadsheet of one sheet."""
    return b"".join(as_xlsx("Requests", COLUMNS, rows(lines)))


def rows(lines: Iterable[RequestLine]) -> list[list[str | float]]:
    """A row for each request; days as 2026-02-03, so that they sort."""
    return [
        [
            one.number, one.agency, one.asked_of, one.kinds, one.about, one.period,
            power_words(one.power, one.power_other), one.reason, one.asked_on.isoformat(), day(one.wanted_by),
            day(one.stand.promised_for), STATE_NAMES[one.stand.state], one.stand.late or "",
            "\n".join(f"Source {came.number} {came.title}".rstrip() for came in one.came),
            "\n".join(f"{WHY_NAMES[Why(gap.why)]}: {gap.what}" for gap in one.gaps),
            "\n".join(day(on) for on in one.stand.chased),
        ]
        for one in lines
    ]  # fmt: skip


def day(value: date | None) -> str:
    """A day as 2026-02-03, or nothing."""
    return value.isoformat() if value else ""
