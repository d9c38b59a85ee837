"""Texts with fields do nothing but that; every shipped one is whole, plain and easy to read."""

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from casement.rooms.letters.rules.blocks import blocks_of
from casement.rooms.letters.rules.fields import BY_KEY, FIELDS, examples, printed
from casement.rooms.letters.rules.language import day_in, time_in
from casement.rooms.letters.rules.merging import filled, merged, used_in, wrong_with
from casement.rooms.letters.rules.pictures import HERE, SHOWS, drawing
from casement.rooms.letters.rules.reading_age import ease_of, syllables
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.vocabulary import MOMENTS
from tests.house.checks import banned_words

TEXTS = sorted(shipped())


@pytest.mark.parametrize("key", TEXTS)
def test_every_shipped_letter_can_be_used_as_it_is(key):
    told = shipped()[key]
    words = merged(told.body, examples("en-GB"))
    assert wrong_with(told.body) is None and wrong_with(told.title) is None
    assert told.moment in MOMENTS
    assert not banned_words(words) and "{" not in words
    assert ease_of(words).age <= (8 if told.easy else 13)
    assert "recipient_name" in used_in(told.body).fields


@pytest.mark.parametrize("key", TEXTS)
def test_a_letter_reads_whole_when_what_may_be_missing_is(key):
    told, used = filled(shipped()[key].body, {}), used_in(shipped()[key].body)
    assert " ." not in told.words and " ," not in told.words and "\ue000" not in told.words
    assert set(told.missing) <= set(used.fields) - used.optional and "recipient_name" in told.missing
    whole = filled(shipped()[key].body, examples("en-GB"))
    assert not whole.missing and "[" not in re.sub(r"^\[picture: [a-z]+\]$", "", whole.words, flags=re.MULTILINE)


def test_every_letter_that_was_asked_for_is_there():
    wanted = {
        "introduction", "about_conversations", "meeting_invitation", "conversation_invitation", "record_request",
        "record_reminder", "record_escalation", "follow_on_report", "write_up_to_check", "family_opening",
        "family_opening_easy", "family_before_publication", "family_before_publication_easy", "witness_notice",
        "hold_notice", "thanks", "board_presentation", "publication_notice", "reminder",
    }  # fmt: skip
    assert wanted <= set(TEXTS)
    used = {field for each in shipped().values() for field in used_in(each.body).fields}
    assert used == set(BY_KEY) - {"today"}  # no field that nothing uses, but for the day, which stands at the head


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Dear {{ recipent_name }}", "recipient_name"),
        ("At {{ Place }}", "place"),
        ("{% if dai %}x{% endif %}", "day"),
    ],
)
def test_a_wrong_field_is_named_with_the_nearest_right_one(text, nearest):
    wrong = wrong_with("One line.\n" + text)
    assert wrong.line == 2 and f"“{nearest}”" in wrong.sentence and wrong.sentence.count(".") <= 3


REACHING = [
    "{{ day.__class__ }}", "{{ day|attr('__class__') }}", "{{ ''.__class__.__mro__ }}", "{{ day['x'] }}", "{{ day() }}",
    "{% for a in day %}{{ a }}{% endfor %}", "{% set a = day %}", "{% include '/etc/passwd' %}", "{{ 9**9**9 }}",
    "{% import 'os' as os %}", "{% extends day %}", "{% macro m() %}{% endmacro %}", "{{ cycler }}", "{{ self }}",
    "{% call day() %}{% endcall %}", "{% filter upper %}x{% endfilter %}", "{{ day ~ day }}", "{{ range(9) }}",
    "{% block a %}{% endblock %}", "{% with a = day %}{% endwith %}", "{{ lipsum() }}", "{{", "{% if %}", "{% endif %}",
    "{% if day %}" * 9 + "{% endif %}" * 9, "{% if day %}" * 700 + "{% endif %}" * 700, "x" * 20_001,
]  # fmt: skip


@pytest.mark.parametrize("text", REACHING, ids=range(len(REACHING)))
def test_a_text_can_do_nothing_but_fields_and_ifs(text):
    wrong = wrong_with(text)
    assert wrong is not None and wrong.sentence.endswith(".") and len(wrong.sentence) < 200


@given(any_.text(alphabet="{%}# \n.|_'()aifdendy", max_size=60))
def test_whatever_is_written_is_refused_or_merged_and_never_falls_over(text):
    if wrong_with(text) is None:
        assert isinstance(merged(text, examples("en-GB")), str)


