"""Rules of the analysis, with no database: support, gaps, states, the table of factors."""

from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.analysis.rules.episodes import EpisodeFacts, missing, open_checks, silent_levels
from casement.rooms.analysis.rules.findings import (
    ASIDE,
    FindingFacts,
    gaps_before_report,
    may_go,
    needs_reason,
    next_state,
    what_stops,
)
from casement.rooms.analysis.rules.matrix import Use, arranged, signs_in_words
from casement.rooms.analysis.rules.support import (
    Cited,
    EntryFacts,
    PassageFacts,
    entry_lost,
    passage_lost,
    support_of,
)
from casement.rooms.analysis.vocabulary import FindingState, Influence, Support

pieces = st.builds(Cited, st.sampled_from(["for", "against"]), st.booleans(), st.booleans())
READY = FindingFacts(title="T", written={"in_case": 1, "underlying": 1}, figures=1, questions=1, state="drafted")


@given(st.lists(pieces), st.booleans())
def test_a_text_is_supported_only_by_live_evidence_for_it(evidence, inference):
    told = support_of(evidence, inference=inference)
    live = any(one.direction == "for" and one.live and not one.removed for one in evidence)
    rests = told in (Support.SUPPORTED, Support.CONTESTED, Support.CHANGED)
    assert not rests or live or inference
    if live:
        assert told in (Support.SUPPORTED, Support.CONTESTED, Support.CHANGED)
    if not live and not inference:
        assert told in (Support.LOST, Support.UNSUPPORTED)


@given(st.lists(pieces), st.booleans(), st.randoms())
def test_the_order_of_evidence_does_not_matter(evidence, inference, random):
    shuffled = list(evidence)
    random.shuffle(shuffled)
    assert support_of(evidence, inference=inference) == support_of(shuffled, inference=inference)


@given(st.lists(pieces, min_size=1))
def test_losing_evidence_never_makes_a_text_better_supported(evidence):
    lost = [Cited(one.direction, False) for one in evidence]
    assert support_of(lost) in (Support.LOST, Support.UNSUPPORTED)


@given(st.text(), st.text(), st.booleans(), st.booleans())
def test_a_passage_stands_only_on_its_very_words(quote, now, withdrawn, is_current):
    lost = passage_lost(PassageFacts(quote, now, withdrawn, is_current))
    stands = quote == now and not withdrawn and is_current
    assert bool(lost) is not stands


@given(st.text(), st.text(), st.booleans())
def test_an_entry_stands_only_on_its_very_words(quote, now, removed):
    assert bool(entry_lost(EntryFacts(quote, now, removed))) is (removed or quote != now)


def test_an_empty_episode_says_what_is_open_in_sentences():
    told = missing(EpisodeFacts())
    assert all(gap.sentence.endswith(".") for gap in told)
    assert "It does not say yet why it made sense to anybody." in [gap.sentence for gap in told]
    assert not any(gap.anchor == "appraisal" for gap in told)  # appraisal is asked for only after the reasons


def test_a_whole_episode_has_nothing_open():
    parts = ("account", "why_key", "local_rationality", "appraisal", "enablers", "counter", "gaps")
    facts = EpisodeFacts(
        dated=True, strands=1, written=dict.fromkeys(parts, 1), cited={"account": 1}, tendency="good",
        standard="S", standard_applied="Yes", hindsight_check="a", outcome_check="b", difficulty_check="c",
        factor_levels=frozenset({"L1"}), confidence="tentative",
    )  # fmt: skip
    assert missing(facts) == ()
    assert open_checks(facts) == 0
    assert silent_levels(facts.factor_levels) == ("Local strategic", "National")


def test_a_finding_goes_into_the_report_only_whole():
    assert what_stops(READY, "in_report") == ""
    bare = FindingFacts(title="T", state="drafted")
    told = what_stops(bare, "in_report")
    for words in ("how it showed", "not a one-off", "how usual", "question for the board"):
        assert words in told
    assert len(gaps_before_report(bare)) == 4
    assert what_stops(bare, "agreed_by_team") == ""


@given(st.sampled_from(list(FindingState)), st.sampled_from(list(FindingState)))
def test_every_move_is_allowed_or_refused_in_a_sentence(here, there):
    facts = FindingFacts(title="T", written=READY.written, figures=1, questions=1, state=here)
    told = what_stops(facts, there)
    assert (told == "") is (there in may_go(here))
    assert told == "" or told.endswith(".")
    if there in ASIDE:
        assert needs_reason(here, there)


def test_the_main_line_leads_from_candidate_to_the_library():
    here, walked = FindingState.CANDIDATE, []
    while (following := next_state(here)) is not None:
        assert following in may_go(here)
        walked.append(following)
        here = following
    assert walked[-1] is FindingState.IN_LIBRARY
    assert all(next_state(aside) is None for aside in ASIDE)


uses = st.lists(
    st.builds(
        Use,
        number=st.integers(1, 10_000),
        column=st.integers(1, 5),
        item_id=st.sampled_from(["wrk.01", "wrk.02", "tea.01", ""]),
        label=st.sampled_from(["Workload", "Help"]),
        group=st.sampled_from(["Conditions of work", "Own team"]),
        level=st.sampled_from(["L1", "L2"]),
        order=st.integers(0, 5),
        influence=st.sampled_from([each.value for each in Influence]),
    ),
    unique_by=lambda use: use.number,
)


@given(uses)
def test_every_use_stands_in_exactly_one_cell(told):
    groups = arranged(told, {n: f"episode {n}" for n in (1, 2, 3, 4, 5)})
    inside = [use.number for group in groups for row in group.rows for cell in row.cells for use in cell.uses]
    assert sorted(inside) == sorted(use.number for use in told)
    for group in groups:
        for row in group.rows:
            assert [cell.column for cell in row.cells] == [1, 2, 3, 4, 5]


def test_a_cell_is_said_in_words():
    here = [Use(n, 3, "wrk.03", "Workload", "", "L1", 0, way) for n, way in enumerate(
        [Influence.HARDER, Influence.HARDER, Influence.UNCLEAR])]  # fmt: skip
    assert signs_in_words(here) == "two made it harder, one unclear"
    assert signs_in_words([]) == "nobody has said it"
