"""The register knows everybody whom the raw records name, and the reviewers' own words name nobody."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from casement.example.case import Case
from casement.example.pieces import Cite

# Capitalised words inside sentences that name no person: days, months, roles, services, words of forms.
ORDINARY = set(Path(__file__).with_name("ordinary_words.txt").read_text(encoding="utf-8").split())
WORD = re.compile(r"(?<![.!?:;“] )(?<!^)(?<![“(/])\b([A-Z][a-z]{2,})\b")
PAIR = re.compile(r"\b([A-Z][a-z]{2,}) ([A-Z][a-z]{2,})\b")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC)\.? ([A-Z][a-z]+)\b")


def strange_words(text: str, known: set[str]) -> set[str]:
    """Capitalised words that may be names and are neither ordinary nor known."""
    found: set[str] = set()
    for cell in re.split(r"[\n\t]", text):
        found.update(WORD.findall(cell))
        found.update(TITLED.findall(cell))
        found.update(second for _, second in PAIR.findall(cell))
    return found - known - ORDINARY


def known_words(case: Case) -> set[str]:
    return {word for each in case.identities for name in each.names for word in name.split()}


def test_every_name_in_the_records_is_in_the_register(case: Case) -> None:
    known = known_words(case)
    for record in case.records:
        assert strange_words(record.text, known) == set(), record.slug
        for mail in record.mails:
            assert strange_words(re.sub(r"<.*?>", "", mail.from_), known | {"Front", "Door"}) == set()


def test_a_name_outside_the_register_would_be_seen() -> None:
    assert strange_words("Seen with Zebedina Crumplehorn today.", set()) == {"Zebedina", "Crumplehorn"}
    assert strange_words("Dr Crumplehorn rang.", set()) == {"Crumplehorn"}
    assert strange_words("Mrs Zebedina", {"Zebedina"}) == set()


def test_every_name_in_the_register_occurs_in_a_raw_record(case: Case) -> None:
    raw = "\n".join([*(r.text for r in case.records), *(m.from_ for r in case.records for m in r.mails)])
    for identity in case.identities:
        assert any(name in raw for name in identity.names), identity.label


def test_the_reviewers_own_words_name_nobody(case: Case) -> None:
    names = re.compile(r"\b(" + "|".join(re.escape(n) for i in case.identities for n in i.names) + r")\b")
    own = [*case.episodes, *case.rejected, *case.patterns, *case.findings, *case.open_codes]
    texts = [text for each in own for text in own_words(each)]
    texts += [mark.memo for mark in case.marks] + list(case.sections.values())
    texts += [cell for c in case.chronologies for sheet in c.sheets for row in sheet.cells for cell in row]
    assert len(texts) > 500
    assert [text for text in texts if names.search(text)] == []


def own_words(value: Any) -> Iterator[str]:
    """Every text of a value except the quotations in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from own_words(item)
    elif hasattr(value, "items"):
        for item in value.values():
            yield from own_words(item)
    elif is_dataclass(value) and not isinstance(value, Cite):
        for field in fields(value):
            yield from own_words(getattr(value, field.name))
