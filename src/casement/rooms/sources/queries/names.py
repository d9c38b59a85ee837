"""Words in a source that may identify somebody, for those who decide about them, and the text with its names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Identity, Participation
from casement.rooms.sources.models import Mention, Source
from casement.rooms.sources.rules.masking import Mask, read
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs

NAMES_PAGE = 25
AROUND = 60
SHOWN_PLACES = 3
STATES = {"": Q(decision=""), "masked": Q(decision="mask"), "left": Q(decision="leave")}


@dataclass(frozen=True)
class Context:
    """One place where words stand: what is before them, the words, what is after."""

    before: str
    words: str
    after: str


@dataclass(frozen=True)
class MentionView:
    """The same words wherever they stand in a source, and what was decided about them."""

    number: int
    words: str
    why: str
    proposed: str
    identity: int | None
    doubtful: bool
    times: int
    contexts: tuple[Context, ...]
    decision: str
    label: str
    by: str
    at: datetime | None


@dataclass(frozen=True)
class Names:
    """A page of the words of a source, how many there are of each state, and the labels of the register.

    `title_names` says that the title itself holds words that are masked.
    """

    number: int
    kind: str
    title: str
    mentions: tuple[MentionView, ...]
    waiting: int
    masked: int
    left: int
    page: int
    last: int
    total: int
    register: tuple[tuple[int, str], ...]
    title_names: bool


@dataclass(frozen=True)
class Named:
    """A text with the words that others are shown as labels; `masks` say where those stand."""

    number: int
    kind: str
    title: str
    version: int
    paragraphs: tuple[Paragraph, ...]
    masks: tuple[Mask, ...]


def names(seat: Seat, number: int, *, state: str = "", page: int = 1, only: int | None = None) -> Names:
    """The words of source `number` in one state, or `only` those of one number.

    NotHere when this seat may not read the source. Four queries.
    """
    source = _source(seat, number)
    rows = Mention.objects.filter(source=source)
    counts = rows.order_by().aggregate(
        waiting=Count("pk", filter=STATES[""]),
        masked=Count("pk", filter=STATES["masked"]),
        left=Count("pk", filter=STATES["left"]),
    )
    total = counts[{"": "waiting"}.get(state, state)]
    last = max(1, -(-total // NAMES_PAGE))
    page = min(max(page, 1), last)
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("pk")
    wanted = rows.filter(STATES[state] if only is None else Q(number=only)).annotate(
        who=Subquery(people.values("role_label")[:1]), register=F("identity__number")
    )
    first = 0 if only is not None else (page - 1) * NAMES_PAGE
    shown = wanted.order_by("doubtful", "number")[first : first + NAMES_PAGE]
    text = source.current.text if source.current else ""
    register = Identity.objects.filter(review_id=seat.review).order_by("label").values_list("number", "label")
    return Names(
        number,
        source.kind,
        source.title,
        tuple(view(row, text) for row in shown),
        counts["waiting"],
        counts["masked"],
        counts["left"],
        page,
        last,
        total,
        tuple(register),
        any(label and words in source.title for words, label in source.masked),
    )


def every_name(seat: Seat, number: int, state: str) -> tuple[MentionView, ...]:
    """All words of a source in one state; NotHere when this seat may not read it."""
    first = names(seat, number, state=state)
    more = [names(seat, number, state=state, page=page).mentions for page in range(2, first.last + 1)]
    return tuple(one for page in (first.mentions, *more) for one in page)


def view(row: Mention, text: str) -> MentionView:
    """One row as people see it."""
    return MentionView(
        row.number,
        row.words,
        row.why,
        row.proposed,
        row.register,  # type: ignore[attr-defined]
        row.doubtful,
        len(row.places),
        tuple(context(text, int(start), int(end)) for start, end in row.places[:SHOWN_PLACES]),
        row.decision,
        row.label,
        row.who or "Somebody who has left",  # type: ignore[attr-defined]
        row.at,
    )


def context(text: str, start: int, end: int) -> Context:
    """A place with the words around it, cut between words."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = "…" + before.partition(" ")[2]
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Context(before.replace("\n", " "), text[start:end], after.replace("\n", " "))


def named(seat: Seat, number: int) -> Named:
    """The newest text of source `number` with its names; NotHere when this seat may not read it. One query."""
    source = _source(seat, number)
    assert source.current is not None
    text = source.current
    return Named(
        number,
        source.kind,
        source.title,
        text.number,
        paragraphs(text.text, text.anchors),
        read(text.masks),
    )


def _source(seat: Seat, number: int) -> Source:
    source = Source.objects.visible_to(seat).select_related("current").filter(number=number).first()
    if source is None or source.current is None:
        raise NotHere
    return source
