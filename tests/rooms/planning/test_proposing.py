"""Proposed dates and pairs against every other way there is, on small cases; the reasons are true; large ones are quick."""

import itertools
import random
import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from casement.rooms.planning.rules.pairing import Heard, Listener, elsewhere, propose_pairs
from casement.rooms.planning.rules.proposing import NOBODY, Offer, Wanted, Why, cost, people_only, propose, who
from casement.rooms.planning.vocabulary import Says

SAYS = [*Says, None]


@st.composite
def cases(draw):
    people = draw(st.integers(1, 4))
    dates = sorted(draw(st.lists(st.integers(0, 9), min_size=1, max_size=5)))
    offers = [Offer(100 + place, day, place) for place, day in enumerate(dates)]
    meetings = []
    for key in range(draw(st.integers(1, 3))):
        needs = frozenset(draw(st.sets(st.integers(1, people), min_size=1)))
        also = frozenset(range(1, people + 1)) - needs if draw(st.booleans()) else frozenset()
        meetings.append(Wanted(key, needs, also, draw(st.integers(0, 9)), draw(st.integers(1, 3))))
    answers = {
        (person, offer.key): says
        for person in range(1, people + 1)
        for offer in offers
        if (says := draw(st.sampled_from(SAYS))) is not None
    }
    return meetings, offers, answers


def every_way(meetings, offers):
    """Every way to give each meeting a later date than the one before, far enough away, or none."""
    for told in itertools.product([None, *offers], repeat=len(meetings)):
        last, need, fits = None, 0, True
        for wanted, offer in zip(meetings, told, strict=True):
            need += wanted.gap
            if offer is None:
                continue
            if last is not None and (offer.order <= last.order or offer.day - last.day < need):
                fits = False
                break
            last, need = offer, 0
        if fits:
            yield told


def total(meetings, told, answers):
    """What a way costs, place by place, as the rule says it in words."""
    sums = [0] * 6
    for wanted, offer in zip(meetings, told, strict=True):
        if offer is None:
            sums[0] += 1
            continue
        needed, others = who(wanted.needs, offer.key, answers), who(wanted.also, offer.key, answers)
        for place, amount in enumerate(
            (
                len(needed.misses),
                len(needed.unknown),
                len(needed.must),
                len(others.misses),
                abs(offer.day - wanted.planned),
            ),
            1,
        ):
            sums[place] += amount
    return tuple(sums)


@settings(max_examples=150)
@given(cases())
def test_no_other_way_is_better_and_every_reason_is_true(case):
    meetings, offers, answers = case
    by_key = {offer.key: offer for offer in offers}
    told = propose(meetings, offers, answers)
    chosen = tuple(by_key[one.offer] if one.offer is not None else None for one in told)
    ways = list(every_way(meetings, offers))
    assert chosen in ways
    assert total(meetings, chosen, answers) == min(total(meetings, way, answers) for way in ways)
    for place, (wanted, one) in enumerate(zip(meetings, told, strict=True)):
        check(one, wanted, place, chosen, ways, (meetings, offers, answers))


def check(one, wanted, place, chosen, ways, case):
    """The reason of one proposal, said the other way round."""
    meetings, offers, answers = case
    if one.offer is None:
        assert one.why is Why.NONE and one.needed == NOBODY
        return
    mine = chosen[place]
    assert (one.needed, one.others) == (who(wanted.needs, mine.key, answers), who(wanted.also, mine.key, answers))
    alone = {offer.key: people_only(cost(wanted, offer, answers)) for offer in offers}
    if one.why in (Why.OTHERS_FIRST, Why.NO_ROOM):
        assert alone[one.better] < alone[one.offer]
        with_it = [way for way in ways if way[place] is not None and way[place].key == one.better]
        fewest = min(way.count(None) for way in with_it)
        assert (fewest > chosen.count(None)) is (one.why is Why.NO_ROOM)
        assert all(total(meetings, way, answers) >= total(meetings, chosen, answers) for way in with_it)
        return
    assert one.better is None and alone[one.offer] == min(alone.values())
    if one.why is Why.FEWEST_MISS:
        assert all(who(wanted.needs, offer.key, answers).misses for offer in offers)
    else:
        assert not one.needed.misses
    if one.why is Why.ALL:
        assert one.needed.can == wanted.needs
    if one.why is Why.ALL_IF_MUST:
        assert one.needed.must and not one.needed.unknown
    if one.why is Why.NOT_ALL_KNOWN:
        assert one.needed.unknown


