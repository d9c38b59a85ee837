"""Finds the words that differ between two people's texts, so that both can be read side by side, whole."""

import re
from difflib import SequenceMatcher

Run = tuple[str, bool]


def differing(ours: str, theirs: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts as runs of (words, differs); joined, the runs give each text back letter for letter."""
    left, right = _pieces(ours), _pieces(theirs)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    mine: list[Run] = []
    yours: list[Run] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        _add(mine, "".join(left[a:b]), tag != "equal")
        _add(yours, "".join(right[c:d]), tag != "equal")
    return tuple(mine), tuple(yours)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _add(runs: list[Run], words: str, differs: bool) -> None:
    if words:
        runs.append((words, differs))
