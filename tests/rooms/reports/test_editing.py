"""Sections: put together from the analysis, written over, never lost between two writers."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.reports import commands, queries
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.vocabulary import SECTIONS
from tests.factories.reports import reported


@pytest.fixture
def made(oak):
    return reported(oak)


def state(cast):
    return queries.section_state(queries.desk(cast.seat(), texts_of="summary"))


def text_of(cast, key):
    return queries.desk(cast.seat()).section(key).text


def test_every_section_begins_with_its_assembled_text(oak, made):
    desk = queries.desk(oak.seat())
    assert [one.key for one in desk.sections] == [one.key for one in SECTIONS]
    assert all(one.text == assembled_text(one.key) for one in desk.sections)


def test_starting_twice_changes_nothing(oak, made):
    made.write("summary", "Our own words.")
    commands.start_report(oak.seat())
    assert text_of(oak, "summary") == "Our own words."


def test_the_second_writer_is_told_and_both_texts_are_kept(oak, made):
    made.write("summary", "The first writer's words.")
    with pytest.raises(Conflict) as told:
        commands.edit_section(oak.seat(Role.TEAM), key="summary", text="The second writer's words.", based_on=1)
    assert (told.value.mine, told.value.theirs) == ("The second writer's words.", "The first writer's words.")
    assert "Lead reviewer A" in told.value.sentence
    assert text_of(oak, "summary") == "The first writer's words."
    (waiting,) = state(oak).waiting
    assert waiting.text == "The second writer's words." and waiting.by == "Review team member A"


def test_sending_the_second_text_again_keeps_it_once(oak, made):
    made.write("summary", "First.")
    for _ in range(2):
        with pytest.raises(Conflict):
            commands.edit_section(oak.seat(Role.TEAM), key="summary", text="Second.", based_on=1)
    assert len(state(oak).waiting) == 1


@pytest.mark.parametrize(
    "choice, stands", [("mine", "Second."), ("theirs", "First."), ("written", "Both in one."), ("both", "First.")]
)
def test_two_texts_are_settled_by_a_person(oak, made, choice, stands):
    made.write("summary", "First.")
    with pytest.raises(Conflict) as told:
        commands.edit_section(oak.seat(Role.TEAM), key="summary", text="Second.", based_on=1)
    commands.settle_section(oak.seat(), key="summary", kept=told.value.kept, based_on=2, choice=choice,
                            text="Both in one.")  # fmt: skip
    assert text_of(oak, "summary") == stands
    assert len(state(oak).waiting) == (1 if choice == "both" else 0)
    assert {"First.", "Second."} <= {one.text for one in queries.kept_texts(oak.seat(), "summary")}


def test_settling_over_a_third_text_conflicts_again(oak, made):
    made.write("summary", "First.")
    with pytest.raises(Conflict) as told:
        commands.edit_section(oak.seat(Role.TEAM), key="summary", text="Second.", based_on=1)
    made.write("summary", "Third.")
    with pytest.raises(Conflict):
        commands.settle_section(oak.seat(), key="summary", kept=told.value.kept, based_on=2, choice="mine")
    assert text_of(oak, "summary") == "Third."


def test_the_first_text_comes_back_and_the_old_one_is_kept(oak, made):
    made.write("summary", "Our own words.")
    commands.reset_section(oak.seat(), key="summary", based_on=2)
    assert text_of(oak, "summary") == assembled_text("summary")
    assert "Our own words." in {one.text for one in state(oak).earlier}


def test_the_first_text_does_not_come_back_over_something_newer(oak, made):
    made.write("summary", "Our own words.")
    with pytest.raises(Conflict):
        commands.reset_section(oak.seat(), key="summary", based_on=1)
    assert text_of(oak, "summary") == "Our own words."


def test_a_text_too_long_is_refused_with_a_sentence(oak, made):
    with pytest.raises(Refused, match="too long"):
        commands.edit_section(oak.seat(), key="summary", text="a" * 200_001, based_on=1)


def test_a_section_of_another_review_is_not_here(oak, elm, made):
    with pytest.raises(NotHere):
        commands.edit_section(elm.seat(), key="summary", text="Mine now.", based_on=1)


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.LEAD, Role.TEAM)])
def test_only_leads_and_team_write(oak, made, role):
    with pytest.raises(NotHere):
        commands.edit_section(oak.seat(role), key="summary", text="Mine now.", based_on=1)
