"""Candidates for an episode: found with a reason, decided by people, and asked again when what they rest on changes."""

from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import CandidateDecision, Episode, Evidence
from casement.rooms.analysis.queries import candidate_log as log
from casement.rooms.analysis.queries.candidates import found
from casement.rooms.analysis.queries.open_queries import open_queries
from casement.rooms.analysis.rules.candidates import Moment, Sort, crowded, phrases_in, silences
from casement.rooms.chronology import commands as chronology
from tests.factories import coding, sources
from tests.factories.chronology import by_hand

DAY = date(2024, 1, 1)
NAMES = {1: "Police", 2: "School", 3: "The hospital"}


def on(number, agency, day, doubt=0):
    return Moment(number, agency, DAY + timedelta(days=day), DAY + timedelta(days=day + doubt))


def usual(until=400):
    """One entry a month for a year, each of another agency."""
    return [on(1000 + day, 1 + day // 30 % 3, day) for day in range(0, until, 30)]


def test_a_fortnight_with_far_more_than_usual_of_three_agencies_is_proposed_with_the_reason():
    (one,) = crowded([*usual(), *(on(at, 1 + at % 3, 100 + at) for at in range(8))])
    assert one.said.startswith("8 entries of 3 agencies within 8 days, 10 to 17 April 2024.")
    assert {rest.key for rest in one.rests} == {f"entry {at}" for at in range(8)}
    assert (one.first, one.last) == (date(2024, 4, 10), date(2024, 4, 17))


def test_two_agencies_or_days_in_doubt_make_no_crowded_time():
    assert crowded([*usual(), *(on(at, 1 + at % 2, 100) for at in range(20))]) == ()
    assert crowded([*usual(), *(on(at, 1 + at % 3, 95, doubt=30) for at in range(20))]) == ()


def test_a_silence_needs_eight_weeks_and_others_who_recorded_meanwhile():
    mine = [on(1, 3, 0), on(2, 3, 56)]
    others = [on(10 + at, 1 + at % 2, 10 + at) for at in range(4)]
    (one,) = silences([*mine, *others], NAMES)
    assert one.said == (
        "Nothing recorded by the hospital for 8 weeks, 1 January to 26 February 2024. "
        "Meanwhile Police and School recorded 4 entries."
    )
    assert silences([on(1, 3, 0), on(2, 3, 55), *others], NAMES) == ()
    assert silences([*mine, *others[:2]], NAMES) == ()
    assert silences([on(1, 3, 0, doubt=20), on(2, 3, 60), *others], NAMES) == ()


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 300), st.integers(0, 40)), max_size=60))
def test_order_changes_nothing_and_nobody_who_recorded_is_called_silent(rows):
    moments = [on(at, *row) for at, row in enumerate(rows)]
    names = {number: f"Agency {number}" for number in range(1, 5)}
    found_now = (*crowded(moments), *silences(moments, names))
    assert (*crowded(moments[::-1]), *silences(moments[::-1], names)) == found_now
    for one in found_now:
        if one.sort is Sort.SILENT:
            inside = [each for each in moments if one.first < each.first < one.last]
            assert one.agencies[0] not in {each.agency for each in inside}
            assert one.last - one.first >= timedelta(weeks=8)


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("She rang. That was when I understood. Then it rained.", "That was when"),
        ("For me the turning point came in May.", "turning point"),
        ("He turned at that point.", None),
        ("Everything changed after that’s when.", "Everything changed"),
    ],
)
def test_plain_phrases_name_a_turning_point(words, phrase):
    assert [told for _, _, told in phrases_in(words)] == ([phrase] if phrase else [])


# With a review


@pytest.fixture
def busy(oak):
    """A conversation that names turning points, a marked passage, accounts that differ, and a silence."""
    coding.framework(oak)
    sources.account(
        oak, title="A talk", sections={"C2": "We lost sight of her in May. I rang.", "C3": "She came on her own."}
    )
    text = coding.text(oak, "The door stood open.\nNobody rang back.")
    coding.mark(oak, number=text.number, words="The door stood open.", code="new:Turning point")
    theirs = oak.agency("Health visiting").number
    by_hand(oak, "Stairs, hallway, wrist; ambulance came.", "3 January 2024")
    by_hand(oak, "Ambulance, wrist, stairs, hallway.", "3 January 2024", agency=theirs)
    for day in ("4 February 2024", "5 March 2024", "6 March 2024"):
        by_hand(oak, f"A visit on {day}.", day, agency=theirs)
    by_hand(oak, "Seen at the gate.", "3 May 2024")
    chronology.look_for_same(oak.seat())
    jobs.run_waiting()
    chronology.answer_pair(oak.seat(), number=1, answer="conflicting", reason="Two ends of it.")
    return oak


def waiting(cast, sort=None):
    told = log.open_ones(found(cast.seat()).candidates, log.decisions(cast.seat()))
    return [one for one in told if sort in (None, one.sort)]


def test_every_sort_is_found_with_its_reason(busy):
    said = {one.said for one in waiting(busy)}
    assert "A passage is marked “Turning point”." in said
    assert any("says “we lost sight”" in one for one in said)
    assert any("was asked for turning points and named one" in one for one in said)
    assert any(one.startswith("2 accounts of one event differ: Police and Health visiting") for one in said)
    assert any(one.startswith("Nothing recorded by Police for 17 weeks") for one in said)


