"""What is asked of the tray: which kind of card, and from where. Plain values, read from an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from casement.rooms.analysis.vocabulary import FACTOR_LEVEL_NAMES, Influence

SHOWS = {"uses": "Factor uses", "cited": "Passages cited", "marked": "Passages only marked"}
INFLUENCES = {"helped": Influence.HELPED, "harder": Influence.HARDER, "unclear": Influence.UNCLEAR}
PERSONAL = "per."  # the type of factor that is never listed by agency or role


@dataclass(frozen=True)
class Sought:
    """One way of looking into the tray. Empty values and noughts ask for everything."""

    show: str = "uses"
    episode: int = 0
    agency: int = 0
    role: int = 0
    level: str = ""
    influence: str = ""
    page: int = 1
    by: str = ""  # "category" arranges the patterns beside the tray by family

    @property
    def narrowed(self) -> bool:
        """Whether anything but the kind of card is asked."""
        return bool(self.episode or self.agency or self.role or self.level or self.influence)

    @property
    def by_person(self) -> bool:
        """Whether cards are asked for by whose they are; personal factors are then left out."""
        return bool(self.agency or self.role)

    def address(self, **changes: object) -> str:
        """The address that asks this, with some of it changed; what asks for everything is left out."""
        told = asdict(self) | changes
        plain = {("show", "uses"), ("page", 1)}
        kept = {name: value for name, value in told.items() if value and (name, value) not in plain}
        return "?" + urlencode(kept)


def sought(asked: Mapping[str, object]) -> Sought:
    """What an address asks of the tray; whatever cannot be read asks for everything."""
    told = {name: str(value) for name, value in asked.items()}
    return Sought(
        show=told["show"] if told.get("show") in SHOWS else "uses",
        episode=number_of(told.get("episode", "")),
        agency=number_of(told.get("agency", "")),
        role=number_of(told.get("role", "")),
        level=told["level"] if told.get("level") in set(FACTOR_LEVEL_NAMES) else "",
        influence=told["influence"] if told.get("influence") in INFLUENCES else "",
        page=number_of(told.get("page", "")) or 1,
        by="category" if told.get("by") == "category" else "",
    )


def number_of(told: str) -> int:
    """A number in an address; 0 for anything else."""
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else 0
