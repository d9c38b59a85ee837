"""Which parts of a text are somebody else's words: quotation marks, straight or curly, and quoted lines."""

import re

PAIRS = {"“": "”", "«": "»"}
OPENS = frozenset(" \t\n([{—–-/“‘\"'")
LINE = re.compile(r"[^\n]+")


def without_quotes(text: str) -> str:
    """The text at the same length with every quoted part blanked out."""
    parts, last = [], 0
    for start, end in quoted(text):
        parts += [text[last:start], "\0" * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def quoted(text: str) -> list[tuple[int, int]]:
    """Where quoted speech stands, outermost marks only. A quotation ends with its line: a stray mark hides little.

    A mark that is never closed quotes nothing, except that speech of several paragraphs opens each of them anew.
    """
    if not any(mark in text for mark in "“«\"‘'>"):
        return []
    found: list[tuple[int, int]] = []
    lines = [(one.start(), one.end()) for one in LINE.finditer(text)]
    for place, (start, end) in enumerate(lines):
        if text.startswith(">", start):
            found.append((start, end))
            continue
        after = text[slice(*lines[place + 1])] if place + 1 < len(lines) else ""
        found += in_line(text, start, end, goes_on=after.lstrip().startswith("“"))
    return found


def in_line(text: str, start: int, end: int, *, goes_on: bool) -> list[tuple[int, int]]:
    """Quotations within one line."""
    found, at = [], start
    while at < end:
        close = None
        if opens(text, at, start):
            close = closing(text, at, end)
            if close is None and text[at] == "“" and goes_on:
                close = end - 1
        if close is None:
            at += 1
        else:
            found.append((at, close + 1))
            at = close + 1
    return found


def opens(text: str, at: int, start: int) -> bool:
    """Whether a quotation begins here. A straight mark, or a single one, must follow a space or a bracket."""
    mark = text[at]
    if mark in PAIRS:
        return True
    return mark in "\"'‘" and (at == start or text[at - 1] in OPENS) and not text[at + 1 : at + 2].isspace()


def closing(text: str, at: int, end: int) -> int | None:
    """Where the quotation that opens at `at` closes; None when it does not within its line."""
    mark = text[at]
    if mark in PAIRS:
        depth = 0
        for place in range(at, end):
            depth += (text[place] == mark) - (text[place] == PAIRS[mark])
            if not depth:
                return place
        return None
    if mark == '"':
        place = text.find('"', at + 1, end)
        return None if place < 0 else place
    ends = "’" if mark == "‘" else "'"
    for place in range(at + 1, end):
        if text[place] == ends and not text[place + 1 : place + 2].isalnum() and not text[place - 1].isspace():
            return place
    return None
