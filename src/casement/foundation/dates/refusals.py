"""Why a date was not read, as one sentence for the person who can put it right."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """Why a date was not read, so that rows alike can be put right together."""

    BLANK = "blank"
    UNREAD = "unread"
    IMPOSSIBLE = "impossible"
    NO_YEAR = "no_year"
    WEEKDAY = "weekday"
    TWO_DATES = "two_dates"
    TWO_READINGS = "two_readings"
    BACKWARDS = "backwards"
    ELSEWHERE = "elsewhere"
    ONLY_TIME = "only_time"
    NUMBER = "number"


class NotADate(ValueError):
    """A date that cannot be read without guessing.

    The exception's own text never holds the words of the cell, because exceptions reach logs;
    `sentence` puts the words in front, for the person who is correcting the row.
    """

    def __init__(self, why: str, kind: Doubt, recorded: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.kind = kind
        self.recorded = recorded

    @property
    def sentence(self) -> str:
        """The words as recorded, what is wrong with them and what to do."""
        shown = " ".join(self.recorded.split())
        shown = shown if len(shown) <= 60 else shown[:57].rstrip() + "…"
        return f"{shown}: {self.why}" if shown else self.why[:1].upper() + self.why[1:]

    def about(self, recorded: str) -> NotADate:
        """The same refusal, tied to the words it speaks of."""
        return NotADate(self.why, self.kind, recorded)
