"""A mistake in the example is refused with the name of the file it is in."""

from pathlib import Path

import pytest

from casement.example.case import load_case
from casement.example.reading import CaseError


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("review.yaml", "code_name:", "codename:", "review.yaml: Review has no key 'codename'"),
        ("review.yaml", "kind: children\n", "", "review.yaml: Review needs the key 'kind'"),
        ("review.yaml", "role: supervisor", "role: boss", "review.yaml: role 'boss'"),
        (
            "people.yaml",
            "participation: chair",
            "participation: nobody",
            "people.yaml: participation 'nobody'",
        ),
        ("records/rec-police.md", "agency: police", "agency: fire", "rec-police.md: agency 'fire'"),
        ("records/rec-police.md", "---\nslug", "slug", "rec-police.md: does not begin with front matter"),
        ("records/rec-police.md", "slug: rec-police", "slug: other", "rec-police.md: has the slug other"),
        ("records/rec-emails.md", "## Mail 6", "Mail 6", "rec-emails.md: has 5 mails"),
        ("conversations/conv-corinne.md", "## F2 What", "## What", "conv-corinne.md: has the heading"),
        ("chronologies/csc.csv", "Date,", "Day,", "csc.csv: has the headings"),
        ("chronologies/asc.csv", "Emergency hours requested", "Hours requested", "asc.csv: does not hold"),
        ("analysis/marks.yaml", "item: pol.05", "item: pol.06", "marks.yaml: factor item 'pol.06'"),
        ("analysis/marks.yaml", "item: pol.04", "item: pol.00", "marks.yaml: factor item 'pol.00'"),
        ("analysis/marks.yaml", "open_code: amazing", "open_code: grand", "marks.yaml: open code 'grand'"),
        (
            "analysis/patterns.yaml",
            "item: res.03",
            "item: res.06",
            "patterns.yaml, p-handed-on: gathers res.06",
        ),
        ("analysis/findings/4-pride.yaml", "pattern: p-pride", "pattern: p-none", "finding f-pride: pattern"),
        (
            "analysis/findings/4-pride.yaml",
            "numerator: 14",
            "numerator: many",
            "4-pride.yaml, prevalences, num",
        ),
        ("analysis/episodes/5-home-tonight.yaml", "tendency: good", "tendency: great", "tendency 'great'"),
        ("analysis/episodes/5-home-tonight.yaml", "He put his pen", "He laid his pen", "found 0 times"),
        ("analysis/episodes/5-home-tonight.yaml", "whose: dc1", "whose: dc9", "participation 'dc9'"),
    ],
)
def test_mistake_is_named(copy: Path, file: str, old: str, new: str, said: str) -> None:
    spoil(copy / file, old, new)
    with pytest.raises(CaseError) as refused:
        load_case(copy)
    assert said in str(refused.value)


def test_quotation_that_is_there_twice_is_refused(copy: Path) -> None:
    record = copy / "records" / "rec-police.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace("Food in fridge.", "it’s fine, I just do it if they don’t come")
    )
    with pytest.raises(CaseError, match="in rec-police found 2 times"):
        load_case(copy)


def test_missing_section_is_refused(copy: Path) -> None:
    (copy / "report" / "window.md").unlink()
    with pytest.raises(CaseError, match=r"window\.md: is missing from the report"):
        load_case(copy)
