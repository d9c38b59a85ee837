"""The reading process: reads files for the server under bounds of its own, one after another.

Started by `apart.Bounded`, with the most memory and the module that answers as arguments; speaks over its
standard input and output. It keeps no file, writes none, and ends when the server does.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.extracted import Unreadable

READY, READ, REFUSED, FULL = b"ready", b"read", b"refused", b"full"
Answered = Callable[[str, bytes, bytes], tuple[bytes, ...]]


def serve(most_memory: int, module: str) -> None:
    """Answer with what `module.answered` makes of each file, until the server closes the line."""
    hear, say = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # A library that prints must not speak on the line.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    _warm_up()
    answered: Answered = import_module(module).answered
    _bound(most_memory)
    wire.send(say, READY)
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            name, data, asked, seconds = wire.receive(hear)
            _bound_time(float(seconds))
            wire.send(say, *_answer(answered, os.fsdecode(name), data, asked))


def _answer(answered: Answered, name: str, data: bytes, asked: bytes) -> tuple[bytes, ...]:
    try:
        return READ, *answered(name, data, asked)
    except Unreadable as refusal:
        if isinstance(refusal.__cause__, MemoryError):
            return FULL, refusal.sentence.encode()
        return REFUSED, refusal.sentence.encode()
    except MemoryError:
        return FULL, b""


def _warm_up() -> None:
    import lxml.etree  # noqa: F401  (loaded before memory is bounded and before the first file waits)

    import casement.rooms.sources.intake.word  # noqa: F401


def _bound(most_memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    bounds = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_AS: most_memory}
    for bound, most in bounds.items():
        # macOS does not know every bound; the time limit of the server holds there as well.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(bound, (most, most))


def _bound_time(seconds: float) -> None:
    # Stops a file that runs away even after the server itself has died.
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + 2, hard))


if __name__ == "__main__":
    serve(int(sys.argv[1]), sys.argv[2])
