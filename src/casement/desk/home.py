"""Home: what needs me, and where my reviews stand."""

from dataclasses import dataclass
from datetime import date

from casement.desk.ahead import Ahead, ahead
from casement.desk.changed import Change, changes_asked, changes_from
from casement.desk.doors import WORKING, Door, doors
from casement.desk.known import Known, Obstacle
from casement.desk.obstacles import (
    asked_about,
    conversations_of,
    letters_of,
    minutes_of,
    obstacles,
    open_until,
    outside_of,
    taken_on,
    to_read_of,
)
from casement.desk.panes import first_sentence, panes, second_sentence
from casement.desk.personas import PERSONAS, Persona
from casement.desk.standing import known_of, waiting_for
from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pane
from casement.rooms.conversations.queries import conversations_from, support_in
from casement.rooms.letters.queries import letters_from
from casement.rooms.meetings.queries import actions_from, minutes_from
from casement.rooms.planning.queries.changed import dates_ahead
from casement.rooms.planning.queries.waiting import dates_from
from casement.rooms.proceedings.queries import waiting_from
from casement.rooms.reports.queries import Needs, reports_to_read
from casement.rooms.reviews import commands, queries
from casement.rooms.sources.queries.counts import source_counts

AT_MOST = 4
QUIET = {Role.CASE_GROUP, Role.FAMILY}
MOST_NEW = 8
RING = "You can ring the board at any time."


@dataclass(frozen=True)
class Need:
    """One thing that waits for this person, with the code name of its review; `first` before all that has a day."""

    review: str
    obstacle: Obstacle
    first: bool = False


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
    one_thing: str
    sentence: str
    doors: tuple[Door, ...]
    ring: str = ""


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
    ahead: tuple[Ahead, ...]
    new: tuple[Change, ...]
    more_new: int
    several: bool
    since: str
    leads_with: Persona | None
    helps: tuple[Place, ...]
    visit_begins: bool
    tab: str = "Home"

    @property
    def margin(self) -> bool:
        """Whether the reviews stand in the margin; where they lead the page, they do not stand there twice."""
        return bool(self.reviews or self.may_open) and not (self.leads_with and self.reviews)


def home_page(seat: Seat) -> HomePage:
    """Home for whoever asks: leads and team see what to do, others what happens next."""
    seats = queries.seats_of(seat.person_id)
    shown = [each for each in seats if allows(each.standing, Action.REVIEWS_READ)]
    kept = [each for each in seats if each not in shown]
    sinces, begins = queries.last_visits(seats)
    waits = waiting_for(seats, [*dates_ahead(seats), *changes_asked(sinces)])
    known = known_of(shown, waits)
    told_us = [each for each in kept if each.standing.role in QUIET]
    accounts = {review: counts.total for review, counts in source_counts(told_us).items()} if told_us else {}
    given = reports_to_read(told_us) if told_us else {}
    rings = support_in(each.review for each in told_us if each.review) if told_us else {}
    talks = {each.review: conversations_from(waits[each.review]) for each in told_us}
    # The same kind of thing from two reviews waits twice, so take what blocks first, review by review.
    needs = [
        Need(told.stand.code_name, obstacle)
        for told in known
        if not told.stand.closed_at
        for obstacle in obstacles(told)
    ]
    asked: set[int | None] = set()
    for each in kept:
        told_of, before = waits[each.review], len(needs)
        needs += [Need(each.label, one, first=True) for one in conversations_of(each, talks.get(each.review, ()))]
        needs += [Need(each.label, one) for one in to_read_of(each, given.get(each.review))]
        needs += [Need(each.label, one) for one in letters_of(letters_from(told_of), each.ref)]
        needs += [Need(each.label, one) for one in asked_about(dates_from(told_of))]
        needs += [Need(each.label, one) for one in taken_on(actions_from(told_of), each.ref)]
        needs += [Need(each.label, one) for one in minutes_of(minutes_from(told_of), each.ref)]
        needs += [Need(each.label, one) for one in outside_of(each, waiting_from(told_of))]
        asked |= {each.review} if len(needs) > before else set()
    gentle = [need for need in needs if need.obstacle.gentle][:1]  # its own line at the end, never more than one
    needs = [need for need in needs if not need.obstacle.gentle]
    needs.sort(key=lambda need: (not need.obstacle.blocks, not need.first, need.obstacle.by or date.max))
    if not needs:
        needs, gentle = gentle, []
    names = {each.review: each.label for each in kept} | {one.seat.review: one.stand.code_name for one in known}
    ways = {one.seat.review: one.stand.process for one in known}
    new = changes_from(waits, sinces, names, ways)
    personas = [PERSONAS[each.standing.role] for each in seats if each.standing.role]
    quiet = bool(seats) and all(each.standing.role in QUIET for each in seats)
    return HomePage(
        today=f"{today():%A %-d %B}",
        heading="Your place here" if quiet else "What needs you",
        next=needs[0] if needs else None,
        waiting=(*needs[1 : AT_MOST + 1], *gentle),
        more=max(0, len(needs) - AT_MOST - 1),
        reviews=tuple(_mine(told, busy=bool(needs)) for told in known if not told.stand.closed_at),
        kept=tuple(
            _kept(
                each,
                bool(accounts.get(each.review)),
                given.get(each.review),
                bool(talks.get(each.review)),
                asked=each.review in asked,
                ring=rings.get(each.review or 0, "") if each in told_us else "",
            )
            for each in kept
        ),
        may_open=allows(seat.standing, Action.REVIEWS_OPEN),
        has_place=bool(seats),
        ahead=ahead(waits, seats, names),
        new=new[:MOST_NEW],
        more_new=max(0, len(new) - MOST_NEW),
        several=len(seats) > 1 or bool(known),
        since=date_words(min(one.moment for one in sinces)) if sinces else "",
        leads_with=personas[0] if personas and not needs and not kept else None,
        helps=tuple(dict.fromkeys(Place(each.help_text, f"/help/{each.help}/") for each in personas)),
        visit_begins=begins,
    )


def note_visit(seat: Seat, page: HomePage) -> None:
    """Once a visit, note that somebody was here."""
    if page.visit_begins:
        commands.note_visit(seat)


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


def _kept(
    seat: Seat, has_account: bool, given: Needs | None, has_conversation: bool, *, asked: bool, ring: str
) -> Kept:
    role = seat.standing.role
    assert role is not None
    ways = doors(seat, has_account=has_account, has_conversation=has_conversation)
    persona = PERSONAS[role]
    told = persona.sentence if ring or role not in QUIET else f"{persona.sentence} {RING}"
    return Kept(seat.label, persona.one_thing, "" if asked else (_opened(given) or told), ways, ring)


def _opened(given: Needs | None) -> str:
    """That a follow-on report is still open to somebody who has opened it; nothing when none is."""
    one = given.to_read[-1] if given and given.to_read else None
    return f"You have opened follow-on report {one.report}. {open_until(one)}" if one else ""
