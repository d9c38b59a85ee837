"""The one way in for a project or a codebook: what the bytes are decides, then the right part reads them."""

import re

from lxml import etree

from casement.rooms.coding.intake import wire
from casement.rooms.coding.intake.archive import Archive, Inside, Nothing
from casement.rooms.coding.intake.marks import local
from casement.rooms.coding.intake.project import project_of
from casement.rooms.coding.intake.tables import is_table, read_table
from casement.rooms.coding.rules.exchange.schema import departure
from casement.rooms.coding.rules.exchange.values import Project
from casement.rooms.sources.intake import Unreadable
from casement.rooms.sources.intake.containers import TOO_MUCH_INSIDE
from casement.rooms.sources.intake.formats import MEGABYTE, MOST_BYTES
from casement.rooms.sources.intake.markup import parse

NOT_ONE = (
    "This is not a REFI-QDA project or codebook, nor a table: export one from the program it was made in "
    "(.qdpx, .qde or .qdc), or save the codebook as .xlsx or .csv, and bring that in."
)
BROKEN = "This project may be damaged and could not be read: export it again where it was made and bring that in."
_NAMESPACE = re.compile(r"urn:QDA-XML:(project|codebook)[:.](.*)")
_KINDS = {"Project": "project", "CodeBook": "codebook"}


def read(name: str, data: bytes) -> Project:
    """The project or codebook in a file, with the characters of its texts.

    `Unreadable`, with one sentence, for a file that is something else, is broken, locked or too large, declares
    entities, names files outside itself, or would unpack past all bounds.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"This file is larger than {MOST_BYTES // MEGABYTE} MB: leave recordings and pictures out where it was "
            "made, export it again and bring that in."
        )
    try:
        return read_table(data) if is_table(name, data) else _read(data)
    except Unreadable:
        raise
    except (RecursionError, MemoryError) as full:
        raise Unreadable(TOO_MUCH_INSIDE) from full
    except Exception as broken:  # A broken file can bring a parser down in ways that nobody has listed.
        raise Unreadable(BROKEN) from broken


def answered(name: str, data: bytes, asked: bytes) -> tuple[bytes, ...]:
    """What `read` gives, as bytes for the line between two processes; nothing more can be `asked`."""
    return (wire.pack(read(name, data)),)


def _read(data: bytes) -> Project:
    remarks: list[str] = []
    inside: Inside = Nothing()
    document = data
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        inside = archive = Archive(data)
        document = archive.document(remarks)
    elif not data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        raise Unreadable(NOT_ONE)
    root = parse(document)
    kind = _KINDS.get(local(root))
    if kind is None:
        raise Unreadable(NOT_ONE)
    return project_of(kind, root, inside, _in_published_names(kind, root, remarks), tuple(remarks))


def _in_published_names(kind: str, root: etree._Element, remarks: list[str]) -> str:
    """Where the document departs from the schema. Other versions of its name are read as the published one."""
    told = etree.QName(root).namespace or ""
    wanted = f"urn:QDA-XML:{kind}:1.0"
    if told == wanted:
        return departure(kind, root)
    known = _NAMESPACE.fullmatch(told)
    if known is None and told:
        raise Unreadable(NOT_ONE)
    remarks.append(
        f"It names its format in another version ({known[2][:20]})." if known else "It does not name its format."
    )
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = f"{{{wanted}}}{local(element)}"
    return departure(kind, root)
