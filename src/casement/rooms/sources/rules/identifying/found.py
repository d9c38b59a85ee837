"""What is proposed, and what is known beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

# Capitalised in ordinary records of the services, and by themselves no name of anybody.
ORDINARY = frozenset((Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8").split())


class Known(NamedTuple):
    """One entry of the identity register: its number, its label, and the names behind it."""

    number: int
    label: str
    names: tuple[str, ...]


class Found(NamedTuple):
    """A place, [start, end) in code points, whose words may identify somebody, and why in a sentence.

    `kind` says what found it; `label` is what could stand in its stead, empty where only a person can say;
    `identity` is the number of the register's entry. `doubtful` are words that are as likely ordinary ones.
    """

    start: int
    end: int
    kind: str
    why: str
    label: str = ""
    identity: int | None = None
    doubtful: bool = False
