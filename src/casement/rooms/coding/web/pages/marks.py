"""Marks as a table, one mark, and a mark as the desk's script is answered."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.web import News
from casement.rooms.coding import queries
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT
from casement.rooms.coding.web.pages.meanings import meanings
from casement.rooms.coding.web.pages.reader import mark_data

WAYS = (("helped", "Helped"), ("harder", "Made it harder"), ("unclear", "Unclear"))


@dataclass(frozen=True)
class Row:
    """One mark in a list: what it is, where it leads, and its influence in one word."""

    mark: queries.MarkView
    influence: str
    href: str

    @property
    def whose(self) -> str:
        """Whose words these are: a role label or an agency."""
        return self.mark.participant or self.mark.agency


@dataclass(frozen=True)
class MarksPage:
    """The marks of one source as a table."""

    source: queries.SourceMarks
    rows: tuple[Row, ...]
    removed: tuple[Row, ...]
    pages: Pages
    ways: tuple[tuple[str, str], ...]
    may_mark: bool
    memos: tuple[queries.MemoView, ...]
    tab: str


@dataclass(frozen=True)
class MarkPage:
    """One mark, with what can be changed about it."""

    row: Row
    codes: tuple[queries.Choice, ...]
    may_mark: bool
    own_memo: queries.Note | None
    filled: dict[str, dict[str, Any]]
    tab: str

    @property
    def meanings(self) -> SafeString:
        """What each code means."""
        return meanings(self.codes)


def row(view: queries.MarkView, back: str = "") -> Row:
    """A mark with the address of its very words."""
    text = "" if view.current else f"&text={view.version}"
    came = f"&back={back}" if back else ""
    there = f"sources/{view.source_number}/?at={view.start}-{view.end}{text}{came}#p{view.paragraph}"
    return Row(view, INFLUENCE_SHORT.get(view.influence, ""), there)


def asked_page(asked: QueryDict | None) -> int:
    """The page of a long list that the address asks for."""
    told = (asked or QueryDict()).get("page", "")
    return int(told) if told.isdigit() and len(told) < 7 else 1


def pages_of(page: int, total: int, noun: str) -> Pages:
    """Where a list stands."""
    last = max(1, -(-total // queries.PAGE))
    return Pages(min(max(page, 1), last), last, total, queries.PAGE, noun)


def marks_page(seat: Seat, number: int, asked: QueryDict | None = None) -> MarksPage:
    """The marks of source `number` as a table, those taken away apart."""
    page = asked_page(asked)
    found = queries.source_marks(seat, number, page)
    rows = tuple(row(mark) for mark in found.marks)
    return MarksPage(
        found,
        tuple(one for one in rows if not one.mark.removed),
        tuple(one for one in rows if one.mark.removed),
        pages_of(page, found.total, "marks"),
        WAYS,
        allows(seat.standing, Action.CODING_MARK),
        queries.memos_on(seat, number),
        f"Marks of source {number}",
    )


def mark_page(seat: Seat, mark: int) -> MarkPage:
    """One mark and the forms to change it, holding what it says now."""
    view = queries.mark_view(seat, mark)
    may_mark = allows(seat.standing, Action.CODING_MARK)
    own = next((note for note in reversed(view.notes) if note.mine), None)
    one = row(view)
    return MarkPage(
        one,
        queries.choices(seat) if may_mark else (),
        may_mark,
        own,
        {
            "code": {"code": view.code, "influence": one.influence},
            "memo": {"memo": own.text, "private": own.private} if own else {},
        },
        f"Mark {mark}",
    )


def told_to_desk(seat: Seat, result: Any) -> dict[str, Any]:
    """A mark as the desk's script reads it."""
    return {"mark": mark_data(queries.desk_mark(seat, result.number), True)}


def told_of_memo(seat: Seat, result: Any) -> dict[str, Any]:
    """The mark a memo was written on."""
    return {"mark": mark_data(queries.desk_mark(seat, result.mark.number), True)}


def marks_since(seat: Seat, number: int, change: int, asked: QueryDict | None = None) -> News:
    """What happened to the marks of source `number` after `change`, for a reader that stays open.

    What others did and this shows is noted; that nothing happened, or only what this person did, is not.
    """
    asked = asked or QueryDict()
    told = asked.get("text", "")
    text = int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0
    found = queries.marks_since(seat, number, text, change, asked.get("wall", ""))
    may_mark = allows(seat.standing, Action.CODING_MARK)
    content = {
        "latest": found.latest,
        "wall": found.wall,
        "marks": [mark_data(mark, may_mark) for mark in found.marks],
        "total": found.total,
        "whole": found.whole,
        "moved": found.moved,
    }
    of_others = any(not mark.removed and mark.by != "You" for mark in found.marks)
    state = f"{number} {text} {change} {found.latest} {found.wall} {found.whole} {found.moved}"
    return News(content, state, shows=of_others)


def memo_kept(seat: Seat, result: Any) -> dict[str, Any]:
    """That a memo on a source is kept."""
    return {"memo": result.number}
