"""Splits Rich Text into its smallest parts: group marks, control words, bytes written as figures, letters."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\0]+)")


class Token(NamedTuple):
    """One part: a `word` with its number, or plain `data`, or a group's `brace`."""

    word: str = ""
    number: int | None = None
    data: bytes = b""
    brace: str = ""


_OPEN, _CLOSE = Token(brace="{"), Token(brace="}")


def tokens(data: bytes) -> Iterator[Token]:
    """The parts of a Rich Text file in order; raw pictures are stepped over."""
    position = 0
    while True:
        found = _TOKEN.search(data, position)
        if found is None:
            return
        position = found.end()
        word, number, figure, sign, brace, letters = found.groups()
        if letters is not None:
            yield Token(data=letters)
        elif word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                position += max(0, value or 0)
            else:
                yield Token(word.decode("ascii"), value)
        elif figure is not None:
            yield Token(data=bytes.fromhex(figure.decode("ascii")), word="'")
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif sign is not None:
            yield Token(sign.decode("latin-1"))
