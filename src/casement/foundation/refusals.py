"""The ways of saying no. Each carries one sentence for the person: what is wrong and what to do."""

from __future__ import annotations


class Refused(Exception):
    """A command will not do this. `sentence` is shown; `field` names the form field it belongs to."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Conflict(Refused):
    """Somebody else changed this first. Nothing is lost: `theirs` is what stands now, `mine` what was sent."""

    def __init__(self, sentence: str, *, mine: str, theirs: str, current: int, kept: int | None = None) -> None:
        super().__init__(sentence)
        self.mine, self.theirs, self.current, self.kept = mine, theirs, current, kept


class Unreadable(Exception):
    """A file cannot be read. The text is one plain sentence: what is wrong and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotHere(Exception):
    """There is nothing here for this person; the same answer whether it exists or not."""
