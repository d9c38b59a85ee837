"""The family record: as they wish, read by themselves alone among families, and feedback that answers its gate."""

from datetime import timedelta

import pytest
from django.test import Client

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.family import commands, queries
from casement.rooms.family.vocabulary import QUESTIONS
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import GateNote
from tests.factories.outside import place_of, taking_part
from tests.factories.sources import account

WORD = "quorvinex"


def another(cast, label="An aunt"):
    """Another member of the family with a record of their own."""
    place = reviews.seat_member(cast.seat(), role=Role.FAMILY, role_label=label)
    return commands.open_involvement(cast.seat(), participation=place.number)


def gate_notes(cast):
    return list(GateNote.objects.filter(review=cast.review, gate="family_feedback").values_list("text", flat=True))


def test_there_are_nine_questions_and_earlier_answers_stay(oak):
    assert len({one.key for one in QUESTIONS}) == 9
    taking_part(oak, WORD)
    for text in ("At first.", "Then.", "Then."):
        commands.answer_question(oak.seat(), number=1, topic="influence", text=text)
    told = {one.question.key: one for one in queries.record(oak.seat(), 1).questions}
    assert (told["influence"].text, told["influence"].times) == ("Then.", 2)
    assert not told["safety"].text


def test_a_supporter_is_named_only_when_the_person_agreed(oak):
    number = commands.open_involvement(oak.seat(), participation=place_of(oak, Role.FAMILY)).number
    for who in ({"supporter": "Advocate"}, {"interpreter": "For Polish"}):
        with pytest.raises(Refused, match="Ask the person first"):
            commands.put_wishes(oak.seat(), number=number, contact="Lead A", **who)
        commands.put_wishes(oak.seat(), number=number, contact="Lead A", agreed=True, **who)


def test_each_of_the_family_reads_their_own_record_and_no_other(oak):
    taking_part(oak, WORD)
    other = another(oak)
    commands.note_contact(oak.seat(), number=other.number, how="phone", text="Only of zabrettil.")
    client, base = Client(), f"/reviews/{oak.ref}/family/"
    client.force_login(oak.person(Role.FAMILY))
    told = client.get(base).content.decode() + client.get(f"{base}1/").content.decode()
    assert WORD in told and "An aunt" not in told and "zabrettil" not in told
    assert client.get(f"{base}{other.number}/").status_code == 404
    assert client.get(f"{base}1/questions/why/").status_code == 404
    for address in ("1/wishes/", "1/contacts/", "1/feedback/", "1/questions/why/"):
        assert client.post(f"{base}{address}", {"text": "x"}).status_code == 404


@pytest.mark.parametrize("role", [Role.ACCOUNTABLE, Role.DELEGATED])
def test_the_board_knows_that_there_is_a_record_and_whether_they_were_told(oak, role):
    taking_part(oak, WORD)
    client = Client()
    client.force_login(oak.person(role))
    told = client.get(f"/reviews/{oak.ref}/family/").content.decode()
    assert "Record 1" in told and "Not told; the reason is kept" in told
    assert WORD not in told and "Family member A" not in told
    assert client.get(f"/reviews/{oak.ref}/family/1/").status_code == 404


@pytest.mark.parametrize(
    "role", [Role.CASE_GROUP, Role.AGENCY_CONTACT, Role.LEGAL, Role.SUPERVISOR, Role.EVALUATOR]
)
def test_nobody_else_knows_of_it(oak, role):
    taking_part(oak, WORD)
    client = Client()
    client.force_login(oak.person(role))
    assert client.get(f"/reviews/{oak.ref}/family/").status_code == 404


def test_what_they_brought_stands_in_their_record_as_a_source(oak):
    source = account(oak, Role.FAMILY)
    account(oak, Role.CASE_GROUP)
    taking_part(oak, WORD)
    assert [one.number for one in queries.record(oak.seat(), 1).brought] == [source.number]
    assert [one.number for one in queries.record(oak.seat(Role.FAMILY), 1).brought] == [source.number]


def test_feedback_answers_the_gate_once_it_is_said_of_everybody(oak):
    seat = oak.seat()
    first = commands.open_involvement(seat, participation=place_of(oak, Role.FAMILY))
    second = another(oak)
    commands.give_feedback(seat, number=first.number, told=True, text="At home, read aloud.")
    assert not gate_notes(oak)
    with pytest.raises(Refused, match="An aunt has not been told"):
        reviews.answer_gate(seat, gate="family_feedback", text="Everybody was told, surely.")
    commands.give_feedback(seat, number=second.number, told=False, text=f"She asked not to hear of {WORD}.")
    (told,) = gate_notes(oak)
    assert "Family member A was told what was found on" in told and "An aunt was not told" in told
    assert WORD not in told
    reviews.answer_gate(seat, gate="family_feedback", text="All of them, as their record says.")


def test_without_a_record_the_gate_is_answered_by_hand(oak):
    reviews.answer_gate(oak.seat(), gate="family_feedback", text="There is no family to be told.")
    assert len(gate_notes(oak)) == 1


def test_bad_input_is_answered_in_a_sentence(oak):
    taking_part(oak, WORD)
    seat, ahead = oak.seat(), today() + timedelta(days=1)
    for act, words in (
        (lambda: commands.open_involvement(seat, participation=place_of(oak, Role.FAMILY)), "already"),
        (lambda: commands.open_involvement(seat, participation=place_of(oak, Role.TEAM)), "member of the family"),
        (lambda: commands.note_contact(seat, number=1, how="met", text="x", on=ahead), "in the future"),
        (lambda: commands.give_feedback(seat, number=1, told=False, text="No.", on=today()), "only if"),
        (lambda: commands.put_wishes(seat, number=1, contact="Lead", form="other"), "which other form"),
    ):
        with pytest.raises(Refused, match=words):
            act()
    with pytest.raises(NotHere):
        commands.answer_question(seat, number=1, topic="whose", text="Nobody asked.")


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    taking_part(oak, WORD)
    for place in range(count - 1):
        another(oak, f"Aunt {place}")
        commands.note_contact(oak.seat(), number=1, how="met", text="Again.")
    client.force_login(oak.person(Role.LEAD))
    for page in ("family/", "family/1/", "family/1/questions/why/"):
        with django_assert_max_num_queries(12):
            assert client.get(f"/reviews/{oak.ref}/{page}").status_code == 200
