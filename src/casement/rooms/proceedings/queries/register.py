"""The register of proceedings: the list, and one with its looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.models import Proceeding, ProceedingLook
from casement.rooms.proceedings.rules.holds import look_due
from casement.rooms.proceedings.vocabulary import KIND_NAMES
from casement.rooms.reviews.queries import labels_of


@dataclass(frozen=True)
class Look:
    """One look: where it stood, who looked, when."""

    stage: str
    dates: str
    protocol: str
    look_on: date | None
    by: str
    at: datetime


@dataclass(frozen=True)
class ProceedingLine:
    """One proceeding. For those who may know only that it exists, kind, reference, contact and looks are empty."""

    number: int
    kind: str
    kind_name: str
    reference: str
    contact: str
    look_on: date | None
    ended_on: date | None
    looks: tuple[Look, ...] = ()

    @property
    def due(self) -> bool:
        """Whether a fresh look is due."""
        return look_due(self.look_on, today())

    @property
    def now(self) -> Look | None:
        """The newest look."""
        return self.looks[-1] if self.looks else None


def register(seat: Seat) -> tuple[ProceedingLine, ...]:
    """Every proceeding of this review, what is due first, what is over last."""
    rows = list(Proceeding.objects.filter(review_id=seat.review))
    looks = _looks(seat, [row.pk for row in rows]) if allows(seat.standing, Action.PROCEEDINGS_READ) else None
    lines = [_line(row, looks) for row in rows]
    return tuple(sorted(lines, key=lambda one: (one.ended_on is not None, not one.due, one.number)))


def proceeding(seat: Seat, number: int) -> ProceedingLine:
    """One proceeding; NotHere when there is none with this number."""
    row = Proceeding.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return _line(row, _looks(seat, [row.pk]))


def proceeding_choices(seat: Seat) -> tuple[tuple[str, str], ...]:
    """Those that run, by number, for a list to choose from."""
    rows = Proceeding.objects.filter(review_id=seat.review, ended_on=None).values_list("number", "kind")
    return tuple((str(number), f"{number}. {KIND_NAMES[kind]}") for number, kind in rows)


def _looks(seat: Seat, rows: list[int]) -> dict[int, tuple[Look, ...]]:
    labels = labels_of(seat.review)
    found: dict[int, list[Look]] = {}
    for one in ProceedingLook.objects.filter(proceeding__in=rows):
        look = Look(one.stage, one.dates, one.protocol, one.look_on, labels.get(one.by_id, ""), one.at)
        found.setdefault(one.proceeding_id, []).append(look)
    return {pk: tuple(each) for pk, each in found.items()}


def _line(row: Proceeding, looks: dict[int, tuple[Look, ...]] | None) -> ProceedingLine:
    if looks is None:
        return ProceedingLine(row.number, "", "", "", "", row.look_on, row.ended_on)
    return ProceedingLine(
        row.number, row.kind, KIND_NAMES[row.kind], row.reference, row.contact, row.look_on, row.ended_on,
        looks.get(row.pk, ()),
    )  # fmt: skip
