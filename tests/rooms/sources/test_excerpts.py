"""Passages that other things cite, and the words they must equal."""

import time

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Grant, Participation
from casement.rooms.sources import commands, queries
from casement.rooms.sources.models import Excerpt, Source, Version
from tests.factories.sources import WORDS, account, record


def test_an_excerpt_is_made_once_and_knows_its_paragraph(oak):
    record(oak)
    start = WORDS.index("Nobody")
    made = commands.excerpt(oak.seat(), 1, start, start + 6, "Nobody")
    again = commands.excerpt(oak.seat(Role.TEAM), 1, start, start + 6, "Nobody")
    assert made == again
    assert (made.number, made.paragraph, made.quote) == (1, 2, "Nobody")


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(0, 5, "Nobody"), (-1, 4, "The "), (0, 999, WORDS), (26, 28, "\n\n"), (3, 3, "")]
)
def test_words_that_do_not_stand_there_are_refused(oak, start, end, quote):
    record(oak)
    with pytest.raises(Refused):
        commands.excerpt(oak.seat(), 1, start, end, quote)
    assert not Excerpt.objects.exists()


def test_a_mark_on_a_replaced_text_is_refused(oak):
    source = record(oak)
    with pytest.raises(Refused, match="corrected text"):
        commands.excerpt(oak.seat(), 1, 0, 3, "The", version=2)
    assert commands.excerpt(oak.seat(), 1, 0, 3, "The", version=1).version == source.current


def test_a_passage_is_found_by_paragraph_and_words(oak):
    record(oak)
    start, end = commands.find_passage(oak.seat(), 1, 2, "answered the door")
    assert WORDS[start:end] == "answered the door"
    for paragraph, words, said in ((2, "window", "not in paragraph 2"), (9, "x", "1 to 3"), (1, "s", "times")):
        with pytest.raises(Refused, match=said):
            commands.find_passage(oak.seat(), 1, paragraph, words)


def test_marks_are_right_beside_emoji_and_combining_marks(oak):
    words = "👩🏽\u200d⚕️ said ‘cafe\u0301’ twice.\r\n\r\nSecond 👍 line."
    record(oak, text=words)
    text = Version.objects.get().text
    assert "\r" not in text
    start, end = commands.find_passage(oak.seat(), 1, 2, "👍 line")
    assert commands.excerpt(oak.seat(), 1, start, end, "👍 line").quote == text[start:end] == "👍 line"


def test_nobody_cites_what_they_may_not_read(oak, elm):
    record(oak)
    account(oak)
    for seat in (elm.seat(), oak.seat(Role.CASE_GROUP)):
        with pytest.raises(NotHere):
            commands.excerpt(seat, 1, 0, 3, "The")
    with pytest.raises(NotHere):
        commands.find_passage(oak.seat(Role.TEAM), 2, 1, "Overview")


def test_a_trace_shows_its_words_only_to_those_who_may_read_them(oak):
    record(oak)
    account(oak)
    first = commands.excerpt(oak.seat(), 1, 0, 3, "The")
    text = Version.objects.get(source__number=2).text
    second = commands.excerpt(oak.seat(), 2, 0, 8, text[:8])
    ids = [first.pk, second.pk]
    lead = queries.excerpt_places(oak.seat(), ids)
    assert {p.source: p.quote for p in lead.values()} == {1: "The", 2: "Overview"}
    assert set(queries.excerpt_places(oak.seat(Role.TEAM), ids)) == {first.pk}
    team = Participation.objects.get(review=oak.review, role=Role.TEAM)
    Grant.objects.create(
        participation=team, subject="write_ups", reason="Reads with the pair.", by=oak.person(Role.LEAD),
        expires_at="2999-01-01T00:00Z",
    )  # fmt: skip
    assert set(queries.excerpt_places(oak.seat(Role.TEAM), ids)) == set(ids)


def test_a_trace_into_a_source_that_was_taken_out_says_so_without_its_words(oak):
    record(oak)
    made = commands.excerpt(oak.seat(), 1, 0, 3, "The")
    commands.withdraw_source(oak.seat(), number=1, reason="Wrong family.")
    place = queries.excerpt_place(oak.seat(), made.pk)
    assert (place.withdrawn, place.quote, place.title) == (True, "", "")
    with pytest.raises(NotHere):
        commands.excerpt(oak.seat(), 1, 0, 3, "The")
    commands.restore_source(oak.seat(), number=1)
    assert queries.excerpt_place(oak.seat(), made.pk).quote == "The"


def test_the_reader_gets_its_paragraphs_in_one_query_and_one_more_when_not_read_lately(
    oak, django_assert_num_queries
):
    record(oak)
    account(oak)
    seat = oak.seat()
    with django_assert_num_queries(2):
        queries.reading(seat, 2)
    with django_assert_num_queries(1):
        told = queries.reading(seat, 2)
    assert (told.paragraphs[0].number, told.paragraphs[0].text) == (1, "Overview")
    assert {p.section for p in told.paragraphs} == {"C2"}
    assert [h.number for h in told.headings] == [1]
    assert (told.earlier, told.later) == (1, None)


def test_a_text_of_three_hundred_pages_is_ready_quickly(oak):
    source = record(oak)
    body = "A sentence about the visit that goes on for a while, as sentences in records do. " * 3
    count = 4500
    step = len(body) + 2
    text = "\n\n".join([body] * count)
    anchors = [["paragraph", f"paragraph {n + 1}", n * step, n * step + len(body), 0, ""] for n in range(count)]
    long = Version.objects.create(
        source=source, number=2, text=text, anchors=anchors, media_type="text/plain", by=oak.person(Role.LEAD)
    )
    Source.objects.update(current=long)
    seat = oak.seat()
    took = []
    for _ in range(5):
        began = time.perf_counter()
        assert len(queries.reading(seat, 1).paragraphs) == count
        took.append(time.perf_counter() - began)
    assert min(took) < 0.06
