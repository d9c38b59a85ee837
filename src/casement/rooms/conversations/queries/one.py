"""Everything about one conversation but what was said in it, and what forms about it offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, Purpose, allows
from casement.foundation.models import PrivateLink
from casement.rooms.conversations.models import ARRANGING, HEARD, Conversation, Query
from casement.rooms.conversations.queries.gathered import gathered
from casement.rooms.conversations.queries.lists import Line, explained_words, line_of
from casement.rooms.conversations.queries.own import ContactsView, ring_for
from casement.rooms.conversations.queries.rows import known
from casement.rooms.conversations.queries.stops import before_hold, conditions, flag_of
from casement.rooms.conversations.rules.moves import Facts, next_states, reasons_against
from casement.rooms.conversations.vocabulary import GUIDE_NAMES, STATE_NAMES, Guide, State
from casement.rooms.reviews.models import Participation

HOLDERS = (Role.LEAD, Role.TEAM)
PAIRING = (State.PROPOSED, State.EXPLAINED, State.BOOKED, State.ON_HOLD)
Offer = tuple[str, str]


@dataclass(frozen=True)
class Moved:
    """One line of the history."""

    at: datetime | None
    to: str
    by: str
    note: str


@dataclass(frozen=True)
class About:
    """One conversation: where it stands, what may come next and what is in the way, its facts, its history."""

    line: Line
    guide: str
    place: str
    recording: str
    why_this_pair: str
    conditions: str
    explained: str
    may_choose_pair: bool
    against: tuple[str, ...]
    sideways: tuple[Offer, ...]
    moves: tuple[Moved, ...]
    left: tuple[datetime | None, ...]
    source: int | None
    holds: bool
    arranges: bool
    leads: bool
    queries: int
    opened: bool
    use: str
    link_since: datetime | None
    contacts: ContactsView


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
    of, flag = (
        gathered([row.pk], "pair", "explained", "move", "left", "query")[row.pk],
        flag_of(row.participation_id),
    )
    # Holds stand across the page already, and every command asks them again.
    facts = Facts(explained=bool(of["explained"]), flagged=flag.stops, before_hold=before_hold(row))
    line = line_of(seat, row, of, flag.stops)
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
        explained=explained_words(of["explained"][-1]) if of["explained"] else "",
        may_choose_pair=row.state in PAIRING and (seat.standing.role in ARRANGING or line.mine),
        against=reasons_against(row.state, onwards[0], facts) if onwards else (),
        sideways=tuple((str(to), WORDS.get(to, f"Go on: {STATE_NAMES[to].lower()}")) for to in told),
        moves=tuple(Moved(each.at, STATE_NAMES[each.key], each.label, each.words) for each in of["move"]),
        left=tuple(each.at for each in of["left"]),
        source=row.source.number if row.source_id and row.source else None,
        holds=line.mine,
        arranges=seat.standing.role in ARRANGING or line.mine,
        leads=allows(seat.standing, Action.CONVERSATIONS_RELEASE),
        queries=len(of["query"]),
        opened=hasattr(row, "opening"),
        use=row.use,
        link_since=link_since(row) if line.mine and row.state in LINKED else None,
        contacts=ring_for(row),
    )


def link_since(row: Conversation) -> datetime | None:
    """Since when a private link for the participant is open, if one is."""
    links = PrivateLink.objects.filter(
        review_id=row.review_id, purpose=Purpose.WRITE_UP, thing=row.number, taken_back_at=None
    )
    return links.order_by("-made_at").values_list("made_at", flat=True).first()


LINKED = (State.WRITTEN_UP, State.CHECKED)
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
    return Queries(
        number, row.participation.role_label, tuple(rows.values_list("number", "text")), hasattr(row, "opening")
    )


def status_line(row: Conversation) -> str:
    """What was agreed about recording, for the top of the guide."""
    match row.recording:
        case "agreed":
            return "They agreed to a recording."
        case "refused":
            return "Notes agreed, no recording."
        case _:
            return "Ask before you begin whether they agree to a recording. No is fine."
