"""The reader: the text, the marks on it, and what the desk's script is given."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString

from casement.foundation.access import Seat, Verb, reach
from casement.foundation.access import Subject as On
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.reader import Painted, Paragraph
from casement.rooms.coding import queries
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT
from casement.rooms.coding.web.pages import parts
from casement.rooms.coding.web.pages.meanings import meanings
from casement.rooms.sources.queries import Paragraph as Block
from casement.rooms.sources.queries import Reading, Spoken, reading, spoken
from casement.rooms.sources.vocabulary import USE_NAMES

CITED = re.compile(r"(\d{1,9})-(\d{1,9})")
FROM = re.compile(r"(?:/reviews/[A-Za-z0-9]+/)?(\w+)((?:/[\w.-]+)*)/?")
WAYS_BACK = {
    "episodes": "Back to the episode",
    "factors": "Back to the factors",
    "patterns": "Back to the pattern",
    "findings": "Back to the finding",
    "report": "Back to the report",
    "codes": "Back to the code",
    "across": "Back to the passages",
    "memos": "Back to the memos",
    "chronologies": "Back to the chronology",
    "strands": "Back to the strands",
    "search": "Back to the search",
}
SHOWN_CONTENTS = 200


@dataclass(frozen=True)
class Note:
    """One line under the contents; `href` is where it leads, relative to the reader's own address."""

    name: str
    text: str
    href: str = ""


@dataclass(frozen=True)
class ReaderPage:
    """A source to be read; with `sees_marks`, the desk to mark it at, whose script is given `desk`."""

    number: int
    kind: str
    title: str
    state: str
    contents: tuple[Place, ...]
    notes: tuple[Note, ...]
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Place, ...]
    total: int
    painted: tuple[Painted, ...]
    codes: tuple[queries.Choice, ...]
    desk: dict[str, Any]
    sees_marks: bool
    may_mark: bool
    back: Place | None
    lost: str
    all_href: str
    about_href: str
    table_href: str
    earlier: int | None
    later: int | None
    tab: str

    @property
    def meanings(self) -> SafeString:
        """What each code means."""
        return meanings(self.codes)


def reader_page(seat: Seat, number: int, asked: QueryDict | None = None) -> ReaderPage:
    """The reader of source `number`; `asked` may name a passage to show and the page to go back to."""
    asked = asked or QueryDict()
    text = reading(seat, number)
    sees_marks = bool(reach(seat.standing, On.WORKING, Verb.READ))
    may_mark = allows(seat.standing, Action.CODING_MARK)
    cited, lost = cited_passage(text, asked)
    part = parts.part_of(text.paragraphs, asked, cited[0].start if cited else None)
    within = None if part.alone else (part.start, part.end)
    found = queries.marks_within(seat, text.version_id, within) if sees_marks else queries.Within()
    marks, total = found.marks, found.total
    codes, blinded, wall = queries.choices_on(seat, number) if may_mark else ((), None, "")
    if sees_marks and not may_mark:
        blinded, wall = queries.open_round_on(seat, number), queries.wall_on(seat, number)
    back = way_back(seat, asked.get("back", ""))
    came = f"&back={asked['back']}" if back else ""
    painted = [Painted(mark.start, mark.end, short(mark.influence)) for mark in marks]
    return ReaderPage(
        number=number,
        kind=text.kind,
        title=text.title,
        state=f"Text {text.version}" if text.version > 1 else "",
        contents=tuple(
            Place(one.shown[:80], parts.href_of(part, one.number, came)) for one in text.headings[:SHOWN_CONTENTS]
        ),
        notes=(*notes(text), *labelled(seat, text), *blind(blinded)),
        paragraphs=tuple(printed(text, text.paragraphs[part.first : part.last], spoken(text.version_id))),
        parts=parts.links(part, text.paragraphs, came),
        total=total,
        painted=(*painted, *cited),
        codes=codes,
        desk=desk_data(seat, text, found, codes, may_mark, within, wall) if sees_marks else {},
        sees_marks=sees_marks,
        may_mark=may_mark,
        back=back,
        lost=lost,
        all_href="../" if allows(seat.standing, Action.SOURCES_LIST) else "",
        about_href="about/",
        table_href="marks/" if sees_marks else "",
        earlier=text.earlier,
        later=text.later,
        tab=f"Source {number}",
    )


def short(influence: str) -> str:
    """The one word for an influence; empty when none was said."""
    return INFLUENCE_SHORT.get(influence, "")


def printed(text: Reading, blocks: Sequence[Block], turns: tuple[Spoken, ...]) -> list[Paragraph]:
    """Some paragraphs of a text as the reader prints them, with who speaks in them."""
    said = turns_at(text, turns)
    return [
        Paragraph(
            one.number,
            one.start,
            one.text,
            one.kind == "heading",
            one.page.removeprefix("page ") or None,
            said.get(one.number, ()),
            one.masks,
        )
        for one in blocks
    ]


