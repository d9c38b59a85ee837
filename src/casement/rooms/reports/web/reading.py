"""What the pages receive on which a follow-on report is read and a paragraph spoken of; and its files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import today
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.foundation.web import Download
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules.freezing import paragraph_of
from casement.rooms.reports.rules.tree import CopyMark
from casement.rooms.reports.vocabulary import EDITION_NAMES, FOLLOW_ON, MEDIA_TYPES, NAMES, Edition
from casement.rooms.reports.web.follow_on import READERS, drafted, here
from casement.rooms.reports.web.words import on, pages_of

WHOLE = "The whole report"


@dataclass(frozen=True)
class Part:
    """A heading or a paragraph as it is read, with what was said of it and the way to say something.

    `own`: it tells the account of the person who reads; nobody else is told so.
    """

    number: int
    html: SafeString
    say: str = ""
    said: tuple[queries.Said, ...] = ()
    own: bool = False


@dataclass(frozen=True)
class ReadPage:
    """A follow-on report as its readers have it."""

    name: str
    by: str
    until: str
    late: bool
    closed: str
    may_comment: bool
    contents: SafeString
    parts: tuple[Part, ...]
    notes: SafeString
    pages: Pages
    here: str
    of_whole: Part
    files: tuple[tuple[str, str], ...] = ()
    seen_by: str = READERS
    help: str = "reading-a-follow-on-report"
    tab: str = "Follow-on report"


def read_page(seat: Seat, report: int, asked: QueryDict) -> ReadPage:
    """The edition this person may read, with their comments and those that were told to the group."""
    issued = queries.edition_for(seat, report)
    edition = queries.edition_from(issued)
    tree = queries.tree_of(issued)
    page = pages_of(asked, 10_000, 1, "")
    leaf = exports.leaf_read(tree, page.current, "?page=")
    at = here(seat, report)
    by_paragraph: dict[int, list[queries.Said]] = {}
    if reach(seat.standing, Subject.COMMENTS, Verb.READ):
        for one in queries.comments(seat, report, issued=issued):
            by_paragraph.setdefault(one.paragraph, []).append(one)
    talks = may_comment(seat)

    def part(number: int, html: str, of: str = "") -> Part:
        said = tuple(by_paragraph.get(number, ()))
        say = f"{at}read/{number}/" if talks or said else ""
        return Part(number, mark_safe(html), say, said, talks and of == seat.label)

    files = tuple((name, f"{at}read/file.{kind}") for name, kind in (("Word", "docx"), ("PDF", "pdf")))
    return ReadPage(
        name=NAMES[FOLLOW_ON[report]],
        by=on(edition.comments_by),
        until=on(edition.until),
        late=edition.late,
        closed="" if edition.open else edition.ended_because or f"It was open until {on(edition.until)}.",
        may_comment=talks,
        contents=mark_safe(leaf.contents),
        parts=tuple(
            part(one.number, one.html, one.of) if one.number else Part(0, mark_safe(one.html))
            for one in leaf.pieces
        ),
        notes=mark_safe(leaf.notes),
        pages=pages_of(asked, leaf.pages, 1, "pages"),
        here=at,
        of_whole=part(0, ""),
        files=files if edition.downloads or queries.writes(seat) else (),
        tab=f"Follow-on report {report}",
    )


def may_comment(seat: Seat) -> bool:
    """Whether this person has a say in follow-on reports."""
    return Reach.OWN in reach(seat.standing, Subject.COMMENTS, Verb.READ) and not seat.standing.closed


@dataclass(frozen=True)
class ParagraphPage:
    """One paragraph alone, what was said of it, and the form to say something."""

    report: int
    paragraph: int
    name: str
    place: str
    under: str
    html: SafeString
    back: str
    may_comment: bool
    late: bool
    by: str
    said: tuple[queries.Said, ...]
    here: str
    seen_by: str = READERS
    help: str = "reading-a-follow-on-report"
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Paragraph"


def paragraph_page(seat: Seat, report: int, paragraph: int) -> ParagraphPage:
    """One paragraph of the edition this person may read; 0 is the whole report. NotHere for no such number."""
    issued = queries.edition_for(seat, report)
    edition = queries.edition_from(issued)
    tree = queries.tree_of(issued)
    found = paragraph_of(tree, paragraph) if paragraph else ("", None)
    if found is None:
        raise NotHere
    under, block = found
    said: tuple[queries.Said, ...] = ()
    if reach(seat.standing, Subject.COMMENTS, Verb.READ):
        said = tuple(one for one in queries.comments(seat, report, issued=issued) if one.paragraph == paragraph)
    at = here(seat, report)
    page = (paragraph - 1) // exports.LEAF + 1 if paragraph else 1
    turned = f"?page={page}" if page > 1 else ""
    return ParagraphPage(
        report=report,
        paragraph=paragraph,
        name=NAMES[FOLLOW_ON[report]],
        place=f"Paragraph {paragraph}" if paragraph else WHOLE,
        under=under,
        html=mark_safe(exports.paragraph(tree, block)) if block is not None else SafeString(""),
        back=f"{at}read/{turned}#{'p' + str(paragraph) if paragraph else 'whole'}",
        may_comment=may_comment(seat),
        late=edition.late,
        by=on(edition.comments_by),
        said=said,
        here=at,
        tab=f"Paragraph {paragraph}",
    )


def read_file(seat: Seat, report: int, kind: str) -> Download:
    """The edition as a file marked with the role of who saves it. NotHere unless the leads allow it to be saved."""
    issued = queries.edition_for(seat, report)
    if not issued.downloads and not queries.writes(seat):
        raise NotHere
    name = f"{EDITION_NAMES[Edition.CASE_GROUP]}, {NAMES[FOLLOW_ON[report]].lower()}"
    return written(seat, queries.tree_of(issued), name, report, kind)


def draft_file(seat: Seat, report: int, kind: str) -> Download:
    """The report as it would be released now, as a file marked as a draft."""
    return written(seat, drafted(seat, report), "Draft, not released", report, kind)


def written(seat: Seat, tree: Any, name: str, report: int, kind: str) -> Download:
    """A tree as a file for one reader."""
    marked = tree.marked(CopyMark(name, on=on(today()), reader=seat.label))
    return Download(f"follow-on-{report}.{kind}", MEDIA_TYPES[kind], exports.write(marked, kind))
