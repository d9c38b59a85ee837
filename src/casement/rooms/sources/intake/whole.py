"""Reads a whole file, with a machine for its pages that are pictures, each page under the bounds by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.office.converting import SAID, converted
from casement.rooms.sources.intake.safely import Reader
from casement.rooms.sources.intake.scans.machine import NO_MACHINE, is_here
from casement.rooms.sources.intake.scans.page import FAILED, PageRead
from casement.rooms.sources.intake.tally import pages_said

_UNREAD = "a picture with no text, and the program that reads scans (Tesseract) is not installed here"
ALL_FAILED = (
    "This scan could not be read by machine: bring it in again later, ask the sender for a version with text, "
    "or type up what it says."
)


def read_whole(
    reader: Reader, name: str, data: bytes, watch: Callable[[int, int], None] = lambda done, total: None
) -> Extracted:
    """As `Reader.read`, with older files made newer and scanned pages read, where the programs are installed.

    `watch` is told how many scanned pages are done, and of how many. `Unreadable` also where the file is all
    scanned pages and no machine is here. A page that fails costs only itself.
    """
    found = reader.read(name, data)
    if found.turn_into:
        newer = converted(data, PurePath(name).suffix.lower().lstrip("."), found.turn_into)
        read = reader.read(f"file.{found.turn_into}", newer)
        return replace(read, media_type=found.media_type, kept=(SAID, *read.kept))
    if not found.scanned:
        return found
    if not is_here():
        if not found.text.strip() and not found.inside:
            raise Unreadable(NO_MACHINE)
        said = pages_said(found.scanned, f"is {_UNREAD}", f"are {_UNREAD.replace('a picture', 'pictures')}")
        return replace(found, dropped=(*found.dropped, said), scanned=())
    scans: dict[int, PageRead] = {}
    for done, number in enumerate(found.scanned):
        watch(done, len(found.scanned))
        try:
            scans[number] = reader.read_scan(name, data, number)
        except Unreadable:
            scans[number] = FAILED
    if all(page == FAILED for page in scans.values()) and not found.text.strip() and not found.inside:
        raise Unreadable(ALL_FAILED)
    return reader.read(name, data, scans)
