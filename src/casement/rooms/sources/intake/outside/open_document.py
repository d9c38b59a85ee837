"""Links of OpenDocument files that lead out of them."""

import re

from lxml import etree

from casement.rooms.sources.intake.outside.places import is_its_makers, reaching

_HREF = "{http://www.w3.org/1999/xlink}href"
_OUT = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\|\.\./", re.IGNORECASE)
_FOLLOWED_BY_A_PERSON = frozenset({"a", "event-listener", "button", "image-map", "area-rectangle", "area-circle"})
_DRAWN = {"image": "a picture", "fill-image": "a picture", "template": "its template"}
_WORDS = {
    "section-source": "text",
    "dde-source": "figures from another program",
    "dde-connection-decl": "figures from another program",
    "table-source": "figures from another file",
    "cell-range-source": "figures from another file",
    "object": "an object",
    "object-ole": "an object",
    "floating-frame": "a page",
    "plugin": "an object",
}


def check_open_document(*roots: etree._Element | None) -> int:
    """How many things a file leaves behind where it was made. `Unreadable` where it takes any from outside."""
    left = 0
    for root in roots:
        for element in () if root is None else root.iter():
            kind = str(element.tag).rpartition("}")[2]
            if kind.startswith("dde-") and kind in _WORDS:
                raise reaching(_WORDS[kind])
            target = element.get(_HREF)
            if target is None or kind in _FOLLOWED_BY_A_PERSON:
                continue
            outside = _OUT.match(target.strip())
            # ../ is the folder that the document itself lies in.
            if kind in _DRAWN and (not outside or is_its_makers(target.strip().removeprefix("../"))):
                left += bool(outside)
            elif outside:
                raise reaching(_WORDS.get(kind) or _DRAWN.get(kind) or "a part")
    return left
