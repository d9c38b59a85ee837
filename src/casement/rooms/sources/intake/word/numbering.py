"""Works out the numbers that Word draws before the paragraphs of a list."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from casement.rooms.sources.intake.lists import drawn
from casement.rooms.sources.intake.word.parts import W
from casement.rooms.sources.intake.word.styles import is_on, number_of

_FORMS = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "decimalZero": "01",
    "none": "",
}
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list counts and looks."""

    form: str = "decimal"
    look: str = ""
    start: int = 1
    plain: bool = False


class Numbering:
    """The lists of one document, counting as its paragraphs are read in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is None:
            return
        by_style: dict[str, str] = {}
        linked: dict[str, str] = {}
        for abstract in root.iterchildren(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = {_depth(level): _level(level) for level in abstract.iterchildren(W + "lvl")}
            for name, names in (("styleLink", by_style), ("numStyleLink", linked)):
                link = abstract.find(W + name)
                if link is not None:
                    names[link.get(W + "val", "") if names is by_style else key] = (
                        key if names is by_style else link.get(W + "val", "")
                    )
        for number in root.iterchildren(W + "num"):
            self._add(number, by_style, linked)

    def _add(self, number: etree._Element, by_style: dict[str, str], linked: dict[str, str]) -> None:
        abstract = number.find(W + "abstractNumId")
        of = "" if abstract is None else abstract.get(W + "val", "")
        of = by_style.get(linked.get(of, ""), of)
        levels = dict(self._levels.get(of, {}))
        restarts: dict[int, int] = {}
        for override in number.iterchildren(W + "lvlOverride"):
            depth = _depth(override)
            own = override.find(W + "lvl")
            if own is not None:
                levels[depth] = _level(own)
            start = number_of(override.find(W + "startOverride"))
            if start is not None:
                levels[depth] = replace(levels.get(depth, Level()), start=start)
                restarts[depth] = start
        key = number.get(W + "numId", "")
        self._lists[key] = (of, levels)
        self._restarts[key] = restarts

    def next(self, key: str, depth: int) -> str:
        """What Word draws before the next paragraph of this list at this depth; empty where nothing."""
        if key not in self._lists:
            return ""
        of, levels = self._lists[key]
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(of, {})
        for restarted in self._restarts.pop(key, {}):
            counters.pop(restarted, None)
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        if level.form == "bullet":
            return _BULLET
        return _PLACE.sub(lambda place: self._figure(int(place[1]) - 1, level, levels, counters), level.look)

    @staticmethod
    def _figure(depth: int, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
        of_depth = levels.get(depth, Level())
        number = counters.get(depth, of_depth.start)
        return drawn(number, "1" if level.plain else _FORMS.get(of_depth.form, "1"))


def _depth(element: etree._Element) -> int:
    value = element.get(W + "ilvl", "0")
    return int(value) if value.isdecimal() else 0


def _level(element: etree._Element) -> Level:
    form, look, start = (element.find(W + name) for name in ("numFmt", "lvlText", "start"))
    first = number_of(start)
    return Level(
        form="decimal" if form is None else form.get(W + "val", "decimal"),
        look="" if look is None else look.get(W + "val", ""),
        start=1 if first is None else first,
        plain=bool(is_on(element, "isLgl")),
    )
