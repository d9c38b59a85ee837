"""The zip that a project is: one document, and the files of its sources. Nothing is ever written to disk."""

import re
import stat
import unicodedata
from pathlib import PurePosixPath
from typing import Protocol

from casement.rooms.sources.intake import Unreadable
from casement.rooms.sources.intake.containers import Container

OUTSIDE = (
    "This project names a file outside itself, so nothing of it was read: export it again where it was made "
    "and bring that in."
)
TWINS = (
    "This project holds two files under one name, so nothing of it was read: export it again where it was made "
    "and bring that in."
)
NO_DOCUMENT = (
    "There is no project (.qde) in this file: export the project again where it was made and bring that in."
)
TWO_DOCUMENTS = "There is more than one project (.qde) in this file: bring in each by itself."
NOT_IN_IT = "Its file is not in the project."
BEYOND = "Its file lies outside the project, so it was not read."
_BEYOND = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Inside(Protocol):
    """Where the files of sources are looked for."""

    def file(self, path: str) -> tuple[str, bytes, str, str]:
        """Name, bytes, why there are none, and a remark, for the path of a source."""


class Nothing:
    """What a bare document has: no files at all."""

    def file(self, path: str) -> tuple[str, bytes, str, str]:
        """Never a file."""
        return "", b"", BEYOND if _leads_away(path) else "Its file did not come with the project.", ""


class Archive:
    """An opened project. `Unreadable` where a name leads out of it or two names are one."""

    def __init__(self, data: bytes) -> None:
        self._container = Container(data)
        self._by_name: dict[str, str] = {}
        for entry in self._container.entries:
            if stat.S_ISLNK(entry.external_attr >> 16) or not _stays_inside(entry.orig_filename):
                raise Unreadable(OUTSIDE)
            plain = _plain(entry.filename)
            if plain in self._by_name:
                raise Unreadable(TWINS)
            self._by_name[plain] = entry.filename

    def document(self, remarks: list[str]) -> bytes:
        """The one document at the top of the project; a remark where it is not called as the standard says."""
        found = [name for plain, name in self._by_name.items() if plain.endswith(".qde") and "/" not in plain]
        if len(found) != 1:
            raise Unreadable(TWO_DOCUMENTS if found else NO_DOCUMENT)
        if found[0] != "project.qde":
            remarks.append("Its document is not called project.qde, as the standard asks.")
        folders = {name.partition("/")[0] for name in self._by_name.values() if "/" in name}
        if "sources" in {folder.lower() for folder in folders} and "sources" not in folders:
            remarks.append("Its folder of sources is not called sources, as the standard asks.")
        if any(name.rpartition("/")[2].startswith(".") for name in self._by_name.values()):
            remarks.append("It holds a hidden file that is no part of the project; it was passed over.")
        return self._container.part(found[0])

    def file(self, path: str) -> tuple[str, bytes, str, str]:
        """The file a source names; only those inside the project are read."""
        told, remark = path.strip(), ""
        if told.lower().startswith("internal://"):
            told = told[len("internal://") :].lstrip("/")
        elif _leads_away(told):
            return "", b"", BEYOND, ""
        elif told:
            remark = "Its file is named without internal://, as the standard asks."
        if not told or not _stays_inside(told):
            return "", b"", BEYOND if told else NOT_IN_IT, ""
        for candidate in (f"sources/{told}", told):
            if (name := self._by_name.get(_plain(candidate))) is not None:
                return PurePosixPath(name).name, self._container.part(name), "", remark
        return PurePosixPath(told).name, b"", NOT_IN_IT, ""


def _leads_away(path: str) -> bool:
    """Whether a path says that its file is somewhere else: relative:, absolute:, http: and their kind."""
    return bool(_BEYOND.match(path)) and not path.lower().startswith("internal:")


def _stays_inside(name: str) -> bool:
    """Whether a name in a zip is a plain place below it."""
    if not name or len(name) > 255 or "\0" in name or "\\" in name or name.startswith("/"):
        return False
    parts = name.rstrip("/").split("/")
    return all(part not in ("", ".", "..") for part in parts) and ":" not in parts[0]


def _plain(name: str) -> str:
    """A name as file systems that know no capitals and one spelling of accents would see it."""
    return unicodedata.normalize("NFC", name).casefold()
