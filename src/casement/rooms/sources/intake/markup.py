"""Parses XML that a stranger wrote: nothing is fetched, nothing is expanded, nothing grows."""

from lxml import etree

from casement.rooms.sources.intake.containers import CUT_SHORT, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.extracted import Unreadable

_NO_MEMORY = 2
_PAST_ITS_BOUNDS = frozenset({113, 115, 116})

FOREIGN = (
    "This file holds instructions that no word processor writes: open it, save a fresh copy and bring that in."
)


def parse(data: bytes) -> etree._Element:
    """The root of an XML part. `Unreadable` where it is broken or declares entities of its own."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        code = getattr(broken, "code", 0)
        if code == _NO_MEMORY:
            raise MemoryError from broken
        raise Unreadable(TOO_MUCH_INSIDE if code in _PAST_ITS_BOUNDS else CUT_SHORT) from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(FOREIGN)
    return root
