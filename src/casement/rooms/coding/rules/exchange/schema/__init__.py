"""The published REFI-QDA schemas, and whether a document keeps to them."""

from functools import cache
from pathlib import Path

from lxml import etree

_FOLDER = Path(__file__).parent
FILES = {"project": "Project.xsd", "codebook": "Codebook.xsd"}


@cache
def schema(kind: str) -> etree.XMLSchema:
    """The schema for a project or a codebook, compiled once."""
    return etree.XMLSchema(etree.parse(_FOLDER / FILES[kind]))


def departure(kind: str, root: etree._Element) -> str:
    """Where a document first departs from the schema, in words for a report; empty when it keeps to it."""
    checked = schema(kind)
    if checked.validate(root):
        return ""
    lines = [fault.line for fault in checked.error_log]  # type: ignore[attr-defined]
    also = f", and in {len(lines) - 1} more places" if len(lines) > 1 else ""
    return f"It departs from the published schema in line {lines[0]}{also}."
