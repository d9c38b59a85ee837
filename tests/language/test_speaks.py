"""What speaks() says and where it is silent; and what a broken rule file is told."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.analysis.rules.language.quoting import quoted, without_quotes
from casement.rooms.analysis.rules.language.reading import WrongRules, read_rules
from casement.rooms.analysis.rules.language.speaking import speaks
from tests.language.test_measure import OURS

RULES = read_rules(OURS.read_text(encoding="utf-8"))
SMALL = """
[kinds.failure]
title = "A word of failure"
advice = "Say what was done."
[rules]
failure = [{ name = "failed-to", says = ["failed to"], reason = "It hides what was done." }]
"""


def names(text: str) -> list[str]:
    return [flag.rule.name for flag in speaks(text, RULES)]


def test_a_flag_names_its_rule_its_place_and_its_advice() -> None:
    text = "The ward rang twice. The GP failed to answer."
    (flag,) = speaks(text, RULES)
    assert text[flag.start : flag.end] == "failed to"
    assert flag.rule.name == "failed-to"
    assert flag.sentence == "The GP failed to answer."
    assert flag.advice
    assert flag.rule.reason


def test_every_rule_gives_its_advice_and_reason() -> None:
    assert len(RULES.named) >= 120
    assert all(rule.advice and rule.reason for rule in RULES.named.values())


@pytest.mark.parametrize(
    "text",
    [
        "She said, “They failed to ring.”",
        'She said, "They failed to ring."',
        "She said, ‘They failed to ring.’",
        "She said, 'They failed to ring' and left.",
        "She said, “He told me ‘you failed to ring’, and they failed to write.”",
        "> They failed to ring.\nThe nurse rang.",
        "“It was a hard winter.\n“They failed to ring.”",
    ],
)
def test_quoted_speech_is_left_alone(text: str) -> None:
    assert "failed-to" not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "“It was cold,” she said. They failed to ring.",
        "The workers' hut was cold and they failed to ring the parents' house.",
        "The sign read 5'10\" and they failed to ring.",
        "A stray “ mark stands here, and they failed to ring.",
        "It’s cold and they failed to ring.",
    ],
)
def test_what_only_looks_quoted_is_not(text: str) -> None:
    assert names(text) == ["failed-to"]


PIECES = st.sampled_from(
    ["failed to ", "“", "”", "'", '"', "‘", "’", "\n", "> ", ". ", "The nurse rang", "\0", "é "]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_offsets_lie_in_the_text_in_order_and_outside_quotes(text: str) -> None:
    assert len(without_quotes(text)) == len(text)
    spans = quoted(text)
    last = 0
    for flag in speaks(text, RULES):
        assert last <= flag.start < flag.end <= len(text)
        assert not any(start < flag.end and flag.start < end for start, end in spans)
        last = flag.end


def test_a_hundred_pages_are_fast() -> None:
    page = " ".join(
        ["The health visitor rang on Monday and the family was at home, and the plan could be read by all."] * 26
    )
    book = "\n".join([page + " The ward failed to answer."] * 100)
    speaks(page, RULES)
    began = time.process_time()
    found = speaks(book, RULES)
    assert len(found) == 100
    assert time.process_time() - began < 0.6  # twice the aim of 0.3 s, so that a busy machine does not fail it


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        ("[rules", "not valid TOML"),
        ("", "holds no rule"),
        (SMALL.replace('name = "failed-to", ', ""), "Rule 1 of kind “failure” has no name."),
        (SMALL.replace(', reason = "It hides what was done."', ""), "“failed-to” gives no reason"),
        (SMALL.replace('["failed to"]', "[]"), "“failed-to” does not list what it says"),
        (SMALL.replace("failed to", "failed (to"), "“failed-to” has a pattern that cannot be read"),
        (SMALL.replace("failed to", "(failed) to"), "does not begin with a plain word"),
        (SMALL.replace("failed to", "failed <what>"), "the piece <what>"),
        (SMALL.replace("says =", "says_ ="), "“says_”, which a rule does not have"),
        (SMALL.replace("kinds.failure", "kinds.other"), "need [kinds.failure]"),
        (
            SMALL.replace("failure = [", "failure = [{ name = 'failed-to', says = ['x'], reason = 'y' }, "),
            "Two rules",
        ),
    ],
)
def test_a_broken_rule_file_is_told_what_is_wrong_and_where(spoilt: str, sentence: str) -> None:
    with pytest.raises(WrongRules, match=r".\.$") as no:
        read_rules(spoilt)
    assert sentence in str(no.value)
    assert "\n" not in str(no.value)