def turns_at(text: Reading, turns: tuple[Spoken, ...]) -> dict[int, list[tuple[int, str]]]:
    """The turns that begin in each paragraph: their numbers, and who speaks, with the time if it is known."""
    starts = [one.start for one in text.paragraphs]
    found: dict[int, list[tuple[int, str]]] = {}
    for turn in turns:
        block = text.paragraphs[max(bisect_right(starts, turn.start) - 1, 0)]
        shown = f"{turn.speaker}, {turn.time}" if turn.time else turn.speaker
        found.setdefault(block.number, []).append((turn.number, shown))
    return found


def notes(text: Reading) -> tuple[Note, ...]:
    """Whose it is, how it may be used, what it came with, and whether anything was left out."""
    whose = " ".join(filter(None, (text.agency or text.participant, text.date and f"({text.date})")))
    told = [Note("Whose it is", whose)] if whose else []
    told.append(Note("How it may be used", f"{USE_NAMES.get(text.use, text.use)}."))  # type: ignore[call-overload]
    if text.came_with:
        told.append(Note("It came with", f"Source {text.came_with}", f"../{text.came_with}/"))
    if text.attached:
        files = "1 file" if text.attached == 1 else f"{text.attached} files"
        told.append(Note("What came with it", f"{files}, each a source of its own", "about/#came-with-it"))
    if text.dropped:
        count = len(text.dropped)
        told.append(Note("Left out", f"{count} thing{'s' if count > 1 else ''}. See About this source."))
    return tuple(told)


def labelled(seat: Seat, text: Reading) -> tuple[Note, ...]:
    """That words are shown as labels, and the way to the names for those who may see them."""
    if not text.masks:
        return ()
    places = "1 place is" if text.masks == 1 else f"{text.masks} places are"
    said = f"{places} shown as a label in square brackets"
    if allows(seat.standing, Action.SOURCES_NAMES):
        return (Note("Names", f"{said}. Show the names", "named/"),)
    return (Note("Names", f"{said}."),)


def blind(told: tuple[int, int] | None) -> tuple[Note, ...]:
    """That the source is in an open blind round, for those who would otherwise miss the marks of others."""
    if told is None:
        return ()
    codes = "one code" if told[1] == 1 else f"{told[1]} codes"
    return (Note("Blind round", f"Round {told[0]} is open. Of its {codes} you see only your own marks here."),)


def cited_passage(text: Reading, asked: QueryDict) -> tuple[list[Painted], str]:
    """The passage that an address names with `at`, and a sentence when it cannot be shown."""
    told = CITED.fullmatch(asked.get("at", ""))
    if told is None:
        return [], ""
    start, end = int(told[1]), int(told[2])
    if asked.get("text", str(text.version)) != str(text.version):
        return [], "The words you followed stand in an earlier text of this source, so they are not shown here."
    if not 0 <= start < end <= len(text.text):
        return [], "The words you followed are not in this text."
    return [Painted(start, end, "cited")], ""


def way_back(seat: Seat, told: str) -> Place | None:
    """The page of this review that somebody came from, when it is one we know."""
    found = FROM.fullmatch(told)
    if found is None or found[1] not in WAYS_BACK:
        return None
    return Place(WAYS_BACK[found[1]], f"/reviews/{seat.ref}/{found[1]}{found[2]}/")


def desk_data(
    seat: Seat,
    text: Reading,
    found: queries.Within,
    codes: tuple[queries.Choice, ...],
    may_mark: bool,
    within: tuple[int, int] | None,
    wall: str,
) -> dict[str, Any]:
    """What the desk's script is given; addresses are relative to the reader's own.

    `elsewhere` counts the marks on other parts of the text. `desk` says whose desk it is, so that what could not be
    sent is never sent in the name of the next person at the same browser.
    """
    return {
        "text_id": text.version_id,
        "desk": f"{seat.ref}-{text.number}-{seat.person_id}",
        "marks": [mark_data(mark, may_mark) for mark in found.marks],
        "codes": [
            {"value": c.value, "label": c.label, "group": c.group, "help": c.help, "recent": c.recent}
            | ({"not_when": c.exclusion} if c.exclusion else {})
            | ({"example": c.example} if c.example else {})
            for c in codes
        ],
        "mark_href": "marks/",
        "memo_href": "memo/",
        "may_mark": may_mark,
        "elsewhere": found.total - len(found.marks),
        "within": within,
        "since_href": "marks/since/",
        "since": found.latest,
        "wall": wall,
    }


def mark_data(mark: queries.DeskMark, may_mark: bool) -> dict[str, Any]:
    """One mark for the desk's script."""
    here = f"../../marks/{mark.number}/"
    told: dict[str, Any] = {
        "number": mark.number,
        "start": mark.start,
        "end": mark.end,
        "code": mark.code,
        "label": mark.label,
        "influence": short(mark.influence),
        "by": mark.by,
        "memo": mark.memo,
        "href": here,
        "act": mark.act,
    }
    if mark.notes:
        told["notes"] = mark.notes
    if mark.private:
        told["private"] = True
    if mark.removed:
        told["removed"] = True
    if may_mark:
        told["change_href"] = f"{here}influence/"
        told["memo_href"] = f"{here}memo/"
        told["remove_href"] = f"{here}removal/"
        told["undo_href"] = f"{here}undo/"
    return told
