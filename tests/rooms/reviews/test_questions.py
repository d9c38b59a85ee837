"""Window questions: asked, reworded with history, seen only inside the review."""

import pytest

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands, queries


def test_a_rewording_keeps_the_earlier_text(oak):
    commands.ask_question(oak.seat(), text="First?")
    commands.ask_question(oak.seat(), text="Better?", reason="Clearer", replaces=1)
    (now,) = queries.questions(oak.seat())
    assert now.text == "Better?"
    assert [old.text for old in now.earlier] == ["First?"]


def test_only_the_newest_wording_can_be_reworded(oak):
    commands.ask_question(oak.seat(), text="First?")
    commands.ask_question(oak.seat(), text="Better?", replaces=1)
    with pytest.raises(Refused, match="newest"):
        commands.ask_question(oak.seat(), text="Other?", replaces=1)


def test_a_question_of_another_review_is_not_here(oak, elm):
    commands.ask_question(elm.seat(), text="Elm's?")
    with pytest.raises(NotHere):
        commands.ask_question(oak.seat(), text="Mine?", replaces=1)


def test_a_team_member_reads_but_does_not_ask(oak, client):
    client.force_login(oak.person(Role.TEAM))
    address = f"/reviews/{oak.ref}/questions/"
    assert client.get(address).status_code == 200
    assert client.post(address, {"text": "Mine?"}).status_code == 404
    assert LedgerEntry.objects.filter(action="reviews.ask", outcome="denied").count() == 1


def test_what_was_typed_comes_back_with_the_refusal(oak, client):
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(f"/reviews/{oak.ref}/questions/", {"text": "", "reason": "Because of the nursery"})
    assert answer.status_code == 422
    assert "Because of the nursery" in answer.content.decode()


def test_nobody_from_another_review_gets_in(oak, elm, client):
    client.force_login(elm.person(Role.LEAD))
    assert client.get(f"/reviews/{oak.ref}/questions/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    for number in range(count):
        commands.ask_question(oak.seat(), text=f"Question {number}?")
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        assert client.get(f"/reviews/{oak.ref}/questions/").status_code == 200


def test_rewording_needs_a_reason_on_its_page_and_keeps_the_text(oak, client):
    commands.ask_question(oak.seat(), text="First?")
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/questions/1/rewording/"
    answer = client.post(address, {"text": "Quillon?", "reason": ""})
    assert answer.status_code == 422 and "Quillon?" in answer.content.decode()
    client.post(address, {"text": "Quillon?", "reason": "Plainer"})
    text = client.get(f"/reviews/{oak.ref}/questions/").content.decode()
    assert "Quillon?" in text and "First?" in text and "Lead reviewer A" in text


def test_who_rewords_an_old_wording_is_told_and_keeps_their_text(oak, client):
    commands.ask_question(oak.seat(), text="First?")
    commands.ask_question(oak.seat(), text="Second?", replaces=1)
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(f"/reviews/{oak.ref}/questions/1/rewording/", {"text": "Mine?", "reason": "So"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "reworded already" in text and "Mine?" in text and "Second?" in text


def test_a_reworded_question_keeps_its_place(oak):
    for text in ("One?", "Two?"):
        commands.ask_question(oak.seat(), text=text)
    commands.ask_question(oak.seat(), text="One again?", replaces=1)
    assert [question.text for question in queries.questions(oak.seat())] == ["One again?", "Two?"]


def test_a_double_click_asks_once(oak):
    for _ in range(2):
        commands.ask_question(oak.seat(), text="One?")
    assert len(queries.questions(oak.seat())) == 1
