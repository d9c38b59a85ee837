"""The facts of a review: described, changed by two people, its agencies, its form."""

import pytest
from django.test import Client

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import StageEntry


def test_a_fact_that_is_not_given_stays(oak):
    commands.describe_review(oak.seat(), board_name="A partnership")
    told = queries.about(oak.seat())
    assert (told.code_name, told.board_name) == ("Oak", "A partnership")


def test_the_second_writer_is_told_what_stands_and_may_save_again(oak, client):
    client.force_login(oak.person(Role.LEAD))
    form = {"code_name": "Rowan", "kind": "adults", "based_on": "1"}
    address = f"/reviews/{oak.ref}/about/facts/"
    commands.describe_review(oak.seat(Role.BUSINESS), code_name="Hornbeam", based_on=1)
    answer = client.post(address, form)
    text = answer.content.decode()
    assert answer.status_code == 422 and "Hornbeam" in text and 'value="Rowan"' in text
    assert 'name="based_on" value="2"' in text
    client.post(address, {**form, "based_on": "2"})
    assert queries.about(oak.seat()).code_name == "Rowan"


def test_a_name_that_was_confirmed_once_is_not_asked_about_again(oak):
    commands.describe_review(oak.seat(), code_name="Winnow Tarrant", sure=True)
    commands.describe_review(oak.seat(), code_name="Winnow Tarrant", board_name="A board")


def test_agencies_are_added_once_and_renamed(oak):
    with pytest.raises(Refused, match="in the review already"):
        commands.add_agency(oak.seat(), name="  police ")
    commands.rename_agency(oak.seat(), number=1, name="Police force")
    with pytest.raises(Refused):
        commands.rename_agency(oak.seat(), number=1, name="Health visiting")
    commands.rename_agency(oak.seat(), number=1, name="POLICE force")
    assert queries.agencies(oak.seat())[0].name == "POLICE force"


def test_an_agency_contact_sees_only_their_agency(oak):
    assert [line.name for line in queries.agencies(oak.seat(Role.AGENCY_CONTACT))] == ["Police"]


@pytest.mark.parametrize("role", [Role.TEAM, Role.AGENCY_CONTACT, Role.ACCOUNTABLE, Role.SUPERVISOR])
def test_who_may_only_read_changes_nothing(oak, role):
    with pytest.raises(NotHere):
        commands.describe_review(oak.seat(role), board_name="Mine")


def test_another_form_needs_a_reason_that_stays_in_the_history(oak):
    with pytest.raises(Refused, match="Say why"):
        commands.change_variant(oak.seat(), variant="mid_range", reason=" ")
    commands.change_variant(oak.seat(), variant="mid_range", reason="Fewer people were there.")
    assert queries.about(oak.seat()).variant.key == "mid_range"
    assert "Full to Mid-range. Fewer people" in StageEntry.objects.get().note


def test_a_form_without_the_present_step_is_refused(oak):
    oak.review.step = "S07"
    oak.review.save()
    with pytest.raises(Refused, match="individual conversations"):
        commands.change_variant(oak.seat(), variant="focused", reason="One event instead.")


def test_a_step_left_out_is_not_offered_and_its_gate_stops_nobody(oak):
    seat = oak.seat()
    for gate in ("decision", "case_group_heard", "family_feedback", "sign_off"):
        commands.answer_gate(seat, gate=gate, text="Both of us wrote it down.")
    commands.move_step(seat, to="S15")
    with pytest.raises(Refused, match="publication check"):
        commands.move_step(seat, to="S17")
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    steps, page = f"/reviews/{oak.ref}/steps/", f"/reviews/{oak.ref}/about/left-out/"
    assert page in client.get(steps).content.decode()
    for wrong in (
        {"steps": ["S16"], "reason": " "},
        {"steps": ["S02"], "reason": "No."},
        {"steps": ["S15"], "reason": "No."},
    ):
        assert client.post(page, wrong).status_code == 422, wrong
    kept = client.post(page, {"steps": ["S07", "S16"], "reason": ""}).content.decode()
    assert kept.count("checked") == 2
    assert (
        client.post(page, {"steps": ["S16", "S07"], "reason": "The usual report is published."}).status_code == 302
    )
    told = client.get(steps).content.decode()
    assert 'value="S16"' not in told and 'value="S07"' not in told and 'value="S17"' in told
    assert "Steps left out: S07 individual conversations, S16 publication and dissemination." in told
    with pytest.raises(Refused, match="Choose another step"):
        commands.move_step(seat, to="S16")
    with pytest.raises(Refused, match="no such question"):
        commands.answer_gate(seat, gate="publication_check", text="Nobody asks for this.")
    commands.move_step(seat, to="S17")
    commands.leave_steps_out(seat, steps=[], reason="It is published after all.")
    commands.move_step(seat, to="S15")
    with pytest.raises(Refused, match="publication check"):
        commands.move_step(seat, to="S17")


@pytest.mark.parametrize("address", ["about/", "about/facts/", "about/variant/", "about/agencies/1/"])
def test_each_page_of_facts_opens_for_a_lead(oak, client, address):
    client.force_login(oak.person(Role.LEAD))
    assert client.get(f"/reviews/{oak.ref}/{address}").status_code == 200


def test_a_refused_agency_keeps_what_was_typed(oak, client):
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(f"/reviews/{oak.ref}/about/", {"name": "police"})
    assert answer.status_code == 422 and 'value="police"' in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_reviews_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    opener = oak.person(Role.LEAD)
    for number in range(count):
        commands.open_review(queries.seat_of(opener.pk, None), code_name=f"Larch {number}", kind="adults")
    client.force_login(opener)
    with django_assert_max_num_queries(8):
        text = client.get("/reviews/").content.decode()
    assert text.count("<tr>") == count + 2


def test_the_list_holds_only_own_reviews_and_no_name_for_who_may_not_know_it(oak, elm, client):
    commands.describe_review(oak.seat(), code_name="Quillon")
    client.force_login(oak.person(Role.CASE_GROUP))
    text = client.get("/reviews/").content.decode()
    assert "Elm" not in text and "Quillon" not in text and "A review" in text
