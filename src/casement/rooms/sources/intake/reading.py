"""Reads one file: looks what it is, checks that its name agrees, and hands it to the right reader."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath

from casement.rooms.sources.intake.containers import LOCKED, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_ENDING, MEGABYTE, MOST_BYTES, Format
from casement.rooms.sources.intake.recognise import recognise
from casement.rooms.sources.intake.scans.page import PageRead

_READERS = {
    "docx": "word",
    "doc": "office.asking:read_doc",
    "xls": "office.asking:read_xls",
    "pdf": "pdf",
    "odt": "open_document",
    "rtf": "rich_text",
    "html": "web_page",
    "txt": "plain",
    "md": "markdown",
    "xlsx": "sheets.workbook:read_xlsx",
    "ods": "sheets.workbook:read_ods",
    "csv": "sheets.separated",
    "vtt": "captions:read_vtt",
    "srt": "captions:read_srt",
    "eml": "mail",
    "png": "scans.picture",
    "jpg": "scans.picture",
    "tif": "scans.picture",
    "msg": "mail.outlook",
    "zip": "packed",
}
# What each kind of content may call itself.
_AGREES = {
    "text": ("txt", "md", "csv", "vtt", "srt"),
    "fragment": ("html", "txt", "md", "csv", "vtt", "srt"),
    "eml": ("eml", "txt", "md", "csv"),
}
_INSIDE = {
    "docx": "a Word document",
    "doc": "an older Word document",
    "xls": "an older Excel workbook",
    "pdf": "a PDF",
    "odt": "an OpenDocument text",
    "rtf": "a Rich Text document",
    "html": "a web page",
    "xlsx": "an Excel workbook",
    "ods": "an OpenDocument spreadsheet",
    "eml": "an e-mail",
    "msg": "an Outlook message",
    "png": "a PNG picture",
    "jpg": "a JPEG picture",
    "tif": "a TIFF picture",
    "zip": "a packed folder",
}

BROKEN = "This file may be damaged and could not be read: open it, save a fresh copy and bring that in."

_REFUSALS = {
    "empty": "This file is empty: check that the right file was chosen, and bring it in again.",
    "locked": LOCKED,
    "docm": "This Word document carries macros: open it in Word, save it as a plain .docx and bring that in.",
    "ppt": "This is a set of slides: save it as PDF and bring that in.",
    "pptx": "This is a set of slides: save it as PDF and bring that in.",
    "archive": "This is a folder packed into one file: unpack it and bring in the files inside.",
    "picture": "This is a picture of a kind that is not taken: save it as PNG, JPEG or PDF and bring that in, "
    "or type up what it shows.",
    "sound": "This is a sound or film recording: write up what it says and bring in the text.",
    "unknown": "Casement cannot tell what this file is: open it where it was made, save it as PDF or .docx "
    "and bring that in.",
}


def read(name: str, data: bytes, scans: Mapping[int, PageRead] | None = None) -> Extracted:
    """The text of a file, its places, and what was kept or left out. `scans` are pages a machine has read.

    The reader is chosen by the content; the ending of `name` must agree. `Unreadable` for everything that is
    not taken, is broken, locked, too large or empty, or whose ending says something else than its content.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"This file is larger than {MOST_BYTES // MEGABYTE} MB: split it into smaller files and bring those in."
        )
    try:
        chosen = choose(name, data)
        place, _, reads = _READERS[chosen.key].partition(":")
        reader = import_module(f"casement.rooms.sources.intake.{place}")
        extracted: Extracted
        if place == "scans.picture":
            extracted = reader.read(data, scans or {}, chosen.key)
        elif place == "pdf":
            extracted = reader.read(data, scans or {})
        else:
            extracted = getattr(reader, reads or "read")(data)
    except Unreadable:
        raise
    except (RecursionError, MemoryError) as full:
        raise Unreadable(TOO_MUCH_INSIDE) from full
    except Exception as broken:  # A broken file can bring a parser down in ways that nobody has listed.
        raise Unreadable(BROKEN) from broken
    if not extracted.text.strip() and not extracted.inside and not (extracted.scanned or extracted.turn_into):
        if chosen.key == "zip":
            raise Unreadable("This packed folder is empty: check that it is the right one.")
        raise Unreadable("This file has no text in it: check that it is the right one, or type up what it shows.")
    return extracted


def read_scan(name: str, data: bytes, page: int) -> PageRead:
    """What the machine makes of one page of a scanned file. `Unreadable` where it cannot."""
    from casement.rooms.sources.intake.scans import drawing, machine

    try:
        draw = drawing.pdf_page if choose(name, data).key == "pdf" else drawing.picture_page
        return machine.read_page(draw(data, page))
    except Unreadable:
        raise
    except Exception as broken:  # As above.
        raise Unreadable(machine.NOT_READ) from broken


def choose(name: str, data: bytes) -> Format:
    """The format of a file by its content, checked against the ending of its name; else `Unreadable`."""
    kind = recognise(data)
    if kind in _REFUSALS:
        raise Unreadable(_REFUSALS[kind])
    ending = PurePath(name).suffix.lower().lstrip(".")
    named = BY_ENDING.get(ending)
    if named is not None and named.key in _AGREES.get(kind, (kind,)):
        return named
    raise Unreadable(_disagreement(kind, named, ending))


def _disagreement(kind: str, named: Format | None, ending: str) -> str:
    is_text = kind in ("text", "fragment")
    if named is None and kind == "zip":
        return "This kind of file is not taken: open it where it was made, save it as PDF and bring that in."
    if named is None and is_text:
        return (
            "This kind of file is not taken: if it holds plain text, rename it to end in .txt; "
            "if not, save it as PDF and bring that in."
        )
    if is_text:
        assert named is not None
        return (
            f"This file's name ends in .{ending}, but inside it is not a {named.name}: ask for a fresh copy, "
            "or rename it to end in .txt if its text is what you need."
        )
    says = f"This file's name ends in .{ending}, but" if named else "This file's name does not say so, but"
    return f"{says} inside it is {_INSIDE[kind]}: rename it to end in .{kind} and bring it in again."
