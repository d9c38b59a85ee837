"""The relationships of a Word document or Excel workbook that lead out of it."""

import posixpath

from lxml import etree

from casement.rooms.sources.intake.containers import Container
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.outside.places import is_its_makers, reaching

_FOLLOWED_BY_A_PERSON = frozenset({"hyperlink"})
# What shapes a document or stands beside its words: harmless where only its maker's computer has it.
_BESIDE = {
    "attachedtemplate": "its template",
    "mailmergesource": "a list of addresses",
    "mailmergeheadersource": "a list of addresses",
    "image": "a picture",
    "video": "a film",
    "audio": "a recording",
    "media": "a recording",
}
_WORDS = {
    "oleobject": "an object",
    "package": "an object",
    "afchunk": "text",
    "subdocument": "text",
    "frame": "a page",
    "externallink": "figures from another file",
    "externallinkpath": "figures from another file",
}


def check_office(container: Container) -> int:
    """How many things a file leaves behind where it was made. `Unreadable` where it takes any from outside."""
    left = 0
    for name in sorted(container.names):
        lowered = name.lower()
        if lowered.endswith(".rels"):
            left += sum(_asks(link) for link in parse(container.part(name)))
        elif posixpath.dirname(lowered) == "xl/externallinks":
            raise reaching(_WORDS["externallink"])
        elif lowered == "xl/connections.xml" and any(True for _ in parse(container.part(name)).iter("{*}webPr")):
            raise reaching("figures from a web page")
    return left


def _asks(link: etree._Element) -> bool:
    if (link.get("TargetMode") or "").lower() != "external":
        return False
    kind = (link.get("Type") or "").rpartition("/")[2].lower()
    if kind in _FOLLOWED_BY_A_PERSON:
        return False
    if kind in _BESIDE and is_its_makers(link.get("Target") or ""):
        return True
    raise reaching(_BESIDE.get(kind) or _WORDS.get(kind) or "a part")
