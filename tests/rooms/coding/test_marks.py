"""Marks stay on their words to the character, are made once, and can be taken back."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import commands, queries
from casement.rooms.coding.models import Mark, Memo
from casement.rooms.sources import commands as sources
from casement.rooms.sources.models import Source, Withdrawal
from tests.factories import coding
from tests.factories.sources import record


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    return coding.text(oak)


def place(source, words):
    start = source.current.text.index(words)
    return {"number": source.number, "start": start, "end": start + len(words), "quote": words}


@pytest.mark.parametrize(
    "words",
    ["Ze\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f642 at home", "\U0001d4b2ords", "<no>"],
)
def test_a_mark_holds_the_very_characters(oak, desk, words):
    made = commands.mark_passage(oak.seat(), **place(desk, words), code="new:Here")
    assert made.excerpt.quote == words == desk.current.text[made.excerpt.start : made.excerpt.end]
    (seen,) = queries.marks_of_source(oak.seat(), 1)
    assert (seen.quote, seen.label, seen.by) == (words, "Here", "You")


ALPHABET = st.sampled_from("ab é\u0301\u200d\u00a0\t🙂👩🏽𝒲<&\"'.\u2028")
TEXTS = st.lists(st.text(ALPHABET, min_size=1, max_size=20), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paragraphs=TEXTS, ends=st.sampled_from(["\n", "\r\n", "\r"]), data=st.data())
def test_every_span_of_every_text_that_comes_in_keeps_its_words(oak, paragraphs, ends, data):
    with transaction.atomic():
        sent = (ends * 2).join(paragraphs) + f"{ends * 2}End."
        text = record(oak, sent, name=f"t{abs(hash(sent))}.txt").current.text
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        number = Source.objects.latest("pk").number
        wanted = {"number": number, "start": start, "end": end, "quote": text[start:end], "code": "new:Any"}
        if not text[start:end].strip():
            with pytest.raises(Refused):
                commands.mark_passage(oak.seat(), **wanted)
        else:
            commands.mark_passage(oak.seat(), **wanted)
            seen = queries.desk_marks(oak.seat(), Source.objects.get(number=number).current_id)
            assert [(mark.start, mark.end) for mark in seen] == [(start, end)]
        transaction.set_rollback(True)


def test_other_words_than_stand_there_are_refused(oak, desk):
    wanted = place(desk, "Nobody") | {"quote": "Somebo"}
    with pytest.raises(Refused, match="choose them again"):
        commands.mark_passage(oak.seat(), **wanted, code="new:Here")
    assert not Mark.objects.exists()


def test_what_stands_between_two_paragraphs_is_taken_from_the_text(oak, desk):
    wanted = place(desk, "3 May\nZe\u0301") | {"quote": "3 May\n\nZe\u0301"}
    assert commands.mark_passage(oak.seat(), **wanted, code="new:Here").excerpt.quote == "3 May\nZe\u0301"


def test_a_retry_marks_once(oak, desk):
    wanted = place(desk, "Nobody rang back") | {"code": "new:Here", "memo": "Ask", "sent_key": "k1"}
    first = commands.mark_passage(oak.seat(), **wanted)
    again = commands.mark_passage(oak.seat(), **wanted)
    assert first.pk == again.pk
    assert Memo.objects.count() == 1


def test_a_factor_needs_its_influence_and_an_open_code_does_not(oak, desk):
    with pytest.raises(Refused, match="which way") as no:
        coding.mark(oak, code="item:wrk.03")
    assert no.value.field == "influence"
    made = coding.mark(oak, code="item:wrk.03", influence="harder")
    assert made.influence == "makes_problematic_practice_more_likely"
    assert coding.mark(oak, code="new:Anything").influence == ""


def test_a_factor_of_no_framework_here_is_refused(oak, desk):
    with pytest.raises(Refused, match="framework of this review"):
        coding.mark(oak, code="item:nothing.99", influence="helped")


def test_the_same_words_twice_ask_for_more_words(oak):
    coding.text(oak, "It was late. It was dark.")
    with pytest.raises(Refused, match="2 times"):
        coding.mark(oak, words="It was")


def test_words_in_two_paragraphs_ask_which(oak):
    coding.text(oak, "It was late.\nIt was dark.")
    with pytest.raises(Refused, match="more than one paragraph") as no:
        coding.mark(oak, words="It was")
    assert no.value.field == "paragraph"
    assert coding.mark(oak, words="It was", paragraph=2).excerpt.paragraph == 2


def test_a_removed_mark_is_gone_and_comes_back_with_its_memo(oak, desk):
    made = coding.mark(oak, memo="Who was asked?")
    commands.remove_mark(oak.seat(), mark=made.number)
    assert queries.marks_of_source(oak.seat(), 1) == ()
    commands.restore_mark(oak.seat(), mark=made.number)
    (seen,) = queries.marks_of_source(oak.seat(), 1)
    assert [note.text for note in seen.notes] == ["Who was asked?"]


def test_a_mark_can_be_put_another_way(oak, desk):
    made = coding.mark(oak, code="item:wrk.03", influence="helped")
    commands.change_mark(oak.seat(Role.TEAM), mark=made.number, influence="unclear")
    commands.change_mark(oak.seat(), mark=made.number, influence="", code="new:Own words")
    (seen,) = queries.marks_of_source(oak.seat(), 1)
    assert (seen.label, seen.influence) == ("Own words", "")


def test_a_second_coder_sees_the_first_ones_marks(oak, desk):
    coding.mark(oak)
    (seen,) = queries.desk_marks(oak.seat(Role.TEAM), desk.current_id)
    assert (seen.label, seen.by) == ("Ringing back", "Lead reviewer A")


def test_marks_of_a_withdrawn_source_are_gone(oak, desk):
    made = coding.mark(oak, code="item:wrk.03", influence="helped")
    sources.withdraw_source(oak.seat(), number=1, reason="Sent by mistake")
    assert Withdrawal.objects.exists()
    assert queries.item_view(oak.seat(), "wrk.03").total == 0
    assert queries.item_view(oak.seat(), "wrk.03").marks == ()
    assert all(choice.count == 0 for choice in queries.codebook(oak.seat()))
    with pytest.raises(NotHere):
        commands.remove_mark(oak.seat(), mark=made.number)


def test_a_source_for_leads_keeps_its_marks_from_the_team(oak):
    coding.text(oak, access="leads")
    made = coding.mark(oak, memo="Only for leads")
    team = oak.seat(Role.TEAM)
    for act in (commands.remove_mark, commands.restore_mark):
        with pytest.raises(NotHere):
            act(team, mark=made.number)
    with pytest.raises(NotHere):
        coding.mark(oak, role=Role.TEAM)
    with pytest.raises(NotHere):
        queries.mark_view(team, made.number)
    assert queries.memos(team) == ((), 0)


@pytest.mark.parametrize(
    "role", [Role.CASE_GROUP, Role.FAMILY, Role.BUSINESS, Role.AGENCY_CONTACT, Role.ACCOUNTABLE]
)
def test_others_do_not_mark(oak, desk, role):
    with pytest.raises(NotHere):
        coding.mark(oak, role=role)


def test_a_mark_of_another_review_is_not_here(oak, elm, desk):
    coding.text(elm)
    made = coding.mark(elm)
    with pytest.raises(NotHere):
        commands.remove_mark(oak.seat(), mark=made.number)
    assert queries.marks_of_source(oak.seat(), 1) == ()
