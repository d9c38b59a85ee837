"""The codebook and one code with its passages."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.coding import queries
from casement.rooms.coding.web.pages.marks import Row, asked_page, pages_of, row


@dataclass(frozen=True)
class Group:
    """Factors of one kind."""

    name: str
    codes: tuple[queries.Choice, ...]
    marks: int


@dataclass(frozen=True)
class CodebookPage:
    """Factors by group, open codes, and those that were retired."""

    groups: tuple[Group, ...]
    open_codes: tuple[queries.Choice, ...]
    retired: tuple[queries.Choice, ...]
    may_add: bool
    may_exchange: bool
    may_save: bool
    tab: str = "Codebook"


@dataclass(frozen=True)
class CodePage:
    """One code: what it means, and every passage it was given to."""

    code: queries.Choice
    number: int | None
    rows: tuple[Row, ...]
    pages: Pages
    wordings: tuple[queries.Wording, ...]
    signs: queries.Signs | None
    may_word: bool
    memos: tuple[queries.MemoView, ...]
    memo_href: str
    may_write: bool
    edition: int
    may_change: bool
    filled: dict[str, dict[str, Any]]
    tab: str


def codebook_page(seat: Seat) -> CodebookPage:
    """The codebook."""
    told = queries.codebook(seat)
    factors = [one for one in told if one.value.startswith("item:")]
    own = [one for one in told if one.value.startswith("open:")]
    groups = []
    for name, codes in groupby(factors, key=lambda one: one.group):
        held = tuple(codes)
        groups.append(Group(name or "Factors", held, sum(one.count for one in held)))
    return CodebookPage(
        tuple(groups),
        tuple(one for one in own if not one.retired),
        tuple(one for one in own if one.retired),
        allows(seat.standing, Action.CODING_CODES),
        allows(seat.standing, Action.CODING_EXCHANGES),
        allows(seat.standing, Action.CODING_FILES),
    )


def code_page(seat: Seat, number: int, asked: QueryDict | None = None) -> CodePage:
    """One open code."""
    return shown(seat, queries.code_view(seat, number, asked_page(asked)), asked, f"codes/{number}")


def item_page(seat: Seat, item: str, asked: QueryDict | None = None) -> CodePage:
    """One factor of the framework."""
    return shown(seat, queries.item_view(seat, item, asked_page(asked)), asked, f"codes/item/{item}")


def shown(seat: Seat, view: queries.CodeView, asked: QueryDict | None, back: str) -> CodePage:
    """A code with its passages; each leads to its words and back here."""
    told = view.choice
    memos = queries.memos_on_code(seat, number=view.number, item="" if view.number else told.key)
    wording = {
        "label": told.label, "definition": told.help, "exclusion": told.exclusion, "example": told.example,
        "based_on": view.edition,
    }  # fmt: skip
    return CodePage(
        view.choice,
        view.number,
        tuple(row(mark, back) for mark in view.marks),
        pages_of(asked_page(asked), view.total, "passages"),
        view.wordings,
        None if view.number else queries.signs_of(seat, told.key),
        allows(seat.standing, Action.CODING_CODES),
        memos,
        f"{back}/memo/",
        allows(seat.standing, Action.CODING_MEMO),
        view.edition,
        view.number is not None and allows(seat.standing, Action.CODING_CODES),
        {"form": wording},
        f"Code {view.number}" if view.number else "Factor",
    )
