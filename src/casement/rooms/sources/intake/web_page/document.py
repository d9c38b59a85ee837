"""Walks through a web page and writes down what it would show, block by block."""

import re
from contextlib import ExitStack

from lxml import etree, html

from casement.rooms.sources.intake.containers import CUT_SHORT
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText, Table
from casement.rooms.sources.intake.web_page.letters import decode_page

_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_SILENT = frozenset({"script", "style", "template", "head", "svg", "math", "canvas", "datalist", "noscript"})
_FRAMES = frozenset({"iframe", "frame", "object", "embed", "audio", "video"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li"}
    | {
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
    }
    | {"th", "thead", "title", "tr", "ul", "caption", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read(data: bytes) -> Extracted:
    """The words of a web page. `Unreadable` where its letters cannot be told."""
    characters, kept = decode_page(data)
    text = RunningText()
    text.kept += kept
    write(characters, text)
    return text.finish(BY_KEY["html"].media_type)


def write(page: str, text: RunningText) -> None:
    """Write the words of a page into a text in the making. `Unreadable` where it cannot be parsed at all."""
    # A stated encoding would be asked a second time, and null characters end the parser's work too early.
    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", _CONTROL.sub("", page))
    if not page.strip():
        return
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(page, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable(CUT_SHORT) from broken
    _Walk(text).through(root)


class _Walk:
    def __init__(self, text: RunningText) -> None:
        self._text = text
        self._tables: list[Table | None] = []
        self._scopes: list[ExitStack] = []
        self._pieces: list[str] = []
        self._level = 0
        self._as_is = 0
        self._lists: list[int | None] = []
        self._mark = ""

    def through(self, root: etree._Element) -> None:
        # Step by step rather than level by level: pages nest far deeper than a program's calls may.
        walk = etree.iterwalk(root, events=("start", "end"))
        silent: etree._Element | None = None
        for event, element in walk:
            if event == "start":
                if self._is_silent(element):
                    silent = element
                    walk.skip_subtree()
                else:
                    self._begin(element)
                    self._say(element.text)
            else:
                if element is silent:
                    silent = None
                else:
                    self._end(element)
                self._say(element.tail)
        self._flush()

    def _is_silent(self, element: etree._Element) -> bool:
        tag = element.tag
        if tag in _SILENT or (tag == "option" and element.get("selected") is None):
            return True
        if tag in _FRAMES:
            self._text.tally["frame"] += 1
            return True
        hides = element.get("hidden") is not None or _HIDING.search(element.get("style") or "")
        if not hides and tag != "del":
            return False
        if any(str(words).strip() for words in element.itertext()):
            self._text.tally["hidden" if hides else "deletion"] += 1
        return True

    def _begin(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        if tag in ("s", "strike") or _LINE_THROUGH.search(element.get("style") or ""):
            self._text.tally["struck"] += any(str(words).strip() for words in element.itertext())
        match tag:
            case "br":
                self._pieces.append("\n")
            case "img":
                self._text.tally["picture"] += 1
            case "input":
                self._input(element)
            case "pre" | "textarea":
                self._as_is += 1
            case "ol":
                start = element.get("start") or "1"
                self._lists.append(int(start) if start.isdecimal() and len(start) < 7 else 1)
            case "ul" | "menu":
                self._lists.append(None)
            case "li":
                self._mark = self._next_mark()
            case "table":
                self._begin_table(element)
            case "tr" if self._tables:
                if self._tables[-1] is not None:
                    self._tables[-1].row()
            case "td" | "th":
                self._begin_cell(element)
            case _ if tag in _HEADINGS:
                self._level = _HEADINGS[tag]

    def _end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        match tag:
            case "pre" | "textarea":
                self._as_is -= 1
            case "ol" | "ul" | "menu" if self._lists:
                self._lists.pop()
            case "td" | "th":
                self._scopes.pop().close()
            case "table":
                self._tables.pop()
                self._scopes.pop().close()
            case _ if tag in _HEADINGS:
                self._level = 0

    def _begin_table(self, element: etree._Element) -> None:
        scope = ExitStack()
        for_looks = element.get("role") in ("presentation", "none")
        self._tables.append(None if for_looks else scope.enter_context(self._text.table()))
        self._scopes.append(scope)

    def _begin_cell(self, element: etree._Element) -> None:
        scope = ExitStack()
        table = self._tables[-1] if self._tables else None
        if table is not None:
            columns = element.get("colspan") or "1"
            scope.enter_context(table.cell(int(columns) if columns.isdecimal() and len(columns) < 4 else 1))
        self._scopes.append(scope)

    def _input(self, element: etree._Element) -> None:
        kind = (element.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            self._pieces.append("☒ " if element.get("checked") is not None else "☐ ")
        elif kind not in ("hidden", "password", "submit", "button", "reset", "image", "file"):
            self._pieces.append(element.get("value") or "")

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "• "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "

    def _say(self, words: str | None) -> None:
        if words:
            self._pieces.append(words if self._as_is else _SPACE.sub(" ", words))

    def _flush(self) -> None:
        words = "".join(self._pieces)
        self._pieces.clear()
        if not self._as_is:
            words = re.sub(r" *\n *", "\n", re.sub(r"  +", " ", words))
        if not words.strip():
            return
        mark, self._mark = self._mark, ""
        if self._level:
            self._text.heading(mark + words.strip(), self._level)
        else:
            self._text.paragraph(mark + words.strip("\n" if self._as_is else None))
