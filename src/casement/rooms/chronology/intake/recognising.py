"""What a table file is, by its content; its name must agree."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from olefile import OleFileIO

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, LOCKED, UNSOUND, opened

FORMATS = {
    "xlsx": "Excel workbook (.xlsx, .xlsm)",
    "xls": "Excel 97 to 2003 workbook (.xls)",
    "ods": "OpenDocument spreadsheet (.ods)",
    "docx": "tables in a Word document (.docx)",
    "csv": "table as text (.csv, .tsv, .txt)",
}
_NAMES = {"xlsx": {"xlsx", "xlsm"}, "xls": {"xls"}, "ods": {"ods"}, "docx": {"docx"}, "csv": {"csv", "tsv", "txt"}}
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AGAIN = "Open it in a spreadsheet program and save it as .xlsx."
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"7z\xbc\xaf", "a packed folder"),
    (b"Rar!", "a packed folder"),
    (b"\x1f\x8b", "a packed file"),
)


def format_of(name: str, data: bytes) -> str:
    """One of FORMATS; raises Unreadable when the file is something else, or not what its name says."""
    if not data.strip(b"\0 \r\n\t"):
        raise Unreadable("This file is empty. Ask the agency to send it again.")
    found = _by_content(data)
    ending = PurePath(name.lower()).suffix.removeprefix(".")
    if found == "csv" and not any(ending in names for names in _NAMES.values()):
        raise Unreadable(
            "Casement takes tables as .xlsx, .xls, .ods, .docx or .csv. Ask the agency for one of these."
        )
    if ending not in _NAMES[found]:
        shown = f".{ending}" if ending.isalnum() and len(ending) <= 5 else "nothing Casement knows"
        raise Unreadable(
            f"This file is named as {shown}, but holds {_article(found)}. Ask which is right, then "
            f"give it the ending .{found}."
        )
    return found


def _article(found: str) -> str:
    others = {"csv": "plain text", "ods": "an OpenDocument spreadsheet", "docx": "a Word document"}
    return others.get(found, "an Excel workbook")


def _by_content(data: bytes) -> str:
    if data.startswith(_OLE):
        return _old_office(data)
    if data.startswith(b"PK"):
        return _packed(data)
    for start, what in _OTHERS:
        if data.startswith(start):
            raise Unreadable(f"This is {what}, not a table. Ask the agency for the spreadsheet it came from.")
    head = data[:2000].lstrip().lower()
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"\xef\xbb\xbf<")):
        raise Unreadable(f"This file holds a web page or XML, not a spreadsheet. {_SAVE_AGAIN}")
    return "csv"


def _packed(data: bytes) -> str:
    with opened(data) as archive:
        names = {name.lower() for name in archive.namelist()}
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "mimetype" in names and _reads_as_ods(archive):
            if "meta-inf/manifest.xml" in names and b"encryption-data" in _part(archive, "meta-inf/manifest.xml"):
                raise Unreadable(LOCKED)
            return "ods"
    if "xl/workbook.bin" in names:
        raise Unreadable(f"This is a binary Excel workbook (.xlsb), which Casement does not take. {_SAVE_AGAIN}")
    if "word/document.xml" in names:
        return "docx"
    raise Unreadable("This is a packed folder. Unpack it and bring in the tables inside one by one.")


def _reads_as_ods(archive: zipfile.ZipFile) -> bool:
    return _part(archive, "mimetype").strip() == _ODS


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    found = next(part for part in archive.namelist() if part.lower() == name)
    try:
        return archive.read(found)
    except UNSOUND:
        raise Unreadable(BROKEN) from None


def _old_office(data: bytes) -> str:
    try:
        with OleFileIO(io.BytesIO(data)) as holder:
            streams = {"/".join(path).lower() for path in holder.listdir()}
    except (OSError, ValueError, IndexError, TypeError):
        raise Unreadable(BROKEN) from None
    if "encryptedpackage" in streams:
        raise Unreadable(LOCKED)
    if streams & {"workbook", "book"}:
        return "xls"
    if "worddocument" in streams:
        raise Unreadable("This is an older Word document (.doc). Open it in Word and save it as .docx.")
    raise Unreadable(f"This is an Office file without a table in it. {_SAVE_AGAIN}")
