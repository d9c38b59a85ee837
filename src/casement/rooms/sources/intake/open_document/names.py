"""The names of OpenDocument elements and attributes, and which of them hold no text of the document."""

from lxml import etree

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW, STYLE = (_NAMES % name for name in ("office", "text", "table", "drawing", "style"))
DC = "{http://purl.org/dc/elements/1.1/}"

PASSED_OVER = frozenset(
    {OFFICE + "forms"}
    | {TEXT + name for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls")}
    | {TEXT + name for name in ("table-of-content-source", "illustration-index-source", "ruby-text")}
    | {TEXT + name for name in ("table-index-source", "object-index-source", "user-index-source")}
    | {TEXT + name for name in ("alphabetical-index-source", "bibliography-source")}
)
MOST_REPEATS = 1000


def count(element: etree._Element | None, name: str, usual: int = 1) -> int:
    """The whole number in an attribute; `usual` where it holds none."""
    value = "" if element is None else element.get(name, "")
    return int(value) if value.isdecimal() and len(value) < 10 else usual
