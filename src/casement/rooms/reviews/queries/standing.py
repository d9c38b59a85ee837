"""Where reviews stand: the facts that home, the list of reviews and "Where we are" are told from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Role, Seat
from casement.rooms.reviews.models import Agency, GateNote, Participation, Review, StageEntry, WindowQuestion
from casement.rooms.reviews.queries.about import in_words
from casement.rooms.reviews.queries.gates import met_gates
from casement.rooms.reviews.rules.processes import Facts, Gate, Process, process
from casement.rooms.reviews.rules.processes.gates import open_gates
from casement.rooms.reviews.rules.protection import may_hold_data
from casement.rooms.reviews.vocabulary import KIND_NAMES


@dataclass(frozen=True)
class Stand:
    """Where one review stands. Numbers are amounts, never marks."""

    review_id: int
    ref: str
    code_name: str
    kind: str
    period: str
    board_name: str
    process: Process
    step: str
    opened_at: datetime
    moved_at: datetime | None
    closed_at: datetime | None
    may_hold_data: bool
    leads: int
    independent: int
    team: int
    case_group: int
    undeclared: int
    agencies: int
    questions: int
    my_conflict_missing: bool
    my_number: int
    open_gates: tuple[Gate, ...]

    @property
    def next_step(self) -> str:
        """The key of the step that comes next in this form of the review; empty at the end."""
        keys = [step.key for step in self.process.steps]
        later = [key for key in keys[keys.index(self.step) + 1 :] if self.process.has(key)]
        return later[0] if later else ""


def stands(seats: Iterable[Seat]) -> dict[int, Stand]:
    """Where the reviews of these seats stand, by review, in one query however many."""
    at = {seat.review: seat for seat in seats}
    mine = [seat.standing.participation_id or 0 for seat in at.values()]
    own = Participation.objects.filter(review=OuterRef("pk"), pk__in=mine)
    rows = Review.objects.filter(pk__in=at).annotate(
        n_leads=_people(role=Role.LEAD),
        n_independent=_people(role=Role.LEAD, independence="independent"),
        n_team=_people(role=Role.TEAM),
        n_case_group=_people(role=Role.CASE_GROUP),
        n_undeclared=_people(role__in=[Role.LEAD, Role.TEAM], conflict_statement=""),
        n_agencies=_count(Agency),
        n_questions=_count(WindowQuestion, Q(replaced_by=None)),
        moved_at=Subquery(
            StageEntry.objects.filter(review=OuterRef("pk"))
            .exclude(to_step=F("from_step"))
            .order_by("-pk")
            .values("at")[:1]
        ),
        my_conflict=Subquery(own.values("conflict_statement")[:1]),
        my_number=Subquery(own.values("number")[:1]),
        **{f"gate_{gate.key}": _count(GateNote, Q(gate=gate.key)) for gate in process().gates() if gate.asks},
    )
    return {row.pk: _stand(row, at[row.pk]) for row in rows}


def _stand(row: Any, seat: Seat) -> Stand:
    way = row.way
    noted = [gate.key for gate in way.gates() if gate.asks and getattr(row, f"gate_{gate.key}")]
    facts = Facts(met_gates(row, noted), row.closed_at is not None)
    keys = [step.key for step in way.steps]
    later = [key for key in keys[keys.index(row.step) + 1 :] if way.has(key)]
    declares = seat.standing.role in (Role.LEAD, Role.TEAM)
    return Stand(
        review_id=row.pk,
        ref=row.ref,
        code_name=row.code_name,
        kind=KIND_NAMES.get(row.kind, row.kind),
        period=in_words(row),
        board_name=row.board_name,
        process=way,
        step=row.step,
        opened_at=row.opened_at,
        moved_at=row.moved_at,
        closed_at=row.closed_at,
        may_hold_data=may_hold_data(row.dpia_reference, row.dpia_waiver),
        leads=row.n_leads,
        independent=row.n_independent,
        team=row.n_team,
        case_group=row.n_case_group,
        undeclared=row.n_undeclared,
        agencies=row.n_agencies,
        questions=row.n_questions,
        my_conflict_missing=declares and not row.my_conflict,
        my_number=row.my_number,
        open_gates=open_gates(way, later[0], facts) if later else (),
    )


def _people(**filters: Any) -> Coalesce:
    return _count(Participation, Q(ended_at=None, **filters))


def _count(model: type[models.Model], only: Q | None = None) -> Coalesce:
    """How many rows of `model` a review has, as a column of the review."""
    rows = model._default_manager.filter(only or Q(), review=OuterRef("pk")).order_by()
    return Coalesce(Subquery(rows.values("review").annotate(n=Count("pk")).values("n")), 0)
