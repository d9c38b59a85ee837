"""Home: what needs me, and where my reviews stand."""

from dataclasses import dataclass

from casement.desk.obstacles import Known, Obstacle, obstacles
from casement.desk.panes import first_sentence, panes, second_sentence
from casement.desk.standing import known_of
from casement.foundation.access import ROLE_NAMES, Role, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.parts import Pane
from casement.rooms.reviews import queries

AT_MOST = 4
QUIET = {Role.CASE_GROUP, Role.FAMILY}


@dataclass(frozen=True)
class Need:
    """One thing that waits for this person, with the code name of its review."""

    review: str
    obstacle: Obstacle


@dataclass(frozen=True)
class Mine:
    """One review in the margin: its panes and two sentences."""

    name: str
    href: str
    role_label: str
    panes: tuple[Pane, ...]
    phase: str
    second: str


@dataclass(frozen=True)
class Kept:
    """A place whose review shows nothing yet to this person, and what they are told instead."""

    role_label: str
    sentence: str


@dataclass(frozen=True)
class HomePage:
    """The first page after signing in."""

    today: str
    heading: str
    next: Need | None
    waiting: tuple[Need, ...]
    more: int
    reviews: tuple[Mine, ...]
    kept: tuple[Kept, ...]
    may_open: bool
    has_place: bool
    tab: str = "Home"


def home_page(seat: Seat) -> HomePage:
    """Home for whoever asks: leads and team see what to do, others what happens next."""
    seats = queries.seats_of(seat.person_id)
    shown = [each for each in seats if allows(each.standing, Action.REVIEWS_READ)]
    known = known_of(shown)
    # The same kind of thing from two reviews waits twice, so take what blocks first, review by review.
    needs = [
        Need(told.stand.code_name, obstacle)
        for told in known
        if not told.stand.closed_at
        for obstacle in obstacles(told)
    ]
    needs.sort(key=lambda need: not need.obstacle.blocks)
    quiet = bool(seats) and all(each.standing.role in QUIET for each in seats)
    return HomePage(
        today=f"{today():%A %-d %B}",
        heading="Your place here" if quiet else "What needs you",
        next=needs[0] if needs else None,
        waiting=tuple(needs[1 : AT_MOST + 1]),
        more=max(0, len(needs) - AT_MOST - 1),
        reviews=tuple(_mine(told) for told in known if not told.stand.closed_at),
        kept=tuple(_kept(each) for each in seats if each not in shown),
        may_open=allows(seat.standing, Action.REVIEWS_OPEN),
        has_place=bool(seats),
    )


def _mine(known: Known) -> Mine:
    stand = known.stand
    told = obstacles(known)
    blocking = sum(each.blocks for each in told)
    return Mine(
        name=stand.code_name,
        href=f"/reviews/{stand.ref}/",
        role_label=known.seat.label,
        panes=panes(stand, None, None, None, {}),
        phase=stand.process.phase_of(stand.step).name,
        second=second_sentence(stand, blocking, len(told), first_sentence(stand)),
    )


def _kept(seat: Seat) -> Kept:
    role = seat.standing.role
    assert role is not None
    if role in QUIET:
        return Kept(
            seat.label,
            "You take part in a review. Nothing waits for you here now. A lead reviewer will be in touch before "
            "anything is asked of you, and you can ring the board at any time.",
        )
    if reach(seat.standing, Subject.HEADER, Verb.META):
        return Kept(
            seat.label, f"You have a place in a review as {ROLE_NAMES[role].lower()}. Nothing waits for you."
        )
    return Kept(seat.label, "You have a place in a review. Nothing has been released to you yet.")
