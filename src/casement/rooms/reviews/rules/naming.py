"""Whether a code name might be somebody's real name, and how role labels are made."""

import re
from pathlib import Path

WORD = re.compile(r"[^\W\d_][\w’'-]*")
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "baby", "child", "adult"}
FORENAMES = frozenset((Path(__file__).parent / "forenames.txt").read_text(encoding="utf-8").split())


def why_like_a_name(code_name: str) -> str:
    """Why a code name could be taken for a real name or initials, as a clause; empty when it could not.

    A guess, so it only ever warns.
    """
    words = WORD.findall(code_name)
    if not words:
        return ""
    lowered = [word.lower().strip("’'") for word in words]
    if lowered[0] in TITLES and len(words) > 1:
        return "it begins like the way a person is addressed"
    if any(word in FORENAMES for word in lowered):
        return "it holds a first name"
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return "it is two words with capital letters, like a first name and a surname"
    letters = code_name.replace(".", "").replace(" ", "")
    if len(letters) in (2, 3) and letters.isupper():
        return "it looks like initials"
    return ""


def first_free(stem: str, taken: set[str]) -> str:
    """A role label nobody has yet, such as "Lead reviewer B"; whatever its case."""
    used = {label.casefold() for label in taken}
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if f"{stem} {letter}".casefold() not in used:
            return f"{stem} {letter}"
    number = 27
    while f"{stem} {number}".casefold() in used:
        number += 1
    return f"{stem} {number}"
