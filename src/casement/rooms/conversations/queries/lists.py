"""The conversations of a review by where they stand, as far as somebody may know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from casement.foundation.access import Seat
from casement.foundation.design.day_words import date_words
from casement.rooms.conversations.models import Conversation, Explanation, Holding
from casement.rooms.conversations.queries.stops import flags_of, stopped
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
    """Every conversation this seat may know of, in the order of their numbers; a fixed number of queries."""
    rows = Conversation.objects.known_to(seat).select_related("participation__agency")
    told = list(rows.prefetch_related(
        Prefetch("pair", Holding.objects.select_related("holder")),
        Prefetch("explanations", Explanation.objects.select_related("by")),
    ).order_by("number"))  # fmt: skip
    flags = flags_of(row.participation_id for row in told)
    return tuple(line_of(seat, row, flags[row.participation_id].stops) for row in told)


def line_of(seat: Seat, row: Conversation, flagged: bool) -> Line:
    """One line; the row has its pair and its explanations at hand."""
    pair = list(row.pair.all())
    waits = State(row.state) in (State.PROPOSED, State.EXPLAINED, State.BOOKED)
    return Line(
        number=row.number,
        who=row.participation.role_label,
        agency=row.participation.agency.name if row.participation.agency else "",
        state=State(row.state),
        stands=stands(row),
        pair=tuple(each.holder.role_label for each in pair),
        booked_for=row.booked_for,
        flagged=flagged and waits,
        warnings=pair_warnings(row, pair),
        mine=any(each.holder_id == seat.standing.participation_id for each in pair),
        next=NEXT.get(row.state, ""),
    )


def stands(row: Conversation) -> str:
    """Where a conversation stands, in words."""
    told = list(row.explanations.all())
    if row.state == State.EXPLAINED and told:
        last = told[-1]
        return f"Explained on {date_words(last.on)} by {last.by.role_label} (text {last.text_version})"
    if row.state == State.WRITTEN_UP:
        return f"With {row.participation.role_label} to check"
    return STATE_NAMES[row.state]


def pair_warnings(row: Conversation, pair: list[Holding]) -> tuple[str, ...]:
    """What to say about the pair."""
    holders = (Holder(each.holder.agency_id, each.in_line, each.holder.ended_at is None) for each in pair)
    return warnings(row.participation.agency_id, holders)


def held_up(seat: Seat) -> str:
    """What holds every conversation of this review, in a sentence."""
    return stopped(seat.review)
