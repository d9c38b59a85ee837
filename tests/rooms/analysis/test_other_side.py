"""Looking for what speaks against a claim: what is proposed and why, what a seat may see, and what the team answers."""

import io

import numpy as np
import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.search.keeping import prepare
from casement.foundation.search.meaning import asked_for
from casement.foundation.search.opposing import leans, opposed, said
from casement.rooms.analysis import commands
from casement.rooms.analysis.models import CounterSearch, Evidence, Expectation, Weighed
from casement.rooms.analysis.queries.against import named, other_side, weighed
from casement.rooms.analysis.queries.findings import finding
from casement.rooms.analysis.rules.opposing import Way, fused, name_of, others, place_named
from casement.rooms.analysis.rules.standing_out import Near, standing_out
from casement.rooms.chronology.models import Entry
from casement.rooms.coding import commands as coding
from casement.rooms.reports import cli
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands as sources
from tests.factories import rounds
from tests.factories.analysis import entry, whole
from tests.factories.coding import framework
from tests.factories.meaning import sentence_model_in
from tests.factories.sources import bring_in, record
from tests.house.addresses import signed_in

HELPED, HARDER = "supports_good_practice", "makes_problematic_practice_more_likely"
KIND = "Dawn had us down for nine each and never one more."
ASIDE = "The gate sticks in wet weather and the bell is broken."


@pytest.fixture
def claim(oak):
    """A finding over a pattern in which workload made it harder; a paper that says otherwise, marked so."""
    framework(oak)
    whole(oak)
    paper = record(oak, text=f"{KIND}\n\n{ASIDE}", name="rota.txt")
    coding.mark_words(oak.seat(), number=paper.number, words=KIND, code="item:wrk.03", influence=HELPED)
    return paper


def proposed(cast, role=Role.LEAD, owner="finding"):
    return {one.passage.words: one for one in other_side(cast.seat(role), owner, 1).proposed}


def place(cast, words=KIND):
    return named(proposed(cast)[words].passage)


def weigh(cast, **more):
    told = {"answer": "weakens", "reason": "There were weeks with nine.", **more}
    if "place" not in told:
        told["place"] = place(cast)
    return commands.weigh_passage(cast.seat(), owner="finding", number=1, **told)


@pytest.mark.parametrize("owner", ["pattern", "finding", "episode"])
def test_the_same_factor_with_the_other_influence_comes_first_and_says_why(oak, claim, owner):
    first = other_side(oak.seat(), owner, 1).proposed[0]
    assert first.passage.words == KIND
    assert any("Same factor, other influence" in one and "“Supports good practice”" in one for one in first.reasons)


def test_what_is_cited_or_weighed_is_not_proposed_again(oak, claim):
    cited = {said.evidence[0].quote for said in finding(oak.seat(), 1).layers["in_case"]}
    assert not cited & proposed(oak).keys()
    weigh(oak)
    found = other_side(oak.seat(), "finding", 1, without={one.place for one in weighed(oak.seat(), "finding", 1)})
    assert KIND not in {one.passage.words for one in found.proposed}


def test_marks_of_an_open_blind_round_stay_behind_the_wall(oak, claim):
    made = rounds.opened(oak, [claim.number], ["item:wrk.03"], name="Blind")
    assert made is not None
    assert any("Same factor" in why for why in proposed(oak)[KIND].reasons)
    told = proposed(oak, Role.TEAM).get(KIND)
    assert told is None or not any("Same factor" in why for why in told.reasons)


def test_a_source_for_the_leads_is_nothing_to_the_team_before_and_after_it_is_weighed(oak, claim):
    secret = record(oak, text="She had nine cases and all the time she needed.", name="note.txt", access="leads")
    words = "She had nine cases and all the time she needed."
    coding.mark_words(oak.seat(), number=secret.number, words=words, code="item:wrk.03", influence=HELPED)
    assert words in proposed(oak)
    assert words not in proposed(oak, Role.TEAM)
    weigh(oak, place=place(oak, words))
    (answer,) = weighed(oak.seat(Role.TEAM), "finding", 1)
    assert (answer.words, answer.source, answer.href) == ("", "", "")
    assert weighed(oak.seat(), "finding", 1)[0].words == words


