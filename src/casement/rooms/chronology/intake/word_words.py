"""The words of a stretch of a Word document, with all changes accepted, and a count of what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

# What another program stores twice, or what a writer took away.
_PASSED_OVER = frozenset({"Fallback", "instrText", "delText", "rPr", "pPr", "tcPr", "tblPr", "tblGrid"})
_TAKEN_AWAY = frozenset({"del", "moveFrom"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\N{REPLACEMENT CHARACTER}"}


@dataclass
class Told:
    """How much of what stays in the file: tracked deletions, hidden words, pictures, notes, counted numbers.

    `beside` are the paragraphs that stand in no table.
    """

    deleted: int = 0
    hidden: int = 0
    pictures: int = 0
    notes: int = 0
    counted: int = 0
    beside: int = 0

    def sentences(self) -> tuple[str, ...]:
        """A sentence for each thing that was met."""
        said = (
            (self.beside, "Paragraphs beside the tables, which stay in the file: {}. Bring the file in as a record "
             "too if they matter."),
            (self.deleted, "Tracked deletions, which are left out: {}."),
            (self.hidden, "Pieces of hidden text, which are left out: {}."),
            (self.counted, "Lines that Word numbers by itself: {}. Those numbers are not in the file and do not "
             "come in."),
            (self.notes, "Footnotes and comments, which stay in the file: {}."),
            (self.pictures, "Pictures, which stay in the file: {}."),
        )  # fmt: skip
        return tuple(sentence.format(f"{count:,}") for count, sentence in said if count)


def kind_of(element: etree._Element) -> str:
    """The name of an element without its space of names; empty for a remark of XML."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def setting(element: etree._Element) -> str:
    """The value of a setting of Word; empty where it has none."""
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}val")), "")


def words(element: etree._Element, told: Told) -> str:
    """The words of a cell or paragraph, a line for each paragraph, without space at either end."""
    into: list[str] = []
    _gather(element, into, told)
    return "".join(into).strip("\n ")


def _gather(element: etree._Element, into: list[str], told: Told) -> None:
    for child in element:
        kind = kind_of(child)
        if kind == "t":
            into.append(child.text or "")
        elif kind in _SIGNS:
            into.append(_SIGNS[kind])
        elif kind in _TAKEN_AWAY:
            told.deleted += 1
        elif kind == "r" and _is_hidden(child):
            told.hidden += 1
        elif kind in ("footnoteReference", "endnoteReference", "commentReference"):
            told.notes += 1
        elif kind in ("drawing", "pict", "object"):
            told.pictures += 1
            _gather(child, into, told)
        elif kind not in _PASSED_OVER:
            if kind == "p":
                told.counted += child.find("{*}pPr/{*}numPr") is not None and child.find(".//{*}t") is not None
            _gather(child, into, told)
            if kind == "p":
                into.append("\n")
            elif kind == "tc":
                into.append("\t")


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find("{*}rPr/{*}vanish")
    return hidden is not None and setting(hidden) not in ("0", "false", "off")
