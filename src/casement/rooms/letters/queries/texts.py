"""The texts of letters: what is shipped, what this installation wrote, and which is in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.letters.models import Wording
from casement.rooms.letters.rules.fields import examples
from casement.rooms.letters.rules.merging import merged
from casement.rooms.letters.rules.reading_age import Ease, ease_of
from casement.rooms.letters.rules.shipped import Shipped, shipped
from casement.rooms.letters.vocabulary import Language


@dataclass(frozen=True)
class Text:
    """A text in use. `number` is 0 for the shipped one."""

    letter: Shipped
    language: str
    number: int
    title: str
    body: str

    @property
    def ease(self) -> Ease:
        """How easily it reads, filled in with examples; the formulas are for English."""
        return ease_with_examples(self.body, self.language)


@lru_cache(256)
def ease_with_examples(body: str, language: str) -> Ease:
    """How easily a text reads with examples in the place of its fields; reckoned once for each text."""
    return ease_of(merged(body, examples(language)))


@dataclass(frozen=True)
class TextLine:
    """One letter in the list: its text in English, and the other languages there is one in."""

    text: Text
    own: bool
    languages: tuple[str, ...]


@dataclass(frozen=True)
class WordingLine:
    """One version of a text."""

    number: int
    title: str
    body: str
    by: str
    at: datetime
    used_since: datetime | None
    used_by: str
    reason: str


def in_use() -> dict[tuple[str, str], Wording]:
    """The wordings of this installation that are in use, by letter and language, in one query."""
    rows = Wording.objects.exclude(used_since=None).order_by("used_since", "number")
    return {(row.key, row.language): row for row in rows if row.key in shipped()}


def text_in_use(key: str, language: str) -> Text:
    """The text that letters are merged from. NotHere when there is none in this language."""
    told = shipped().get(key)
    row = Wording.objects.filter(key=key, language=language).exclude(used_since=None)
    return made(told, language, row.order_by("used_since", "number").last())


def made(told: Shipped | None, language: str, row: Wording | None) -> Text:
    """A text from its row, or as it is shipped."""
    if told is None or (row is None and language != Language.ENGLISH):
        raise NotHere
    if row is None:
        return Text(told, language, 0, told.title, told.body)
    return Text(told, language, row.number, row.title, row.body)


def texts() -> tuple[TextLine, ...]:
    """Every letter with its English text in use and the other languages, in order, in one query."""
    rows = in_use()
    return tuple(
        TextLine(
            made(each, Language.ENGLISH, rows.get((each.key, Language.ENGLISH))),
            (each.key, str(Language.ENGLISH)) in rows,
            tuple(one for one in Language if one != Language.ENGLISH and (each.key, str(one)) in rows),
        )
        for each in shipped().values()
    )


def wordings(seat: Seat, key: str, language: str) -> tuple[WordingLine, ...]:
    """Every version this installation wrote of a text, newest first; NotHere when there is no such letter."""
    if key not in shipped() or language not in tuple(Language):
        raise NotHere
    rows = Wording.objects.filter(key=key, language=language).select_related("by", "used_by").order_by("-number")
    return tuple(
        WordingLine(
            row.number, row.title, row.body, row.by.name, row.at, row.used_since,
            row.used_by.name if row.used_by else "", row.reason,
        )
        for row in rows
    )  # fmt: skip