def test_masked_words_are_neither_shown_nor_kept(oak, claim):
    sources.name_words(oak.seat(), number=claim.number, words="Dawn", label="A manager", decision="mask")
    shown = KIND.replace("Dawn", "[A manager]")
    assert KIND not in proposed(oak)
    assert shown in proposed(oak)
    weigh(oak, place=place(oak, shown), quote=shown)
    assert weighed(oak.seat(), "finding", 1)[0].words == shown


def test_what_weakens_becomes_evidence_against_at_once(oak, claim):
    statement = finding(oak.seat(), 1).layers["summary"][0].number
    weigh(oak, statement=statement)
    against = finding(oak.seat(), 1).layers["summary"][0].against
    assert [(one.quote, one.note) for one in against if one.quote == KIND] == [
        (KIND, "There were weeks with nine.")
    ]


def expect(cast, text, **more):
    return commands.expect_otherwise(cast.seat(), **{"owner": "finding", "number": 1, "text": text, **more})


def test_what_the_team_expects_if_it_were_not_so_is_looked_for_first_and_told(oak, claim):
    record(oak, text="The clinic sent a taxi for her each Tuesday.", name="taxis.txt")
    assert not any("taxi" in words for words in proposed(oak))
    made = expect(oak, "They sent a taxi to bring her to the clinic.")
    words, *_ = [words for words in proposed(oak) if "taxi" in words]
    assert f"“{made.text}”" in proposed(oak)[words].reasons[0]
    assert expect(oak, made.text).number == made.number  # the same words are kept once
    commands.take_back_expectation(oak.seat(), number=made.number)
    assert not any("taxi" in words for words in proposed(oak))
    assert Expectation.objects.get().text == made.text  # it stays in the record


def test_what_is_expected_is_asked_for_on_the_page_and_stands_in_the_draft_of_the_record(oak, claim):
    client, base = signed_in(oak), f"/reviews/{oak.ref}/findings/1/"
    expect(oak, "The rota shows nine.")
    answer = client.post(f"{base}against/expected/", {"text": " "})
    assert answer.status_code == 422 and b"Write one thing that somebody would have said" in answer.content
    assert client.post(f"{base}against/expected/", {"text": "He rang me the same day."})["Location"].endswith(
        "against/"
    )
    assert "He rang me the same day." in client.get(f"{base}against/").content.decode()
    weigh(oak)
    assert "“He rang me the same day.”" in client.get(f"{base}searches/").content.decode()
    assert client.post(f"/reviews/{oak.ref}/expectations/2/removal/").status_code == 302
    assert "He rang me the same day." not in client.get(f"{base}against/").content.decode()


def test_a_heading_is_never_put_forward_and_what_stands_under_it_keeps_its_number(oak, claim):
    paper, kept = Document(), io.BytesIO()
    paper.add_heading("How we agreed who does which assessment", 1)
    paper.add_paragraph("We agreed who does which assessment and it was done.")
    paper.save(kept)
    bring_in(oak, ("plan.docx", kept.getvalue()))
    expect(oak, "We agreed who does the assessment.")
    found = proposed(oak)
    assert "How we agreed who does which assessment" not in found
    assert found["We agreed who does which assessment and it was done."].passage.place[2] == 2


