"""One request with its whole history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import RecordRequest
from casement.rooms.sources.queries.asking.happenings import Happening, came_with, events_of, plain
from casement.rooms.sources.rules.letters import Letter, letter
from casement.rooms.sources.rules.requests import Stand, standing
from casement.rooms.sources.vocabulary.requests import POWER_OF, power_words


@dataclass(frozen=True)
class RequestView:
    """One request: what was asked for and why, where it stands, and everything that happened, as it happened."""

    number: int
    agency_id: int
    agency: str
    agency_number: int
    asked_of: str
    asked_by: str
    board: str
    kinds: str
    about: str
    period: str
    power: str
    power_other: str
    reason: str
    asked_on: date
    wanted_by: date | None
    stand: Stand
    history: tuple[Happening, ...]
    may_ask: bool
    may_answer: bool


def request(seat: Seat, number: int) -> RequestView:
    """One request this seat may see; NotHere otherwise. Three queries."""
    place = Participation.objects.filter(review_id=OuterRef("review_id"), person_id=OuterRef("by_id"))
    rows = RecordRequest.objects.visible_to(seat).select_related("agency", "review")
    row = (
        rows.annotate(who=Subquery(place.order_by("-number").values("role_label")[:1]))
        .filter(number=number)
        .first()
    )
    if row is None:
        raise NotHere
    noted, came = events_of([row.pk]).get(row.pk, []), came_with(seat, [row.pk])
    history = [
        Happening(
            at, one["kind"], one["on"], one["who"] or "", one["note"], one["promised_for"], one["whole"],
            one["why"], one["route"], one["batch__number"], tuple(came.get(one["pk"], ())),
            one["by_id"] == seat.person_id, one["taken_back_at"],
        )
        for at, one in enumerate(noted, 1)
    ]  # fmt: skip
    return RequestView(
        row.number, row.agency_id, row.agency.name, row.agency.number, row.asked_of,
        getattr(row, "who", None) or "", row.review.board_name,
        row.kinds, row.about, row.period, row.power, row.power_other, row.reason,
        row.asked_on, row.wanted_by, standing(plain(noted), today=today(), wanted_by=row.wanted_by),
        tuple(sorted(history, key=lambda one: (one.on, one.number))),
        allows(seat.standing, Action.REQUESTS_ASK),
        allows(seat.standing, Action.REQUESTS_ANSWER),
    )  # fmt: skip


def letter_of(seat: Seat, number: int) -> Letter:
    """The letter of a request this seat may see; NotHere otherwise."""
    told = request(seat, number)
    return letter(
        number=number, ref=seat.ref, board=told.board, agency=told.agency, asked_of=told.asked_of,
        asked_by=told.asked_by, asked_on=told.asked_on, wanted_by=told.wanted_by, kinds=told.kinds,
        about=told.about, period=told.period, power=power_words(told.power, told.power_other),
        power_note=POWER_OF[told.power].note, reason=told.reason,
    )  # fmt: skip
