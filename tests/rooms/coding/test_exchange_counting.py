"""How files count places: every way is turned into code points and back, and is found out from word edges."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casement.rooms.coding.rules.exchange.counting import ATLAS, EVERY, NVIVO, STANDARD, Ruler
from casement.rooms.coding.rules.exchange.detecting import detect
from casement.rooms.coding.rules.exchange.placing import placed, stored_text
from casement.rooms.coding.rules.exchange.values import Selection, Source
from casement.rooms.sources.intake.plain_paragraphs import StoredPlaces

PIECES = st.sampled_from(
    ["word", "Ärger", "שלום", "مرحبا", "é", "👩‍👩‍👧", "🙂", "𝒲ild", "12", " ", "\r\n", "\n", ". ", ", ", "\t"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join)
STORY = ["The", "visit", "was", "late", "🙂", "nobody", "rang", "שלום", "👩‍👩‍👧", "back", "Zoë", "again"]


def counted(text: str, marked: bool, told, at: int) -> int:
    """The place by the plainest possible reading of the rule: count what stands before it."""
    before = text[:at]
    units = len(before.encode("utf-16-le")) // 2 if told.wide_is_two else len(before)
    if not told.line_end_is_two:
        units -= before.count("\r\n")
    return units + (told.mark_counts and marked)


@given(TEXTS, st.sampled_from(EVERY), st.booleans(), st.data())
def test_a_place_goes_out_and_comes_back(text, told, marked, data):
    ruler = Ruler(text, marked, told)
    at = data.draw(st.integers(0, len(text)))
    if 0 < at < len(text) and text[at - 1 : at + 1] == "\r\n":
        at += 1  # between the two signs of one line end is no place where lines count as one
    assert ruler.counted(at) == counted(text, marked, told, at)
    assert ruler.place(ruler.counted(at)) == at


@given(TEXTS, st.data())
def test_a_place_in_the_file_is_the_same_place_in_the_stored_text(text, data):
    stored = StoredPlaces(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = stored.stored[stored.place(start) : stored.place(end)]
    assert words.split() == text[start:end].split()


def test_the_stored_text_is_the_one_the_places_are_for():
    source = Source("s", "S", text="\n\n\x00One\x07 two.\r\n\r\n🙂 Three\x85four.\n\n")
    assert StoredPlaces(source.text).stored == stored_text(source).text


def words_of(text: str) -> list[tuple[int, int]]:
    """Where the words stand."""
    return [found.span() for found in re.finditer(r"\S+", text)]


def project(text: str, told, spans, marked=False) -> Source:
    """A source whose passages are counted in one way."""
    rows = [
        Selection(f"p{at}", counted(text, marked, told, start), counted(text, marked, told, end) - told.end_is_last)
        for at, (start, end) in enumerate(spans)
    ]
    return Source("s", "S", text=text, marked=marked, selections=tuple(rows))


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(STORY), min_size=60, max_size=200),
    st.sampled_from([NVIVO, ATLAS, STANDARD]),
    st.booleans(),
)
def test_passages_land_on_their_words_whoever_counted(story, told, marked):
    """No word of the program's name helps here: the passages alone show how they are counted."""
    text = "".join(word + ("\r\n" if at % 7 == 6 else " ") for at, word in enumerate(["🙂", *story]))
    spans = words_of(text)[2::2]
    source = project(text, told, spans, marked)
    found = detect([source], "")
    stored = stored_text(source).text
    for (start, end), each in zip(spans, placed(source, found.counting), strict=True):
        assert stored[each.start : each.end] == text[start:end]
    assert found.edges == found.of


def test_a_utf_16_project_lands_on_its_words_and_says_so():
    text = "🙂🙂 " + "The visit was late and nobody rang back. " * 6
    spans = words_of(text)[3::3]
    found = detect([project(text, NVIVO, spans)], "NVivo for Windows 12.6")
    assert found.sure == "certain" and found.counting.wide_is_two
    assert "UTF-16" in found.sentence and f"{found.of} of {found.of}" in found.sentence
    right = Ruler(text, False, found.counting)
    shifted = [(start + 2, end + 2) for start, end in spans]
    assert [right.span(*span) for span in shifted] == spans


def test_without_evidence_the_known_way_is_taken_and_the_doubt_is_said():
    text = "🙂 ab"
    source = Source("s", "S", text=text, selections=(Selection("p", 3, 5),))
    assert detect([source], "NVivo 14").counting.wide_is_two
    told = detect([source], "NVivo 14")
    assert told.sure == "unsure" and "Look at some of them" in told.sentence
    assert not detect(
        [Source("s", "S", text=text, selections=(Selection("p", 2, 4),))], "MAXQDA"
    ).counting.wide_is_two


def test_where_no_way_differs_it_is_certain():
    text = "Plain words only here, and no sign beyond the usual."
    told = detect([Source("s", "S", text=text)], "NVivo 14")
    assert (told.sure, told.of) == ("certain", 0) and "no passages" in told.sentence


@pytest.mark.parametrize(
    ("start", "end", "nowhere"),
    [(4, 4, "no words"), (3, 4, "white space"), (0, 900, "outside"), (-1, 3, "outside"), (6, 5, "outside")],
)
def test_what_has_no_place_says_why(start, end, nowhere):
    source = Source("s", "S", text="One two", selections=(Selection("p", start, end),))
    (each,) = placed(source, STANDARD)
    assert nowhere in each.nowhere and each.start == each.end == 0


@given(TEXTS)
def test_an_end_inside_an_emoji_never_reaches_beyond_it(text):
    ruler = Ruler(text, False, NVIVO)
    places = [ruler.place(at) for at in range(ruler.counted_length + 1)]
    assert places == sorted(places) and places[0] == 0 and places[-1] == len(text)
