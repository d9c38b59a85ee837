"""Moves, pairs, screens and what is released, as pure decisions."""

from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.conversations.rules.guide import Asked, screens
from casement.rooms.conversations.rules.moves import BEFORE_HELD, OPEN, Facts, next_states, reasons_against
from casement.rooms.conversations.rules.pairs import ALONE, LEFT, SAME_AGENCY, SAME_LINE, Holder, warnings
from casement.rooms.conversations.rules.write_ups import Beside, agreed
from casement.rooms.conversations.vocabulary import Guide, Part, State
from casement.rooms.reviews.rules.frameworks import shipped

ITEMS = tuple(
    Asked(one.item_id, one.label, one.group, one.help, one.wordings.get("manager", ""))
    for told in shipped()
    if told.key == "conversation"
    for one in told.items
)
FACTS = st.builds(
    Facts, explained=st.booleans(), flagged=st.booleans(), stopped=st.sampled_from(["", "Held since May."])
)


@given(st.lists(st.tuples(st.sampled_from(list(State)), FACTS), max_size=40))
def test_no_way_leads_past_an_explanation_a_flag_or_a_hold(tried):
    state, before_hold, left_for_good = State.PROPOSED, "", False
    for to, facts in tried:
        facts = Facts(facts.explained, facts.flagged, facts.stopped, before_hold)
        if reasons_against(state, to, facts):
            continue
        assert not left_for_good  # nothing comes back from a withdrawal
        if to == State.HELD and state != State.ON_HOLD:
            assert facts.explained and not facts.flagged and not facts.stopped
        if to in (State.EXPLAINED, State.BOOKED):
            assert not facts.flagged and not facts.stopped
        if to == State.RELEASED:
            assert state in (State.CHECKED, State.ON_HOLD)
        before_hold = state if to == State.ON_HOLD else before_hold
        state, left_for_good = to, to == State.WITHDRAWN


@given(st.sampled_from(sorted(OPEN)), FACTS)
def test_nothing_keeps_anybody_from_leaving(state, facts):
    assert not reasons_against(state, State.WITHDRAWN, facts)
    if state in BEFORE_HELD:
        assert not reasons_against(state, State.DECLINED, facts)


def test_every_state_can_be_reached_and_a_no_can_be_taken_back_only_to_the_beginning():
    seen, todo = set(), [State.PROPOSED]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += next_states(here, State.BOOKED)
    assert seen == set(State)
    assert next_states(State.DECLINED) == (State.PROPOSED,)


def test_a_pair_is_warned_about_and_never_stopped():
    assert warnings(1, [Holder(2), Holder(1)]) == ()
    assert warnings(1, [Holder(2)]) == (ALONE,)
    assert warnings(1, [Holder(1), Holder(1)]) == (SAME_AGENCY,)
    assert warnings(None, [Holder(None), Holder(None)]) == ()
    assert warnings(1, [Holder(2, in_line=True), Holder(3, in_line=True)]) == (SAME_LINE,)
    assert warnings(1, [Holder(2, in_line=True), Holder(3)]) == ()
    assert warnings(1, [Holder(2, here=False), Holder(3)]) == (LEFT,)


def test_the_guide_has_eight_headings_in_the_published_words_and_asks_one_thing_at_a_time():
    told = screens(ITEMS, Guide.PRACTITIONER, (1, 2))
    assert {one.places for one in told} == {8} and [one.place for one in told] == sorted(one.place for one in told)
    headings = list(dict.fromkeys(one.heading for one in told))
    assert headings == [
        "Introduction", "Overview", '"Turning points" or "key practice episodes"',
        '"Mindset" and "local rationality"', "Contributory factors", "Things that went well",
        "Queries from the overview perspective", "Suggested changes", "Closing",
    ]  # fmt: skip
    mindset = [(one.turn, one.nth, one.of) for one in told if one.key.startswith("C3b")]
    assert mindset == [(turn, nth, 7) for turn in (1, 2) for nth in range(1, 8)]


def test_managers_are_asked_in_their_own_words_and_families_by_their_own_guide():
    worker = {one.key: one.ask for one in screens(ITEMS, Guide.PRACTITIONER)}
    manager = {one.key: one.ask for one in screens(ITEMS, Guide.MANAGER)}
    assert worker.keys() == manager.keys() and not set(worker.values()) & set(manager.values())
    assert [one.key for one in screens(ITEMS, Guide.FAMILY, (1,))] == ["F1", "F2", "F3", "F4", "F5"]


WORDS = st.text(min_size=1, max_size=20).filter(lambda text: text.strip())
PLACES = st.tuples(st.sampled_from(["C1", "C3"]), st.integers(0, 2))


@given(st.dictionaries(PLACES, WORDS), st.lists(st.tuples(PLACES, WORDS), max_size=5))
def test_what_is_released_holds_every_word_of_the_text_and_of_what_stands_beside_it(texts, beside):
    parts = [Part(key, text, "", turn) for (key, turn), text in texts.items()]
    told = agreed(parts, [Beside(key, turn, text) for (key, turn), text in beside], "Health Visitor 2")
    by_place = {(part.key, part.turn): part.text for part in told}
    for place, text in texts.items():
        assert by_place[place].startswith(text.strip())
    for place, text in beside:
        assert f"Beside this, Health Visitor 2 says: {text.strip()}" in by_place[place]


def test_whoever_books_too_early_is_told_what_to_do_first():
    (told,) = reasons_against(State.PROPOSED, State.BOOKED, Facts(explained=False))
    assert "who explained the status" in told
    (told,) = reasons_against(State.PROPOSED, State.HELD, Facts(explained=False, flagged=True))
    assert "cannot be invited yet" in told
