"""Reads a whole PDF: its pages in order, what was added to them, and what has no text."""

import threading
from collections.abc import Mapping

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from casement.rooms.sources.intake.containers import CUT_SHORT, LOCKED
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.pdf import floods
from casement.rooms.sources.intake.pdf.added import attached, write_added
from casement.rooms.sources.intake.pdf.layout import paragraphs
from casement.rooms.sources.intake.pdf.lines import lines
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.intake.scans.page import PageRead
from casement.rooms.sources.intake.scans.picture import NO_WORDS, finish
from casement.rooms.sources.intake.scans.picture import TOO_MANY as TOO_MANY_SCANNED
from casement.rooms.sources.intake.scans.picture import write as write_scan
from casement.rooms.sources.intake.tally import attachments_said, carried_said, pages_said

MOST_PAGES = 5000
MOST_SCANNED = 500
_FEW_CHARACTERS = 200
_MOST_OF_A_PAGE = 0.5
_MOST_OBJECTS = 500
_ONE_AT_A_TIME = threading.Lock()

TOO_MANY_PAGES = f"This PDF has more than {MOST_PAGES:,} pages: split it into smaller files and bring those in."
WRAPPER = "This PDF holds only files attached to it: save those files and bring in each of them."
LIVE_FORM = (
    "This PDF is a form that only Adobe Reader can show: open it there, print it to a new PDF and bring that in."
)


def read(data: bytes, scans: Mapping[int, PageRead] | None = None) -> Extracted:
    """The text of a PDF, page by page; `scans` are pages that a machine has read.

    `Unreadable` where it is broken, locked, too long or has nothing on it.
    """
    if _is_cut_short(data):
        raise Unreadable(CUT_SHORT)
    floods.check(data)
    with _ONE_AT_A_TIME:  # The library may not be entered by two threads.
        document = _opened(data)
        try:
            return _Pages(document, scans or {}).read()
        except pdfium.PdfiumError as broken:
            raise Unreadable(CUT_SHORT) from broken
        finally:
            document.close()


def _is_cut_short(data: bytes) -> bool:
    # The library mends a cut file as best it can, so pages would be lost without a word.
    end = data.rfind(b"%%EOF")
    return end < 0 or b" obj" in data[end:]


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as broken:
        locked = broken.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Unreadable(LOCKED if locked else CUT_SHORT) from broken


class _Pages:
    def __init__(self, document: pdfium.PdfDocument, scans: Mapping[int, PageRead]) -> None:
        self._document = document
        self._scans = scans
        self._text = RunningText()
        self._silent: list[int] = []
        self._pictures: list[int] = []
        self._broken: list[int] = []

    def read(self) -> Extracted:
        count = len(self._document)
        if count > MOST_PAGES:
            raise Unreadable(TOO_MANY_PAGES)
        live_form = self._document.get_formtype() == raw.FORMTYPE_XFA_FULL
        if self._document.get_formtype() != raw.FORMTYPE_NONE:
            self._document.init_forms()
        for number in range(1, count + 1):
            self._page(number)
        files, left = attached(self._document)
        if live_form and len(self._text) < _FEW_CHARACTERS * 5:
            raise Unreadable(LIVE_FORM)
        waiting = tuple(number for number in self._silent if number not in self._scans)
        if len(waiting) > MOST_SCANNED:
            raise Unreadable(TOO_MANY_SCANNED)
        if not len(self._text) and not files and not waiting:
            raise Unreadable(self._refusal(count, left))
        finish(self._text, self._scans)
        if files:
            self._text.kept.append(carried_said([file.name for file in files]))
        self._text.dropped += self._left_out(left)
        return self._text.finish(BY_KEY["pdf"].media_type, tuple(files), waiting)

    def _refusal(self, count: int, names: list[str]) -> str:
        if not count or len(self._broken) == count:
            return CUT_SHORT
        return WRAPPER if names else NO_WORDS

    def _page(self, number: int) -> None:
        try:
            page = self._document[number - 1]
            words = page.get_textpage()
        except pdfium.PdfiumError:
            self._broken.append(number)
            return
        if number in self._scans:
            write_scan(number, self._scans[number], self._text)
            return
        with self._text.span("page", f"page {number}"):
            before = len(self._text)
            for paragraph in paragraphs(list(lines(words))):
                self._text.paragraph(paragraph)
            length = len(self._text) - before
            write_added(page, self._document.formenv, self._text)
        if length < _FEW_CHARACTERS:
            self._look_at(page, number, length)
        words.close()
        page.close()

    def _look_at(self, page: pdfium.PdfPage, number: int, length: int) -> None:
        """Tell a page that is a picture from one that is merely empty or short."""
        objects = raw.FPDFPage_CountObjects(page)
        width, height = page.get_size()
        shown = [raw.FPDFPage_GetObject(page, index) for index in range(min(objects, _MOST_OBJECTS))]
        pictures = [item for item in shown if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_IMAGE]
        covered = max((_area(item) for item in pictures), default=0.0)
        if objects and not length:
            self._silent.append(number)
        elif covered > _MOST_OF_A_PAGE * width * height:
            self._pictures.append(number)

    def _left_out(self, names: list[str]) -> list[str]:
        told = [
            (self._broken, "could not be read", "could not be read"),
            (self._pictures, "is mostly a picture with few words", "are mostly pictures with few words"),
        ]
        sentences = [pages_said(pages, one, many) for pages, one, many in told if pages]
        return sentences + ([attachments_said(names)] if names else [])


def _area(item: object) -> float:
    left, bottom, right, top = (raw.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return float((right.value - left.value) * (top.value - bottom.value))
