"""What a style means for the text: a heading's level, hidden letters, a list's numbers."""

from dataclasses import dataclass

from lxml import etree

from casement.rooms.sources.intake.word.parts import W

_OFF = frozenset({"0", "false", "off", "none"})


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a switch such as `vanish` is set; None where the properties do not speak of it."""
    switch = None if properties is None else properties.find(W + name)
    return None if switch is None else switch.get(W + "val") not in _OFF


def is_struck(properties: etree._Element | None) -> bool | None:
    """Whether a line goes through the letters; None where the properties do not speak of it."""
    single, double = is_on(properties, "strike"), is_on(properties, "dstrike")
    return single if double is None else double or bool(single)


def number_of(element: etree._Element | None) -> int | None:
    """The whole number in an element's value, where it holds one."""
    value = None if element is None else element.get(W + "val")
    return int(value) if value and value.lstrip("-").isdecimal() else None


def list_place(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """Which list a paragraph belongs to and how deep, as far as its properties say."""
    place = None if properties is None else properties.find(W + "numPr")
    if place is None:
        return None, None
    of_list = place.find(W + "numId")
    return (None if of_list is None else of_list.get(W + "val")), number_of(place.find(W + "ilvl"))


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says, after those it is based on."""

    level: int = 0
    hidden: bool = False
    struck: bool = False
    of_list: str | None = None
    depth: int | None = None


class Styles:
    """The styles of one document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str | None, Style] = {None: Style()}
        self.default: str | None = None
        for element in () if root is None else root.iterchildren(W + "style"):
            key = element.get(W + "styleId", "")
            self._elements[key] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self.default = key

    def of(self, key: str | None) -> Style:
        """The style of this id; a plain one where the document does not define it."""
        if key not in self._known:
            self._known[key] = Style()  # A style based on itself ends here.
            element = self._elements.get(key or "")
            if element is not None:
                self._known[key] = self._resolve(element)
        return self._known[key]

    def _resolve(self, element: etree._Element) -> Style:
        based_on = element.find(W + "basedOn")
        base = Style() if based_on is None else self.of(based_on.get(W + "val"))
        paragraph = element.find(W + "pPr")
        of_list, depth = list_place(paragraph)
        letters = element.find(W + "rPr")
        hidden, struck = is_on(letters, "vanish"), is_struck(letters)
        return Style(
            level=self._level(element, paragraph, base),
            hidden=base.hidden if hidden is None else hidden,
            struck=base.struck if struck is None else struck,
            of_list=base.of_list if of_list is None else of_list,
            depth=base.depth if depth is None else depth,
        )

    @staticmethod
    def _level(element: etree._Element, paragraph: etree._Element | None, base: Style) -> int:
        outline = number_of(None if paragraph is None else paragraph.find(W + "outlineLvl"))
        if outline is not None:
            return outline + 1 if 0 <= outline <= 8 else 0
        title = element.find(W + "name")
        name = "" if title is None else (title.get(W + "val") or "").lower()
        if name == "title":
            return 1
        if name.startswith("heading ") and name[8:].isdecimal():
            return min(int(name[8:]), 9)
        return base.level
