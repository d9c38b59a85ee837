"""Reads one file: looks what it is, checks that its name agrees, and hands it to the right reader."""

from importlib import import_module
from pathlib import PurePath

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.containers import LOCKED, TOO_MUCH_INSIDE
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_ENDING, MEGABYTE, MOST_BYTES, Format
from casement.rooms.sources.intake.recognise import recognise

_READERS = {
    "docx": "word",
    "pdf": "pdf",
    "odt": "open_document",
    "rtf": "rich_text",
    "html": "web_page",
    "txt": "plain",
    "md": "markdown",
    "eml": "mail",
}
# What each kind of content may call itself.
_AGREES = {"text": ("txt", "md"), "fragment": ("html", "txt", "md"), "eml": ("eml", "txt", "md")}
_INSIDE = {
    "docx": "a Word document",
    "pdf": "a PDF",
    "odt": "an OpenDocument text",
    "rtf": "a Rich Text document",
    "html": "a web page",
    "eml": "an e-mail",
}

BROKEN = "This file may be damaged and could not be read: open it, save a fresh copy and bring that in."

_REFUSALS = {
    "empty": "This file is empty: check that the right file was chosen, and bring it in again.",
    "locked": LOCKED,
    "doc": "This is an older Word document (.doc): open it in Word, save it as .docx and bring that in.",
    "docm": "This Word document carries macros: open it in Word, save it as a plain .docx and bring that in.",
    "msg": "This is an Outlook message (.msg): open it in Outlook, save it as .eml or PDF and bring that in.",
    "xls": "This is a spreadsheet: bring it in as a chronology, or save the page you need as PDF.",
    "xlsx": "This is a spreadsheet: bring it in as a chronology, or save the page you need as PDF.",
    "ppt": "This is a set of slides: save it as PDF and bring that in.",
    "pptx": "This is a set of slides: save it as PDF and bring that in.",
    "zip": "This is a folder packed into one file (.zip): unpack it and bring in the files inside.",
    "archive": "This is a folder packed into one file: unpack it and bring in the files inside.",
    "picture": "This is a picture and holds no text: ask for the document it shows, or type up what it says.",
    "sound": "This is a sound or film recording: write up what it says and bring in the text.",
    "unknown": "Casement cannot tell what this file is: open it where it was made, save it as PDF or .docx "
    "and bring that in.",
}


def read(name: str, data: bytes) -> Extracted:
    """The text of a file, its places, and what was kept or left out.

    The reader is chosen by the content; the ending of `name` must agree. `Unreadable` for everything that is
    not taken, is broken, locked, too large or empty, or whose ending says something else than its content.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(
            f"This file is larger than {MOST_BYTES // MEGABYTE} MB: split it into smaller files and bring those in."
        )
    try:
        chosen = choose(name, data)
        reader = import_module(f"casement.rooms.sources.intake.{_READERS[chosen.key]}")
        extracted: Extracted = reader.read(data)
    except Unreadable:
        raise
    except (RecursionError, MemoryError) as full:
        raise Unreadable(TOO_MUCH_INSIDE) from full
    except Exception as broken:  # A broken file can bring a parser down in ways that nobody has listed.
        raise Unreadable(BROKEN) from broken
    if not extracted.text.strip():
        raise Unreadable("This file has no text in it: check that it is the right one, or type up what it shows.")
    return extracted


def packed(name: str, data: bytes) -> bytes:
    """What `read` gives, as bytes for the line between two processes."""
    return wire.pack(read(name, data))


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
    if ending in ("csv", "tsv") and is_text:
        return "This is a table of values: bring it in as a chronology."
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
