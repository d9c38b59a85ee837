"""What became of one file."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What became of one file: what was kept beside its text, what was declared, or why it was refused."""

    name: str
    outcome: str
    sentence: str = ""
    characters: int = 0
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    inside: int = 0
    scanned: bool = False
    milliseconds: int = 0

    @property
    def kind(self) -> str:
        """The ending of its name."""
        return Path(self.name).suffix.lower().lstrip(".") or "none"