def test_before_anything_is_shown_one_is_asked_what_would_have_been_told_otherwise(oak, claim):
    client, base = signed_in(oak), f"/reviews/{oak.ref}/findings/1/"
    page = client.get(f"{base}against/").content.decode()
    assert "Before you look" in page and KIND not in page and "Where “Workload” helps" in page
    empty = client.post(f"{base}against/first/", {"worker": " ", "family": ""})
    assert empty.status_code == 422 and "in any of the boxes" in empty.content.decode()
    told = {"worker": "We had nine families each.", "family": "She had time for us.", "record": "", "others": ""}
    assert client.post(f"{base}against/first/", told)["Location"].endswith("against/")
    assert list(Expectation.objects.values_list("voice", "text")) == [
        ("worker", "We had nine families each."), ("family", "She had time for us."),
    ]  # fmt: skip
    page = client.get(f"{base}against/").content.decode()
    assert "Before you look" not in page and KIND in page and "A worker would have told it." in page
    assert "if it were not so: “We had nine families each.”" in page


def test_nobody_has_to_say_it_and_who_only_reads_is_not_asked(oak, claim):
    base = f"/reviews/{oak.ref}/findings/1/"
    client = signed_in(oak)
    assert KIND in client.get(f"{base}against/?look=now").content.decode()
    assert "Before you look" not in client.get(f"{base}against/?page=1").content.decode()
    weigh(oak)
    page = client.get(f"{base}against/").content.decode()
    assert "Before you look" not in page and f"{base}against/?say=first" in page
    assert "Before you look" in client.get(f"{base}against/?say=first").content.decode()  # it can still be said
    again = client.post(f"{base}against/first/?say=first", {"worker": "", "record": " "})
    assert again.status_code == 422 and "in any of the boxes" in again.content.decode()
    assert client.post(f"{base}against/first/?say=first", {"record": "Nine on the rota."}).status_code == 302
    assert "Nine on the rota." in client.get(f"{base}against/").content.decode()
    reviews.close_review(oak.seat(), note="Finished.")
    closed = client.get(f"{base}against/?say=first")
    assert closed.status_code == 200 and "Before you look" not in closed.content.decode()


def test_only_who_writes_the_analysis_may_expect_and_nobody_in_another_review(oak, elm, claim):
    made = expect(oak, "He rang me the same day.")
    with pytest.raises(Refused, match="who would have told it"):
        expect(oak, "She rang.", voice="a neighbour of theirs")
    for role in (Role.SUPERVISOR, Role.CASE_GROUP, Role.FAMILY):
        with pytest.raises(NotHere):
            commands.expect_otherwise(oak.seat(role), owner="finding", number=1, text="A word")
    with pytest.raises(NotHere):
        commands.take_back_expectation(elm.seat(), number=made.number)
    with pytest.raises(NotHere):
        expect(elm, "A word")
    assert [one.text for one in Expectation.objects.all()] == [made.text]


def test_only_what_weakens_can_be_added_and_only_to_the_claim_itself(oak, claim):
    own = finding(oak.seat(), 1).layers["summary"][0].number
    with pytest.raises(Refused, match="Only a passage that weakens"):
        weigh(oak, answer="unclear", statement=own)
    other = finding(oak.seat(), 1).number
    commands.propose_finding(oak.seat(), title="Another")
    made = commands.write_statement(oak.seat(), owner="finding", number=other + 1, part="summary", text="Other.")
    before = Evidence.objects.count()
    with pytest.raises(NotHere):
        weigh(oak, statement=made.number)
    assert not Weighed.objects.exists()
    assert Evidence.objects.count() == before


def test_a_second_answer_takes_the_place_of_the_first_and_both_stay(oak, claim):
    told = place(oak)
    for answer, reason in (
        ("unclear", "Which year?"),
        ("does_not", "Another year."),
        ("does_not", "Another year."),
    ):
        weigh(oak, place=told, answer=answer, reason=reason)
    assert [(one.answer, one.reason) for one in weighed(oak.seat())] == [("does_not", "Another year.")]
    assert Weighed.objects.count() == 2
    commands.take_back_weighing(oak.seat(), number=2)
    assert weighed(oak.seat()) == ()
    assert [one.back for one in weighed(oak.seat(), every=True)] == [True, True]
    assert KIND in proposed(oak)


