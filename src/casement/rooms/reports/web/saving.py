"""What the pages for reading the whole report and saving copies receive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.web import Download
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.vocabulary import EDITION_NAMES, FINAL_EDITIONS, MEDIA_TYPES, CopyState, Edition
from casement.rooms.reports.web.words import Group, groups, moment, pages_of

MOST_LEAVES = 10_000


@dataclass(frozen=True)
class PreviewPage:
    """The report as it will be read, in one edition, and how to save it."""

    started: bool
    may_work: bool
    may_save: bool
    edition: str = ""
    edition_name: str = ""
    editions: tuple[Place, ...] = ()
    html: SafeString = field(default_factory=lambda: SafeString(""))
    pages: Pages | None = None
    stops: tuple[Group, ...] = ()
    look: tuple[Group, ...] = ()
    copies: tuple[queries.Copy, ...] = ()
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Preview"


def preview_page(seat: Seat, asked: QueryDict) -> PreviewPage:
    """The whole report in the edition asked for, the internal one when none is named."""
    if not queries.may_work(seat):
        return PreviewPage(True, False, False, copies=queries.copies(seat))
    may_save = allows(seat.standing, Action.REPORTS_EXPORT)
    desk = queries.desk(seat)
    if not desk.started:
        return PreviewPage(False, True, may_save)
    named = asked.get("edition")
    edition = Edition.PUBLISHABLE if named == Edition.PUBLISHABLE else Edition.INTERNAL
    tree = desk.tree(edition)
    base = f"/reviews/{seat.ref}/report/preview/?edition="
    asked_for = pages_of(asked, MOST_LEAVES, 1, "")
    html, leaves = exports.leaf(tree, asked_for.current, f"?edition={edition}&page=")
    return PreviewPage(
        started=True,
        may_work=True,
        may_save=may_save,
        edition=edition,
        edition_name=EDITION_NAMES[edition],
        editions=tuple(Place(EDITION_NAMES[one], f"{base}{one}", one is edition) for one in FINAL_EDITIONS),
        html=mark_safe(html),
        pages=pages_of(asked, leaves, 1, "pages", f"&edition={edition}"),
        stops=groups(seat, publishing.stops(tree)),
        look=groups(seat, publishing.to_look_at(tree)),
        filled={"form": {"edition": edition.value, "format": "docx"}},
    )


@dataclass(frozen=True)
class CopyLine:
    """One copy as a row."""

    number: int
    edition: str
    format: str
    by: str
    at: str
    state: str
    href: str
    fetch: str


@dataclass(frozen=True)
class CopiesPage:
    """Every copy this person may know of."""

    copies: tuple[CopyLine, ...]
    may_save: bool
    tab: str = "Copies"


def copies_page(seat: Seat) -> CopiesPage:
    """The copies of the report."""
    return CopiesPage(
        tuple(copy_line(seat, one) for one in queries.copies(seat)), allows(seat.standing, Action.REPORTS_EXPORT)
    )


def copy_line(seat: Seat, one: queries.Copy) -> CopyLine:
    """One copy in words, with the way to its page and, where this person may have it, to its file."""
    here = f"/reviews/{seat.ref}/report/copies/{one.number}/"
    words = {
        CopyState.MAKING: "Being made",
        CopyState.READY: ready(one),
        CopyState.FAILED: one.sentence,
    }
    return CopyLine(
        number=one.number,
        edition=one.edition_name,
        format=one.format_name,
        by=one.by,
        at=moment(one.at),
        state=words[CopyState(one.state)],
        href=here,
        fetch=f"{here}file/" if one.may_fetch else "",
    )


def ready(one: queries.Copy) -> str:
    """Whether a copy that was made can be fetched, in words."""
    if one.held:
        return "Held: nobody fetches it now"
    return "Ready" if one.may_fetch else "Kept by the person who saved it"


@dataclass(frozen=True)
class CopyPage:
    """One copy: being made, ready to fetch, or why it could not be made."""

    copy: CopyLine
    making: bool
    failed: bool
    sha256: str
    tab: str = "Copy"


def copy_page(seat: Seat, number: int) -> CopyPage:
    """One copy."""
    one = queries.copy(seat, number)
    making, failed = one.state == CopyState.MAKING, one.state == CopyState.FAILED
    return CopyPage(copy_line(seat, one), making, failed, one.sha256, f"Copy {number}")


def copy_download(seat: Seat, number: int) -> Download:
    """The file of a copy."""
    one, content = queries.copy_file(seat, number)
    return Download(exports.file_name(number, one.edition, one.format), MEDIA_TYPES[one.format], content)
