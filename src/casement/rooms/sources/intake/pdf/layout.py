"""Gathers the printed lines of a page into paragraphs, by where they stand on it.

A line that ended because the next word had no room runs on into the next line. Every other line end was
meant, and stays. Where the page gives no clear measure, every line end stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_FEWEST_LINES = 4
_FEWEST_FULL = 0.25
_SHORTEST_FULL = 30
_SHARED = 2.0
_WIDER_GAP = 1.25
_USUAL_PITCH = 1.25
_SPACE = 0.25
_ENDS = re.compile(r"[.?!:;…][\"'”’)\]]*$")
_BEGINS = re.compile(r"[•·▪●○◦➢✓☐☒–—*-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s")
_LABEL = re.compile(r"[A-Z][\w /&()’'-]{0,30}:(?:\s|$)")
_SOFT = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, right edge, base line, height, and the width of its first word.

    A word broken at a line's end holds two lines together: `foot` is the base line of the last of them. A
    line whose place is not known has size 0.
    """

    text: str
    right: float = 0.0
    base: float = 0.0
    foot: float = 0.0
    size: float = 0.0
    first_word: float = 0.0


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a page, from its lines in reading order."""
    filled = [line for line in lines if line.text]
    if not filled:
        return
    full = _full_lines(filled)
    pitch = _pitch(filled, full)
    gathered = filled[0].text
    for index, (line, following) in enumerate(pairwise(filled)):
        if _parts(line, following, full[index], pitch):
            yield gathered
            gathered = following.text
        elif not full[index]:
            gathered += "\n" + following.text
        elif _SOFT.search(line.text) and following.text[:1].islower():
            gathered += following.text
        else:
            gathered += " " + following.text
    yield gathered


def _full_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it ended only because the next word had no room."""
    full: list[bool] = []
    column: list[Line] = []
    for line in lines:
        if column and line.base > column[-1].foot:  # Up again: a new column, with edges of its own.
            full += _full_in_column(column)
            column = []
        column.append(line)
    return full + _full_in_column(column)


def _full_in_column(column: Sequence[Line]) -> list[bool]:
    edge = _edge(column)
    full = [
        min(line.size, following.size) > 0
        and line.right + _SPACE * line.size + following.first_word > edge - _SHARED
        and line.foot > following.base
        for line, following in pairwise(column)
    ]
    # Short lines that end near each other are a form or a list, not a narrow text.
    lengths = [len(line.text) for line, runs_on in zip(column, full, strict=False) if runs_on]
    clear = (
        len(column) >= _FEWEST_LINES
        and len(lengths) >= _FEWEST_FULL * len(column)
        and median(lengths) >= _SHORTEST_FULL
    )
    return [*(full if clear else [False] * len(full)), False]


def _edge(column: Sequence[Line]) -> float:
    """Where the lines of a column end: the edge that many share, else the farthest any of them reaches."""
    [(shared, count)] = Counter(round(line.right / _SHARED) for line in column).most_common(1)
    if count >= max(_FEWEST_LINES, _FEWEST_FULL * len(column)):
        return (shared + 0.5) * _SHARED
    return max(line.right for line in column)


def _pitch(lines: Sequence[Line], full: Sequence[bool]) -> float:
    steps = [
        line.base - after.base for (line, after), runs_on in zip(pairwise(lines), full, strict=False) if runs_on
    ]
    return median(steps) if steps else _USUAL_PITCH * median(line.size for line in lines)


def _parts(line: Line, following: Line, runs_on: bool, pitch: float) -> bool:
    if not line.size or not following.size:
        return False
    step = line.foot - following.base
    if step > _WIDER_GAP * pitch or step < -0.5 * line.size:
        return True
    if abs(line.size - following.size) > 0.1 * line.size and not runs_on:
        return True
    if _LABEL.match(following.text):  # A speaker's turn, or the next field of a form.
        return runs_on or bool(_ENDS.search(line.text))
    return not runs_on and bool(_BEGINS.match(following.text) or _ENDS.search(line.text))
