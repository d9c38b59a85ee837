"""A conversation written up under its headings, made into one text with a place for every part."""

import re
from collections.abc import Iterable, Iterator

from casement.rooms.sources.vocabulary import HEADINGS, AnchorRow, Kind, Section, TextRead

_HEADING = re.compile(r"^#{1,6}[ \t]+(?:(?P<key>[CF]\d)\b[ \t]*)?(?P<words>.*?)[ \t#]*$")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def compose(kind: Kind, sections: Iterable[Section]) -> TextRead:
    """One text from the parts of a write-up; a part with neither title nor words leaves no trace.

    A part's heading is that of the conversation structure, with the part's own title after it. Parts without
    a key keep only their own title. Paragraphs are parted by an empty line.
    """
    pieces: list[str] = []
    anchors: list[AnchorRow] = []
    at = paragraphs = headings = 0
    for section in sections:
        body = tidy(section.text)
        title = heading_of(kind, section)
        if not body and not tidy(section.title):
            continue
        first = at + (2 if pieces else 0)
        blocks = ([("heading", title)] if title else []) + [("paragraph", p) for p in paragraphs_of(body)]
        inside: list[AnchorRow] = []
        for block, words in blocks:
            start = at + 2 if pieces else 0
            if block == "heading":
                headings += 1
                inside.append(("heading", f"heading {headings}", start, start + len(words), 2, ""))
            else:
                paragraphs += 1
                inside.append(("paragraph", f"paragraph {paragraphs}", start, start + len(words), 0, ""))
            pieces.append(words)
            at = start + len(words)
        if section.key:
            anchors.append(("section", HEADINGS[kind][section.key], first, at, 0, section.key))
        anchors.extend(inside)
    return TextRead("text/plain", "\n\n".join(pieces), tuple(anchors))


def heading_of(kind: Kind, section: Section) -> str:
    """The heading a part is shown under."""
    title = " ".join(tidy(section.title).split())
    if not section.key:
        return title
    name = HEADINGS[kind][section.key]
    return f"{name}: {title}" if title else name


def split(kind: Kind, markdown: str) -> tuple[Section, ...]:
    """The parts of a write-up typed as one text with headings such as "## C3 Turning points: the visit".

    Headings of the structure are known by their id or by their exact words; others stay headings of their own.
    """
    known = HEADINGS[kind]
    by_words = {name.casefold(): key for key, name in known.items()}
    parts: list[tuple[str, str, list[str]]] = [("", "", [])]
    for line in tidy(markdown).split("\n"):
        found = _HEADING.match(line)
        if found is None:
            parts[-1][2].append(line)
            continue
        words = found["words"].strip()
        name, _, own = words.partition(":")
        key = found["key"] or by_words.get(name.strip().casefold(), "")
        if key not in known:
            parts.append(("", f"{found['key'] or ''} {words}".strip(), []))
        elif name.strip().casefold() == known[key].casefold():
            parts.append((key, own.strip(), []))
        else:
            parts.append((key, words, []))
    told = (Section(key, "\n".join(lines).strip("\n"), title) for key, title, lines in parts)
    return tuple(section for section in told if section.text.strip() or section.title or section.key)


def tidy(text: str) -> str:
    """Text as it is stored: line feeds only, and nothing that no table can hold."""
    return _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text)).strip("\n \t")


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs of a tidy text, parted by empty lines."""
    return (piece.strip() for piece in _EMPTY_LINES.split(text) if piece.strip())
