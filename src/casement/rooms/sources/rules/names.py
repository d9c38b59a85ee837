"""Names of files, made safe to show and to send back."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST_NAME = 255
LONGEST_TITLE = 200
# Line breaks and other controls, and the marks that turn writing round so that "exe" can look like "txt".
_UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown_name(name: str) -> str:
    """The last part of a file's name without anything that could mislead a reader or break a header.

    Long names are cut before their ending, so that the ending stays. A name with nothing left is "file".
    """
    last = re.split(r"[/\\]", name)[-1]
    clean = " ".join(_UNSHOWABLE.sub("", last).split()).strip(". ")
    clean = unicodedata.normalize("NFC", clean) or "file"
    if len(clean) <= LONGEST_NAME:
        return clean
    ending = PurePosixPath(clean).suffix[:20]
    return clean[: LONGEST_NAME - len(ending)] + ending


def title_of(name: str) -> str:
    """A title for a source from its file's name: without the ending, underscores as spaces."""
    stem = PurePosixPath(shown_name(name)).stem
    return " ".join(stem.replace("_", " ").split())[:LONGEST_TITLE] or "Untitled"
