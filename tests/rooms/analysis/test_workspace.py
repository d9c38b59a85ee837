"""The pattern workspace: gathering by forms alone, what the tray holds back, places with reasons, the map and its list."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.models import GatheredPassage, PatternPlacement
from casement.rooms.analysis.rules.feeding import EDGE, HIGH, WIDE, drawn
from casement.rooms.analysis.rules.tray import Sought, sought
from casement.rooms.coding import commands as coding_commands
from casement.rooms.sources.models import Withdrawal
from tests.factories import coding, rounds
from tests.factories.analysis import desk, whole

pytestmark = pytest.mark.django_db


def at(cast, path=""):
    return f"/reviews/{cast.ref}/patterns/{path}"


def free_use(cast, item_id="wrk.03", **more):
    """A factor use that is in no pattern."""
    return commands.add_factor_use(
        cast.seat(),
        episode=1,
        item_id=item_id,
        influence="unclear",
        how=f"As {item_id} was.",
        inference=True,
        **more,
    )


def test_cards_are_gathered_by_a_form_and_the_tray_stands_as_it_stood(oak, client):
    told = whole(oak)
    passage, use = told.excerpt("Sixty-one").number, free_use(oak).number
    client.force_login(oak.person(Role.TEAM))
    before = client.get(at(oak, "?show=cited&episode=1")).content.decode()
    assert f'name="passages" value="{passage}"' in before
    sent = {"passages": [passage], "uses": [use], "title": "Screens show one thing at a time"}
    answer = client.post(at(oak, "gathering/?show=cited&episode=1"), sent)
    assert answer.status_code == 302 and answer.url == at(oak, "?show=cited&episode=1#p2")
    board = client.get(answer.url).content.decode()
    assert "2. Screens show one thing at a time" in board and "with passages" in board
    assert f'name="passages" value="{passage}"' not in board
    assert "Sixty-one" in client.get(at(oak, "2/")).content.decode()
    assert queries.pattern(oak.seat(), 2).gathered == (use,)
    noted = LedgerEntry.objects.filter(action="analysis.write", outcome="done", kind="pattern", number=2)
    assert noted.count() == 1
    key = GatheredPassage.objects.get().number
    assert client.post(at(oak, f"2/passages/{key}/removal/")).status_code == 302
    assert f'name="passages" value="{passage}"' in client.get(at(oak, "?show=cited")).content.decode()


def test_what_was_ticked_and_typed_comes_back_with_one_sentence(oak, client):
    whole(oak)
    use = free_use(oak).number
    client.force_login(oak.person(Role.TEAM))
    for sent, said in (
        ({"uses": [use]}, "Choose the pattern they belong to, or name a new one."),
        ({"title": "Half a thought"}, "Tick at least one card first."),
        ({"uses": [use], "into": "1", "title": "Half a thought"}, "not both"),
        ({"uses": [use], "into": "99"}, ""),
    ):
        answer = client.post(at(oak, "gathering/"), sent)
        shown = answer.content.decode()
        if not said:
            assert answer.status_code == 404  # no such pattern looks like every other thing that is not here
            continue
        assert answer.status_code == 422 and said in shown
        assert ("Half a thought" in shown) == ("title" in sent)
        assert (f'value="{use}" checked' in shown) == ("uses" in sent)
    with pytest.raises(Refused, match="no longer there"):
        commands.gather_cards(oak.seat(), passages=[999], into=1)


def test_the_tray_is_narrowed_and_personal_factors_are_never_listed_by_whose_they_are(oak):
    told = whole(oak)
    seat = oak.seat()
    mine = free_use(oak, "wrk.03", account_of=3).number
    personal = free_use(oak, "per.04", account_of=3).number
    nobodys = commands.add_factor_use(
        seat, episode=1, free_text="The weather", influence="supports_good_practice", how="It was fair.",
        inference=True,
    ).number  # fmt: skip

    def shown(**asked):
        return {use.number for use in queries.uses_in_tray(seat, Sought(**asked))}

    assert shown() == {mine, personal, nobodys} == shown(episode=1)
    assert shown(role=3) == {mine}
    assert shown(level="L1") == {mine, personal} and shown(level="L9") == {nobodys}
    assert shown(influence="helped") == {nobodys} and shown(episode=2) == set()
    log = told.excerpt("The screen")
    assert log.number in {one.number for one in queries.passages_in_tray(seat, Sought(show="cited", agency=1))}
    assert queries.passages_in_tray(seat, Sought(show="cited", agency=2)) == ()
    assert queries.passages_in_tray(seat, Sought(show="marked")) == ()  # a cited passage is not an unused one


@given(st.dictionaries(st.sampled_from(["show", "episode", "agency", "role", "level", "influence", "page", "by"]),
                       st.text(max_size=9) | st.sampled_from(["cited", "7", "L2", "helped", "category"])))  # fmt: skip
def test_whatever_an_address_says_is_read_and_told_again_the_same(asked):
    told = sought(asked)
    pairs = dict(re.findall(r"[?&](\w+)=([^&]*)", told.address()))
    assert sought(pairs) == told


def test_every_place_a_pattern_was_given_stays_with_its_reason_and_who(oak, client):
    whole(oak)
    commands.place_pattern(oak.seat(), number=1, priority="keep_watching", reason="Only one team knows it.")
    commands.place_pattern(oak.seat(Role.TEAM), number=1, priority="take_forward", reason="Three teams know it.")
    commands.place_pattern(oak.seat(Role.TEAM), number=1, priority="take_forward", reason="Three teams know it.")
    assert PatternPlacement.objects.count() == 2
    client.force_login(oak.person(Role.LEAD))
    shown = client.get(at(oak, "1/")).content.decode()
    rows = re.search(r'id="place".*?</section>', shown, re.S)[0]
    for words in ("Keep watching", "Only one team knows it.", "Take forward", "Three teams know it."):
        assert words in rows
    with pytest.raises(Refused, match="Say why"):
        commands.place_pattern(oak.seat(), number=1, priority="case_learning", reason=" ")
    assert 'value="case_learning" checked' in re.sub(
        r"\s+", " ", client.get(at(oak, "1/priority/?to=case_learning")).content.decode()
    )


def test_a_passage_whose_source_is_taken_out_stays_without_its_words(oak, client):
    told = whole(oak)
    commands.gather_cards(oak.seat(), passages=[told.excerpt("Sixty-one").number], into=1)
    Withdrawal.objects.create(source=told.source, reason="Sent by mistake", by=oak.person(Role.LEAD))
    client.force_login(oak.person(Role.LEAD))
    for path in ("1/", "", "?show=cited"):
        shown = client.get(at(oak, path)).content.decode()
        assert "Sixty-one" not in shown and "Duty log, para" not in shown, path
    assert "their source was taken out" in client.get(at(oak, "1/")).content.decode()


def test_which_tests_nobody_has_asked_is_said_in_words(oak, client):
    whole(oak)
    client.force_login(oak.person(Role.LEAD))
    waiting = "Not asked yet: other cases, other teams, figures, studies, the case group, the review team."
    assert waiting in client.get(at(oak, "1/")).content.decode()
    commands.write_statement(
        oak.seat(), owner="pattern", number=1, part="figures", text="The audit of May shows it."
    )
    assert "other teams, studies" in client.get(at(oak, "1/")).content.decode()


def test_the_map_draws_what_the_list_says_and_nothing_else(oak, client):
    desk(oak)
    seat = oak.seat()
    for title in ("One", "Two", "Three"):
        commands.gather_pattern(seat, title=title)
    client.force_login(oak.person(Role.TEAM))
    for feeds, fed in ((1, 2), (2, 1)):
        answer = client.post(at(oak, "map/"), {"feeds": feeds, "fed": fed, "reason": f"So it is, {feeds}."})
        assert answer.status_code == 302
    commands.link_patterns(seat, feeds=1, fed=2, reason="So it is, 1.")
    shown = client.get(at(oak, "map/")).content.decode()
    assert shown.count('class="c-feeds__arrow"') == 2 == shown.count("Because: So it is")
    assert "3. Three" in re.search(r"<h3>Not linked</h3>.*?</ul>", shown, re.S)[0]
    for sent, said in (
        ({"feeds": 1, "fed": 1, "reason": "No."}, "cannot feed itself"),
        ({"feeds": 1, "fed": "", "reason": "Half said."}, "Choose both patterns."),
        ({"feeds": 1, "fed": 3, "reason": ""}, "Say why the one feeds the other."),
    ):
        answer = client.post(at(oak, "map/"), sent)
        assert answer.status_code == 422 and said in answer.content.decode()
        assert sent["reason"] in answer.content.decode()
    commands.unlink_patterns(seat, number=2)
    assert client.get(at(oak, "map/")).content.decode().count('class="c-feeds__arrow"') == 1
    with pytest.raises(NotHere):
        commands.unlink_patterns(oak.seat(Role.CASE_GROUP), number=1)


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda told: told[0] != told[1]), max_size=20)
)
def test_however_patterns_feed_each_other_no_box_covers_another_and_no_link_is_left_out(pairs):
    told = drawn([(n, f"Pattern {n} " * n) for n in range(1, 10)], [(k, *pair) for k, pair in enumerate(pairs, 1)])
    assert [(one.feeds, one.fed) for one in told.arrows] == pairs
    assert {box.number for box in told.boxes} == {end for pair in pairs for end in pair}
    corners = [(box.x, box.y) for box in told.boxes]
    for place, (x, y) in enumerate(corners):
        assert EDGE <= x <= told.width - WIDE and EDGE <= y <= told.height - HIGH
        assert all(abs(x - a) >= WIDE or abs(y - b) >= HIGH for a, b in corners[place + 1 :])


def test_what_another_marks_in_an_open_round_is_in_nobodys_tray_and_in_everybodys_afterwards(oak):
    whole(oak)
    source = coding.text(oak, rounds.TEXT, title="Notes for a round")
    code = rounds.code(oak)
    made = rounds.opened(oak, [source.number], [code])
    coding.mark(oak, words="290 names", role=Role.LEAD, number=source.number, code=code)
    coding.mark(oak, words="got no answer", role=Role.TEAM, number=source.number, code=code)

    def tray(role):
        here = queries.passages_in_tray(oak.seat(role), Sought(show="marked"))
        return {one.words for one in here if one.source == source.number}

    def offered(role):
        return " ".join(words for _, told in queries.citable(oak.seat(role)).passages for _, words in told)

    assert tray(Role.LEAD) == {"290 names"} and tray(Role.TEAM) == {"got no answer"}
    assert "290 names" in offered(Role.LEAD) and "290 names" not in offered(Role.TEAM)
    rounds.done(oak, made)
    coding_commands.close_round(oak.seat(), number=made.number)
    assert tray(Role.LEAD) == tray(Role.TEAM) == {"290 names", "got no answer"}
    assert "290 names" in offered(Role.TEAM)
