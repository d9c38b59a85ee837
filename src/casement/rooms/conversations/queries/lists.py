"""The conversations of a review by where they stand, as far as somebody may know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from casement.foundation.access import Seat
from casement.foundation.design.day_words import date_words
from casement.rooms.conversations.models import Conversation
from casement.rooms.conversations.queries.gathered import Of, Row, gathered
from casement.rooms.conversations.queries.stops import flags_of
from casement.rooms.conversations.rules.pairs import Holder, warnings
from casement.rooms.conversations.vocabulary import STATE_NAMES, State


@dataclass(frozen=True)
class Line:
    """One conversation: with whom by role label, where it stands in words, who holds it, what comes next."""

    number: int
    who: str
    agency: str
    state: State
    stands: str
    pair: tuple[str, ...]
    booked_for: datetime | None
    flagged: bool
    warnings: tuple[str, ...]
    mine: bool
    next: str


NEXT: dict[str, str] = {
    State.PROPOSED: "Explain the status",
    State.EXPLAINED: "Book a time",
    State.BOOKED: "Hold it",
    State.HELD: "Write it up",
    State.WRITTEN_UP: "The participant checks it",
    State.CHECKED: "Release it",
}


def listing(seat: Seat) -> tuple[Line, ...]:
    """Every conversation this seat may know of, in the order of their numbers; three queries however many."""
    rows = Conversation.objects.known_to(seat).select_related("participation__agency")
    told = list(rows.order_by("number"))
    of = gathered((row.pk for row in told), "pair", "explained")
    flags = flags_of(row.participation_id for row in told) if told else {}
    return tuple(line_of(seat, row, of[row.pk], flags[row.participation_id].stops) for row in told)


def line_of(seat: Seat, row: Conversation, of: Of, flagged: bool) -> Line:
    """One line; `of` has its pair and its explanations."""
    pair = of["pair"]
    waits = State(row.state) in (State.PROPOSED, State.EXPLAINED, State.BOOKED)
    return Line(
        number=row.number,
        who=row.participation.role_label,
        agency=row.participation.agency.name if row.participation.agency else "",
        state=State(row.state),
        stands=stands(row, of["explained"]),
        pair=tuple(each.label for each in pair),
        booked_for=timezone.localtime(row.booked_for) if row.booked_for else None,
        flagged=flagged and waits,
        warnings=pair_warnings(row, pair),
        mine=any(each.turn == seat.standing.participation_id for each in pair),
        next=NEXT.get(row.state, ""),
    )


def stands(row: Conversation, explained: Sequence[Row]) -> str:
    """Where a conversation stands, in words."""
    if row.state == State.EXPLAINED and explained:
        return explained_words(explained[-1])
    if row.state == State.WRITTEN_UP:
        return f"With {row.participation.role_label} to check"
    return STATE_NAMES[row.state]


def explained_words(told: Row) -> str:
    """That the status was explained: when, by whom, in which text."""
    return f"Explained on {date_words(date.fromisoformat(told.words[:10]))} by {told.label} (text {told.key})"


def pair_warnings(row: Conversation, pair: Sequence[Row]) -> tuple[str, ...]:
    """What to say about the pair."""
    holders = (Holder(each.whose, each.yes, each.at is None) for each in pair)
    return warnings(row.participation.agency_id, holders)
