"""Folders packed into one file (.zip): each file inside is handed on, or said why not, and none goes to disk."""

import stat
import unicodedata
import zipfile
from collections import defaultdict

from casement.rooms.sources.intake.containers import Container
from casement.rooms.sources.intake.extracted import Extracted, Inside, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.plain_paragraphs import clean

MOST_FILES = 1_000
# What computers put into folders for themselves.
_OF_THE_COMPUTER = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_FLAG_UTF8 = 0x800

TOO_MANY = (
    f"This packed folder holds more than {MOST_FILES:,} files: "
    "pack them in smaller folders, or bring in the files themselves."
)
LEADS_OUT = "Its place in the packed folder leads out of that folder, so it was not taken out: pack it afresh."
A_LINK = "This is only a link to a file that is not in the packed folder: bring in the file itself."


def read(data: bytes) -> Extracted:
    """No text, and the files inside. `Unreadable` where the zip is broken, locked, or holds far too much."""
    container = Container(data)
    entries = [entry for entry in container.entries if not entry.is_dir()]
    kept = [entry for entry in entries if not _is_of_the_computer(entry.filename)]
    if len(kept) > MOST_FILES:
        raise Unreadable(TOO_MANY)
    inside = tuple(_taken_out(container, entry) for entry in kept)
    dropped = [*_twins(inside)]
    if left := len(entries) - len(kept):
        files = "1 file that a computer makes" if left == 1 else f"{left:,} files that computers make"
        dropped.append(f"{files} for {'itself is' if left == 1 else 'themselves are'} left out.")
    return Extracted(BY_KEY["zip"].media_type, "", (), (), tuple(dropped), inside)


def _is_of_the_computer(path: str) -> bool:
    parts = path.replace("\\", "/").lower().split("/")
    return parts[0] == "__macosx" or parts[-1] in _OF_THE_COMPUTER


def _taken_out(container: Container, entry: zipfile.ZipInfo) -> Inside:
    parts = [clean(part) for part in _path(entry).replace("\\", "/").split("/")]
    name, folder = parts[-1] or "file", "/".join(parts[:-1])[:255]
    if ".." in parts or not parts[0] or parts[0].endswith(":"):
        return Inside(name, sentence=LEADS_OUT)
    if stat.S_ISLNK(entry.external_attr >> 16):
        return Inside(name, folder=folder, sentence=A_LINK)
    try:
        return Inside(name, container.content(entry), folder)
    except Unreadable as refusal:
        return Inside(name, folder=folder, sentence=refusal.sentence)


def _path(entry: zipfile.ZipInfo) -> str:
    """The name as its packer meant it: where it does not say how it is stored, UTF-8 if it fits."""
    if entry.flag_bits & _FLAG_UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename


def _twins(inside: tuple[Inside, ...]) -> list[str]:
    """A sentence on files that some computers would take for one and the same, since their names look alike."""
    alike: dict[str, list[str]] = defaultdict(list)
    for one in inside:
        path = f"{one.folder}/{one.name}"
        alike[unicodedata.normalize("NFKC", path).casefold()].append(one.name)
    names = [name for together in alike.values() if len(together) > 1 for name in together]
    if not names:
        return []
    said = ", ".join(names[:20]) + (f" and {len(names) - 20:,} more" if len(names) > 20 else "")
    return [f"{len(names):,} files have names that differ by nothing, or only by capitals or accents: {said}."]
