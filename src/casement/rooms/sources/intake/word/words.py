"""The words of one Word paragraph: runs, tracked changes, fields, marks of notes, boxes beside it."""

from collections.abc import Callable
from itertools import chain

from lxml import etree

from casement.rooms.sources.intake.symbols import draws_signs, sign
from casement.rooms.sources.intake.tally import Tally
from casement.rooms.sources.intake.word.parts import W
from casement.rooms.sources.intake.word.styles import Style, Styles, is_on, is_struck

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWN_KINDS = {"picture": "picture", "chart": "drawing", "chartex": "drawing", "diagram": "drawing"}

_QUOTED = 300


class Words:
    """Reads paragraphs in their order in one document, keeping what runs on from one to the next."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally
        self._pieces: list[str] = []
        self._fields: list[bool] = []
        self._style = Style()
        self.boxes: list[etree._Element] = []
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.commented: dict[str, list[str]] = {}
        self._open_comments: dict[str, list[str]] = {}
        nothing = self._nothing
        self._act: dict[object, Callable[[etree._Element], None]] = {
            W + "r": self._run,
            W + "t": self._text,
            W + "tab": self._tab,
            W + "ptab": self._tab,
            W + "br": self._line_end,
            W + "cr": self._line_end,
            W + "noBreakHyphen": lambda _: self._put("\u2011"),
            W + "softHyphen": lambda _: self._put("\u00ad"),
            W + "sym": self._symbol,
            W + "ins": lambda element: self._tracked(element, "insertion"),
            W + "moveTo": lambda element: self._tracked(element, "move"),
            W + "del": lambda _: self._tally.update(("deletion",)),
            W + "moveFrom": nothing,
            W + "fldChar": self._field,
            W + "footnoteReference": lambda element: self._note(element, self.footnotes, "[{}]"),
            W + "endnoteReference": lambda element: self._note(element, self.endnotes, "[endnote {}]"),
            W + "commentRangeStart": self._comment_begins,
            W + "commentRangeEnd": self._comment_ends,
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._object,
            W + "txbxContent": self.boxes.append,
            W + "sdt": self._control,
            W + "ruby": self._ruby,
            _MC + "AlternateContent": self._alternatives,
            _MATHS + "t": self._text,
            W + "pPr": nothing,
            W + "rPr": nothing,
            W + "instrText": nothing,
            W + "delText": nothing,
            W + "delInstrText": nothing,
            W + "sdtPr": nothing,
            W + "sdtEndPr": nothing,
            W + "smartTagPr": nothing,
            W + "customXmlPr": nothing,
        }

    def of(self, paragraph: etree._Element, style: Style | None = None) -> str:
        """The words of one paragraph; what stands in boxes beside it is left in `boxes`."""
        self._pieces = []
        self._style = style or Style()
        for passage in self._open_comments.values():
            passage.append(" ")
        self._children(paragraph)
        if any(self._fields):  # A field's instruction ends with its paragraph, whatever a broken file says.
            self._fields.clear()
        return "".join(self._pieces)

    def _children(self, element: etree._Element) -> None:
        act = self._act
        for child in element:
            known = act.get(child.tag)
            if known is not None:
                known(child)
            else:
                # What is not known here is looked into, so that no wrapper can swallow words.
                self._children(child)

    def _nothing(self, _: etree._Element) -> None:
        return

    def _put(self, text: str) -> None:
        if any(self._fields):
            return
        self._pieces.append(text)
        for passage in self._open_comments.values():
            passage.append(text)

    def _run(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        if properties is None and not (self._style.hidden or self._style.struck):
            self._children(run)
            return
        named = None if properties is None else properties.find(W + "rStyle")
        own = Style() if named is None else self._styles.of(named.get(W + "val"))
        hidden, struck = is_on(properties, "vanish"), is_struck(properties)
        if hidden is None:
            hidden = self._style.hidden or own.hidden
        if struck is None:
            struck = self._style.struck or own.struck
        if not hidden:
            self._children(run)
        if hidden or struck:
            said = any((text.text or "").strip() for text in run.iterchildren(W + "t"))
            self._tally["hidden" if hidden else "struck"] += said

    def _text(self, element: etree._Element) -> None:
        if element.text:
            self._put(element.text)

    def _tab(self, _: etree._Element) -> None:
        self._put("\t")

    def _line_end(self, _: etree._Element) -> None:
        self._put("\n")

    def _symbol(self, element: etree._Element) -> None:
        font = element.get(W + "font") or ""
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            code = 0
        known = sign(code, font)
        if not known and 0x20 <= code < 0xE000 and not draws_signs(font):
            known = chr(code)
        if not known:
            self._tally["symbol"] += 1
        self._put(known or "\N{REPLACEMENT CHARACTER}")

    def _tracked(self, element: etree._Element, kind: str) -> None:
        if len(element):
            self._tally[kind] += 1
        self._children(element)

    def _field(self, element: etree._Element) -> None:
        match element.get(W + "fldCharType"):
            case "begin":
                self._form_field(element.find(W + "ffData"))
                self._fields.append(True)
            case "separate" if self._fields:
                self._fields[-1] = False
            case "end" if self._fields:
                self._fields.pop()

    def _form_field(self, field: etree._Element | None) -> None:
        if field is None:
            return
        box, choices = field.find(W + "checkBox"), field.find(W + "ddList")
        if box is not None:
            ticked = is_on(box, "checked")
            self._put("☒" if (is_on(box, "default") if ticked is None else ticked) else "☐")
        elif choices is not None:
            chosen = choices.find(W + "result")
            index = "0" if chosen is None else chosen.get(W + "val", "0")
            entries = [entry.get(W + "val", "") for entry in choices.iterchildren(W + "listEntry")]
            if index.isdecimal() and int(index) < len(entries):
                self._put(entries[int(index)])

    def _note(self, element: etree._Element, notes: list[str], mark: str) -> None:
        notes.append(element.get(W + "id", ""))
        self._put(mark.format(len(notes)))

    def _comment_begins(self, element: etree._Element) -> None:
        key = element.get(W + "id", "")
        self._open_comments[key] = self.commented.setdefault(key, [])

    def _comment_ends(self, element: etree._Element) -> None:
        self._open_comments.pop(element.get(W + "id", ""), None)

    def passage(self, comment: str) -> str:
        """The words that a comment was put on, shortened where they are many."""
        words = " ".join("".join(self.commented.get(comment, ())).split())
        return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()}…"

    def _alternatives(self, element: etree._Element) -> None:
        # Word writes the same box or picture twice, for new and old programs: one of them is read.
        for choice in chain(element.iterchildren(_MC + "Choice"), element.iterchildren(_MC + "Fallback")):
            if len(choice):
                self._children(choice)
                return

    def _drawing(self, element: etree._Element) -> None:
        boxes = [box for box in element.iter(W + "txbxContent") if not _inside_box(box, element)]
        self.boxes += boxes
        for data in element.iter("{*}graphicData"):
            kind = _DRAWN_KINDS.get((data.get("uri") or "").rpartition("/")[2])
            if kind:
                self._tally[kind] += 1
        self._tally["picture"] += sum(1 for _ in element.iter("{urn:schemas-microsoft-com:vml}imagedata"))

    def _object(self, element: etree._Element) -> None:
        if next(element.iter("{urn:schemas-microsoft-com:office:office}OLEObject"), None) is not None:
            self._tally["embedded"] += 1
        else:
            self._drawing(element)

    def _control(self, element: etree._Element) -> None:
        properties = element.find(W + "sdtPr")
        is_box = properties is not None and properties.find(_W14 + "checkbox") is not None
        if not is_box and is_unfilled(element):
            self._tally["unfilled"] += 1
        self._children(element)

    def _ruby(self, element: etree._Element) -> None:
        for base in element.iterchildren(W + "rubyBase"):
            self._children(base)


def is_unfilled(control: etree._Element) -> bool:
    """Whether a form field shows its prompt, because nobody has put anything in."""
    prompts = is_on(control.find(W + "sdtPr"), "showingPlcHdr")
    return bool(prompts) and any((text.text or "").strip() for text in control.iter(W + "t"))


def _inside_box(box: etree._Element, top: etree._Element) -> bool:
    parent = box.getparent()
    while parent is not None and parent is not top:
        if parent.tag in (W + "txbxContent", _MC + "Fallback"):
            return True
        parent = parent.getparent()
    return False
