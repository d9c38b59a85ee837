"""Announcements from a lower room to a higher one: few, typed, within the same transaction."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

LISTENERS: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def listens_to(kind: type) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
    """Register what a room does when `kind` is announced; used in its reactions.py."""

    def wrap(react: Callable[[Any], None]) -> Callable[[Any], None]:
        LISTENERS[kind].append(react)
        return react

    return wrap


def announce(event: object) -> None:
    """Tell every listener, now; if one refuses, the whole change is undone."""
    for react in LISTENERS[type(event)]:
        react(event)
