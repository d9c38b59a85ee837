"""What each person asked for and was told: the model that the database is held to at the end."""

from dataclasses import dataclass, field
from typing import Any

KEPT, REFUSED, UNKNOWN = "kept", "refused", "unknown"


@dataclass
class Deed:
    """One thing a person asked for: when, of what, and what they were told.

    `outcome` is kept (acknowledged), refused (with a sentence), or unknown (no answer was waited for).
    """

    kind: str
    began: float
    ended: float
    outcome: str
    action: str = ""  # as the ledger names it
    mark: int | None = None
    wants: dict[str, Any] = field(default_factory=dict)


@dataclass
class Memory:
    """One person's: every deed in order, the words they last wrote in each place, and the marks of their page."""

    person_id: int
    name: str
    source: int
    deeds: list[Deed] = field(default_factory=list)
    words: dict[tuple[str, int], list[tuple[str, bool]]] = field(default_factory=dict)
    seen: dict[int, dict[str, Any]] = field(default_factory=dict)
    since: int = 0
    wall: str = ""
    faults: list[str] = field(default_factory=list)
    walls: list[tuple[str, float]] = field(default_factory=list)  # seconds each answer took

    def wrote(self, place: tuple[str, int], words: str, private: bool) -> None:
        """These words were acknowledged as what stands there now."""
        self.words.setdefault(place, []).append((words, private))

    def kept(self, *kinds: str) -> list[Deed]:
        """What was acknowledged, of these kinds."""
        return [one for one in self.deeds if one.outcome == KEPT and one.kind in kinds]
