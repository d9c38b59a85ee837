"""Write-ups of conversations are cut into the sections of the guide, and nothing else is taken for one."""

import pytest

from casement.rooms.sources.intake import read
from casement.rooms.sources.intake.write_ups import section_id, sections
from tests.rooms.sources.made_files import para, run, word_xml


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("C1 Introduction", "C1"),
        ("C3 Turning points: the night of the call", "C3"),
        ("C3a “Turning points” or “key practice episodes”", "C3a"),
        ("C3b.2 What lay behind your thinking", "C3b.2"),
        ("c5. Things that went well", "C5"),
        ("C6: Queries from the overview perspective", "C6"),
        ("Suggested changes", "C7"),
        ("“Mindset” and “local rationality”", "C3b"),
        ("C8", "C8"),
        ("F2 What helped and what did not", "F2"),
        ("C5 Suggested changes", ""),
        ("C9 Something", ""),
        ("F6 Something", ""),
        ("C10 Introduction", ""),
        ("Reviewers' reflections", ""),
        ("Introduction to the service", ""),
        ("C4b Contributory factors", ""),
    ],
)
def test_headings_of_the_guide(heading: str, key: str) -> None:
    assert section_id(heading) == key


MARKDOWN = """# Health Visitor 1

## C1 Introduction

Explained.

## C3 Turning points: the call

It rang.

### Mindset

I thought it was routine.

## Reviewers' reflections

Ours, not theirs.

## C3 Turning points: the visit

Nobody in."""


def test_sections_of_a_write_up_in_markdown() -> None:
    extracted = read("a.md", MARKDOWN.encode())
    found = sections(extracted.text, extracted.anchors)
    assert [(each.kind, each.key, each.label) for each in found] == [
        ("section", "C1", "C1 Introduction"),
        ("section", "C3", "C3 Turning points: the call"),
        ("section", "C3b", "Mindset"),
        ("section", "C3", "C3 Turning points: the visit"),
    ]
    assert extracted.text[found[1].start : found[1].end].endswith("I thought it was routine.")
    assert not any("Ours" in extracted.text[each.start : each.end] for each in found)


def test_sections_of_a_write_up_in_word_with_headings_or_plain_lines() -> None:
    level = '<w:outlineLvl w:val="1"/>'
    for properties in (level, ""):
        lines = ["C1 Introduction", "C4 Contributory factors"]
        body = "".join(para(run(line), properties=properties) + para(run("Words.")) for line in lines)
        extracted = read("a.docx", word_xml(body))
        found = sections(extracted.text, extracted.anchors)
        assert [each.key for each in found] == ["C1", "C4"]
        assert extracted.text[found[0].start : found[0].end] == "C1 Introduction\n\nWords."


def test_a_record_without_the_guide_has_no_sections() -> None:
    extracted = read("a.txt", b"Overview of the case\n\nC4 visits were made.")
    assert sections(extracted.text, extracted.anchors) == ()
