"""Pictures of pages (.png, .jpg, .tif): no text until a machine has read them."""

from collections.abc import Mapping

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.intake.scans.drawing import MOST_PAGES, picture_pages
from casement.rooms.sources.intake.scans.page import FAILED, PageRead, read_said
from casement.rooms.sources.intake.tally import pages_said

TOO_MANY = f"This file has more than {MOST_PAGES} scanned pages: split it into smaller files and bring those in."
NO_WORDS = (
    "No words could be made out in this scan or picture: ask for the document it shows, or type up what it says."
)
A_PLACE = (
    "The place where the picture was taken, which the file holds, is not brought in; it stays in the original."
)


def read(data: bytes, scans: Mapping[int, PageRead], key: str) -> Extracted:
    """The pages a machine has read so far; the others are named in `scanned`."""
    count, has_place = picture_pages(data)
    if count > MOST_PAGES:
        raise Unreadable(TOO_MANY)
    text = RunningText()
    for number in range(1, count + 1):
        if number in scans:
            write(number, scans[number], text)
    if has_place:
        text.dropped.append(A_PLACE)
    waiting = tuple(number for number in range(1, count + 1) if number not in scans)
    if not waiting and not len(text):
        raise Unreadable(NO_WORDS)
    finish(text, scans)
    return text.finish(BY_KEY[key].media_type, scanned=waiting)


def write(number: int, page: PageRead, text: RunningText) -> None:
    """Write a page that a machine has read."""
    with text.span("page", f"page {number} ({page.mark})"):
        for paragraph in page.paragraphs:
            text.paragraph(paragraph, " (read by machine)")


def finish(text: RunningText, scans: Mapping[int, PageRead]) -> None:
    """Say how sure the machine was, and which pages it made nothing of."""
    read = {number: page for number, page in scans.items() if page.paragraphs}
    failed = [number for number, page in scans.items() if page == FAILED]
    empty = [number for number, page in scans.items() if not page.paragraphs and page != FAILED]
    if read:
        text.kept.append(read_said(read))
    if failed:
        text.dropped.append(pages_said(failed, *("could not be read by machine",) * 2))
    if empty:
        said = "was looked at by machine, and no words could be made out"
        text.dropped.append(pages_said(empty, said, said.replace("was", "were", 1)))
