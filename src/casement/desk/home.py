"""Home: what needs me, and where my reviews stand."""

from dataclasses import dataclass

from casement.desk.doors import WORKING, Door, doors
from casement.desk.obstacles import (
    Known,
    Obstacle,
    asked_about,
    letters_of,
    obstacles,
    open_until,
    outside_of,
    taken_on,
)
from casement.desk.panes import first_sentence, panes, second_sentence
from casement.desk.spoken import spoken
from casement.desk.standing import known_of, waiting_for
from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.parts import Pane
from casement.rooms.conversations.queries import Waits, conversations_from
from casement.rooms.letters.queries import letters_from
from casement.rooms.meetings.queries import actions_from
from casement.rooms.planning.queries.waiting import dates_from
from casement.rooms.proceedings.queries import waiting_from
from casement.rooms.reports.queries import Needs, reports_to_read
from casement.rooms.reviews import queries
from casement.rooms.sources.queries.counts import source_counts

AT_MOST = 4
QUIET = {Role.CASE_GROUP, Role.FAMILY}
ON_ASKING = "A lead reviewer can open a part of it to you, for a reason and until a day."
KEPT = {
    Role.SUPERVISOR: f"You support the reviewers of a review. Nothing waits for you. {ON_ASKING}",
    Role.EVALUATOR: f"You evaluate how a review is done. Nothing waits for you. {ON_ASKING}",
    Role.LEGAL: "You advise on a review: what runs beside it, who may be a witness, what is held and disclosed.",
    Role.RECORDS: "You look after the records of a review. You can see who opened what, not what it says.",
    Role.ADMIN: "You look after the accounts and the machine. Nothing of a review is shown to you.",
    Role.AGENCY_CONTACT: "You speak for an agency in a review. Nothing waits for you.",
}
TAKES_PART = (
    "You take part in a review. Nothing waits for you here now. A lead reviewer will be in touch before "
    "anything is asked of you, and you can ring the board at any time."
)


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
    doors: tuple[Door, ...]


@dataclass(frozen=True)
class Kept:
    """A place whose review shows nothing yet to this person, and what they are told instead."""

    role_label: str
    sentence: str
    doors: tuple[Door, ...]


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
    kept = [each for each in seats if each not in shown]
    known = known_of(shown)
    told_us = [each for each in kept if each.standing.role in QUIET]
    accounts = {review: counts.total for review, counts in source_counts(told_us).items()} if told_us else {}
    given = reports_to_read(told_us) if told_us else {}
    waits = waiting_for(kept)
    talks = {each.review: conversations_from(waits[each.review]) for each in told_us}
    # The same kind of thing from two reviews waits twice, so take what blocks first, review by review.
    needs = [
        Need(told.stand.code_name, obstacle)
        for told in known
        if not told.stand.closed_at
        for obstacle in obstacles(told)
    ]
    for each in kept:
        told_of = waits[each.review]
        needs += [Need(each.label, one) for one in letters_of(letters_from(told_of), each.ref)]
        needs += [Need(each.label, one) for one in asked_about(dates_from(told_of))]
        needs += [Need(each.label, one) for one in taken_on(actions_from(told_of), each.ref)]
        needs += [Need("A review", one) for one in outside_of(each, waiting_from(told_of))]
    needs.sort(key=lambda need: not need.obstacle.blocks)
    quiet = bool(seats) and all(each.standing.role in QUIET for each in seats)
    return HomePage(
        today=f"{today():%A %-d %B}",
        heading="Your place here" if quiet else "What needs you",
        next=needs[0] if needs else None,
        waiting=tuple(needs[1 : AT_MOST + 1]),
        more=max(0, len(needs) - AT_MOST - 1),
        reviews=tuple(_mine(told, busy=bool(needs)) for told in known if not told.stand.closed_at),
        kept=tuple(
            _kept(each, bool(accounts.get(each.review)), given.get(each.review), talks.get(each.review, ()))
            for each in kept
        ),
        may_open=allows(seat.standing, Action.REVIEWS_OPEN),
        has_place=bool(seats),
    )


def _mine(known: Known, *, busy: bool) -> Mine:
    stand, role = known.stand, known.seat.standing.role
    told = obstacles(known)
    accounts = known.sources is not None and known.sources.total > 0
    return Mine(
        name=stand.code_name,
        href=f"/reviews/{stand.ref}/",
        role_label=known.seat.label,
        panes=panes(stand, None, None, None, {}),
        phase=stand.process.phase_of(stand.step).name,
        second=second_sentence(stand, len(told), first_sentence(stand)),
        # Who works here daily needs no list of what they can do while something waits for them.
        doors=() if busy and role in WORKING else doors(known.seat, has_account=accounts),
    )


def _kept(seat: Seat, has_account: bool, given: Needs | None, talks: tuple[Waits, ...]) -> Kept:
    role = seat.standing.role
    assert role is not None
    ways = doors(seat, has_account=has_account, has_conversation=bool(talks))
    if waits := spoken(talks):
        first = Door(waits[0].title, waits[0].detail, f"/reviews/{seat.ref}/{waits[0].path}")
        return Kept(seat.label, f"{waits[0].title}.", (first, *ways))
    return Kept(seat.label, _of_report(given) or KEPT.get(role, TAKES_PART), ways)


def _of_report(given: Needs | None) -> str:
    """What a follow-on report asks of somebody; nothing when none is open to them."""
    if given is None or not given.to_read:
        return ""
    one = next((each for each in given.to_read if not each.opened), given.to_read[-1])
    start = "There is" if not one.opened else "You have opened"
    return f"{start} follow-on report {one.report}{' for you to read' if not one.opened else ''}. {open_until(one)}"
