"""The characters of a source, from the file it names or from the document itself."""

from dataclasses import dataclass

from lxml import etree

from casement.rooms.coding.intake.archive import Inside
from casement.rooms.coding.intake.marks import child
from casement.rooms.sources.intake import Unreadable
from casement.rooms.sources.intake import read as read_text
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.plain_paragraphs import check_length

_MARKS = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
EMPTY = "There is no text in it."


@dataclass(frozen=True)
class Characters:
    """A text, whether a byte order mark stood before it, its file, why there is none, and remarks."""

    text: str = ""
    marked: bool = False
    file: str = ""
    trouble: str = ""
    remarks: tuple[str, ...] = ()


def characters(element: etree._Element, inside: Inside) -> Characters:
    """The text of a TextSource, Representation, Transcript or Note: the one that positions count in."""
    inline = child(element, "PlainTextContent")
    if inline is not None and inline.text:
        return Characters(inline.text)
    path, rich = element.get("plainTextPath", ""), element.get("richTextPath", "")
    if path:
        file, data, trouble, remark = inside.file(path)
        if not trouble:
            return plain_text(file, data, tuple(filter(None, (remark, formatted(rich)))))
        if not rich:
            return Characters(file=file, trouble=trouble)
    if rich:
        return laid_out(rich, inside)
    return Characters(trouble=EMPTY)


def formatted(rich: str) -> str:
    """What is said where a formatted twin of the text is left behind."""
    return "Its formatted twin was left out: codes count in the plain text." if rich else ""


def plain_text(file: str, data: bytes, remarks: tuple[str, ...]) -> Characters:
    """A text file. Its byte order mark is no character, but some programs count it."""
    try:
        text, kept = decode(data)
        check_length(len(text))
    except Unreadable as no:
        return Characters(file=file, trouble=no.sentence)
    if not text.strip():
        return Characters(file=file, trouble=EMPTY)
    return Characters(text, data.startswith(_MARKS), file, "", (*remarks, *kept))


def laid_out(path: str, inside: Inside) -> Characters:
    """A formatted document where no plain text came with it; places in it are uncertain, and it is said."""
    file, data, trouble, _ = inside.file(path)
    if trouble:
        return Characters(file=file, trouble=trouble)
    try:
        found = read_text(file, data)
    except Unreadable as no:
        return Characters(file=file, trouble=no.sentence)
    remark = "Only a formatted document came with it; its text was taken from there."
    return Characters(found.text, False, file, "", (remark, *found.dropped))
