"""What the page of all accounts in one line receives, and the file of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.chronology import queries
from casement.rooms.chronology.web.pages import number_from


@dataclass(frozen=True)
class OneLinePage:
    """One page of the line, and whether it can be saved."""

    told: queries.OneLine
    pages: Pages
    may_save: bool
    tab: str = "In one line"


def one_line_page(seat: Seat, asked: Mapping[str, str]) -> OneLinePage:
    """All accounts in one line."""
    told = queries.one_line(seat, number_from(asked.get("page")) or 1)
    pages = Pages(told.page, told.last, told.total, queries.MOMENTS, "moments", "")
    return OneLinePage(told, pages, allows(seat.standing, Action.CODING_FILES))


def one_line_file(seat: Seat, kind: str) -> Download:
    """Every entry, also those without a date, a row for each account."""
    return tabular("in-one-line", kind, queries.COLUMNS, queries.account_rows(queries.whole_line(seat)))
