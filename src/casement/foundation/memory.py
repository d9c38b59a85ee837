"""The last few things that were worked out, kept in this process alone and never on a disk.

Only for what cannot change under its key: a text that is immutable, or what was told at one link of the ledger.
"""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


@contextmanager
def nothing_swept() -> Iterator[None]:
    """While very many things are made that all stay, Python does not look through them for garbage.

    It would do so again and again, and take as long as the making itself. For background work alone.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Memory(Generic[T]):
    """Holds `most` things; the one that was longest not asked for is forgotten first. Safe for several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = Lock()

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `key`, or what `make` says now; two who ask at once may both make it."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made
