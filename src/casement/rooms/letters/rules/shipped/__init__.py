"""The texts that come with Casement, written for it, one file each: facts at the head, then the letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Shipped:
    """One letter of the process. `moment` is when it is used, `stops_for` the scope of a hold that stops it.

    `checks_flag` stops it while the person it goes to may not be approached; `easy` prints it large, a sentence to
    a line; `to` says whom it is for, in words.
    """

    key: str
    name: str
    moment: str
    use: str
    to: str
    title: str
    body: str
    stops_for: str = ""
    checks_flag: bool = False
    easy: bool = False


@cache
def shipped() -> dict[str, Shipped]:
    """Every letter, by key, in the order they are offered."""
    found = [read(path) for path in sorted(HERE.glob("*.md"))]
    return {each.key: each for each in found}


def read(path: Path) -> Shipped:
    """One letter from its file, whose name begins with its place in the list."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return Shipped(key=path.stem.split("-", 1)[1].replace("-", "_"), body=body.strip(), **yaml.safe_load(head))
