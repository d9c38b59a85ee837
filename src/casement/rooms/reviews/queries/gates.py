"""Which gates of a review are met, and the way it has gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.reviews.models import GateNote, Participation, Review, StageEntry
from casement.rooms.reviews.rules.processes import HEARD, Facts, Process, Step, may_move
from casement.rooms.reviews.rules.protection import may_hold_data as may_hold


@dataclass(frozen=True)
class GateState:
    """One gate: whether it is met, what it asks, and the last answer with its day and the label of its writer."""

    key: str
    met: bool
    missing: str
    asks: str
    answer: str = ""
    by: str = ""
    at: datetime | None = None
    page: str = ""


@dataclass(frozen=True)
class StepState:
    """One step: whether this form of the review takes it, whether we are at it, since when, what blocks it."""

    step: Step
    phase: str
    taken: bool
    current: bool
    reached: datetime | None
    blocked: tuple[str, ...]
    gates: tuple[GateState, ...]


@dataclass(frozen=True)
class Move:
    """One entry of the history, in words."""

    at: datetime
    by: str
    text: str
    note: str


def met_gates(review: Review, noted: Iterable[str]) -> frozenset[str]:
    """The keys of the gates that are met: those written down, data protection when it is recorded, and the
    hearing of the case group once its day has come."""
    found = set(noted)
    if review.heard_from is not None and review.heard_from <= today():
        found.add(HEARD)
    if may_hold(review.dpia_reference, review.dpia_waiver):
        found.add("data_protection")
    return frozenset(found)


def facts_of(review: Review) -> Facts:
    """What decides whether a review may move."""
    noted = GateNote.objects.filter(review=review).values_list("gate", flat=True)
    return Facts(met_gates(review, noted), review.closed_at is not None)


def steps_of(seat: Seat) -> tuple[Process, tuple[StepState, ...], tuple[Move, ...]]:
    """The process of a review, each of its steps with its gates, and its history, newest first."""
    review = Review.objects.get(pk=seat.review)
    labels = labels_of(seat.review)
    notes = {note.gate: note for note in GateNote.objects.filter(review=review).order_by("pk")}
    entries = list(StageEntry.objects.filter(review=review).order_by("pk"))
    way, facts = review.way, Facts(met_gates(review, notes), review.closed_at is not None)
    reached = {entry.to_step: entry.at for entry in reversed(entries)}
    states = tuple(
        StepState(
            step=step,
            phase=way.phase_of(step.key).name,
            taken=way.has(step.key),
            current=step.key == review.step,
            reached=reached.get(step.key),
            blocked=tuple(may_move(way, step.key, facts)) if way.has(step.key) else (),
            gates=tuple(
                GateState(
                    key=gate.key,
                    met=gate.key in facts.met,
                    missing=gate.missing,
                    asks=gate.asks,
                    answer=notes[gate.key].text if gate.key in notes else "",
                    by=labels.get(notes[gate.key].by_id, "") if gate.key in notes else "",
                    at=notes[gate.key].at if gate.key in notes else None,
                    page=gate.page,
                )
                for gate in step.gates
                if gate.blocks == "step" and way.has(step.key)
            ),
        )
        for step in way.steps
    )
    moves = tuple(
        Move(entry.at, labels.get(entry.by_id, ""), _told(way, entry), entry.note) for entry in reversed(entries)
    )
    return way, states, moves


def labels_of(review_id: int) -> dict[int, str]:
    """The role label of each person who has or had a place here; the newest where there were several."""
    rows = Participation.objects.filter(review_id=review_id, person__isnull=False).order_by("number")
    return {person: label for person, label in rows.values_list("person_id", "role_label") if person is not None}


def _told(way: Process, entry: StageEntry) -> str:
    if entry.to_step == "closed":
        return "Closed"
    if entry.to_step == "open":
        return "Opened again"
    label = way.step(entry.to_step).label
    if not entry.from_step:
        return f"Opened at {entry.to_step}, {label.lower()}"
    if entry.from_step == entry.to_step:
        return "Form of the review changed"
    return f"Moved to {entry.to_step}, {label.lower()}"
