"""Which cells of an Excel workbook have a line through their words, as a whole or in part."""

from lxml import etree

from casement.rooms.sources.intake.containers import Container
from casement.rooms.sources.intake.markup import parse

_OFF = ("0", "false")


class Struck:
    """The cell styles and the shared words that are struck through; parts that know no such line are not parsed."""

    def __init__(self, container: Container, names: dict[str, str]) -> None:
        self._styles: set[str] = set()
        self._shared: set[str] = set()
        if (root := _part(container, names, "xl/styles.xml")) is not None:
            fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
            struck = {str(place) for place, is_on in enumerate(fonts) if is_on}
            self._styles = {
                str(place)
                for place, style in enumerate(root.iterfind("{*}cellXfs/{*}xf"))
                if style.get("fontId") in struck
            }
        if (root := _part(container, names, "xl/sharedstrings.xml")) is not None:
            self._shared = {str(place) for place, words in enumerate(root.iterfind("{*}si")) if _is_struck(words)}

    def is_on(self, cell: etree._Element) -> bool:
        """Whether a line goes through what this cell says."""
        value, inline = cell.find("{*}v"), cell.find("{*}is")
        if inline is None and (value is None or not value.text):
            return False
        if cell.get("s") in self._styles or (inline is not None and _is_struck(inline)):
            return True
        return cell.get("t") == "s" and value is not None and value.text in self._shared


def _part(container: Container, names: dict[str, str], path: str) -> etree._Element | None:
    data = container.part(names[path]) if path in names else b""
    return parse(data) if b"strike" in data else None


def _is_struck(element: etree._Element) -> bool:
    return any(line.get("val") not in _OFF for line in element.iter("{*}strike"))
