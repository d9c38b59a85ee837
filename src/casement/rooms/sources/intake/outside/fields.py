"""Instructions of Word and Rich Text fields that fetch: from another program, another file, a data base."""

import re

from casement.rooms.sources.intake.outside.places import is_its_makers, reaching

_WORD = re.compile(r"\s*\\?\s*([A-Za-z]+)")
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_FETCHES = {
    "DDE": "figures from another program",
    "DDEAUTO": "figures from another program",
    "LINK": "an object from another file",
    "INCLUDETEXT": "text from another file",
    "INCLUDE": "text from another file",
    "RD": "text from another file",
    "DATABASE": "figures from a database",
}
_PICTURES = ("INCLUDEPICTURE", "IMPORT")


def ask_field(instruction: str) -> bool:
    """Whether a field has left something behind where it was made. `Unreadable` where it fetches."""
    word = _WORD.match(instruction)
    if word is None:
        return False
    name = word[1].upper()
    if name in _FETCHES:
        raise reaching(_FETCHES[name])
    if name not in _PICTURES:
        return False
    target = _QUOTED.search(re.sub(r"(?<!\S)\\[a-z*](?!\S)", "", instruction[word.end() :]))
    path = "" if target is None else (target[1] or target[2] or "").replace("\\\\", "\\")
    if not is_its_makers(path):
        raise reaching("a picture")
    return True


class Fields:
    """The fields that are open at one place of a document, outermost first, with their instructions so far."""

    def __init__(self) -> None:
        self._open: list[str | None] = []
        self.left = 0

    def begin(self) -> None:
        """A field begins, maybe inside the instruction of another."""
        self._open.append("")

    def say(self, words: str) -> None:
        """More of the instruction of the innermost field."""
        if self._open and self._open[-1] is not None:
            self._open[-1] += words

    def settle(self) -> None:
        """The instruction is whole."""
        if self._open and self._open[-1] is not None:
            instruction, self._open[-1] = self._open[-1], None
            self.left += ask_field(instruction)

    def end(self) -> None:
        """The field ends, with or without a result.

        A field that begins another's instruction spells the name of that other one, which only somebody
        does who hides it.
        """
        self.settle()
        if self._open:
            self._open.pop()
        if self._open and self._open[-1] is not None and not self._open[-1].strip():
            raise reaching("something hidden")
