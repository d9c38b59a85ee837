"""Finds who speaks when in a transcript. It only proposes: a person says who each speaker is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

MOST_SPEAKERS = 30
_FEWEST_TURNS = 4
_LOOKED_AT = 120
_LONGEST_NAME = 40
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_WORD = r"[\w.'’&/()-]+"
_NAME = rf"[^\W\d_][\w.'’&/()-]*(?: {_WORD}){{0,4}}?"
# [00:12:03] Name: words; Name (00:12): words; **Name:** words; Name: words
_COLON = re.compile(
    rf"(?:[\[(]?(?P<before>{_TIME})[\])]?\s*[-–]?\s*)?(?:\*\*)?(?P<name>{_NAME})\s*(?:[\[(](?P<after>{_TIME})[\])])?"
    r"(?:\*\*)?\s*:(?:\*\*)?(?:\s+|$)"
)
# Name  00:12:03, alone on its line
_TIMED = re.compile(rf"(?P<name>{_NAME})\s+[\[(]?(?P<after>{_TIME})[\])]?\s*$")
# MD - Michelle Drumm, before a text whose paragraphs begin with MD
_LEGEND = re.compile(r"(?P<name>[A-Z]{1,4})\s+[-–—]\s+[A-Z]\S*(?: \S+){0,4}\s*$")
# Heads of letters and forms, which look like names of speakers.
_NOT_SPEAKERS = frozenset(
    {"from", "to", "cc", "bcc", "date", "sent", "subject", "re", "ref", "reference", "attachments", "note", "notes"}
    | {"time", "tel", "telephone", "email", "e-mail", "phone", "fax", "address", "name", "dob", "nhs", "age"}
    | {"title", "page", "figure", "table", "source", "outcome", "action", "actions", "summary", "http", "https"}
    | {"recommendation", "recommendations", "response", "finding", "findings", "conclusion", "background"}
)


class Turn(NamedTuple):
    """One turn: `speaker` as the transcript calls them, `text[start:end]`, and the time if it says one."""

    speaker: str
    start: int
    end: int
    time: str = ""


def turns(text: str, blocks: Iterable[tuple[int, int, bool]]) -> tuple[Turn, ...]:
    """The turns of a transcript in order; none where the text is not one.

    `blocks` are (start, end, whether it is a heading). A turn runs to the next one or to the next heading.
    Those who speak only once count where a time stands beside their name.
    """
    lines = list(_lines(text, blocks))
    initials = _initials(text, lines)
    begun = [
        (at, *told)
        for at, (start, end, heading) in enumerate(lines)
        if not heading and (told := _begins(text[start : min(end, start + _LOOKED_AT)], initials))
    ]
    counts = Counter(name for _, name, _ in begun)
    begun = [(at, name, time) for at, name, time in begun if counts[name] > 1 or time]
    speakers = {name for _, name, _ in begun}
    if len(begun) < _FEWEST_TURNS or not 2 <= len(speakers) <= MOST_SPEAKERS:
        return ()
    return tuple(_ended(lines, begun))


def speakers(found: Iterable[Turn]) -> tuple[str, ...]:
    """Who speaks, in the order in which they first do."""
    return tuple(dict.fromkeys(turn.speaker for turn in found))


def _lines(text: str, blocks: Iterable[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    for start, end, heading in blocks:
        for line in text[start:end].split("\n"):
            if line.strip():
                yield start, start + len(line), heading
            start += len(line) + 1


def _initials(text: str, lines: Sequence[tuple[int, int, bool]]) -> re.Pattern[str] | None:
    told = {found["name"] for start, end, _ in lines if (found := _LEGEND.match(text[start:end]))}
    if len(told) < 2:
        return None
    return re.compile(rf"(?P<name>{'|'.join(sorted(told, key=len, reverse=True))}):?\s+(?![-–—])")


def _begins(line: str, initials: re.Pattern[str] | None) -> tuple[str, str] | None:
    """The speaker and the time with which a line begins."""
    if initials and (found := initials.match(line)):
        return found["name"], ""
    found = _COLON.match(line) or _TIMED.match(line)
    if found is None:
        return None
    name = found["name"].strip()
    parts = found.groupdict()
    time = (parts.get("before") or parts.get("after") or "").split(".")[0].split(",")[0]
    if not name[0].isupper() or len(name) > _LONGEST_NAME or name.casefold() in _NOT_SPEAKERS:
        return None
    return name, time


def _ended(
    lines: Sequence[tuple[int, int, bool]], begun: Sequence[tuple[int, str, str]]
) -> Iterator[Turn]:  # fmt: skip
    for (at, name, time), following in zip(begun, [*(at for at, _, _ in begun[1:]), len(lines)], strict=True):
        last = at
        while last + 1 < following and not lines[last + 1][2]:
            last += 1
        yield Turn(name, lines[at][0], lines[last][1], time)
