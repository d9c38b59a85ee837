"""What people put on a PDF page afterwards: form answers, comments, attached files."""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from casement.rooms.sources.intake.containers import MOST_UNPACKED
from casement.rooms.sources.intake.extracted import Inside
from casement.rooms.sources.intake.running_text import RunningText

MOST_FILES = 500
_TICKED = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
_TYPED = frozenset({raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX})
_COMMENTS = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
        raw.FPDF_ANNOT_STAMP,
    }
)


def write_added(page: pdfium.PdfPage, form: pdfium.PdfFormEnv | None, text: RunningText) -> None:
    """Write the form answers and comments of one page after its own text."""
    for note in _annotations(page):
        kind = raw.FPDFAnnot_GetSubtype(note)
        if raw.FPDFAnnot_GetFlags(note) & raw.FPDF_ANNOT_FLAG_HIDDEN:
            continue
        if kind == raw.FPDF_ANNOT_WIDGET and form is not None:
            _write_answer(note, form, text)
        elif kind in _COMMENTS:
            _write_comment(note, text)


def _annotations(page: pdfium.PdfPage) -> Iterator[object]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            try:
                yield note
            finally:
                raw.FPDFPage_CloseAnnot(note)


def _write_answer(note: object, form: pdfium.PdfFormEnv, text: RunningText) -> None:
    kind = raw.FPDFAnnot_GetFormFieldType(form, note)
    if kind in _TICKED:
        answer = "☒" if raw.FPDFAnnot_IsChecked(form, note) else "☐"
        choice = _string(lambda into, size: raw.FPDFAnnot_GetFormFieldExportValue(form, note, into, size))
        if kind == raw.FPDF_FORMFIELD_RADIOBUTTON and choice:
            answer = f"{answer} {choice}"
    elif kind in _TYPED:
        answer = _string(lambda into, size: raw.FPDFAnnot_GetFormFieldValue(form, note, into, size))
    else:
        return
    if answer.strip():
        question = _string(
            lambda into, size: raw.FPDFAnnot_GetFormFieldAlternateName(form, note, into, size)
        ) or _string(lambda into, size: raw.FPDFAnnot_GetFormFieldName(form, note, into, size))
        text.tally["form_field"] += 1
        text.paragraph(f"{question.strip() or 'Form field'}: {answer}", " (form answer)")


def _write_comment(note: object, text: RunningText) -> None:
    words = _string(lambda into, size: raw.FPDFAnnot_GetStringValue(note, b"Contents", into, size)).strip()
    author = _string(lambda into, size: raw.FPDFAnnot_GetStringValue(note, b"T", into, size))
    if not words and raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_STRIKEOUT:
        text.tally["struck"] += 1
    text.comment(words, author)


def _string(fill: Callable[[object, int], int]) -> str:
    """The words that a library call fills into a buffer, asked first for their length."""
    size = fill(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    fill(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", errors="replace")


def attached(document: pdfium.PdfDocument) -> tuple[list[Inside], list[str]]:
    """The files that travel inside the PDF, and the names of those that cannot be taken out."""
    files: list[Inside] = []
    left: list[str] = []
    size = 0
    for index in range(document.count_attachments()):
        name = ""
        try:
            one = document.get_attachment(index)
            name = one.get_name()
            data = bytes(one.get_data())
        except pdfium.PdfiumError:
            data = b""
        size += len(data)
        if data and size <= MOST_UNPACKED and len(files) < MOST_FILES:
            files.append(Inside(name or "attachment", data))
        else:
            left.append(name)
    return files, left
