"""What the templates of the installation's texts receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.letters import queries
from casement.rooms.letters.rules.blocks import Block, blocks_of
from casement.rooms.letters.rules.fields import FIELDS, Field, examples
from casement.rooms.letters.rules.merging import merged
from casement.rooms.letters.rules.pictures import SHOWS
from casement.rooms.letters.rules.reading_age import Ease, ease_of
from casement.rooms.letters.rules.shipped import Shipped, shipped
from casement.rooms.letters.vocabulary import LANGUAGE_NAMES, MOMENTS, Language


@dataclass(frozen=True)
class TextsPage:
    """Every letter, by the moment it is used at."""

    groups: tuple[tuple[str, tuple[queries.TextLine, ...]], ...]
    languages: tuple[tuple[str, str], ...]
    tab: str = "Texts of letters"


@dataclass(frozen=True)
class TextPage:
    """One text in one language: what is in use, its versions, and the form for another."""

    letter: Shipped
    key: str
    language: str
    language_name: str
    used: queries.Text | None
    title: str
    blocks: tuple[Block, ...]
    ease: Ease
    fields: tuple[Field, ...]
    versions: tuple[queries.WordingLine, ...]
    english: bool
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Text of a letter"
    pictures: tuple[tuple[str, str], ...] = tuple(SHOWS.items())


@dataclass(frozen=True)
class WordingPage:
    """One version, filled in with examples."""

    letter: Shipped
    key: str
    language: str
    language_name: str
    wording: queries.WordingLine
    title: str
    blocks: tuple[Block, ...]
    ease: Ease
    english: bool
    in_use: bool
    tab: str = "Text of a letter"


def texts_page(seat: Seat) -> TextsPage:
    """The list of texts."""
    lines = queries.texts()
    groups = [
        (name, tuple(line for line in lines if line.text.letter.moment == moment))
        for moment, name in MOMENTS.items()
    ]
    others = tuple((str(one), LANGUAGE_NAMES[one]) for one in Language if one != Language.ENGLISH)
    return TextsPage(tuple(group for group in groups if group[1]), others)


def text_page(seat: Seat, key: str, language: str, asked: Mapping[str, str]) -> TextPage:
    """One text; `from=shipped` in the address starts the form with the words that come with Casement."""
    versions = queries.wordings(seat, key, language)
    told = shipped()[key]
    try:
        used = queries.text_in_use(key, language)
    except NotHere:
        used = None
    title, body = (used.title, used.body) if used and asked.get("from") != "shipped" else (told.title, told.body)
    shown = merged(used.body if used else told.body, examples(language))
    return TextPage(
        told, key, language, LANGUAGE_NAMES[language], used,
        merged(used.title if used else told.title, examples(language)),
        blocks_of(shown), ease_of(shown), FIELDS, versions, language == Language.ENGLISH,
        {"form": {"title": title, "body": body}},
    )  # fmt: skip


def wording_page(seat: Seat, key: str, language: str, number: int) -> WordingPage:
    """One version, as it would be read."""
    found = next((one for one in queries.wordings(seat, key, language) if one.number == number), None)
    if found is None:
        raise NotHere
    try:
        used = queries.text_in_use(key, language).number
    except NotHere:
        used = 0
    words = merged(found.body, examples(language))
    return WordingPage(
        shipped()[key], key, language, LANGUAGE_NAMES[language], found, merged(found.title, examples(language)),
        blocks_of(words), ease_of(words), language == Language.ENGLISH, used == number,
    )  # fmt: skip
