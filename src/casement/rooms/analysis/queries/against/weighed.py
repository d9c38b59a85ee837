"""What the team made of passages that may speak against a claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Weighed
from casement.rooms.analysis.queries.against.claims import Place
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.openness import opened, opens_record
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.rules.opposing import WAY_NAMES
from casement.rooms.analysis.vocabulary import Owner, Weighing

_SOURCE = "excerpt__version__source__"
_COLUMNS = (
    "number", "answer", "reason", "label", "at", "taken_back_at", "quote", "opened",
    *(f"{owner}__{name}" for owner in ("pattern", "finding", "episode") for name in ("number", "title")),
    *(f"excerpt__{name}" for name in ("shown", "start", "end", "paragraph", "version_id")),
    *(f"{_SOURCE}{name}" for name in ("number", "title", "kind", "current_id", "withdrawal__pk", "agency__name",
                                      "participation__role_label")),
    *(f"entry__{name}" for name in ("number", "event", "removed_at", "agency_id", "agency__name", "date_recorded",
                                    "date_start", "date_end")),
)  # fmt: skip


@dataclass(frozen=True)
class WeighedView:
    """One answer, whose it is by role label, and the passage it is about, without what this seat may not open.

    `live` is whether the passage still stands as it was weighed; `back` whether the answer was taken back.
    """

    number: int
    owner: str
    about: int
    title: str
    answer: str
    reason: str
    by: str
    at: datetime
    back: bool
    place: Place
    words: str
    kind: str
    source: str
    whose: str
    agency: str
    where: str
    href: str
    live: bool
    open: bool


def weighed(seat: Seat, owner: str = "", number: int = 0, *, every: bool = False) -> tuple[WeighedView, ...]:
    """Answers about one claim, or about all, newest first; with `every`, those taken back too. One query."""
    working(seat)
    rows = Weighed.objects.filter(review_id=seat.review)
    if owner:
        rows = rows.filter(**{f"{Owner(owner)}__number": number})
    if not every:
        rows = rows.filter(taken_back_at=None)
    told = rows.annotate(label=author(seat), opened=opened(seat, f"{_SOURCE[:-2]}_id")).order_by("-number")
    return tuple(view_of(seat, one) for one in told.values(*_COLUMNS))


def view_of(seat: Seat, one: dict[str, Any]) -> WeighedView:
    """One answer from its columns."""
    owner = next(name for name in ("pattern", "finding", "episode") if one[f"{name}__number"] is not None)
    told = entry_of(seat, one) if one["entry__number"] is not None else source_of(seat, one)
    return WeighedView(
        number=one["number"], owner=owner, about=one[f"{owner}__number"], title=one[f"{owner}__title"],
        answer=one["answer"], reason=one["reason"], by=one["label"], at=one["at"],
        back=one["taken_back_at"] is not None, **told,
    )  # fmt: skip


def source_of(seat: Seat, one: dict[str, Any]) -> dict[str, Any]:
    """The passage of a source that was weighed."""
    gone = one[f"{_SOURCE}withdrawal__pk"] is not None
    shown = bool(one["opened"]) and not gone
    number, paragraph = one[f"{_SOURCE}number"], one["excerpt__paragraph"]
    at = f"?at={one['excerpt__start']}-{one['excerpt__end']}#p{paragraph}"
    return {
        "place": ("source", number, paragraph),
        "words": one["excerpt__shown"] if shown else "",
        "kind": one[f"{_SOURCE}kind"],
        "source": one[f"{_SOURCE}title"] if shown else "",
        "whose": (one[f"{_SOURCE}participation__role_label"] or one[f"{_SOURCE}agency__name"] or "")
        if shown
        else "",
        "agency": (one[f"{_SOURCE}agency__name"] or "") if shown else "",
        "where": f"Source {number}, paragraph {paragraph}",
        "href": f"/reviews/{seat.ref}/sources/{number}/{at}" if shown else "",
        "live": not gone and one[f"{_SOURCE}current_id"] in (None, one["excerpt__version_id"]),
        "open": shown,
    }


def entry_of(seat: Seat, one: dict[str, Any]) -> dict[str, Any]:
    """The chronology entry that was weighed, in the words it had then."""
    shown = opens_record(seat, one["entry__agency_id"])
    number = one["entry__number"]
    when = in_words(one["entry__date_recorded"], one["entry__date_start"], one["entry__date_end"])
    return {
        "place": ("entry", number, 0),
        "words": one["quote"] if shown else "",
        "kind": "entry",
        "source": "Chronology" if shown else "",
        "whose": one["entry__agency__name"] if shown else "",
        "agency": one["entry__agency__name"] if shown else "",
        "where": f"Entry {number}" + (f", {when}" if when and shown else ""),
        "href": f"/reviews/{seat.ref}/chronologies/entries/{number}/" if shown else "",
        "live": one["entry__removed_at"] is None and one["quote"] == one["entry__event"],
        "open": shown,
    }


def draft_of_search(told: Iterable[WeighedView], awaited: Iterable[str] = ()) -> dict[str, str]:
    """The record of a search, as far as the answers tell it, for a person to finish; empty without answers."""
    answers = tuple(told)
    if not answers:
        return {}
    by_answer = {one: [each for each in answers if each.answer == one] for one in Weighing}
    weakening = "; ".join(f"{one.where}: {one.reason}" for one in by_answer[Weighing.WEAKENS])
    found = [
        f"Weakens it: {weakening.rstrip('.')}." if weakening else "Nothing that weakens it.",
    ]
    if by_answer[Weighing.DOES_NOT]:
        found.append(f"{counted(by_answer[Weighing.DOES_NOT], 'does', 'do')} not weaken it.")
    if by_answer[Weighing.UNCLEAR]:
        found.append(f"{counted(by_answer[Weighing.UNCLEAR], 'is', 'are')} unclear.")
    return {
        "looked_for": " ".join([
            "Passages where the same conditions worked the other way, the same people did otherwise, "
            "or the opposite is said.",
            *(f"What we would expect if it were not so: “{text}”" for text in awaited),
        ]),
        "looked_where": "All sources and chronologies that we may read, for " + "; ".join(WAY_NAMES.values()) + ". "
        f"We weighed {counted(answers, '', '').strip().lower()}.",
        "found": " ".join(found),
    }  # fmt: skip


def counted(told: Iterable[WeighedView], one: str, more: str) -> str:
    """So many passages, with the verb that goes with it."""
    count = len(tuple(told))
    return f"1 passage {one}" if count == 1 else f"{count} passages {more}"
