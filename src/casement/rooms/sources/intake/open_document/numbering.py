"""Works out the numbers that OpenDocument draws before the items of its lists."""

from lxml import etree

from casement.rooms.sources.intake.lists import drawn
from casement.rooms.sources.intake.open_document.names import STYLE, TEXT, count

_BULLET = "•"


class Numbering:
    """The list styles of one document, and the counters of the list being read, outermost first."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, etree._Element]] = {}
        self._counters: list[int] = []

    def learn(self, root: etree._Element) -> None:
        """Learn the list styles of one part."""
        for style in root.iter(TEXT + "list-style"):
            name = style.get(STYLE + "name", "")
            self._styles[name] = {count(level, TEXT + "level"): level for level in style}

    def begin(self, style: str, depth: int, goes_on: bool) -> None:
        """Begin a list at this depth, going on from the one before where it says so."""
        if goes_on and len(self._counters) >= depth:
            del self._counters[depth:]
            return
        del self._counters[depth - 1 :]
        self._counters += [0] * (depth - 1 - len(self._counters))
        self._counters.append(count(self._level(style, depth), TEXT + "start-value") - 1)

    def next(self, style: str, depth: int, given: int | None) -> str:
        """What is drawn before the next item; `given` is a number that the item sets itself."""
        del self._counters[depth:]
        self._counters[-1] = self._counters[-1] + 1 if given is None else given
        level = self._level(style, depth)
        if level is None or level.tag != TEXT + "list-level-style-number":
            return _BULLET
        first = max(1, depth - count(level, TEXT + "display-levels") + 1)
        figures = (self._figure(style, at) for at in range(first, depth + 1))
        number = ".".join(figure for figure in figures if figure)
        return f"{level.get(STYLE + 'num-prefix', '')}{number}{level.get(STYLE + 'num-suffix', '')}"

    def _figure(self, style: str, depth: int) -> str:
        level = self._level(style, depth)
        form = "1" if level is None else level.get(STYLE + "num-format", "")
        return drawn(self._counters[depth - 1], form)

    def _level(self, style: str, depth: int) -> etree._Element | None:
        return self._styles.get(style, {}).get(depth)
