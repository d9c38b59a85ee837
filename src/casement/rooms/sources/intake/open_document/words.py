"""The words of one OpenDocument paragraph: spaces, notes, comments, tracked changes, boxes beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from casement.rooms.sources.intake.open_document.looks import Looks
from casement.rooms.sources.intake.open_document.names import (
    DC,
    DRAW,
    MOST_REPEATS,
    OFFICE,
    PASSED_OVER,
    TEXT,
    count,
)
from casement.rooms.sources.intake.tally import Tally


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, with its number among its kind and the mark that stands for it."""

    kind: str
    number: int
    mark: str
    body: etree._Element | None


class Words:
    """Reads paragraphs in their order in one document."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._looks = Looks()
        self._struck = False
        self._insertions: set[str] = set()
        self._pieces: list[str] = []
        self.boxes: list[etree._Element] = []
        self.notes: list[Note] = []
        self.comments: list[etree._Element] = []
        self._act: dict[object, Callable[[etree._Element], None]] = {
            TEXT + "s": self._spaces,
            TEXT + "tab": lambda _: self._pieces.append("\t"),
            TEXT + "line-break": lambda _: self._pieces.append("\n"),
            TEXT + "note": self._note,
            OFFICE + "annotation": self.comments.append,
            TEXT + "change-start": self.change,
            TEXT + "hidden-text": self._conceal,
            TEXT + "hidden-paragraph": self._conceal,
            DRAW + "frame": self.shape,
            DRAW + "g": self.shape,
            DRAW + "custom-shape": self.shape,
        }

    def learn(self, root: etree._Element) -> None:
        """Learn which styles hide their text, and which tracked changes are insertions."""
        self._looks.learn(root)
        for region in root.iter(TEXT + "changed-region"):
            if region.find(TEXT + "deletion") is not None:
                self._tally["deletion"] += 1
            if region.find(TEXT + "insertion") is not None:
                self._insertions.add(region.get(TEXT + "id", ""))

    def of(self, paragraph: etree._Element) -> str:
        """The words of one paragraph; what stands in boxes beside it is left in `boxes`."""
        self._pieces = []
        self._gather(paragraph)
        return "".join(self._pieces)

    def lines(self, container: etree._Element) -> str:
        """The words of a note, comment or page header, line by line."""
        found = (self.of(paragraph).strip() for paragraph in container.iter(TEXT + "p", TEXT + "h"))
        return "\n".join(words for words in found if words)

    def said_in(self, comment: etree._Element) -> tuple[str, str, str]:
        """The words of a comment, its author and its date as recorded."""
        author, date = (comment.findtext(DC + name) or "" for name in ("creator", "date"))
        return self.lines(comment), author, date

    def _gather(self, element: etree._Element) -> None:
        look = self._looks.of(element)
        if look.hidden:
            self._tally["hidden"] += any(str(words).strip() for words in element.itertext())
            return
        around = self._struck
        if look.struck is not None and not (around and look.struck):
            self._struck = look.struck
            self._tally["struck"] += look.struck and any(str(words).strip() for words in element.itertext())
        self._pieces.append(element.text or "")
        for child in element:
            known = self._act.get(child.tag)
            if known is not None:
                known(child)
            elif child.tag not in PASSED_OVER:
                self._gather(child)
            self._pieces.append(child.tail or "")
        self._struck = around

    def _spaces(self, element: etree._Element) -> None:
        wanted = count(element, TEXT + "c")
        if wanted > MOST_REPEATS:
            self._tally["repeated"] += 1
        self._pieces.append(" " * min(wanted, MOST_REPEATS))

    def _note(self, element: etree._Element) -> None:
        kind = "endnote" if element.get(TEXT + "note-class") == "endnote" else "footnote"
        number = 1 + sum(note.kind == kind for note in self.notes)
        mark = f"[{number}]" if kind == "footnote" else f"[endnote {number}]"
        self.notes.append(Note(kind, number, mark, element.find(TEXT + "note-body")))
        self._pieces.append(mark)

    def change(self, element: etree._Element) -> None:
        """Count the beginning of a tracked insertion."""
        if element.get(TEXT + "change-id", "") in self._insertions:
            self._tally["insertion"] += 1

    def _conceal(self, _: etree._Element) -> None:
        self._tally["hidden"] += 1

    def shape(self, element: etree._Element) -> None:
        """Set a text box aside for after the paragraph; count any other thing drawn."""
        frames = list(element.iter(DRAW + "frame"))
        for frame in frames:
            inside = {child.tag for child in frame}
            if DRAW + "text-box" in inside:
                self.boxes += frame.iterchildren(DRAW + "text-box")
            elif inside & {DRAW + "object", DRAW + "object-ole", DRAW + "floating-frame"}:
                self._tally["embedded"] += 1
            else:
                self._tally["picture"] += 1
        if not frames and next(element.iter(TEXT + "p"), None) is not None:
            self.boxes.append(element)
