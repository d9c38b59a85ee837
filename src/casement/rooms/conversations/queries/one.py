"""Everything about one conversation but what was said in it, and what forms about it offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.rooms.conversations.models import ARRANGING, HEARD, Conversation, Query
from casement.rooms.conversations.queries.lists import Line, line_of
from casement.rooms.conversations.queries.rows import known
from casement.rooms.conversations.queries.stops import conditions, facts_of, flag_of
from casement.rooms.conversations.rules.moves import next_states, reasons_against
from casement.rooms.conversations.vocabulary import GUIDE_NAMES, STATE_NAMES, Guide, State
from casement.rooms.reviews.models import Participation

HOLDERS = (Role.LEAD, Role.TEAM)
Offer = tuple[str, str]


@dataclass(frozen=True)
class Moved:
    """One line of the history."""

    at: datetime
    to: str
    by: str
    note: str


@dataclass(frozen=True)
class About:
    """One conversation: where it stands, what may come next and what stands in the way, its facts and its history."""

    line: Line
    guide: str
    place: str
    recording: str
    why_this_pair: str
    conditions: str
    stopped: str
    explained: bool
    against: tuple[str, ...]
    sideways: tuple[Offer, ...]
    moves: tuple[Moved, ...]
    left: tuple[datetime, ...]
    source: int | None
    holds: bool
    arranges: bool
    leads: bool
    queries: int
    opened: bool
    use: str


@dataclass(frozen=True)
class Choices:
    """Who can be spoken with, who can hold a conversation, and the guides: (value, name) pairs."""

    people: tuple[Offer, ...]
    holders: tuple[Offer, ...]
    guides: tuple[Offer, ...]


@dataclass(frozen=True)
class Queries:
    """The puzzles chosen for one conversation."""

    number: int
    who: str
    queries: tuple[tuple[int, str], ...]
    opened: bool


def about(seat: Seat, number: int) -> About:
    """One conversation; NotHere for whoever may not know of it."""
    row = known(seat, number)
    prefetch_related_objects([row], "pair__holder", "explanations__by", "moves__by", "left")
    flag = flag_of(row.participation_id)
    facts = facts_of(row, flag)
    line = line_of(seat, row, facts.flagged)
    after = next_states(row.state, facts.before_hold)
    onwards = [to for to in after if to not in (State.DECLINED, State.WITHDRAWN, State.ON_HOLD)]
    told = [to for to in after if to not in onwards or row.state in (State.ON_HOLD, State.DECLINED)]
    return About(
        line=line,
        guide=GUIDE_NAMES[row.guide],
        place=row.place,
        recording=row.recording,
        why_this_pair=row.why_this_pair,
        conditions=conditions(flag),
        stopped=facts.stopped,
        explained=facts.explained,
        against=reasons_against(row.state, onwards[0], facts) if onwards else (),
        sideways=tuple((str(to), WORDS.get(to, f"Go on: {STATE_NAMES[to].lower()}")) for to in told),
        moves=tuple(Moved(each.at, STATE_NAMES[each.to], each.by.role_label, each.note) for each in row.moves.all()),
        left=tuple(each.at for each in row.left.all()),
        source=row.source.number if row.source_id and row.source else None,
        holds=line.mine,
        arranges=seat.standing.role in ARRANGING or line.mine,
        leads=allows(seat.standing, Action.CONVERSATIONS_RELEASE),
        queries=Query.objects.filter(conversation=row).count(),
        opened=hasattr(row, "opening"),
        use=row.use,
    )


WORDS = {
    State.DECLINED: "They said no",
    State.WITHDRAWN: "They withdrew",
    State.ON_HOLD: "Put it on hold",
}


def choices(seat: Seat) -> Choices:
    """Whom a conversation can be with, and who can hold it: places that have not ended."""
    roles = (*HEARD, *HOLDERS)
    rows = Participation.objects.filter(review_id=seat.review, role__in=roles, ended_at=None).order_by("role_label")
    told = list(rows.values_list("number", "role_label", "role"))
    return Choices(
        tuple((str(number), label) for number, label, role in told if role in HEARD),
        tuple((str(number), label) for number, label, role in told if role in HOLDERS),
        tuple((str(guide), GUIDE_NAMES[guide]) for guide in Guide),
    )


def queries_for(seat: Seat, number: int) -> Queries:
    """The puzzles of one conversation, for the leads who choose them."""
    row = known(seat, number)
    rows = Query.objects.filter(conversation=row).order_by("number")
    return Queries(number, row.participation.role_label, tuple(rows.values_list("number", "text")), hasattr(row, "opening"))


def status_line(row: Conversation) -> str:
    """What was agreed about recording, for the top of the guide."""
    match row.recording:
        case "agreed":
            return "They agreed to a recording."
        case "refused":
            return "Notes agreed, no recording."
        case _:
            return "Ask before you begin whether they agree to a recording. No is fine."
