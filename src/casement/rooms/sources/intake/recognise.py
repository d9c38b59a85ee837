"""Says what a file is by looking inside it, never by its name."""

import io
import re

import filetype
import olefile

from casement.rooms.sources.intake.containers import CUT_SHORT, Container
from casement.rooms.sources.intake.extracted import Unreadable

_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INSIDE_OLE = {
    "EncryptedPackage": "locked",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "__nameid_version1.0": "msg",
    "__properties_version1.0": "msg",
}
_MAIN_PARTS = (
    (rb"wordprocessingml\.(?:document|template)\.main\+xml", "docx"),
    (rb"ms-word\.(?:document|template)\.macroEnabled", "docm"),
    (rb"ms-excel\.sheet\.binary", "xls"),
    (rb"spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.", "xlsx"),
    (rb"presentationml\.|ms-powerpoint\.", "pptx"),
)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "pptx",
}
_MAIL_FIELD = re.compile(rb"^([A-Za-z][A-Za-z-]*):", re.MULTILINE)
_MAIL_FIELDS = frozenset(
    b"from to cc date subject received return-path message-id mime-version delivered-to reply-to".split()
)
_WEB_PAGE = re.compile(rb"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(rb"<(?:p|div|span|table|h[1-6]|br|ul|ol|a|b|i|strong|em|meta|title|pre)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_PICTURES = frozenset({"png", "jpg", "tif"})
_ARCHIVES = frozenset({"7z", "rar", "gz", "bz2", "xz", "tar", "cab", "Z", "lz"})
_UTF16 = b"\xff\xfe", b"\xfe\xff"


def recognise(data: bytes) -> str:
    """A word for what the bytes are.

    One of the keys of `FORMATS` (`text` stands for txt and md), or: empty, locked, doc, docm, msg, xls, xlsx,
    ppt, pptx, picture, sound, archive, fragment (bits of a web page), unknown. `Unreadable` where it is
    a zip that cannot be opened safely.
    """
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not data.strip(b"\0 \t\r\n"):
        return "empty"
    if start.startswith(_ZIP):
        return _zip_kind(Container(data))
    if data.startswith(_OLE):
        return _ole_kind(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if _is_text(data):
        return _text_kind(start)
    return _by_signature(data)


def _zip_kind(container: Container) -> str:
    types = _part(container, "[Content_Types].xml")
    for pattern, kind in _MAIN_PARTS:
        if re.search(pattern, types):
            return kind
    manifest = _part(container, "META-INF/manifest.xml")
    kind = _OPEN_DOCUMENT.get(_part(container, "mimetype").strip(), "zip")
    return "locked" if kind != "zip" and b"encryption-data" in manifest else kind


def _part(container: Container, name: str) -> bytes:
    return container.part(name) if name in container.names else b""


def _ole_kind(data: bytes) -> str:
    try:
        # Only what stands at the top counts: a message may carry a Word document among its attachments.
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {path[0] for path in ole.listdir()}
    except Exception:  # Broken, in any of the ways such a file can be.
        names = {name for name in _INSIDE_OLE if name.encode("utf-16-le") in data}
        if not names:
            raise Unreadable(CUT_SHORT) from None
    return next((kind for name, kind in _INSIDE_OLE.items() if name in names), "unknown")


def _is_text(data: bytes) -> bool:
    # Asked before any signature: a text that opens with the initials BM or MZ is no picture and no program.
    if data.startswith(_UTF16):
        return True
    head = data[:8192]
    # Word processors leave a stray control character in a page now and then; packed data is full of them.
    return b"\0" not in data and len(_CONTROL.findall(head)) <= max(2, len(head) // 100)


def _by_signature(data: bytes) -> str:
    found = filetype.guess(data[:8192])
    if found is None:
        return "unknown"
    family = found.mime.partition("/")[0]
    if family == "image":
        return found.extension if found.extension in _PICTURES else "picture"
    if family in ("audio", "video"):
        return "sound"
    return "archive" if found.extension in _ARCHIVES else "unknown"


def _text_kind(start: bytes) -> str:
    if _WEB_PAGE.match(start) or (start.startswith(b"<?xml") and _WEB_PAGE.search(start)):
        return "html"
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    head = head.partition(b"\n")[2] if head.startswith(b"From ") else head
    fields = {name.lower() for name in _MAIL_FIELD.findall(head)}
    if _MAIL_FIELD.match(head) and len(fields & _MAIL_FIELDS) >= 2:
        return "eml"
    return "fragment" if _TAG.search(start) else "text"
