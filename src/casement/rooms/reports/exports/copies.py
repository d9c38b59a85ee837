"""One copy of a report as a file: which writer makes it, what the file is called, whether a name is left in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import unescape

import pypdfium2

from casement.rooms.reports.exports.pdf import Unmade, pdf_bytes
from casement.rooms.reports.exports.shell import html_bytes
from casement.rooms.reports.exports.word import docx_bytes
from casement.rooms.reports.rules.material import Known
from casement.rooms.reports.rules.naming import Register
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import Format

WRITERS: dict[str, Callable[[ReportTree], bytes]] = {
    Format.DOCX: docx_bytes,
    Format.PDF: pdf_bytes,
    Format.HTML: html_bytes,
}
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:\w+:)?(?:p|li|td|th|tr|h\d|title|caption)>|<(?:\w+:)?br\s*/?>")


def write(tree: ReportTree, kind: str) -> bytes:
    """The report as a file of this kind. Raises Unmade with a sentence when that cannot be done."""
    return WRITERS[kind](tree)


def file_name(number: int, edition: str, kind: str) -> str:
    """What a copy is called: never a title or a name."""
    return f"report-{edition}-copy-{number}.{kind}"


def names_in_file(content: bytes, kind: str, register: Iterable[Known]) -> tuple[str, ...]:
    """The labels of everybody whose name is anywhere in a finished file, its properties included."""
    known = Register(register)
    return tuple(dict.fromkeys(label for text in texts_of(content, kind) for label in known.left_in(text)))


def texts_of(content: bytes, kind: str) -> Iterator[str]:
    """Every text a finished file holds, as a reader or a search would meet it."""
    if kind == Format.DOCX:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from bare(packed.read(name).decode("utf-8", "replace"))
    elif kind == Format.PDF:
        yield from pdf_texts(content)
    else:
        yield from bare(content.decode())


def bare(markup: str) -> Iterator[str]:
    """Marked-up text without its tags, paragraph by paragraph; attributes are read as well."""
    for piece in _BREAK.split(markup):
        yield unescape(_TAG.sub("", piece))
    yield from (unescape(value) for value in re.findall(r'="([^"]*)"', markup))


def pdf_texts(content: bytes) -> Iterator[str]:
    """The properties and the pages of a PDF."""
    opened = pypdfium2.PdfDocument(content)
    try:
        yield from opened.get_metadata_dict().values()
        yield from (mark.get_title() for mark in opened.get_toc())
        for page in opened:
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()
    finally:
        opened.close()


__all__ = ["Unmade", "file_name", "names_in_file", "write"]