@given(any_.text(max_size=80))
def test_what_was_filled_in_is_never_read_as_a_text(value):
    told = examples("en-GB") | {"place": value}
    assert merged("A{{ place }}B", told) == f"A{value}B"
    assert merged("A{% if place %}{{ place }}{% else %}none{% endif %}B", told) == f"A{value or 'none'}B"


def test_days_and_times_are_put_in_the_language_of_the_letter():
    assert printed("day", "2026-03-10", "en-GB") == "Tuesday 10 March 2026"
    assert printed("day", "2026-03-10", "cy") == "Dydd Mawrth 10 Mawrth 2026"
    assert printed("reply_by", "2026-02-03", "cy") == "3 Chwefror 2026"
    assert (time_in(time(14, 30), "en-GB"), time_in(time(14), "cy"), time_in(time(0, 5), "en-GB")) == (
        "2.30pm", "2yp", "12.05am",
    )  # fmt: skip


@given(any_.dates())
def test_every_day_can_be_said_in_both_languages(day: date):
    for language in ("en-GB", "cy"):
        told = day_in(day, language, weekday=True)
        assert told.endswith(f" {day.year}") and f" {day.day} " in told


def test_the_formulas_come_to_what_their_authors_give():
    # Counted by hand: 2 sentences, 11 words, 38 letters, 12 syllables.
    told = ease_of("The cat sat on the mat. It then slept in sunshine.")
    assert (told.words, told.sentences) == (11, 2)
    assert told.ari == round(4.71 * 38 / 11 + 0.5 * 5.5 - 21.43, 1)
    assert told.flesch_kincaid == round(0.39 * 5.5 + 11.8 * 12 / 11 - 15.59, 1)
    counted = {"cat": 1, "review": 2, "services": 3, "little": 2, "asked": 1, "wanted": 2, "agency": 3, "moved": 1}
    assert {word: syllables(word) for word in counted} == counted


def test_harder_words_and_longer_sentences_read_older():
    easy = "We met. We spoke. It was good."
    hard = (
        "Notwithstanding considerable organisational difficulties, interdisciplinary communication " * 3
        + "persisted."
    )
    assert ease_of(hard).age > ease_of(easy).age == 6
    listed = "You can:\n\n- read it\n- correct it\n- add to it\n\nTell us."
    assert ease_of(listed).sentences == 2  # a list goes on from what leads to it


def test_a_text_becomes_headings_lists_and_paragraphs():
    told = blocks_of("Dear you\nsir\n\n## What\n- one\n- two\nAfter.\n\n\nLast")
    assert [(one.kind, one.lines) for one in told] == [
        ("paragraph", ("Dear you", "sir")), ("heading", ("What",)), ("list", ("one", "two")),
        ("paragraph", ("After.",)), ("paragraph", ("Last",)),
    ]  # fmt: skip
    assert {field.kind for field in FIELDS} == {"known", "words", "lines", "day", "time"}


@pytest.mark.parametrize("key", [key for key in TEXTS if shipped()[key].easy])
def test_every_idea_of_an_easy_letter_has_a_picture_beside_it(key):
    """All but the greeting, the signature, and what the writer may add."""
    bare = [
        block for block in blocks_of(merged(shipped()[key].body, {**examples("en-GB"), "more": ""}))
        if block.kind != "heading" and not block.picture
    ]  # fmt: skip
    assert [block.lines[0].split()[0] for block in bare] == ["Dear", "From"]


def test_there_is_a_drawing_for_each_picture_and_none_fetches_or_runs_anything():
    assert {path.stem for path in HERE.glob("*")} == set(SHOWS)
    for key in SHOWS:
        assert not re.search(r"<(script|image|use|style|a )|href|url\(|@import| on\w+=", drawing(key)), key


@pytest.mark.parametrize(
    ("line", "told"),
    [("[picture: fone]", "“fone” (line 2). The nearest is “phone”."), ("[picture: ]", "listed beside the text")],
)
def test_a_picture_there_is_none_of_is_named_with_the_nearest(line, told):
    wrong = wrong_with(f"Dear {{{{ recipient_name }}}}\n{line}\nRing us.")
    assert wrong is not None and wrong.line == 2 and told in wrong.sentence


@given(any_.text(max_size=40))
def test_what_a_writer_adds_brings_in_no_picture_there_is_none_of(words):
    for block in blocks_of(f"[picture: {words}]\n[picture: phone]\nRing us.\n\n[picture: ../phone]\nOr write."):
        assert block.picture == "" or block.picture in SHOWS
