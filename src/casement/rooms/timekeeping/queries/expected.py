"""What was expected of each step, and what an hour costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.reviews.queries import labels_of
from casement.rooms.reviews.rules.processes import process
from casement.rooms.timekeeping.models import Estimate, Rate
from casement.rooms.timekeeping.vocabulary import KIND_NAMES, ORIGIN_NAMES


@dataclass(frozen=True)
class EstimateLine:
    """The estimate of one step that counts now, and where it comes from."""

    step: str
    label: str
    minutes: int
    origin: str
    by: str
    at: datetime


@dataclass(frozen=True)
class RateLine:
    """A rate that counts now, for whom and for which kind of work."""

    agency: str
    kind: str
    pence: int
    by: str
    at: datetime


def sees_cost(seat: Seat) -> bool:
    """Whether somebody may be told money, where a rate is set."""
    return allows(seat.standing, Action.TIME_COST)


def expected(seat: Seat) -> dict[str, int]:
    """Minutes by step, of the newest estimate of each that was not taken away."""
    rows = Estimate.objects.filter(review_id=seat.review).values_list("step", "minutes")
    return {step: minutes for step, minutes in dict(rows).items() if minutes is not None}


def estimates(seat: Seat) -> tuple[EstimateLine, ...]:
    """The estimates that count now, in order of the steps."""
    newest = {row.step: row for row in Estimate.objects.filter(review_id=seat.review)}
    labels = labels_of(seat.review)
    return tuple(
        EstimateLine(one.key, one.label, row.minutes, ORIGIN_NAMES[row.origin], labels.get(row.by_id, ""), row.at)
        for one in process().steps
        if (row := newest.get(one.key)) is not None and row.minutes is not None
    )


def rates_now(seat: Seat) -> dict[tuple[int | None, str], int | None]:
    """Pence an hour by agency and kind; the newest counts."""
    rows = Rate.objects.filter(review_id=seat.review).values_list("agency", "kind", "pence")
    return {(agency, kind): pence for agency, kind, pence in rows}


def rates(seat: Seat) -> tuple[RateLine, ...]:
    """The rates that count now: those for everybody last."""
    newest = {
        (row.agency_id or 0, row.kind): row
        for row in Rate.objects.filter(review_id=seat.review).select_related("agency")
    }
    labels = labels_of(seat.review)
    return tuple(
        RateLine(
            row.agency.name if row.agency else "Every agency", KIND_NAMES.get(row.kind, "Every kind of work"),
            row.pence, labels.get(row.by_id, ""), row.at,
        )
        for _, row in sorted(newest.items(), key=lambda one: (one[0][0] == 0, one[0]))
        if row.pence is not None
    )  # fmt: skip