def test_twelve_people_and_nine_meetings_take_less_than_two_seconds():
    chance = random.Random(7)
    people = frozenset(range(12))
    offers = [Offer(place, place // 2, place) for place in range(60)]
    meetings = [Wanted(key, people, frozenset(), key * 3, 2) for key in range(9)]
    answers = {(p, o.key): chance.choice(list(Says)) for p in people for o in offers if chance.random() < 0.9}
    began = time.perf_counter()
    told = propose(meetings, offers, answers)
    assert time.perf_counter() - began < 2
    assert all(one.offer is not None for one in told)


@st.composite
def rooms(draw):
    listeners = [
        Listener(key, draw(st.sampled_from([None, 1, 2, 3])), draw(st.integers(0, 2)))
        for key in range(draw(st.integers(0, 5)))
    ]
    keys = [one.key for one in listeners]
    heard = [
        Heard(100 + n, draw(st.sampled_from([None, 1, 2, 3])), frozenset(draw(st.sets(st.sampled_from(keys)))) if keys else frozenset())
        for n in range(draw(st.integers(0, 6)))
    ]  # fmt: skip
    return listeners, heard


@given(rooms())
def test_nobody_sits_with_whom_they_are_tied_to_and_somebody_comes_from_elsewhere_if_anybody_can(case):
    listeners, heard = case
    by_key = {one.key: one for one in listeners}
    told = propose_pairs(listeners, heard)
    load = Counter({one.key: one.holds for one in listeners})
    for one in told:
        load.update(one.pair)
    for one, person in zip(told, heard, strict=True):
        free = [each for each in listeners if each.key not in person.tied]
        assert len(set(one.pair)) == len(one.pair) == min(2, len(free))
        assert not set(one.pair) & person.tied
        assert one.another == any(elsewhere(by_key[key], person) for key in one.pair)
        assert one.another == any(elsewhere(each, person) for each in free)
        assert one.left_out == person.tied & set(by_key)
        assert one.load == tuple(load[key] for key in one.pair)


@given(st.integers(2, 6), st.integers(0, 9))
def test_where_everybody_may_hear_everybody_the_load_is_fair(listeners, heard):
    told = propose_pairs([Listener(n, None) for n in range(listeners)], [Heard(100 + n, 1) for n in range(heard)])
    load = Counter(dict.fromkeys(range(listeners), 0))
    for one in told:
        load.update(one.pair)
    assert max(load.values()) - min(load.values()) <= 1


@settings(max_examples=60)
@given(rooms())
def test_no_fairer_sharing_is_one_exchange_away(case):
    """Nobody could hand one conversation to somebody who holds two fewer."""
    listeners, heard = case
    by_key, people = {one.key: one for one in listeners}, {one.key: one for one in heard}
    told = propose_pairs(listeners, heard)
    load = Counter({one.key: one.holds for one in listeners})
    for one in told:
        load.update(one.pair)
    for one in told:
        for giver, taker in itertools.product(one.pair, by_key):
            if taker in one.pair or taker in people[one.heard].tied or load[taker] + 2 > load[giver]:
                continue
            new = [by_key[taker] if key == giver else by_key[key] for key in one.pair]
            keeps = any(elsewhere(each, people[one.heard]) for each in new)
            assert one.another and not keeps
