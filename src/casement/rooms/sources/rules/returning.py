"""Words that were blacked out, known again when they come back with another text, without the words being kept.

What is kept is a keyed fingerprint (HMAC-SHA-256, RFC 2104) of the words without their signs and capitals. The key
is no part of the database, so that nobody who reads the table can try names on it.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping

from casement.rooms.sources.rules.following import Follower, Outcome
from casement.rooms.sources.rules.masking import BLOCK
from casement.rooms.sources.rules.words import plain_words

_BLACK = re.compile(f"{BLOCK}+(?:\\s+{BLOCK}+)*")


def likeness(words: str, key: bytes) -> tuple[int, str]:
    """How many words these are, and their fingerprint."""
    told = [word for _, _, word in plain_words(words)]
    return len(told), _likeness(told, key)


def _likeness(words: Iterable[str], key: bytes) -> str:
    return hmac.digest(key, " ".join(words).encode(), "sha256").hex()


def coming_back(text: str, known: Mapping[int, Iterable[str]], key: bytes) -> list[tuple[int, int]]:
    """Where words stand in a text whose fingerprints are known, by how many words they are."""
    there = list(plain_words(text))
    only = [word for _, _, word in there]
    return [
        (there[at][0], there[at + many - 1][1])
        for many, prints in known.items()
        if many > 0 and (wanted := set(prints))
        for at in range(len(there) - many + 1)
        if _likeness(only[at : at + many], key) in wanted
    ]


def uncertain(old: str, new: str) -> int:
    """At how many blacked-out places of `old` it is not sure that `new` is blacked out as well."""
    follower = Follower(old, new)
    surely = (Outcome.SAME, Outcome.MOVED)
    return sum(follower.follow(*found.span()).outcome not in surely for found in _BLACK.finditer(old))
