"""The few Word elements a report needs, as XML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
NAMES = {"w": W, "r": R}
_BAD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = etree._Element


def el(tag: str, *inside: Element, **attributes: str | int) -> Element:
    """An element `w:tag`; attributes get the same prefix, with `r_` for relationships."""
    made = etree.Element(f"{{{W}}}{tag}", nsmap=NAMES)
    for name, value in attributes.items():
        space, bare = (R, name[2:]) if name.startswith("r_") else (W, name)
        made.set(f"{{{space}}}{bare}", str(value))
    made.extend(inside)
    return made


def words(text: str) -> list[Element]:
    """Text as elements of a run; line breaks and tabs become their own, signs XML cannot hold are left out."""
    told: list[Element] = []
    for at, line in enumerate(_BAD.sub("", text).split("\n")):
        if at:
            told.append(el("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                told.append(el("tab"))
            if piece:
                made = el("t")
                made.text = piece
                made.set(f"{{{XML}}}space", "preserve")
                told.append(made)
    return told


def run(text: str, *, bold: bool = False, italic: bool = False, style: str = "") -> Element:
    """Words in one style."""
    facts = [el("rStyle", val=style)] if style else []
    facts += [el("b")] if bold else []
    facts += [el("i")] if italic else []
    return el("r", *([el("rPr", *facts)] if facts else []), *words(text))


def paragraph(*inside: Element, style: str = "", facts: Iterable[Element] = ()) -> Element:
    """A paragraph in a style."""
    told = [*([el("pStyle", val=style)] if style else []), *facts]
    return el("p", *([el("pPr", *told)] if told else []), *inside)


def field(code: str, shown: Iterable[Element] = (), *, stale: bool = False) -> list[Element]:
    """A field with what it shows until Word works it out; `stale` asks Word to do so when it opens."""
    begin = el("fldChar", fldCharType="begin", **({"dirty": "true"} if stale else {}))
    instruction = el("instrText")
    instruction.text = f" {code} "
    instruction.set(f"{{{XML}}}space", "preserve")
    return [
        el("r", begin),
        el("r", instruction),
        el("r", el("fldChar", fldCharType="separate")),
        *shown,
        el("r", el("fldChar", fldCharType="end")),
    ]


def bookmark(name: str, number: int, *inside: Element) -> list[Element]:
    """Elements with a bookmark round them."""
    return [el("bookmarkStart", id=number, name=name), *inside, el("bookmarkEnd", id=number)]


def place_name(anchor: str) -> str:
    """An anchor as Word can name a place: letters, digits and _, at most 40 signs."""
    return ("p_" + re.sub(r"\W", "_", anchor))[:40]
