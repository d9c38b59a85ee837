"""The frameworks that ship with Casement, as data: factors, patterns, conversation structure, quality markers, and
what is asked before publication.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
# For whom an item may be worded differently: managers who are heard, and the four levels that markers ask.
READERS = ("manager", "accountable", "delegated", "conducting", "support")
SIDES = ("helped", "harder")


@dataclass(frozen=True)
class Item:
    """One item with its stable id, as it ships. `wordings` holds the same prompt for other readers.

    `signs` holds, for each of SIDES, short sentences that people say where a factor worked that way.
    """

    item_id: str
    label: str
    short_label: str
    group: str
    level: str
    help: str
    origin: str
    applies_to: str
    wordings: dict[str, str]
    signs: dict[str, list[str]]


@dataclass(frozen=True)
class Shipped:
    """One framework as it ships."""

    key: str
    version: str
    language: str
    origin: str
    licence_note: str
    items: tuple[Item, ...]


@cache
def shipped() -> tuple[Shipped, ...]:
    """The frameworks, read once. ValueError when two items share an id."""
    nested = [
        _nested(f"{name}.yaml") for name in ("patterns", "conversation", "quality_markers", "publication_check")
    ]
    found = tuple(_framework(about, tuple(items)) for about, items in (_factors(), *nested))
    for framework in found:
        ids = [item.item_id for item in framework.items]
        if len(ids) != len(set(ids)):
            raise ValueError(f"two items of {framework.key} share an id")
    return found


def sentences_of_factors() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What people say of any factor that ships: where it helped, and where it made things harder; each once."""
    items = [item for framework in shipped() if framework.key == "factors" for item in framework.items]
    helped, harder = (
        tuple(dict.fromkeys(text for item in items for text in item.signs.get(side, ()))) for side in SIDES
    )
    return helped, harder


def _framework(about: dict[str, Any], items: tuple[Item, ...]) -> Shipped:
    language = about.get("language", "en-GB")
    return Shipped(about["key"], about["version"], language, about["origin"], about["licence_note"], items)


def _factors() -> tuple[dict[str, Any], Iterator[Item]]:
    folder = HERE / "factors"
    about = _read(folder / "about.yaml")
    kinds = [_read(folder / f"{code}.yaml") for code in about["order"]]
    signs = {item: told for path in sorted((HERE / "signs").glob("*.yaml")) for item, told in _read(path).items()}
    items = (
        _item(
            {**raw, "signs": signs.get(raw["id"])}, origin=kind["origin"], group=kind["label"], level=kind["level"]
        )
        for kind in kinds
        for raw in kind["items"]
    )
    return about, items


def _nested(name: str) -> tuple[dict[str, Any], Iterator[Item]]:
    about = _read(HERE / name)

    def items() -> Iterator[Item]:
        for raw in about["items"]:
            yield _item(raw, group=raw.get("group", ""))
            for inner in raw.get("within", ()):
                yield _item(inner, group=raw.get("short") or raw["label"])

    return about, items()


def _item(raw: dict[str, Any], *, group: str, origin: str = "published", level: str = "") -> Item:
    return Item(
        item_id=raw["id"],
        label=raw["label"],
        short_label=raw.get("short", ""),
        group=group,
        level=raw.get("step", level),
        help=raw["help"],
        origin=raw.get("origin", origin),
        applies_to=raw.get("applies_to", "both"),
        wordings={reader: raw[reader] for reader in READERS if reader in raw},
        signs={side: list(told) for side in SIDES if (told := (raw.get("signs") or {}).get(side))},
    )


def _read(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told
