"""Holds as those see them who keep them: with the reason, the looks, and who asked for them to be lifted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.models import Hold, HoldLook, Lifting
from casement.rooms.proceedings.queries.holds import InForce
from casement.rooms.proceedings.rules.flags import CLEARS
from casement.rooms.proceedings.rules.holds import why_not_lifted
from casement.rooms.proceedings.vocabulary import REASON_NAMES, SCOPE_HELP, Scope
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries import labels_of


@dataclass(frozen=True)
class Step:
    """Something said about a hold: a look that left it, or a wish to lift it."""

    name: str
    words: str
    by: str
    at: datetime
    look_on: date | None = None
    by_id: int = 0


@dataclass(frozen=True)
class HoldLine:
    """One hold. For those who may know only that it exists, the reason and the steps are empty."""

    told: InForce
    stops: str
    reason: str
    words: str
    proceeding: int | None
    by: str
    lifted_at: datetime | None
    lifted_by: str
    asked: Step | None = None
    steps: tuple[Step, ...] = ()
    why_not: str = ""
    can_agree: tuple[str, ...] = ()


def hold_list(seat: Seat) -> tuple[HoldLine, ...]:
    """Every hold of this review: those in force first, each group newest first."""
    rows = list(Hold.objects.filter(review_id=seat.review).select_related("proceeding").order_by("-number"))
    reads = allows(seat.standing, Action.PROCEEDINGS_READ)
    lines = _lines(seat, rows) if reads else [_bare(row) for row in rows]
    return tuple(sorted(lines, key=lambda one: one.lifted_at is not None))


def hold(seat: Seat, number: int) -> HoldLine:
    """One hold with everything said about it, and who could agree to lift it; NotHere when there is none."""
    row = Hold.objects.filter(review_id=seat.review, number=number).select_related("proceeding").first()
    if row is None:
        raise NotHere
    (line,) = _lines(seat, [row])
    return replace(line, can_agree=_others(seat, {row.by_id, line.asked.by_id if line.asked else row.by_id}))


def _others(seat: Seat, people: set[int]) -> tuple[str, ...]:
    """The role labels of leads and legal liaisons who sign in, but for these people."""
    rows = Participation.objects.filter(review_id=seat.review, role__in=CLEARS, ended_at=None, person__isnull=False)
    return tuple(rows.exclude(person__in=people).order_by("number").values_list("role_label", flat=True))


def _lines(seat: Seat, rows: list[Hold]) -> list[HoldLine]:
    labels = labels_of(seat.review)
    wished: dict[int, list[Lifting]] = {}
    for wish in Lifting.objects.filter(hold__in=rows):
        wished.setdefault(wish.hold_id, []).append(wish)
    looked: dict[int, list[HoldLook]] = {}
    for look in HoldLook.objects.filter(hold__in=rows):
        looked.setdefault(look.hold_id, []).append(look)
    told = []
    for row in rows:
        wishes = wished.get(row.pk, [])
        steps = [Step("Looked at afresh, it stays", one.words, labels.get(one.by_id, ""), one.at, one.look_on)
                 for one in looked.get(row.pk, [])]  # fmt: skip
        asked = [
            Step("Asked to lift it", one.words, labels.get(one.by_id, ""), one.at, by_id=one.by_id)
            for one in wishes
        ]
        told.append(
            HoldLine(
                told=_in_force(row),
                stops=SCOPE_HELP[row.scope],
                reason=REASON_NAMES[row.reason],
                words=row.words,
                proceeding=row.proceeding.number if row.proceeding else None,
                by=labels.get(row.by_id, ""),
                lifted_at=row.lifted_at,
                lifted_by=labels.get(row.lifted_by_id or 0, ""),
                asked=asked[-1] if asked else None,
                steps=tuple(sorted(steps + asked, key=lambda one: one.at)),
                why_not=why_not_lifted(row.by_id, wishes[-1].by_id if wishes else None, seat.person_id),
            )
        )
    return told


def _bare(row: Hold) -> HoldLine:
    return HoldLine(_in_force(row), SCOPE_HELP[row.scope], "", "", None, "", row.lifted_at, "")


def _in_force(row: Hold) -> InForce:
    return InForce(row.number, Scope(row.scope), row.thing, row.at, row.look_on)
