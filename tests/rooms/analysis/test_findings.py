"""Factor uses, patterns and findings: what each needs, what is kept, what cannot be lost."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis import commands, queries
from casement.rooms.analysis.models import FactorUse, FactsVersion, Pattern
from tests.factories.analysis import desk, whole

HARDER = "makes_problematic_practice_more_likely"


@pytest.fixture
def told(oak):
    """An analysis with something in every place."""
    return whole(oak, episodes=2)


def test_a_factor_use_rests_on_something_or_says_it_is_inference(oak):
    desk(oak)
    commands.propose_episode(oak.seat(), title="T", why="W")
    with pytest.raises(Refused, match="Link a passage"):
        commands.add_factor_use(oak.seat(), episode=1, item_id="wrk.03", influence=HARDER, how="It slowed them.")
    assert not FactorUse.objects.exists()
    made = commands.add_factor_use(
        oak.seat(), episode=1, item_id="wrk.03", influence=HARDER, how="It slowed them.", inference=True
    )
    again = commands.add_factor_use(
        oak.seat(), episode=1, item_id="wrk.03", influence=HARDER, how="It slowed them.", inference=True
    )
    assert again.number == made.number
    (use,) = queries.episode(oak.seat(), 1).factor_uses
    assert (use.label, use.level, use.how[0].support) == ("Workload", "L1", "inference")


def test_a_factor_in_own_words_is_allowed_and_stands_under_other(oak):
    desk(oak)
    commands.propose_episode(oak.seat(), title="T", why="W")
    commands.add_factor_use(
        oak.seat(), episode=1, free_text="The lift was broken", influence="unclear", how="Stairs.", inference=True
    )
    (use,) = queries.episode(oak.seat(), 1).factor_uses
    assert (use.label, use.level) == ("The lift was broken", "L9")


def test_the_same_factor_may_help_one_person_and_hinder_another(oak, told):
    commands.add_factor_use(
        oak.seat(), episode=1, item_id="wrk.03", influence="supports_good_practice", how="It made them quick.",
        account_of=4, inference=True,
    )  # fmt: skip
    ways = {use.influence for use in queries.episode(oak.seat(), 1).factor_uses if use.item_id == "wrk.03"}
    assert ways == {HARDER, "supports_good_practice"}


def test_a_factor_use_taken_off_leaves_episode_and_pattern_and_can_come_back(oak, told):
    commands.remove_factor_use(oak.seat(), number=1)
    assert 1 not in [use.number for use in queries.episode(oak.seat(), 1).factor_uses]
    assert 1 not in queries.pattern(oak.seat(), 1).gathered
    commands.restore_factor_use(oak.seat(), number=1)
    assert 1 in queries.pattern(oak.seat(), 1).gathered


def test_a_finding_takes_categories_and_episodes_from_its_pattern(oak, told):
    view = queries.finding(oak.seat(), 1)
    assert view.primary.item_id == "P3"
    assert [one.item_id for one in view.secondary] == ["P2"]
    assert view.episodes == (1, 2)


def test_a_finding_moves_with_reasons_where_they_are_needed(oak, told):
    commands.move_finding(oak.seat(), number=1, to="in_report")
    with pytest.raises(Refused, match="Say why"):
        commands.move_finding(oak.seat(), number=1, to="drafted")
    commands.move_finding(oak.seat(), number=1, to="drafted", reason="The case group did not know it.")
    assert queries.finding(oak.seat(), 1).state_reason == "The case group did not know it."
    with pytest.raises(Refused, match="cannot move"):
        commands.move_finding(oak.seat(), number=1, to="published")


def test_a_finding_that_lost_a_layer_is_refused_with_its_name(oak, told):
    for number, view in queries.tree(oak.seat()).statements.items():
        if view.part == "underlying":
            commands.remove_statement(oak.seat(), number=number)
    with pytest.raises(Refused, match="how we know it is not a one-off"):
        commands.move_finding(oak.seat(), number=1, to="in_report")


def test_not_known_counts_as_prevalence(oak):
    desk(oak)
    commands.propose_finding(oak.seat(), title="A title")
    for part in ("in_case", "underlying"):
        commands.write_statement(oak.seat(), owner="finding", number=1, part=part, text="Words")
    commands.ask_board(oak.seat(), finding=1, text="Q?", response_kind="clear_solution", level="national")
    with pytest.raises(Refused, match="how usual"):
        commands.move_finding(oak.seat(), number=1, to="in_report")
    commands.add_prevalence(oak.seat(), finding=1, not_known=True, would_need="An audit")
    commands.move_finding(oak.seat(), number=1, to="in_report")


@pytest.mark.parametrize(
    "figure, sentence",
    [
        ({"numerator": 31, "source_kind": "audit"}, "both numbers"),
        ({"numerator": 31, "denominator": 0, "source_kind": "audit"}, "at least one"),
        ({"numerator": 49, "denominator": 48, "source_kind": "audit"}, "49 of 48"),
        ({"numerator": 31, "denominator": 48}, "where the figure comes from"),
        ({"not_known": True}, "what it would take"),
    ],
)
def test_a_figure_that_cannot_be_read_is_refused(oak, told, figure, sentence):
    before = len(queries.finding(oak.seat(), 1).prevalences)
    with pytest.raises(Refused, match=sentence):
        commands.add_prevalence(oak.seat(), finding=1, **figure)
    assert len(queries.finding(oak.seat(), 1).prevalences) == before


def test_two_people_rewording_a_question_keep_both(oak, told):
    asked = {"response_kind": "further_research", "level": "national"}
    commands.change_board_question(oak.seat(), number=1, text="Lead's?", based_on=1, **asked)
    with pytest.raises(Conflict) as no:
        commands.change_board_question(oak.seat(Role.TEAM), number=1, text="Team's?", based_on=1, **asked)
    assert "Team's?" in no.value.mine
    kept = FactsVersion.objects.get(kind="boardquestion", kept_beside=True)
    assert ["Question", "Team's?"] in [list(pair) for pair in kept.facts]
    assert queries.finding(oak.seat(), 1).questions[0].text == "Lead's?"


def test_earlier_facts_stay_in_the_history(oak, told):
    commands.set_pattern_facts(oak.seat(), number=1, title="Reworded", primary="P2", secondary=[], based_on=1)
    told_facts = queries.facts(oak.seat(), "pattern", 1)
    assert [dict(then.facts)["Title"] for then in told_facts] == ["Reworded", "One at a time"]
    assert dict(told_facts[1].facts)["Also"] == "Management systems"


def test_gathering_under_the_same_title_adds_and_does_not_double(oak, told):
    commands.gather_pattern(oak.seat(), title="One at a time", uses=[1])
    assert Pattern.objects.count() == 1


def test_findings_stand_in_the_order_the_team_gives(oak, told):
    for title in ("Second", "Third"):
        commands.propose_finding(oak.seat(), title=title)
    commands.place_finding(oak.seat(), number=3, order=1)
    assert [view.number for view in queries.findings(oak.seat())] == [3, 1, 2]


def test_what_belongs_to_another_review_is_not_here(oak, elm, told):
    whole(elm)
    with pytest.raises(Refused):
        commands.gather_pattern(elm.seat(), title="Theirs", uses=[4])
    with pytest.raises(NotHere):
        commands.remove_factor_use(elm.seat(), number=4)
    assert len(queries.tree(elm.seat()).episodes) == 1


def test_the_tree_is_read_in_as_many_queries_for_three_episodes_as_for_one(oak, elm, django_assert_num_queries):
    whole(oak)
    whole(elm, episodes=3)
    for cast in (oak, elm):
        seat = cast.seat()
        with django_assert_num_queries(6):
            tree = queries.tree(seat)
    assert len(tree.episodes) == 3
    assert len(tree.findings[0].prevalences) == 4
    assert {use.number for view in tree.episodes for use in view.factor_uses} == set(range(1, 7))


def test_an_episode_left_out_keeps_its_reason_and_leaves_the_tree(oak, told):
    with pytest.raises(Refused, match="Say why"):
        commands.reject_episode(oak.seat(), number=1, reason=" ")
    commands.reject_episode(oak.seat(), number=1, reason="It explains little.")
    assert [view.number for view in queries.tree(oak.seat()).episodes] == [2]
    assert queries.episode(oak.seat(), 1).decision_reason == "It explains little."
