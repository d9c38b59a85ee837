"""Which date suits which meeting: the best choice there is, and a true reason for each.

Meetings keep their order and the days they need between them. Of all ways to give each a date that was offered,
the best is found by dynamic programming over dates in order of time: first, that every meeting has one; then that
as few people who are needed miss one; then as few of whom it is not known; then as few who come only if they must;
then as few others who miss one; and last, nearness to the day that was planned. Costs are compared in that order,
and add up, so what is best in all is made of what is best so far.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from casement.rooms.planning.vocabulary import Says

BASE = 100_000  # more than any count in a cost can reach
WORTH = {"no_date": BASE**5, "misses": BASE**4, "unknown": BASE**3, "must": BASE**2, "others": BASE, "far": 1}
NEVER = BASE**7


@dataclass(frozen=True)
class Wanted:
    """One meeting that wants a date: who must come, who is asked besides, the day planned for it as a count of
    working days, and the least working days since the meeting before it."""

    key: int
    needs: frozenset[int]
    also: frozenset[int]
    planned: int
    gap: int = 1


@dataclass(frozen=True)
class Offer:
    """One date that was offered: `day` counts working days, `order` says which of two comes first."""

    key: int
    day: int
    order: int


@dataclass(frozen=True)
class Who:
    """Who could come to one meeting on one date: those who are needed, and the others, by what they answered."""

    can: frozenset[int]
    must: frozenset[int]
    misses: frozenset[int]
    unknown: frozenset[int]


class Why(StrEnum):
    """Why a date is offered, in one word; the page says it in a sentence."""

    ALL = "all"  # everyone who is needed can come
    ALL_IF_MUST = "all_if_must"  # everyone who is needed could, some only if they must; no date is better for it
    NOT_ALL_KNOWN = "not_all_known"  # nobody who is needed misses it as far as is known; some have not answered
    FEWEST_MISS = "fewest_miss"  # no date that was offered suits everyone who is needed
    OTHERS_FIRST = "others_first"  # another date suits this meeting better, and would cost other meetings more
    NO_ROOM = "no_room"  # another date suits this meeting better, and leaves another meeting without one
    NONE = "none"  # no date is left for it


NOBODY = Who(frozenset(), frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Proposal:
    """One meeting with the date proposed for it, and why. `better` is a date that suits it better by itself."""

    meeting: int
    offer: int | None
    why: Why
    needed: Who
    others: Who
    better: int | None = None


Answers: TypeAlias = Mapping[tuple[int, int], Says]  # (person, date) to what they said


def who(people: frozenset[int], offer: int, answers: Answers) -> Who:
    """Who of these people could come on a date."""
    told: dict[Says | None, set[int]] = {Says.YES: set(), Says.MUST: set(), Says.NO: set(), None: set()}
    for each in people:
        told[answers.get((each, offer))].add(each)
    return Who(*(frozenset(told[says]) for says in (Says.YES, Says.MUST, Says.NO, None)))


def cost(wanted: Wanted, offer: Offer, answers: Answers) -> int:
    """What it costs to hold this meeting on this date: counts in the order above, as the places of one number."""
    needed, others = who(wanted.needs, offer.key, answers), who(wanted.also, offer.key, answers)
    return (
        WORTH["misses"] * len(needed.misses)
        + WORTH["unknown"] * len(needed.unknown)
        + WORTH["must"] * len(needed.must)
        + WORTH["others"] * len(others.misses)
        + WORTH["far"] * min(abs(offer.day - wanted.planned), BASE // 100)
    )


def people_only(told: int) -> int:
    """A cost by those who are needed alone; dates are called better or worse for a meeting by this."""
    return told // WORTH["must"]


def propose(meetings: Sequence[Wanted], offers: Sequence[Offer], answers: Answers) -> tuple[Proposal, ...]:
    """A date for each of these meetings, which stand in order; see above for what is best."""
    dates = sorted(offers, key=lambda one: one.order)
    costs = [[cost(wanted, one, answers) for one in dates] for wanted in meetings]
    chosen = best_way(meetings, dates, costs)[1]
    return tuple(_told(at, meetings, dates, costs, chosen, answers) for at in range(len(meetings)))


def best_way(
    meetings: Sequence[Wanted],
    dates: Sequence[Offer],
    costs: Sequence[Sequence[int]],
    held: tuple[int, int] = (-1, 0),
) -> tuple[int, tuple[int | None, ...]]:
    """The least cost of giving each meeting a date or none, and which; `held` fixes the date of one meeting.

    Of two ways that cost the same, the one with earlier dates.
    """

    @cache
    def best(at: int, last: int, since: int) -> tuple[int, int | None]:
        """From this meeting on, when the last date taken was `last`, `since` working days before others skipped."""
        if at == len(meetings):
            return 0, None
        gap = since + meetings[at].gap
        fixed = held[0] == at
        lead: tuple[int, int | None] = (NEVER, None)
        for place in (held[1],) if fixed else range(last + 1, len(dates)):
            if place > last and (last < 0 or dates[place].day - dates[last].day >= gap):
                told = costs[at][place] + best(at + 1, place, 0)[0]
                if told < lead[0]:
                    lead = (told, place)
        if not fixed:
            told = WORTH["no_date"] + best(at + 1, last, gap if last >= 0 else 0)[0]
            if told < lead[0]:
                lead = (told, None)
        return lead

    chosen: list[int | None] = []
    last, since = -1, 0
    for at, wanted in enumerate(meetings):
        place = best(at, last, since)[1]
        chosen.append(place)
        last, since = (place, 0) if place is not None else (last, since + wanted.gap if last >= 0 else 0)
    return best(0, -1, 0)[0], tuple(chosen)


def _told(
    at: int, meetings: Sequence[Wanted], dates: Sequence[Offer], costs: Sequence[Sequence[int]],
    chosen: Sequence[int | None], answers: Answers,
) -> Proposal:  # fmt: skip
    """One proposal with its reason."""
    wanted, place = meetings[at], chosen[at]
    if place is None:
        return Proposal(wanted.key, None, Why.NONE, NOBODY, NOBODY)
    needed, others = who(wanted.needs, dates[place].key, answers), who(wanted.also, dates[place].key, answers)
    finest = min(range(len(dates)), key=lambda one: (costs[at][one], dates[one].order))
    if people_only(costs[at][finest]) < people_only(costs[at][place]):
        without = best_way(meetings, dates, costs, (at, finest))[1].count(None)
        why = Why.NO_ROOM if without > list(chosen).count(None) else Why.OTHERS_FIRST
        return Proposal(wanted.key, dates[place].key, why, needed, others, dates[finest].key)
    if needed.misses:
        why = Why.FEWEST_MISS
    elif needed.unknown:
        why = Why.NOT_ALL_KNOWN
    else:
        why = Why.ALL_IF_MUST if needed.must else Why.ALL
    return Proposal(wanted.key, dates[place].key, why, needed, others)
