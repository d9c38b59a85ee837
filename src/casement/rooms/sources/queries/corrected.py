"""A corrected file that was sent for a source: what has become of it, and what it says otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat, Verb
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import CorrectedFile, Source
from casement.rooms.sources.queries.about import may_change, own_files
from casement.rooms.sources.queries.batches import is_being_read
from casement.rooms.sources.rules.differences import Difference, differences
from casement.rooms.sources.rules.masking import Decided, masks_of, read, worded
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs
from casement.rooms.sources.rules.returning import uncertain
from casement.rooms.sources.vocabulary import UNSETTLED, FileState

DIFFERENCES_PAGE = 10


@dataclass(frozen=True)
class Otherwise:
    """One difference in words as they are shown: `kind` is changed, new or gone; `number` is the paragraph's.

    For what is new it is that of the paragraph it comes after, 0 at the beginning.
    """

    kind: str
    number: int
    before: str | None
    after: str | None


@dataclass(frozen=True)
class CorrectedView:
    """A corrected file. `total` differences to text `based_on`, of which `shown` are one page; `same` paragraphs.

    `returned` places of it held words that were blacked out; `uncertain` places blacked out in the text that stands
    may say something in it. `stopped` says that its reading ended before it was done.
    """

    number: int
    source: int
    kind: str
    title: str
    name: str
    size: int
    reason: str
    by: str
    at: datetime
    state: str
    sentence: str
    stopped: bool
    correction: int | None
    based_on: int
    same: int
    counts: dict[str, int]
    total: int
    page: int
    last: int
    shown: tuple[Otherwise, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    returned: int
    uncertain: int


@dataclass(frozen=True)
class ForSource:
    """The source that a corrected file may be sent for, and the number of one that was sent and not settled."""

    number: int
    kind: str
    title: str
    waiting: int | None


def for_source(seat: Seat, number: int) -> ForSource:
    """A source this seat may send a corrected file for; NotHere otherwise. Two queries."""
    source = Source.objects.visible_to(seat, Verb.WRITE).filter(number=number).first()
    if source is None or source.current_id is None or not may_change(seat, source.kind):
        raise NotHere
    rows = CorrectedFile.objects.filter(own_files(seat), source=source, state__in=(*UNSETTLED, FileState.READ))
    return ForSource(number, source.kind, source.title, rows.values_list("number", flat=True).first())


def corrected_file(seat: Seat, number: int, page: int = 1) -> CorrectedView:
    """One corrected file, and a page of what it says otherwise; NotHere for somebody else's. Two queries."""
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("pk")
    rows = CorrectedFile.objects.filter(own_files(seat), number=number).annotate(
        who=Subquery(people.values("role_label")[:1])
    )
    row = rows.select_related("source__current", "correction").first()
    if row is None or row.source.current is None:
        raise NotHere
    source, current = row.source, row.source.current
    old = paragraphs(current.text, current.anchors, read(current.masks))
    new: tuple[Paragraph, ...] = ()
    found: tuple[Difference, ...] = ()
    if row.state == FileState.READ:
        new = paragraphs(row.text, row.anchors, masks_of(row.text, decided(source)))
        # Compared as they are, shown as labels: a name that changed behind a label is a difference too.
        found = differences(
            [one.text for one in paragraphs(current.text, current.anchors)],
            [one.text for one in paragraphs(row.text, row.anchors)],
        )
    last = max(1, -(-len(found) // DIFFERENCES_PAGE))
    page = min(max(page, 1), last)
    part = found[(page - 1) * DIFFERENCES_PAGE : page * DIFFERENCES_PAGE]
    waits = row.state in UNSETTLED
    return CorrectedView(
        row.number,
        source.number,
        source.kind,
        source.title,
        worded(row.name, source.masked),
        row.size,
        worded(row.reason, source.masked),
        row.who or "Somebody who has left",
        row.at,
        row.state,
        row.sentence,
        waits and not is_being_read(row.job_id),
        row.correction.number if row.correction else None,
        current.number,
        len(old) - sum(one.last - one.first for one in found),
        dict(Counter(one.kind for one in found)),
        len(found),
        page,
        last,
        tuple(in_words(one, old, new) for one in part),
        tuple(worded(line, source.masked) for line in row.kept),
        tuple(worded(line, source.masked) for line in row.dropped),
        row.returned,
        uncertain(current.text, row.text) if row.state == FileState.READ else 0,
    )


def decided(source: Source) -> Decided:
    """What was decided about the words of a source, as it is kept."""
    return [(str(words), label) for words, label in source.masked]


def in_words(one: Difference, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Otherwise:
    """A difference as people read it."""
    return Otherwise(
        one.kind,
        one.first if one.kind == "new" else one.first + 1,
        old[one.first].shown if one.kind != "new" else None,
        new[one.new_first].shown if one.kind != "gone" else None,
    )
