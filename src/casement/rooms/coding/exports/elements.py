"""Elements of a REFI-QDA document as text, in the order and with the attributes the schema asks for.

They are put together as text and not as a tree: a project holds some hundred thousand, and a tree takes four
times as long. What was written is read again and held against the schema before it leaves.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from casement.rooms.sources.intake.plain_paragraphs import clean

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_IN_UTC = re.compile(
    r"20\d\d-(?:0[1-9]|1[0-2])-(?:[01]\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?\+00:00"
)
_NOT_PLAIN = re.compile("[^ !#-%'-;=?-~]")  # for attributes: anything but letters, figures and harmless signs
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
)
_SIGNS = re.compile("[&<>\r]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def element(name: str, within: str = "", /, **attributes: str) -> str:
    """An element around what is written already; attributes without words are left out."""
    told = "".join([f' {key}="{quoted(value)}"' for key, value in attributes.items() if value])
    return f"<{name}{told}>{within}</{name}>" if within else f"<{name}{told}/>"


def said(name: str, text: str) -> str:
    """An element that only holds words, if there are any."""
    return f"<{name}>{words(text)}</{name}>" if text else ""


def refs(name: str, guids: Iterable[str]) -> str:
    """References of one kind."""
    return "".join([f'<{name} targetGUID="{quoted(guid)}"/>' for guid in guids])


def root(name: str, kind: str, within: Iterable[str], /, **attributes: str) -> str:
    """A whole document; the namespace of its `kind` is the default one."""
    first = element(name, xmlns=f"urn:QDA-XML:{kind}:1.0", **attributes).removesuffix("/>")
    return "".join(['<?xml version="1.0" encoding="UTF-8"?>\n', first, ">", *within, f"</{name}>"])


def quoted(text: str) -> str:
    """Words as an attribute can hold them."""
    return clean(text).translate(_IN_ATTRIBUTE) if _NOT_PLAIN.search(text) else text


def words(text: str) -> str:
    """Words as an element can hold them."""
    return untouched(clean(text))


def untouched(text: str) -> str:
    """Words that must keep their places, as an element holds them; what XML cannot hold stays, to be refused."""
    return text.translate(_IN_TEXT) if _SIGNS.search(text) else text


def moment(told: str) -> str:
    """A moment in the way of XML; empty where it is none. Most are in UTC already, and need only be cut."""
    if _IN_UTC.fullmatch(told):
        return f"{told[:19]}Z"
    try:
        found = datetime.fromisoformat(told) if told else None
    except ValueError:
        return ""
    return f"{found.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z" if found else ""


def colour(told: str) -> str:
    """A colour, if it is one."""
    return told if _COLOUR.fullmatch(told) else ""
