"""The rules of reviews, without a database: frameworks, processes, names, seats."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.rooms.reviews.rules.frameworks import shipped
from casement.rooms.reviews.rules.naming import first_free, why_like_a_name
from casement.rooms.reviews.rules.processes import Facts, may_move, process, variants
from casement.rooms.reviews.rules.protection import may_hold_data
from casement.rooms.reviews.rules.seating import lead_warnings, why_not_ended, why_not_seated

BY_KEY = {framework.key: framework for framework in shipped()}
EVERY_GATE = frozenset(gate.key for gate in process().gates())


def ids(key, prefix):
    return [item.item_id for item in BY_KEY[key].items if item.item_id.startswith(prefix)]


@pytest.mark.parametrize(
    ("code", "count", "level"),
    [
        ("fam", 25, "L1"), ("per", 9, "L1"), ("rol", 7, "L1"), ("wrk", 12, "L1"), ("tea", 10, "L1"),
        ("iag", 13, "L1"), ("org", 8, "L2"), ("res", 6, "L2"), ("pol", 5, "L2"), ("gov", 4, "L2"),
        ("nat", 9, "L3"),
    ],
)  # fmt: skip
def test_every_type_of_factor_ships_whole(code, count, level):
    assert ids("factors", f"{code}.") == [f"{code}.{number:02d}" for number in range(1, count + 1)]
    assert {item.level for item in BY_KEY["factors"].items if item.item_id.startswith(f"{code}.")} == {level}


def test_other_is_a_factor_of_its_own_level():
    (other,) = [item for item in BY_KEY["factors"].items if item.level == "L9"]
    assert other.item_id == "oth"


def test_published_and_own_items_are_told_apart():
    origins = {item.item_id: item.origin for item in BY_KEY["factors"].items}
    assert origins["fam.18"] == "published" and origins["fam.19"] == "casement"
    assert origins["wrk.07"] == "published" and origins["wrk.08"] == "casement"
    assert {origin for item, origin in origins.items() if item.startswith(("iag", "org", "nat"))} == {"casement"}


def test_the_six_families_of_patterns_have_both_names():
    families = [item for item in BY_KEY["patterns"].items if "." not in item.item_id]
    assert [item.item_id for item in families] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert all(item.label and item.short_label and item.label != item.short_label for item in families)
    counts = [len(ids("patterns", f"P{number}.")) for number in range(1, 7)]
    assert counts == [3, 8, 5, 9, 8, 12]


def test_the_conversation_asks_practitioners_and_managers_differently():
    items = BY_KEY["conversation"].items
    assert [item.item_id for item in items] == [
        "C1", "C2", "C3a", *(f"C3b.{number}" for number in range(1, 8)), "C4", "C5", "C6", "C7", "C8",
        "F1", "F2", "F3", "F4", "F5",
    ]  # fmt: skip
    for item in items:
        if item.item_id.startswith("C"):
            assert item.help and item.wordings["manager"] and item.help != item.wordings["manager"]


@pytest.mark.parametrize("framework", shipped(), ids=lambda framework: framework.key)
def test_every_item_says_when_to_use_it(framework):
    for item in framework.items:
        assert item.help.endswith((".", "?")), item.item_id
        assert len(item.label) <= 200 and len(item.group) <= 120 and len(item.item_id) <= 20


def test_seventeen_steps_in_six_phases():
    told = process()
    assert [step.key for step in told.steps] == [f"S{number:02d}" for number in range(1, 18)]
    assert len(told.phases) == 6 and {step.phase for step in told.steps} == {phase.key for phase in told.phases}


def test_the_published_forms_ship():
    keys = [
        "full",
        "intensive",
        "speed_plus",
        "mid_range",
        "focused",
        "themed",
        "sar_rapid_time",
        "hybrid",
        "custom",
    ]
    assert [variant.key for variant in variants()] == keys


def test_a_focused_review_has_no_conversations_step():
    assert may_move(process("focused"), "S07", Facts(EVERY_GATE)) == [
        "This form of the review has no individual conversations. Choose another step."
    ]


def test_the_first_move_waits_for_the_reasons_of_the_decision():
    (reason,) = may_move(process(), "S02", Facts(frozenset()))
    assert "decision to review has no reasons" in reason


def test_the_report_goes_to_the_board_only_signed_and_with_the_family_told():
    reasons = may_move(process(), "S14", Facts(EVERY_GATE - {"sign_off", "family_feedback"}))
    assert len(reasons) == 2


def test_a_closed_review_moves_nowhere():
    assert may_move(process(), "S02", Facts(EVERY_GATE, closed=True))


def test_a_witness_flag_stops_a_conversation_but_not_the_review():
    assert "witness_flag" not in EVERY_GATE


@given(st.sampled_from([variant.key for variant in variants()]), st.sets(st.sampled_from(sorted(EVERY_GATE))))
def test_going_back_is_never_harder_than_staying(variant, met):
    way, facts = process(variant), Facts(frozenset(met))
    taken = [step.key for step in way.steps if way.has(step.key)]
    reasons = [set(may_move(way, key, facts)) for key in taken]
    assert all(earlier <= later for earlier, later in pairwise(reasons))


@given(st.sampled_from([variant.key for variant in variants()]))
def test_with_every_gate_met_any_step_of_the_form_may_be_visited(variant):
    way = process(variant)
    assert all(may_move(way, step.key, Facts(EVERY_GATE)) == [] for step in way.steps if way.has(step.key))


@pytest.mark.parametrize("name", ["John Smith", "Mary", "Child A", "Mr Tarrant", "JS", "J.S.", "Winnow Tarrant"])
def test_what_looks_like_a_real_name_is_noticed(name):
    assert why_like_a_name(name)


@pytest.mark.parametrize("name", ["Fieldfare", "Alder", "Blue heron", "river Usk", "42", "Larch 2"])
def test_an_ordinary_code_name_passes(name):
    assert not why_like_a_name(name)


@given(st.sets(st.sampled_from([f"Lead reviewer {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])))
def test_a_free_label_is_free(taken):
    assert first_free("Lead reviewer", taken) not in taken


@pytest.mark.parametrize(("reference", "waiver", "may"), [("", "", False), (" ", "\n", False), ("D1", "", True)])
def test_data_needs_an_assessment_or_a_reason(reference, waiver, may):
    assert may_hold_data(reference, waiver) is may


def test_only_a_lead_names_a_lead():
    assert why_not_seated(Role.LEAD, Role.BUSINESS, has_agency=False)
    assert not why_not_seated(Role.LEAD, Role.LEAD, has_agency=False)


def test_an_agency_contact_speaks_for_one():
    assert why_not_seated(Role.AGENCY_CONTACT, Role.LEAD, has_agency=False)


def test_the_only_lead_stays():
    assert why_not_ended(Role.LEAD, Role.LEAD, leads=1)
    assert not why_not_ended(Role.LEAD, Role.LEAD, leads=2)


def test_one_lead_is_warned_about_and_two_with_one_independent_are_not():
    assert len(lead_warnings(["internal"])) == 2
    assert lead_warnings(["internal", "independent"]) == ()
