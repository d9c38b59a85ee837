"""Markers with what was answered, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.actions import allows
from casement.rooms.markers.models import MarkerAnswer
from casement.rooms.markers.queries.asked import MarkerLine, marker_of, markers
from casement.rooms.markers.queries.record import Held, kept
from casement.rooms.markers.rules.levels import for_now, level_of
from casement.rooms.markers.rules.record import RECORD
from casement.rooms.markers.vocabulary import LEVEL_NAMES
from casement.rooms.reviews.models import Review


@dataclass(frozen=True)
class Answered:
    """One answer, with the role label of whoever gave it. `counts`: the newest of its level."""

    level: str
    level_name: str
    text: str
    concern: bool
    next_step: str
    rests: tuple[str, ...]
    by: str
    at: datetime
    counts: bool


@dataclass(frozen=True)
class View:
    """A marker with what counts now, everything that was answered, and what the record holds."""

    line: MarkerLine
    now: tuple[Answered, ...]
    every: tuple[Answered, ...]
    held: Held | None
    for_me_now: bool


def listing(seat: Seat) -> tuple[View, ...]:
    """Every marker with its answers, without the record."""
    step = Review.objects.values_list("step", flat=True).get(pk=seat.review)
    answers = _answers(seat)
    level = level_of(seat.standing.role)

    def one(line: MarkerLine) -> View:
        told = answers.get(line.marker, [])
        mine = any(each.level == level for each in told)
        return _view(line, told, None, for_now(step, line.step, level, line.wordings, mine))

    return tuple(one(line) for line in markers(seat))


def view(seat: Seat, marker: str) -> View:
    """One marker; NotHere when this review has none of that name."""
    line = marker_of(seat, marker)
    return _view(line, _answers(seat).get(marker, []), kept(seat, marker), False)


def _view(line: MarkerLine, told: list[Answered], held: Held | None, now: bool) -> View:
    order = list(LEVEL_NAMES)
    counting = sorted((one for one in told if one.counts), key=lambda one: order.index(one.level))
    return View(line, tuple(counting), tuple(reversed(told)), held, now)


def rests_of(seat: Seat, row: MarkerAnswer) -> tuple[str, ...]:
    """What an answer rests on, as far as this seat may know that part of the record."""
    return tuple(words for key, words in row.rests if key in RECORD and allows(seat.standing, RECORD[key].action))


def _answers(seat: Seat) -> dict[str, list[Answered]]:
    """Every answer of the review by marker, oldest first."""
    rows = list(MarkerAnswer.objects.filter(review_id=seat.review).select_related("place").order_by("number"))
    newest = {(row.marker, row.level): row.pk for row in rows}
    found: dict[str, list[Answered]] = {}
    for row in rows:
        counts = newest[row.marker, row.level] == row.pk
        found.setdefault(row.marker, []).append(
            Answered(row.level, LEVEL_NAMES[row.level], row.text, row.concern, row.next_step, rests_of(seat, row),
                     row.place.role_label, row.at, counts)
        )  # fmt: skip
    return found
