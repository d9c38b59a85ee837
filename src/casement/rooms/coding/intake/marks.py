"""Small readings of REFI-QDA elements: names without their version, identifiers in one spelling, words, numbers."""

import re
from collections.abc import Iterator

from lxml import etree

_NOT_WORDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of these names."""
    return (each for each in element if local(each) in names)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child of this name."""
    return next(children(element, name), None)


def words(text: str | None) -> str:
    """Words as they can be stored, with line feeds only, without white space around them."""
    return _NOT_WORDS.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n")).strip()


def said(element: etree._Element, name: str) -> str:
    """The words of the first child of this name; empty when there is none."""
    found = child(element, name)
    return words(found.text) if found is not None else ""


def name_of(element: etree._Element) -> str:
    """The name a thing was given, on one line."""
    return " ".join(words(element.get("name")).split())


def guid(text: str | None) -> str:
    """An identifier in one spelling: small letters, no braces."""
    return (text or "").strip().strip("{}").lower()[:64]


def target(element: etree._Element) -> str:
    """What a reference points at. Codebooks say it with another attribute than projects."""
    return guid(element.get("targetGUID") or element.get("guid"))


def targets(element: etree._Element, name: str) -> tuple[str, ...]:
    """What the references of this name point at."""
    return tuple(target(each) for each in children(element, name))


def number(text: str | None) -> int:
    """A whole number; -1 where there is none, so that it lies outside every text."""
    told = (text or "").strip()
    return int(told) if re.fullmatch(r"[+-]?\d{1,12}", told) else -1


def yes(text: str | None, usual: bool) -> bool:
    """A yes or no as XML writes it."""
    return {"true": True, "1": True, "false": False, "0": False}.get((text or "").strip().lower(), usual)
