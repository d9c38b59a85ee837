"""Words and plain values of the sources room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias


class Kind(StrEnum):
    """What a source is; all weigh the same."""

    RECORD = "record"
    CONVERSATION = "conversation"
    FAMILY = "family"


class Access(StrEnum):
    """Who in the review may read a source, inside what their role allows."""

    TEAM = "team"
    LEADS = "leads"


class Use(StrEnum):
    """How words from a source may appear in what others read (domain 2.4)."""

    QUOTABLE = "quotable_by_role"
    PARAPHRASE = "paraphrase_only"
    BACKGROUND = "background_only"


class UploadState(StrEnum):
    """What has become of a file so far."""

    WAITING = "waiting"
    READING = "reading"
    IN = "in"
    UNPACKED = "unpacked"  # it has no text of its own; the files inside it come in
    REFUSED = "refused"


SETTLED = (UploadState.IN, UploadState.UNPACKED, UploadState.REFUSED)
UNSETTLED = (UploadState.WAITING, UploadState.READING)


class FileState(StrEnum):
    """What has become of a corrected file so far."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"  # it waits for a lead to take or leave it
    REFUSED = "refused"
    TAKEN = "taken"
    LEFT = "left"


OPEN_FILES = (FileState.WAITING, FileState.READING, FileState.READ)

KIND_NAMES = {
    Kind.RECORD: "Record",
    Kind.CONVERSATION: "Conversation",
    Kind.FAMILY: "Family account",
}
KIND_PLURALS = {
    Kind.RECORD: "records",
    Kind.CONVERSATION: "conversations",
    Kind.FAMILY: "family accounts",
}
ACCESS_NAMES = {
    Access.TEAM: "Everyone whose place in the review allows it",
    Access.LEADS: "Lead reviewers only",
}
USE_NAMES = {
    Use.QUOTABLE: "May be quoted, by role",
    Use.PARAPHRASE: "May be put in our own words, not quoted",
    Use.BACKGROUND: "For background only",
}

# Headings of a write-up (domain 4.1). C8 and the family's are Casement wording.
CONVERSATION_HEADINGS = {
    "C1": "Introduction",
    "C2": "Overview",
    "C3": "Turning points",
    "C4": "Contributory factors",
    "C5": "Things that went well",
    "C6": "Queries from the overview perspective",
    "C7": "Suggested changes",
    "C8": "Closing",
}
FAMILY_HEADINGS = {
    "F1": "Their account",
    "F2": "What helped and what did not",
    "F3": "What they want the review to ask",
    "F4": "How they wish to be described",
    "F5": "What happens next",
}
HEADINGS = {Kind.CONVERSATION: CONVERSATION_HEADINGS, Kind.FAMILY: FAMILY_HEADINGS}

# One place in a text: kind, label, start, end, level of a heading, id of a section.
AnchorRow: TypeAlias = tuple[str, str, int, int, int, str]
BLOCKS = frozenset({"paragraph", "heading", "footnote", "comment", "header"})


# Kinds of text that are tables, and may be chronologies.
TABLE_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.ms-excel",
        "text/csv",
    }
)


@dataclass(frozen=True)
class Arrived:
    """A file that was sent and kept, or the sentence that says why it was not.

    `folder` is where it lay in a packed folder.
    """

    name: str
    size: int
    sha256: str = ""
    sentence: str = ""
    folder: str = ""


@dataclass(frozen=True)
class TextRead:
    """The text of a file or of a form, with its places, ready to become a version.

    `inside` are the files that came inside it, kept already.
    """

    media_type: str
    text: str
    anchors: tuple[AnchorRow, ...]
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    inside: tuple[Arrived, ...] = ()


@dataclass(frozen=True)
class Sent:
    """A file somebody sends; its bytes are fetched one file at a time, and not at all when it is too large."""

    name: str
    size: int
    read: Callable[[], bytes] = field(repr=False)


@dataclass
class PassagesCounted:
    """Announced before a seat is told how many passages of a source are in use: `rows` may be narrowed."""

    seat: Any
    rows: Any


@dataclass(frozen=True)
class WordsHidden:
    """Words of a source that were shown are hidden from now on: what was made before may still hold them."""

    seat: Any


@dataclass
class WordsSought:
    """Announced when words are blacked out: `places` is filled with where people wrote the same, in words."""

    seat: Any
    words: str
    places: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """One part of a write-up: the id of its heading, a title of its own if it has one, and the words."""

    key: str
    text: str
    title: str = ""