@pytest.mark.parametrize(
    "name", ["source-99-0-5", "source-1-5-0", "entry-77", "source-1-0-99999", "nowhere", "entry-0"]
)
def test_what_is_not_there_cannot_be_weighed(oak, claim, client, name):
    with pytest.raises(Refused, match="not there any more"):
        weigh(oak, place=name)
    client.force_login(oak.person(Role.LEAD))
    assert client.get(f"/reviews/{oak.ref}/findings/1/against/{name}/").status_code == 404


def test_words_that_changed_meanwhile_are_not_weighed(oak, claim):
    told = place(oak)
    sources.correct_paragraph(oak.seat(), number=claim.number, paragraph=1, words="Dawn had us down for thirty each.",
                              reason="Misread.")  # fmt: skip
    with pytest.raises(Refused, match="changed"):
        weigh(oak, place=told, quote=KIND)


def test_the_pages_from_the_list_to_the_record_of_the_search(oak, claim, client):
    client.force_login(oak.person(Role.TEAM))
    at = f"/reviews/{oak.ref}/findings/1/"
    page = client.get(f"{at}against/?look=now").content.decode()
    assert KIND in page
    assert "Same factor, other influence" in page
    one = f"{at}against/{place(oak)}/"
    empty = client.post(one, {"quote": KIND, "answer": "weakens", "reason": " "})
    assert empty.status_code == 422
    assert "Say why, in a sentence." in empty.content.decode()
    kept = client.post(one, {"quote": KIND, "answer": "weakens", "reason": "Nine is few.", "statement": ""})
    assert kept.status_code == 302
    assert "Nine is few." in client.get(f"{at}against/").content.decode()
    assert "Weakens it: 1" in client.get(f"/reviews/{oak.ref}/rigour/").content.decode()
    draft = client.get(f"{at}searches/").content.decode()
    assert f"Source {claim.number}, paragraph 1: Nine is few." in draft
    trail = b"".join(client.get(f"/reviews/{oak.ref}/rigour/trail.csv").streaming_content).decode()
    assert "Looked at from the other side" in trail
    assert CounterSearch.objects.filter(finding__isnull=False).count() == 1
    assert LedgerEntry.objects.filter(kind="counter-evidence", outcome="seen").exists()


def test_a_chronology_entry_is_weighed_as_a_passage_is(oak, claim, client):
    entry(oak, "Nine visits that week, every one of them kept and on time.")
    number = Entry.objects.latest("number").number
    client.force_login(oak.person(Role.LEAD))
    at = f"/reviews/{oak.ref}/findings/1/against/entry-{number}/"
    page = client.get(at)
    assert "Nine visits that week" in page.content.decode()
    told = {"quote": "Nine visits that week, every one of them kept and on time.", "answer": "does_not"}
    assert client.post(at, {**told, "reason": "One week."}).status_code == 302
    (answer,) = weighed(oak.seat(), "finding", 1)
    assert (answer.where.split(",")[0], answer.live) == (f"Entry {number}", True)
    assert f"Entry {number}" in client.get(f"/reviews/{oak.ref}/findings/1/against/").content.decode()


def test_what_people_say_where_a_factor_helps_is_looked_for_without_any_mark(oak, tmp_path, settings):
    framework(oak)
    whole(oak)
    record(oak, text=f"{ASIDE}\n\nWe had small caseloads that winter, so I could go back.", name="talk.txt")
    coding.word_signs(oak.seat(), item="wrk.03", helped=["My caseload was small, so I could go back."], harder=[])
    (found,) = [one for words, one in proposed(oak, owner="pattern").items() if words.startswith("We had small")]
    assert "where “Workload” helps: “My caseload was small, so I could go back.”" in found.reasons[0]
    assert ASIDE not in [words for words, one in proposed(oak).items() if "people say" in one.reasons[0]]

    settings.CASEMENT_MEANING = str(
        sentence_model_in(tmp_path / "m", words=(("small", "light"), ("back", "again")))
    )
    coding.word_signs(oak.seat(), item="wrk.03", helped=["light again"], harder=["rota"])
    prepare(asked_for())
    other = other_side(oak.seat(), "finding", 1)
    first = next(one for one in other.proposed if one.passage.words.startswith("We had small"))
    assert other.model == "m" and "where “Workload” helps: “light again”" in " ".join(first.reasons)