def test_taking_one_makes_an_episode_that_rests_on_what_was_left_ticked(busy):
    (one,) = waiting(busy, Sort.DIFFER)
    client = Client()
    client.force_login(busy.person(Role.LEAD))
    at = f"/reviews/{busy.ref}/episodes/candidates/{one.mark}/taking/"
    page = client.get(at).content.decode()
    assert "3 January 2024" in page and page.count('name="ticked"') == 2 and page.count("checked") >= 4
    answer = client.post(at, {"title": "A fall", "why": "It is told in two ways.", "began": "3 January 2024",
                              "strands": ["1", "2"], "ticked": [one.rests[0].key]})  # fmt: skip
    assert answer.status_code == 302
    episode = Episode.objects.get(review=busy.review, title="A fall")
    assert episode.state == "candidate"
    assert [each.entry.number for each in Evidence.objects.filter(statement__episode=episode)] == [1]
    assert waiting(busy, Sort.DIFFER) == []
    (line,) = [each for each in log.log(busy.seat()) if each.episode == episode.number]
    assert (line.decision, line.reason, line.stands) == ("taken", "It is told in two ways.", True)


def test_what_is_set_aside_stays_so_until_what_it_rests_on_changes(busy):
    (one,) = waiting(busy, Sort.DIFFER)
    with pytest.raises(Refused, match="Say why"):
        analysis.set_candidate_aside(busy.seat(), candidate=one.mark, reason=" ")
    analysis.set_candidate_aside(busy.seat(), candidate=one.mark, reason="A slip of the pen.")
    by_hand(busy, "Something else.", "9 May 2024")
    assert waiting(busy, Sort.DIFFER) == []
    with pytest.raises(Refused, match="decided"):
        analysis.set_candidate_aside(busy.seat(Role.TEAM), candidate=one.mark, reason="Again.")
    chronology.correct_entry(
        busy.seat(), number=1, event="Stairs, hallway, wrist. Ambulance sent away.", reason="x"
    )
    (again,) = waiting(busy, Sort.DIFFER)
    assert again.mark != one.mark
    with pytest.raises(Refused, match="has changed"):
        analysis.take_candidate(busy.seat(), candidate="0123456789abcdef", title="A", why="B")


def test_a_later_line_undoes_a_decision_and_no_line_is_ever_altered(busy):
    (one,) = waiting(busy, Sort.DIFFER)
    made = analysis.set_candidate_aside(busy.seat(), candidate=one.mark, reason="A slip.")
    before = CandidateDecision.objects.filter(pk=made.pk).values().get()
    analysis.look_again(busy.seat(Role.TEAM), number=made.number, reason="It is more than a slip.")
    assert waiting(busy, Sort.DIFFER) == [one]
    with pytest.raises(Refused):
        analysis.look_again(busy.seat(), number=made.number, reason="Twice.")
    analysis.take_candidate(busy.seat(), candidate=one.mark, title="A fall", why="Told in two ways.")
    assert CandidateDecision.objects.filter(pk=made.pk).values().get() == before
    assert [row.decision for row in log.decisions(busy.seat())] == ["taken", "reopened", "set_aside"]
    with pytest.raises(NotHere):
        analysis.look_again(busy.seat(), number=99, reason="None such.")


def test_a_gap_becomes_a_query_that_is_open_until_it_is_answered(busy):
    one = waiting(busy, Sort.SILENT)[0]
    analysis.ask_about_candidate(busy.seat(), candidate=one.mark, text="What was recorded then?", asked_of=1)
    assert one not in waiting(busy)
    (query,) = open_queries(busy.seat())
    assert (query.text, query.asked, query.answers) == ("What was recorded then?", "Police", ())
    assert (query.state, query.path, query.place) == ("Open", "episodes/candidates/log/", one.said)
    analysis.answer_query(busy.seat(), number=query.number, text="The beat officer was ill.")
    analysis.answer_query(busy.seat(), number=query.number, text="A second log was found.")
    (query,) = open_queries(busy.seat())
    assert [words for words, _ in query.answers] == ["The beat officer was ill.", "A second log was found."]


def test_what_a_seat_may_not_open_is_no_candidate_to_it(busy):
    sources.account(busy, title="For leads", sections={"C2": "That was when it broke."}, access="leads")
    said = [one for one in found(busy.seat()).candidates if "that was when" in one.said]
    assert said
    assert not [one for one in found(busy.seat(Role.TEAM)).candidates if "that was when" in one.said]
    with pytest.raises(NotHere):
        found(busy.seat(Role.AGENCY_CONTACT))


def test_the_log_can_be_saved_and_an_episode_put_forward_by_hand_stands_in_it(busy):
    analysis.propose_episode(busy.seat(), title="Our own thought", why="It struck us.")
    analysis.set_candidate_aside(busy.seat(), candidate=waiting(busy)[0].mark, reason="=1+1")
    client = Client()
    client.force_login(busy.person(Role.LEAD))
    answer = client.get(f"/reviews/{busy.ref}/episodes/candidates/log.csv")
    told = b"".join(answer.streaming_content).decode()
    assert "Our own thought" in told and "Put forward by hand" in told and "'=1+1" in told
