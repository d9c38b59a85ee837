"""What the templates of a corrected file receive, and its pages and actions, declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, beside
from casement.foundation.design.differences import Run, differing
from casement.foundation.design.parts import Pages
from casement.foundation.web import action, page
from casement.rooms.sources import commands, queries
from casement.rooms.sources.rules.following import alike
from casement.rooms.sources.vocabulary import FileState
from casement.rooms.sources.web import forms
from casement.rooms.sources.web.pages import formats_taken, number_from

LONGEST = 2_000  # code points that are compared word by word; more would keep the page waiting
FEW = 3  # one paragraph in so many the same, and it may be the wrong file
EVERY = (("changed", "changed"), ("new", "new"), ("gone", "not in the file"))  # differences, in this order


@dataclass(frozen=True)
class SendPage:
    """The form that sends a corrected file."""

    source: queries.ForSource
    formats: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Shown:
    """One difference: what it is, what stands now and what the file says as runs of (words, whether they differ).

    `alike` says that both read the same.
    """

    heading: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    alike: bool


@dataclass(frozen=True)
class CorrectedPage:
    """A corrected file and its differences, one page of them. `rests` is what another text would disturb."""

    told: queries.CorrectedView
    counts: tuple[tuple[int, str], ...]
    shown: tuple[Shown, ...]
    pages: Pages
    waits: bool
    may_take: bool
    may_leave: bool
    may_see_correction: bool
    another: bool
    rests: tuple[Beside, ...]
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


def send_page(seat: Seat, number: int) -> SendPage:
    """The page that sends a corrected file for a source."""
    return SendPage(queries.for_source(seat, number), formats_taken(packed=False), f"Source {number}")


def corrected_page(seat: Seat, file: int, asked: Mapping[str, str] | None = None) -> CorrectedPage:
    """What has become of a corrected file."""
    told = queries.corrected_file(seat, file, number_from((asked or {}).get("page")) or 1)
    read = told.state == FileState.READ
    counts = tuple((told.counts.get(kind, 0), words) for kind, words in EVERY)
    return CorrectedPage(
        told,
        (*counts, (told.same, "paragraphs as they are")),
        tuple(shown(one) for one in told.shown),
        Pages(told.page, told.last, told.total, queries.DIFFERENCES_PAGE, "differences"),
        told.state in (FileState.WAITING, FileState.READING),
        read and allows(seat.standing, Action.SOURCES_CORRECT),
        told.state in (FileState.READ, FileState.WAITING, FileState.READING),
        told.correction is not None and allows(seat.standing, Action.SOURCES_PLACE),
        read and told.same * FEW < told.same + told.total,
        beside(seat, "new_text", told.source) if read else (),
        {"take": {"based_on": told.based_on}},
        f"Corrected file {file}",
    )


def shown(one: queries.Otherwise) -> Shown:
    """A difference with the words that differ, where both sides are short enough to compare."""
    where = f"Paragraph {one.number}"
    if one.before is None:
        heading = f"New after paragraph {one.number}" if one.number else "New at the beginning"
        return Shown(heading, (), ((one.after or "", False),), alike=False)
    if one.after is None:
        return Shown(f"{where}: not in the file", ((one.before, False),), (), alike=False)
    return Shown(f"{where}: changed", *compared(one.before, one.after), one.before == one.after)


def compared(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts as runs; only what lies between their common beginning and end is compared word by word."""
    head = before.rfind(" ", 0, alike(before, after, min(len(before), len(after)))) + 1
    tail = alike(before[head:][::-1], after[head:][::-1], min(len(before), len(after)) - head)
    space = before[len(before) - tail :].find(" ") if tail else -1
    tail = tail - space if space >= 0 else 0
    mine, theirs = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(mine) + len(theirs) > LONGEST:
        runs: tuple[tuple[Run, ...], tuple[Run, ...]] = (((mine, True),), ((theirs, True),))
    else:
        runs = differing(mine, theirs)
    same = (before[:head], False), (before[len(before) - tail :], False)
    return (same[0], *runs[0], same[1]), (same[0], *runs[1], same[1])


send = page(
    Action.SOURCES_ADD,
    send_page,
    "sources/corrected_send.html",
    place="sources",
    kind="source",
    forms={"form": forms.SendCorrected},
)
one = page(
    Action.SOURCES_ADD,
    corrected_page,
    "sources/corrected.html",
    place="sources",
    kind="correctedfile",
    number="file",
    forms={"take": forms.TakeCorrected},
)


def to_file(seat: Seat, made: Any, **parts: Any) -> str:
    """To what has become of the file."""
    return f"/reviews/{seat.ref}/corrected-files/{made.number}/"


send_file = action(commands.send_corrected_file, form=forms.SendCorrected, back=send, then=to_file)
take_file = action(
    commands.take_corrected_file,
    form=forms.TakeCorrected,
    back=one,
    then=lambda seat, made, **parts: f"/reviews/{seat.ref}/corrections/{made.number}/",
    name="take",
    said="The file is the text of this source now. The earlier text and both files are kept.",
)
leave_file = action(
    commands.leave_corrected_file, form=None, back=one, then=to_file, said="The text stays as it stands."
)
