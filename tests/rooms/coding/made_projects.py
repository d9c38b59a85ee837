"""REFI-QDA files made by hand for tests, in the dialects of other programs."""

import io
import zipfile
from uuid import UUID

from lxml import etree

SPACE = "urn:QDA-XML:project:1.0"
WORDS = "Zoë 🙂 said: the visit was late.\r\nNobody rang back.\r\nשלום they wrote 👩‍👩‍👧 on the card.\r\nThe end"


def g(number: int) -> str:
    """An identifier."""
    return str(UUID(int=number))


def document(body: str, *, origin: str = "Test 1.0", more: str = "", space: str = SPACE) -> bytes:
    """A project document around these elements."""
    return f'<?xml version="1.0" encoding="utf-8"?><Project name="P" origin="{origin}" {more} xmlns="{space}">{body}</Project>'.encode()


def codes(*names: str) -> str:
    """A codebook of flat codes, numbered from 100."""
    rows = "".join(f'<Code guid="{g(at)}" name="{name}" isCodable="true"/>' for at, name in enumerate(names, 100))
    return f"<CodeBook><Codes>{rows}</Codes></CodeBook>"


def coding(guid: int, code: int = 100, user: int = 1, inner: str = "") -> str:
    """One code given by somebody."""
    return f'<Coding guid="{g(guid)}" creatingUser="{g(user)}" creationDateTime="2024-05-03T10:00:00Z"><CodeRef targetGUID="{g(code)}"/>{inner}</Coding>'


def selection(guid: int, start: int, end: int, inner: str = "", name: str = "") -> str:
    """One passage."""
    named = f' name="{name}"' if name else ""
    return f'<PlainTextSelection guid="{g(guid)}"{named} startPosition="{start}" endPosition="{end}">{inner}</PlainTextSelection>'


def text(guid: int, inner: str = "", *, name: str = "Visit", path: str | None = None) -> str:
    """One text source, its text in a file beside the document."""
    where = f"internal://{g(guid)}.txt" if path is None else path
    return f'<TextSource guid="{g(guid)}" name="{name}" plainTextPath="{where}">{inner}</TextSource>'


USERS = f'<Users><User guid="{g(1)}" name="Ann"/><User guid="{g(2)}" name="Ben"/></Users>'


def zipped(
    qde: bytes, files: dict[str, bytes] | None = None, *, called: str = "project.qde", folder: str = "sources"
) -> bytes:
    """A project as a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(called, qde)
        for name, content in (files or {}).items():
            archive.writestr(f"{folder}/{name}" if folder else name, content)
    return out.getvalue()


def identifiers(qde: bytes) -> set[str]:
    """Every identifier that a document gives to one of its things, but for those of passages that have codes."""
    root = etree.fromstring(qde)
    found = set()
    for element in root.iter():
        kind = etree.QName(element).localname
        coded = kind.endswith("Selection") and element.find("{*}Coding") is not None
        if element.get("guid") and not coded and kind not in ("SyncPoint", "Graph", "Vertex", "Edge"):
            found.add(element.get("guid").strip("{}").lower())
    return found


def inner_document(data: bytes) -> bytes:
    """The document inside a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(".qde")))
