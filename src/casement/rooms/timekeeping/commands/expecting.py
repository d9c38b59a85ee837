"""How much time is expected, and what an hour costs where a site wants to know."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Refused
from casement.rooms.reviews.models import Agency
from casement.rooms.reviews.rules.processes import process
from casement.rooms.timekeeping.models import Estimate, Rate
from casement.rooms.timekeeping.queries.copying import FROM_PLAN, copied
from casement.rooms.timekeeping.rules.lengths import Unclear, minutes_of
from casement.rooms.timekeeping.vocabulary import KIND_NAMES, Origin

MOST_EXPECTED = 10_000 * 60
_POUNDS = re.compile(r"£?\s*(\d{1,4}(?:\.\d{1,2})?)")


@command(Action.TIME_PLAN)
def set_estimate(seat: Seat, *, step: str, length: str) -> Estimate:
    """Say how much time a step is expected to take from everybody together; no length takes the estimate away."""
    if step not in {one.key for one in process().steps}:
        raise Refused("Choose the step.", field="step")
    minutes = None
    if length.strip():
        try:
            minutes = minutes_of(length, most=MOST_EXPECTED)
        except Unclear as no:
            raise Refused(str(no), field="length") from None
    return Estimate.objects.create(
        review_id=seat.review, step=step, minutes=minutes, origin=Origin.HAND, by_id=seat.person_id
    )


@command(Action.TIME_PLAN)
def copy_estimates(seat: Seat, *, source: str) -> None:
    """Take over what the plan or an earlier review says of each step; other steps stay as they are."""
    told = copied(seat, source)
    if told is None:
        raise Refused("Choose the plan, or a review whose totals you may see.", field="source")
    if not told:
        raise Refused("There is nothing to copy there yet. Set the figures by hand.", field="source")
    origin = Origin.PLAN if source == FROM_PLAN else Origin.EARLIER
    Estimate.objects.bulk_create(
        [
            Estimate(review_id=seat.review, step=step, minutes=minutes, origin=origin, by_id=seat.person_id)
            for step, minutes in sorted(told.items())
        ]
    )


@command(Action.TIME_PLAN)
def set_rate(seat: Seat, *, pounds: str, agency: int | None = None, kind: str = "") -> Rate:
    """Set what an hour costs for an agency, a kind of work, both, or everybody; nothing takes the rate away."""
    found = None
    if agency is not None:
        found = Agency.objects.filter(review_id=seat.review, number=agency).first()
        if found is None:
            raise Refused("Choose an agency of this review.", field="agency")
    if kind and kind not in KIND_NAMES:
        raise Refused("Choose a kind of work, or all kinds.", field="kind")
    pence = None
    if pounds.strip():
        told = _POUNDS.fullmatch(pounds.strip())
        if told is None:
            raise Refused("Write pounds an hour, such as 32 or 32.50, or leave it empty.", field="pounds")
        pence = int((Decimal(told[1]) * 100).to_integral_value(ROUND_HALF_UP))
    return Rate.objects.create(review_id=seat.review, agency=found, kind=kind, pence=pence, by_id=seat.person_id)
