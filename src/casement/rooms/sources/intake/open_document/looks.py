"""What OpenDocument styles do to letters: hide them, or draw a line through them."""

from dataclasses import dataclass

from lxml import etree

from casement.rooms.sources.intake.open_document.names import STYLE, TEXT

_LINES = (STYLE + "text-line-through-style", STYLE + "text-line-through-type")
_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})


@dataclass(frozen=True, slots=True)
class Look:
    """What one style says; None where it leaves it to what stands around."""

    hidden: bool = False
    struck: bool | None = None


class Looks:
    """The styles of one document by family and name, each with what it takes over from its parent."""

    def __init__(self) -> None:
        self._styles: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], Look] = {}

    def learn(self, root: etree._Element) -> None:
        """Learn the styles of one part."""
        for style in root.iter(STYLE + "style"):
            self._styles[style.get(STYLE + "family", "text"), style.get(STYLE + "name", "")] = style

    def of(self, element: etree._Element) -> Look:
        """What the style of a paragraph or of a stretch of words says."""
        name = element.get(TEXT + "style-name")
        return Look() if name is None else self._of("paragraph" if element.tag in _PARAGRAPHS else "text", name)

    def _of(self, family: str, name: str) -> Look:
        key = family, name
        if key not in self._known:
            self._known[key] = Look()  # A style that is its own parent ends here.
            style = self._styles.get(key)
            if style is not None:
                parent = style.get(STYLE + "parent-style-name")
                base = Look() if parent is None else self._of(family, parent)
                self._known[key] = _look(style.find(STYLE + "text-properties"), base)
        return self._known[key]


def _look(letters: etree._Element | None, base: Look) -> Look:
    if letters is None:
        return base
    display = letters.get(TEXT + "display")
    line = next((value for name in _LINES if (value := letters.get(name)) is not None), None)
    return Look(
        hidden=base.hidden if display is None else display == "none",
        struck=base.struck if line is None else line != "none",
    )
