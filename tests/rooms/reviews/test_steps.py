"""Moving through the steps: gates say no in words, history stays, a closed review is still read."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Review, StageEntry


def answer(cast, *gates):
    for gate in gates:
        commands.answer_gate(cast.seat(), gate=gate, text="The board decided in May.")


def step_of(cast):
    return Review.objects.get(pk=cast.review.pk).step


def test_a_gate_says_no_until_it_is_answered(oak):
    with pytest.raises(Refused, match="no reasons yet"):
        commands.move_step(oak.seat(), to="S02")
    answer(oak, "decision")
    commands.move_step(oak.seat(), to="S06", note="Records first.")
    assert step_of(oak) == "S06"


def test_without_an_assessment_the_review_stays_in_setting_up(oak):
    Review.objects.update(dpia_reference="")
    answer(oak, "decision")
    with pytest.raises(Refused, match="no data protection assessment"):
        commands.move_step(oak.seat(), to="S03")
    commands.waive_dpia(oak.seat(), reason="The officer decided it is covered.")
    commands.move_step(oak.seat(), to="S03")
    assert step_of(oak) == "S03"


def test_going_back_is_part_of_it(oak):
    answer(oak, "decision")
    commands.move_step(oak.seat(), to="S09")
    commands.move_step(oak.seat(), to="S06")
    assert [entry.to_step for entry in StageEntry.objects.order_by("pk")] == ["S09", "S06"]


@pytest.mark.parametrize(("gate", "text"), [("witness_flag", "It is fine so."), ("data_protection", "It is so.")])
def test_a_gate_met_elsewhere_is_not_answered_here(oak, gate, text):
    with pytest.raises(Refused):
        commands.answer_gate(oak.seat(), gate=gate, text=text)


def test_a_shrug_is_no_answer(oak):
    with pytest.raises(Refused, match="in a sentence"):
        commands.answer_gate(oak.seat(), gate="decision", text="Yes")


def test_an_unknown_step_is_refused(oak):
    with pytest.raises(Refused, match="no such step"):
        commands.move_step(oak.seat(), to="S99")


@pytest.mark.parametrize("role", [Role.TEAM, Role.CASE_GROUP, Role.ACCOUNTABLE])
def test_who_may_not_move_it_does_not(oak, role):
    with pytest.raises(NotHere):
        commands.move_step(oak.seat(role), to="S02")


def test_a_closed_review_is_read_and_not_changed(oak, client):
    commands.close_review(oak.seat(), note="The board has answered.")
    client.force_login(oak.person(Role.LEAD))
    assert "can be read, not changed" in client.get(f"/reviews/{oak.ref}/steps/").content.decode()
    with pytest.raises(NotHere):
        commands.ask_question(oak.seat(), text="Still?")
    with pytest.raises(Refused):
        commands.move_step(oak.seat(), to="S02")
    commands.reopen_review(oak.seat(), note="A question came back.")
    commands.ask_question(oak.seat(), text="Still?")


def test_closing_needs_a_reason_and_happens_once(oak):
    with pytest.raises(Refused, match="Say why"):
        commands.close_review(oak.seat(), note=" ")
    commands.close_review(oak.seat(), note="Done.")
    with pytest.raises(Refused, match="closed already"):
        commands.close_review(oak.seat(), note="Done.")


def test_the_history_tells_who_moved_it_by_label(oak):
    answer(oak, "decision")
    commands.move_step(oak.seat(), to="S02", note="Team is complete.")
    _, states, (move,) = queries.steps_of(oak.seat())
    assert (move.by, move.note) == ("Lead reviewer A", "Team is complete.")
    assert [state.step.key for state in states if state.current] == ["S02"]


def test_the_page_refuses_in_words_and_keeps_the_note(oak, client):
    client.force_login(oak.person(Role.LEAD))
    told = client.post(f"/reviews/{oak.ref}/steps/move/", {"to": "S02", "note": "Quillon"})
    text = told.content.decode()
    assert told.status_code == 422 and "no reasons yet" in text and "Quillon" in text


def test_a_gate_has_a_page_that_keeps_earlier_answers(oak, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/steps/gates/decision/"
    client.post(address, {"text": "Decided by the subgroup."})
    assert "Decided by the subgroup." in client.get(address).content.decode()
    assert client.get(f"/reviews/{oak.ref}/steps/gates/data_protection/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    answer(oak, "decision")
    for number in range(count):
        commands.move_step(oak.seat(), to="S06" if number % 2 else "S03")
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        client.get(f"/reviews/{oak.ref}/steps/")