def test_what_stands_near_everything_does_not_stand_out():
    signs, usual, about, none = (
        np.array(told, dtype=np.float32) for told in ([0.5, 0.5, 0.1], [0.5, 0.1, 0.1], [0.3, 0.3, 0.3], [])
    )
    told = standing_out({Near.SIGNS: signs, Near.ABOUT: about, Near.USUAL: usual})
    assert told[1] > told[0] > told[2]
    assert not len(standing_out({Near.ABOUT: usual, Near.CITED: none, Near.SIGNS: none}))


@pytest.mark.parametrize("asked", ["look=now", "say=first"])
def test_the_list_asks_a_fixed_number_of_queries(oak, claim, client, asked):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/findings/1/against/?{asked}"

    def queries():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    first = queries()
    for at in range(2):
        more = record(oak, text=f"In week {at} there were nine each.", name=f"week{at}.txt")
        coding.mark_words(oak.seat(), number=more.number, words="nine each", code="item:wrk.03", influence=HELPED)
        weigh(oak, place=place(oak, f"In week {at} there were nine each."), reason=f"Week {at}.")
    assert queries() == first


def test_on_the_command_line(oak, claim, settings):
    who = ["--as", oak.person(Role.LEAD).email, "--review", oak.ref]
    listed = CliRunner().invoke(cli.rigour, ["against", "finding", "1", *who])
    assert KIND in listed.output
    done = CliRunner().invoke(
        cli.rigour, ["weigh", "finding", "1", place(oak), "does_not", "--reason", "One week alone.", *who]
    )
    assert "does not weaken it" in done.output
    assert "One week alone." in CliRunner().invoke(cli.rigour, ["weighed", *who]).output
    assert CliRunner().invoke(cli.rigour, ["unweigh", "1", *who]).exit_code == 0
    assert "Nothing has been weighed yet." in CliRunner().invoke(cli.rigour, ["weighed", *who]).output


@pytest.mark.parametrize(
    ("ours", "theirs", "pairs"),
    [
        ("Nobody asked the child.", "I asked the child each time.", [("asked", "asked"), ("child", "child")]),
        ("The answer came late.", "It was prompt.", [("late", "prompt")]),
        ("The answer came late.", "It was not prompt.", []),
        ("They never rang the school.", "They did not ring the school.", []),
        ("No form, but she asked the boy.", "She asked the boy.", []),
    ],
)
def test_texts_oppose_each_other_by_a_denial_or_by_opposite_words(ours, theirs, pairs):
    assert [(one.ours, one.theirs) for one in opposed(said(ours), said(theirs))] == pairs


@given(st.text(max_size=200))
def test_a_text_never_opposes_itself_by_denial(text):
    told = said(text)
    assert not any(one.denied for one in opposed(told, told))
    assert leans(told) in ("", "well", "badly")


@given(st.lists(st.permutations(range(8)), min_size=1, max_size=3))
def test_what_stands_first_everywhere_stands_first_in_the_end(orders):
    told = {way: [99, *order] for way, order in zip(Way, orders, strict=False)}
    assert fused(told)[0] == 99
    assert sorted(fused(told)) == [*range(8), 99]


@given(st.sampled_from(["source", "entry"]), *[st.integers(1, 10**8)] * 3)
def test_a_place_is_found_again_by_its_name(kind, number, start, end):
    place = (kind, number, *((start, end) if kind == "source" else (0, 0)))
    assert place_named(name_of(*place)) == place


def test_a_claim_that_gathers_both_sides_alike_has_no_other_side():
    assert others([HELPED, HARDER]) == frozenset()
    assert others([HARDER, HARDER, HELPED, "unclear"]) == frozenset({HELPED})
