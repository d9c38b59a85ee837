"""Reads a row again with words a person put in place of its own."""

from __future__ import annotations

from collections.abc import Mapping as Words
from collections.abc import Sequence
from dataclasses import replace

from casement.foundation.dates import Precision, UncertainDate
from casement.rooms.chronology.rules.rows import LeftRow, Mapping, ReadRow, UnreadRow, read_row
from casement.rooms.chronology.vocabulary import Cell, Field

BY_DECISION = "kept without a date by decision"
_DATED = (Field.DATE, Field.TIME, Field.END_DATE, Field.END_TIME)


def recorded_words(cells: Sequence[Cell], mapping: Mapping) -> str:
    """What the row itself says about when, word for word."""
    texts = (cell.text for cell, name in zip(cells, mapping.fields, strict=False) if name in _DATED)
    return " ".join(text for text in texts if text.strip())


def read_corrected(
    cells: Sequence[Cell], mapping: Mapping, words: Words[Field, str], *, number: int
) -> ReadRow | UnreadRow | LeftRow:
    """The row read with `words` in place of its own; the date keeps the words as they were recorded.

    Fields that no column became may be given too.
    """
    own = tuple(Field.IGNORE if name in words else name for name in mapping.fields)
    wide = tuple(cells) + tuple(Cell("") for _ in range(len(own) - len(cells)))
    more = tuple(Cell(text, text) for text in words.values())
    corrected = replace(mapping, fields=(*own, *words), order="DMY" if Field.DATE in words else mapping.order)
    outcome = read_row((*wide[: len(own)], *more), corrected, number=number)
    if isinstance(outcome, ReadRow) and any(name in words for name in _DATED):
        said = f"{outcome.when.habit}; put right by hand" if outcome.when.habit else "put right by hand"
        return replace(outcome, when=replace(outcome.when, recorded=recorded_words(cells, mapping), habit=said))
    return outcome


def read_undated(
    cells: Sequence[Cell], mapping: Mapping, words: Words[Field, str], *, number: int
) -> ReadRow | UnreadRow | LeftRow:
    """The row as an entry without a date, by decision; what was recorded about when is kept."""
    plain = tuple(Field.IGNORE if name in _DATED else name for name in mapping.fields)
    given = {**{name: text for name, text in words.items() if name not in _DATED}, Field.DATE: "date not known"}
    outcome = read_corrected(cells, replace(mapping, fields=plain), given, number=number)
    if not isinstance(outcome, ReadRow):
        return outcome
    when = UncertainDate(recorded_words(cells, mapping), None, None, Precision.UNKNOWN, habit=BY_DECISION)
    return replace(outcome, when=when)
