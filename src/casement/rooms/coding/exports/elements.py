"""Elements of a REFI-QDA document, in the order and with the attributes the schema asks for."""

import re
from datetime import UTC, datetime
from functools import lru_cache

from lxml import etree

from casement.rooms.sources.intake.plain_paragraphs import clean

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")


class Writer:
    """Makes elements of one namespace."""

    def __init__(self, kind: str) -> None:
        self._space = f"urn:QDA-XML:{kind}:1.0"
        self._open = f"{{{self._space}}}"

    def root(self, element: str, /, **attributes: str) -> etree._Element:
        """The root element; its namespace is the default one."""
        made = etree.Element(f"{{{self._space}}}{element}", nsmap={None: self._space})  # type: ignore[dict-item]
        return self._attributed(made, attributes)

    def under(self, parent: etree._Element, element: str, text: str = "", /, **attributes: str) -> etree._Element:
        """An element below another; attributes without words are left out."""
        told = {name: words(value) for name, value in attributes.items() if value}
        made = etree.SubElement(parent, self._open + element, told)
        if text:
            made.text = words(text)
        return made

    def said(self, parent: etree._Element, name: str, text: str) -> None:
        """An element that only holds words, if there are any."""
        if text:
            self.under(parent, name, text)

    def refs(self, parent: etree._Element, name: str, guids: tuple[str, ...]) -> None:
        """References of one kind."""
        for guid in guids:
            self.under(parent, name, targetGUID=guid)

    def _attributed(self, made: etree._Element, attributes: dict[str, str]) -> etree._Element:
        for name, value in attributes.items():
            if value:
                made.set(name, words(value))
        return made


def words(text: str) -> str:
    """Words as XML can hold them."""
    return clean(text)


@lru_cache
def moment(told: str) -> str:
    """A moment in the way of XML; empty where it is none."""
    try:
        found = datetime.fromisoformat(told) if told else None
    except ValueError:
        return ""
    return f"{found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z" if found else ""


def colour(told: str) -> str:
    """A colour, if it is one."""
    return told if _COLOUR.fullmatch(told) else ""
