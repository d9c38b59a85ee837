"""Plain and Markdown text: letters by a stated encoding, headings and paragraphs by their marks."""

import pytest

from casement.rooms.sources.intake import Extracted, Unreadable, read


def places(extracted: Extracted) -> list[tuple[str, int, str]]:
    return [(a.kind, a.level, extracted.text[a.start : a.end]) for a in extracted.blocks]


def test_windows_letters_are_read_and_the_person_is_told_to_check() -> None:
    extracted = read("a.txt", "Paid £20 – “cash”".encode("cp1252"))
    assert extracted.text == "Paid £20 – “cash”"
    assert "Windows" in extracted.kept[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_letters_that_state_their_encoding_need_no_remark(encoding: str) -> None:
    extracted = read("a.txt", "Paid £20 – “cash”".encode(encoding))
    assert extracted.text == "Paid £20 – “cash”"
    assert extracted.kept == ()


def test_letters_that_fit_no_encoding_are_refused_not_guessed() -> None:
    with pytest.raises(Unreadable, match="UTF-8"):
        read("a.txt", b"caf\xe9 \x81\x8d\x9d then more words")


def test_lines_of_a_wrapped_letter_stay_one_paragraph_and_long_lines_are_one_each() -> None:
    wrapped = "We visited on Monday and\nnobody came to the door."
    turns = f"Ana: {'yes ' * 40}\nResearcher: {'and ' * 40}"
    assert [text for _, _, text in places(read("a.txt", f"{wrapped}\n\n{turns}".encode()))] == [
        wrapped,
        *(line.strip() for line in turns.split("\n")),
    ]


def test_markdown_keeps_its_marks_and_anchors_the_words_of_headings() -> None:
    source = "---\ntitle: x\n---\n# Visit 😀 #\n\nFirst.\n\nUnder\n-----\n\n- one\n- two\n\n"
    source += "```\n# not a heading\n```\n"
    extracted = read("a.md", source.encode())
    assert extracted.text == source.strip("\n")
    assert places(extracted) == [
        ("paragraph", 0, "---\ntitle: x\n---"),
        ("heading", 1, "Visit 😀"),
        ("paragraph", 0, "First."),
        ("heading", 2, "Under"),
        ("paragraph", 0, "- one"),
        ("paragraph", 0, "- two"),
        ("paragraph", 0, "```\n# not a heading\n```"),
    ]


def test_lines_that_markdown_swallows_are_still_in_a_paragraph() -> None:
    assert ("paragraph", 0, "[a]: http://example.org 'Title'") in places(
        read("a.md", b"See [a].\n\n[a]: http://example.org 'Title'\n")
    )
