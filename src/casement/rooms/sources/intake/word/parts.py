"""Finds and parses the parts of a Word file by their relationships."""

import posixpath

from lxml import etree

from casement.rooms.sources.intake.containers import CUT_SHORT, Container
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.outside import Fields, ask_field, check_office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# The strict form of the standard differs from the usual one by its names only.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


class Parts:
    """The parts of one Word file. `Unreadable` where the main part is missing or any read part is broken.

    Also where it would fetch something. `left` counts what it leaves behind where it was made.
    """

    def __init__(self, data: bytes) -> None:
        self._container = Container(data)
        self.left = check_office(self._container)
        self._main = self._first_target("", "officeDocument")
        self.links = self._relationships(self._main)

    def main(self) -> etree._Element:
        """The root of the main document."""
        return self._parse(self._main)

    def named(self, kind: str) -> etree._Element | None:
        """The part of this kind beside the main document (`styles`, `footnotes`, ...), where there is one."""
        for of_kind, target in self.links.values():
            if of_kind == kind:
                return self._parse(target) if target in self._container.names else None
        return None

    def linked(self, link: str) -> etree._Element | None:
        """The part that a relationship of the main document points to, where it is inside the file."""
        _, target = self.links.get(link, ("", ""))
        return self._parse(target) if target in self._container.names else None

    def _parse(self, name: str) -> etree._Element:
        data = self._container.part(name)
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        root = parse(data)
        if b"instr" in data:
            self.left += _asked(root)
        return root

    def _first_target(self, source: str, kind: str) -> str:
        for of_kind, target in self._relationships(source).values():
            if of_kind == kind and target in self._container.names:
                return target
        raise Unreadable(CUT_SHORT)

    def _relationships(self, source: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._container.names:
            return {}
        return {
            link.get("Id", ""): (
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/"),
            )
            for link in parse(self._container.part(path))
            if link.get("TargetMode") != "External"
        }


def _asked(root: etree._Element) -> int:
    """How many fields left something behind where the file was made. `Unreadable` where one fetches."""
    fields, left = Fields(), 0
    for element in root.iter(W + "fldChar", W + "instrText", W + "fldSimple"):
        match element.tag, element.get(W + "fldCharType"):
            case _, "begin":
                fields.begin()
            case _, "separate":
                fields.settle()
            case _, "end":
                fields.end()
            case tag, _ if tag == W + "instrText":
                fields.say(element.text or "")
            case _:
                left += ask_field(element.get(W + "instr") or "")
    return left + fields.left
