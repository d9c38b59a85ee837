"""Entries of two agencies that may speak of one event: offered with the reason, answered by people, never joined."""

import random
import time
from datetime import date, timedelta

import pytest

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.search.likeness import stem_of, telling
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Entry, Pair, PairAnswer
from casement.rooms.chronology.rules import Account, likely_pairs
from tests.factories.chronology import by_hand


def account(key, agency, day, text, *, until=None, people=()):
    words = {stem_of(word): word for word in telling(text.lower())}
    return Account(key, agency, day, until or day, text.lower(), words, frozenset(people))


DAY = date(2024, 5, 3)


def test_two_tellings_of_one_night_are_offered_with_the_words_they_share():
    (pair,) = likely_pairs(
        [
            account(1, 1, DAY, "Ambulance called to the flat; mother's wrist broken on the stairs"),
            account(2, 2, DAY + timedelta(1), "Admitted by ambulance with a broken wrist after falling on stairs"),
            account(3, 3, DAY, "Lateness letter sent home"),
        ]
    )
    assert (pair.first, pair.second) == (1, 2)
    assert {"ambulance", "broken", "wrist", "stairs"} <= set(pair.shared)


@pytest.mark.parametrize(
    "other",
    [
        account(2, 1, DAY, "Ambulance called to the flat, broken wrist, stairs"),  # the same agency
        account(2, 2, DAY + timedelta(9), "Ambulance called to the flat, broken wrist, stairs"),  # another week
        account(2, 2, DAY, "The ambulance service sent its newsletter"),  # one word
        account(
            2, 2, DAY - timedelta(400), "Ambulance, flat, broken wrist, stairs", until=DAY
        ),  # it could be any day
    ],
)
def test_what_little_speaks_for_is_not_offered(other):
    assert not likely_pairs([account(1, 1, DAY, "Ambulance called to the flat, broken wrist, stairs"), other])


def many(count, spread, seed=7):
    chance = random.Random(seed)
    words = [
        f"{a}{b}" for a in ("bad", "cot", "dim", "fen", "gap") for b in map(str.__add__, "abcdefg" * 7, "mnop" * 13)
    ]
    made = []
    for key in range(count):
        text = " ".join(chance.choices(words, k=12)) + " visited child home"
        made.append(account(key, key % 10, DAY + timedelta(chance.randrange(spread)), text))
    return made


@pytest.mark.parametrize("a_day", [10, 20_000])
def test_the_work_grows_with_the_entries_and_not_with_their_square(a_day):
    """Also when everything happened on one day: words that many share that week say nothing and are left."""
    took = []
    for count in (2_000, 10_000):
        made = many(count, max(1, count // a_day))
        begun = time.perf_counter()
        likely_pairs(made)
        took.append(time.perf_counter() - begun)
    assert took[1] < 12 * took[0] + 0.5  # five times as many: 25 times as long if every pair were looked at
    assert took[1] < 20  # a second or two on a quiet machine


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def two(oak):
    one = by_hand(
        oak, "Ambulance called to the flat, wrist broken on the stairs.", "3 May 2024", present="Officer 1"
    )
    other = by_hand(oak, "Came by ambulance: broken wrist, fell from a chair.", "3 May 2024", agency=2)
    return one, other


def test_pairs_are_looked_for_answered_and_answers_taken_back(oak, lead):
    one, other = two(oak)
    before = list(Entry.objects.values())
    at = f"/reviews/{oak.ref}/chronologies/same/"
    assert "have not been compared yet" in lead.get(at).content.decode()
    for _ in range(2):  # asked twice is one look
        assert lead.post(f"{at}look/").status_code == 302
    assert "being compared" in lead.get(at).content.decode()
    assert jobs.run_waiting() == 1
    page = lead.get(at).content.decode()
    assert "Both say: " in page and "To answer (1)" in page and "wrist" in page
    answer = lead.post(f"{at}1/", {"answer": "conflicting", "reason": ""})
    assert answer.status_code == 422 and "Say how you know" in answer.content.decode()
    said = {"answer": "conflicting", "reason": "Same evening; stairs or a chair."}
    assert lead.post(f"{at}1/", said)["Location"] == at
    settled = lead.get(at + "?kind=settled").content.decode()
    for words in ("on the stairs", "from a chair", "the accounts differ", "stairs or a chair"):
        assert words in settled
    for entry in (one, other):
        page = lead.get(f"/reviews/{oak.ref}/chronologies/entries/{entry.number}/").content.decode()
        assert "the accounts differ" in page and "from a chair" in page and "on the stairs" in page
    assert lead.post(f"{at}1/", {"answer": "different"}).status_code == 422  # one answer at a time
    assert lead.post(f"{at}1/taking-back/", {"reason": ""}).status_code == 422
    assert lead.post(f"{at}1/taking-back/", {"reason": "Two falls, says the ward."}).status_code == 302
    assert lead.post(f"{at}1/", {"answer": "different"}).status_code == 302
    assert "To answer (0)" in lead.get(at).content.decode()
    lead.post(f"{at}look/")
    jobs.run_waiting()
    assert Pair.objects.get().answer == "different"  # what was answered is not asked again
    kept = list(PairAnswer.objects.values_list("answer", "reason"))
    assert kept == [("conflicting", said["reason"]), ("", "Two falls, says the ward."), ("different", "")]
    assert list(Entry.objects.values()) == before


def test_entries_are_put_side_by_side_by_hand(oak, lead):
    one, other = two(oak)
    at = f"/reviews/{oak.ref}/chronologies/entries/{one.number}/same/"
    form = {"other": other.number, "answer": "same", "reason": "Both name the flat."}
    for wrong in ({"other": one.number}, {"other": 99}, {"reason": ""}):
        assert lead.post(at, {**form, **wrong}).status_code == 422
    assert lead.post(at, form).status_code == 302
    page = lead.get(f"/reviews/{oak.ref}/chronologies/entries/{other.number}/").content.decode()
    assert "Put side by side" not in page and "The same event." in page and "Both name the flat." in page
    commands.remove_entry(oak.seat(), number=other.number, reason="Sent twice.")
    assert not queries.same_elsewhere(oak.seat(), one.number)


def test_a_person_of_another_agency_answers_nothing(oak):
    one, other = two(oak)
    pair = commands.link_entries(
        oak.seat(Role.TEAM), number=one.number, other=other.number, answer="same", reason="x"
    )
    for role in (Role.AGENCY_CONTACT, Role.FAMILY, Role.SUPERVISOR):
        with pytest.raises(NotHere):
            commands.take_back_answer(oak.seat(role), number=pair.number, reason="x")
    with pytest.raises(Refused):
        commands.answer_pair(oak.seat(), number=pair.number, answer="merged", reason="x")


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_a_fixed_number_of_times(oak, lead, count, django_assert_max_num_queries):
    for number in range(count):
        one, _ = two(oak)
        commands.record_telling(oak.seat(), number=one.number, told="a2", date="4 May 2024", means=str(number))
        by_hand(oak, f"Further entry {number}.", "about 2 May 2024")
    commands.look_for_same(oak.seat())
    jobs.run_waiting()
    for page in (f"chronologies/entries/{one.number}/", "chronologies/same/", "chronologies/same/1/",
                 "strands/known/?who=a2&moment=4+May+2024", "strands/known/hindsight/?who=a2&moment=4+May+2024"):  # fmt: skip
        with django_assert_max_num_queries(12, info=page):
            assert lead.get(f"/reviews/{oak.ref}/{page}").status_code == 200
