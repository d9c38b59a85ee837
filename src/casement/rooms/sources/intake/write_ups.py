"""Finds the headings of the conversation structure in a write-up, and the section each of them opens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casement.rooms.sources.intake.extracted import Anchor


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the guide: its id, and the wordings by which it is known, in small letters."""

    key: str
    wordings: tuple[str, ...]


_TURNING_POINTS = "turning points", "turning point"
_EPISODES = "key practice episodes", "key practice episode"

STRUCTURE = (
    Heading("C1", ("introduction",)),
    Heading("C2", ("overview",)),
    Heading("C3a", (*_TURNING_POINTS, *_EPISODES, "turning points or key practice episodes")),
    Heading("C3b", ("mindset", "local rationality", "mindset and local rationality")),
    Heading("C4", ("contributory factors",)),
    Heading("C5", ("things that went well",)),
    Heading("C6", ("queries from the overview perspective",)),
    Heading("C7", ("suggested changes",)),
    Heading("C8", ("closing",)),
    Heading("F1", ("their account",)),
    Heading("F2", ("what helped and what did not",)),
    Heading("F3", ("what they want the review to ask",)),
    Heading("F4", ("how they wish to be described",)),
    Heading("F5", ("what happens next",)),
)

_BY_WORDING = {wording: heading.key for heading in STRUCTURE for wording in heading.wordings}
_IDS = frozenset(heading.key for heading in STRUCTURE) | {"C3"}
_OF_C3 = frozenset({"C3", "C3a", "C3b"})
_HEADED = frozenset({"heading", "paragraph"})
_ID = re.compile(r"([CF]\d)([ab])?(\.[1-7])?(?:[\s.:)–—-]+|$)", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[^\w\s]+")


def section_id(heading: str) -> str:
    """The id in the conversation structure that a heading names, or nothing.

    An id at its start counts (`C4`, `C3b.2`, `F1`), and so does the exact wording of the guide, which a name
    may follow after a colon. Where the id and the wording name different headings, neither is believed.
    """
    words = " ".join(heading.split())
    found = _ID.match(words)
    stated = ""
    if found:
        stated = found[1].upper() + (found[2] or "").lower()
        words = words[found.end() :]
    worded = _BY_WORDING.get(_plain(words)) or _BY_WORDING.get(_plain(words.partition(":")[0]), "")
    if not found:
        return worded
    both_c3 = stated in _OF_C3 and worded in _OF_C3
    if stated not in _IDS or (worded and worded != stated and not (stated == "C3" and both_c3)):
        return ""
    return stated + (found[3] or "" if stated == "C3b" else "")


def _plain(words: str) -> str:
    return " ".join(_NOT_WORDS.sub(" ", words).lower().split())


def sections(text: str, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """An anchor of kind `section` for each heading of the structure, down to its end.

    `key` is the id, `label` the heading as it stands. A section ends at the next heading that is no deeper
    than its own, whether the structure knows that heading or not; deeper ones stand inside it. A paragraph of
    one line that begins with an id and the guide's wording counts as a heading. Notes, comments and page
    headers belong to no section.
    """
    found: list[Anchor] = []
    opened: list[Anchor] = []
    last = 0
    for anchor in anchors:
        if anchor.kind not in _HEADED:
            continue
        words = text[anchor.start : anchor.end]
        key = _key(anchor, words)
        while opened and (key or anchor.kind == "heading") and _ends(anchor, opened[-1]):
            found.append(replace(opened.pop(), end=last))
        if key:
            label = " ".join(words.split())
            opened.append(Anchor("section", label, anchor.start, anchor.end, anchor.level, key))
        last = anchor.end
    found += [replace(section, end=last) for section in opened]
    return tuple(sorted(found, key=lambda section: (section.start, -section.end)))


def _ends(anchor: Anchor, opened: Anchor) -> bool:
    return not anchor.level or not opened.level or anchor.level <= opened.level


def _key(anchor: Anchor, words: str) -> str:
    if anchor.kind == "heading":
        return section_id(words)
    start = _ID.match(words)
    if start is None or "\n" in words:
        return ""
    worded = words[start.end() :].partition(":")[0]
    return section_id(words) if _plain(worded) in _BY_WORDING else ""
