"""A text is corrected after it was marked: passages follow their words, and the rest wait for a person."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.coding import queries as coding_queries
from casement.rooms.sources import commands, queries
from casement.rooms.sources.models import Excerpt, FollowedPassage, TextCorrection
from casement.rooms.sources.rules.paragraphs import paragraphs
from tests.factories import coding
from tests.factories.sources import record

WORDS = (
    "The health visitor rang the duty team on Monday and left word.\n\n"
    "Nobody rang back before Thursday. The list had 290 names.\n\n"
    "On Friday she rang again and spoke to a manager who had heard of nothing."
)


@pytest.fixture
def marked(oak):
    coding.framework(oak)
    source = record(oak, WORDS)
    for words in ("duty team", "The list had 290 names", "heard of nothing"):
        coding.mark(oak, words, number=source.number)
    return source


def correct(cast, words, paragraph=2, role=Role.LEAD, **more):
    more.setdefault("reason", "The scan was misread.")
    return commands.correct_paragraph(cast.seat(role), number=1, paragraph=paragraph, words=words, **more)


def test_marks_go_along_with_their_words(oak, marked):
    told = correct(oak, "Nobody at all rang back before Thursday evening. The list had 290 names.")
    outcomes = dict(FollowedPassage.objects.filter(correction=told).values_list("quote", "outcome"))
    assert outcomes == {"duty team": "same", "The list had 290 names": "moved", "heard of nothing": "moved"}
    marked.refresh_from_db()
    for mark in coding_queries.marks_of_source(oak.seat(), 1):
        assert mark.current and marked.current.text[mark.start : mark.end] == mark.quote
    assert marked.versions.get(number=1).text.count("at all") == 0


def test_changed_words_wait_and_can_be_taken_placed_elsewhere_or_left(oak, marked):
    told = correct(oak, "Nobody rang back before Thursday. The list had 209 names.")
    seat = oak.seat()
    view = queries.correction(seat, told.number)
    (waiting,) = [one for one in view.passages if one.waits]
    assert (waiting.quote, waiting.offered) == ("The list had 290 names", "The list had 209 names")
    stale = Excerpt.objects.get(number=waiting.number)
    assert stale.version.number == 1 and stale.quote == "The list had 290 names"
    with pytest.raises(Refused, match="not in paragraph 1"):
        commands.place_passage(
            seat, correction=told.number, passage=waiting.number, paragraph=1, words="The list had 209 names"
        )
    with pytest.raises(Refused, match="Another passage stands"):
        commands.place_passage(seat, correction=told.number, passage=waiting.number, paragraph=1, words="duty team")
    commands.place_passage(seat, correction=told.number, passage=waiting.number)
    placed = Excerpt.objects.get(number=waiting.number)
    assert (placed.version.number, placed.quote, placed.paragraph) == (2, "The list had 209 names", 2)
    with pytest.raises(Refused, match="has its place already"):
        commands.leave_passage(seat, correction=told.number, passage=waiting.number)


def test_what_was_left_stays_left_and_what_waits_is_tried_again(oak, marked):
    first = correct(oak, "Nobody rang back before Thursday.")
    (row,) = FollowedPassage.objects.filter(correction=first, outcome="lost")
    second = correct(oak, "Nobody rang back before Thursday. The list had 290 names.")
    assert FollowedPassage.objects.get(correction=second, excerpt=row.excerpt).outcome in ("same", "moved")
    with pytest.raises(Refused, match="corrected again since"):
        commands.place_passage(oak.seat(), correction=first.number, passage=row.excerpt.number)
    third = correct(oak, "Nobody rang back before Thursday.")
    commands.leave_passage(oak.seat(), correction=third.number, passage=row.excerpt.number)
    fourth = correct(oak, "Nobody rang back before Thursday. The list had 290 names.")
    assert not FollowedPassage.objects.filter(correction=fourth, excerpt=row.excerpt).exists()


def test_the_second_of_two_writers_is_told_and_loses_nothing(oak, marked):
    correct(oak, "Nobody rang back. The list had 290 names.", based_on=1)
    with pytest.raises(Conflict) as told:
        correct(oak, "No one rang back.", based_on=1)
    assert (told.value.mine, told.value.theirs) == (
        "No one rang back.", "Nobody rang back. The list had 290 names."
    )  # fmt: skip
    assert TextCorrection.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "reason", "sentence"),
    [
        (" \n ", "why", "Write the paragraph"),
        ("Other words.", " ", "Say why"),
        ("Nobody rang back before Thursday. The list had 290 names.\r\n", "why", "stands there already"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(oak, marked, words, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        correct(oak, words, reason=reason)


@pytest.mark.parametrize("role", [Role.TEAM, Role.AGENCY_CONTACT, Role.CASE_GROUP, Role.ACCOUNTABLE])
def test_only_a_lead_corrects_and_no_agency_sees_what_is_in_use(oak, marked, role):
    with pytest.raises(NotHere):
        correct(oak, "Other words.", role=role)
    told = correct(oak, "Nobody rang back before Thursday. The list had 209 names.")
    if role is not Role.TEAM:
        with pytest.raises(NotHere):
            commands.leave_passage(oak.seat(role), correction=told.number, passage=1)


LINES = st.lists(st.text("abc é\u0301🙂 ", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=4)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 3), LINES)
def test_places_of_a_corrected_text_still_hold_their_words(oak, marked, paragraph, lines):
    marked.refresh_from_db()
    before = [one.text for one in paragraphs(marked.current.text, marked.current.anchors)]
    paragraph = min(paragraph, len(before))
    try:
        correct(oak, "\n".join(lines), paragraph=paragraph)
    except Refused:
        return
    marked.refresh_from_db()
    now = [one.text for one in paragraphs(marked.current.text, marked.current.anchors)]
    assert now == before[: paragraph - 1] + [line.strip() for line in lines] + before[paragraph:]
    for excerpt in Excerpt.objects.select_related("version"):
        assert excerpt.version.text[excerpt.start : excerpt.end] == excerpt.quote


def test_who_speaks_stays_known_in_a_corrected_transcript(oak):
    lines = ("LR: When did you first see her?", "SW: On the tuesday.", "LR: And then?", "SW: I rang duty.")
    source = record(oak, "\n\n".join(lines), name="talk.txt")
    commands.name_speakers(oak.seat(), number=1, speakers=[(None, "Lead Reviewer A"), (None, "Social Worker 1")])
    correct(oak, "SW: On the Tuesday before Easter.")
    source.refresh_from_db()
    told = queries.spoken(source.current.pk)
    assert [one.speaker for one in told] == ["Lead Reviewer A", "Social Worker 1"] * 2
    assert source.current.text[told[1].start : told[1].end].endswith("before Easter.")
    correct(oak, "FM: On the Tuesday before Easter.")
    source.refresh_from_db()
    assert queries.spoken(source.current.pk) == ()
