"""Words behind labels: what is shown never holds what is masked, and every place stays where it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.rooms.sources.rules.masking import (
    BLOCK,
    blanked,
    from_shown,
    in_brackets,
    masks_of,
    shown,
    snapped,
    to_shown,
    worded,
)
from casement.rooms.sources.rules.paragraphs import paragraphs
from casement.rooms.sources.rules.words import Finder, folded

NAMES = ("Ottoline", "Ottoline Quarrick", "O’Brien", "José", "Ann", "+44 113 4960123", "李明", "Zoë-Mae")
FILLER = st.sampled_from(["rang", "the", "Annual", "🦔", "it", ",", "“so”", "café", "Ottolines", "-", "…", "x"])
PIECES = st.lists(st.one_of(st.sampled_from(NAMES), FILLER), max_size=25)
TEXTS = st.builds(lambda pieces, gaps: "".join(p + g for p, g in zip(pieces, gaps, strict=False)),
                  PIECES, st.lists(st.sampled_from([" ", "  ", "\n", " "]), min_size=25, max_size=25))  # fmt: skip
LABELS = st.sampled_from(["Mother", "M", "Health Visitor 2", "🦊"])
DECIDED = st.dictionaries(st.sampled_from(NAMES), LABELS, max_size=5).map(lambda told: list(told.items()))


@given(TEXTS, DECIDED)
def test_masks_stand_apart_and_on_the_very_words(text, decided):
    masks, wanted = masks_of(text, decided), {folded(words): label for words, label in decided}
    reached = 0
    for mask in masks:
        assert reached <= mask.start < mask.end <= len(text)
        assert wanted[folded(text[mask.start : mask.end])] == mask.label
        reached = mask.end


@given(TEXTS, DECIDED)
def test_no_decided_word_is_left_in_what_is_shown(text, decided):
    masks = masks_of(text, decided)
    seen = shown(text, masks)
    assert not list(Finder(words for words, _ in decided).find(seen))
    assert len(blanked(text, masks)) == len(text)
    assert not list(Finder(words for words, _ in decided).find(blanked(text, masks)))


@given(TEXTS, DECIDED, st.data())
def test_a_part_shows_the_same_as_it_does_in_the_whole_and_leads_back(text, decided, data):
    masks = masks_of(text, decided)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide = snapped(masks, start, end)
    assert wide[0] <= start and wide[1] >= end
    if start == end:
        return
    assert shown(text, masks, start, end) == shown(text, masks, *wide)
    first, last = to_shown(masks, start, end)
    assert shown(text, masks)[first:last] == shown(text, masks, start, end)
    assert from_shown(masks, first, last) == wide


@given(TEXTS, DECIDED)
def test_paragraphs_hold_labels_where_their_words_were(text, decided):
    masks, anchors, at = masks_of(text, decided), [], 0
    for line in text.split("\n"):
        anchors.append(("paragraph", "", at, at + len(line), 0, ""))
        at += len(line) + 1
    for block in paragraphs(text, anchors, masks):
        assert len(block.text) == block.end - block.start
        assert all(
            set(block.text[m.start - block.start : m.end - block.start]) <= {BLOCK, "\n"} for m in block.masks
        )
        cut = any(m.start < block.start or m.end > block.end for m in masks if m in block.masks)
        assert cut or block.shown == shown(text, masks, block.start, block.end)


def test_longer_words_win_and_words_left_keep_their_place():
    text = "Will said: Will you come? will he? Willow. WILL."
    masks = masks_of(text, [("Will", "Father"), ("Will you", None)])
    assert shown(text, masks) == "[Father] said: Will you come? will he? Willow. WILL."


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ann's coat, Ann’s bag", "[Aunt]'s coat, [Aunt]’s bag"),
        ("Annual Ann-Marie", "Annual [Aunt]-Marie"),
        ("(Ann)", "([Aunt])"),
        ("Ann\u0301", "Ann\u0301"),
    ],
)
def test_only_whole_words_are_hidden(text, seen):
    assert shown(text, masks_of(text, [("Ann", "Aunt")])) == seen


def test_signs_that_look_alike_hide_alike():
    text = "Jose\u0301 O'Brien met José  O’Brien"
    assert shown(text, masks_of(text, [("José O’Brien", "Uncle")])) == "[Uncle] met [Uncle]"
    assert (
        worded("Notes of José O'Brien.docx", [["José O’Brien", "Uncle"], ["Notes", None]])
        == "Notes of [Uncle].docx"
    )


def test_a_label_stands_in_brackets():
    assert in_brackets("Mother") == "[Mother]"
