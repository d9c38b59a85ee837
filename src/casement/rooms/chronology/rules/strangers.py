"""Whether a table speaks of nobody of this review, but of others: then it may be of another case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from casement.rooms.reviews.rules.naming import FORENAMES
from casement.rooms.sources.rules.identifying.found import Known
from casement.rooms.sources.rules.identifying.register import known_names
from casement.rooms.sources.rules.identifying.unknown import unknown_names

FEWEST_KNOWN, FEWEST_OTHERS = 2, 3
LETTERS = 60_000  # of the table, searched for names nobody told us of


def nobody_known(text: str, register: Sequence[tuple[str, Sequence[str]]], labels: Iterable[str]) -> int | None:
    """How many other people are named when nobody of the register is, by name or label; None otherwise.

    `register` are labels with the names behind them. A register of one name says too little.
    """
    known = [Known(at, label, tuple(names)) for at, (label, names) in enumerate(register) if names]
    if len(known) < FEWEST_KNOWN:
        return None
    if any(True for _ in known_names(text, known)):
        return None
    small = text.casefold()
    if any(label and label.casefold() in small for label in (*labels, *(label for label, _ in register))):
        return None
    part = text[:LETTERS]
    others = {
        re.sub(r"\s+", " ", part[one.start : one.end]).casefold()
        for one in unknown_names(part, FORENAMES)
        if not one.doubtful
    }
    return len(others) if len(others) >= FEWEST_OTHERS else None
