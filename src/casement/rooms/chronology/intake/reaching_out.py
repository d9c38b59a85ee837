"""A table that fetches a part of itself from outside when it is opened is refused, as any other file is."""

from __future__ import annotations

from lxml import etree

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN
from casement.rooms.sources.intake.containers import Container
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.outside import Fields, ask_field, check_office, check_open_document

_WORD = "word/document.xml"


def check_reaching_out(found: str, data: bytes) -> None:
    """Raises Unreadable for an office file, recognised as `found`, that takes anything from outside."""
    if found not in ("xlsx", "docx", "ods"):
        return
    container = Container(data)
    try:
        if found == "ods":
            check_open_document(parse(container.part("content.xml")))
            return
        check_office(container)
        if found == "docx":
            name = next(each for each in container.names if each.lower() == _WORD)
            check_fields(parse(container.part(name)))
    except (KeyError, StopIteration, etree.XMLSyntaxError):
        raise Unreadable(BROKEN) from None


def check_fields(root: etree._Element) -> None:
    """Raises Unreadable where a field of a Word document fetches."""
    fields = Fields()
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText"):
        kind = str(element.tag).rpartition("}")[2]
        if kind == "fldSimple":
            ask_field(_attribute(element, "instr"))
        elif kind == "instrText":
            fields.say(element.text or "")
        else:
            {"begin": fields.begin, "separate": fields.settle, "end": fields.end}.get(
                _attribute(element, "fldCharType"), fields.settle
            )()


def _attribute(element: etree._Element, wanted: str) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith(f"}}{wanted}")), "")
