"""Reads files in a process apart, so that no file can take the server's memory, time or life with it."""

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE
from casement.rooms.sources.intake.reading import BROKEN, read

MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 30.0
_SECONDS_TO_START = 30.0
_PROGRAM = "casement.rooms.sources.intake.bounded"
_PACKAGES = Path(__file__).parents[4]

TOO_LONG = "This file took too long to read: open it, save a fresh copy or a PDF of it and bring that in."
NOT_NOW = "This file could not be read just now: wait a few minutes and bring it in again."
TOO_BIG = "This file needs too much memory to read: split it into smaller files and bring those in."


T = TypeVar("T")


class Bounded(Generic[T]):
    """Reads files one at a time in a child process, which is started again after a death or a time-out.

    What is read is said by a subclass: `module` offers `packed(name, data)`, the child's answer as bytes;
    `here` reads in this process and `unpack` makes a value of the answer, ValueError where it is none.
    Usable as a context manager and from any thread; calls wait for each other. Where no process could
    ever be started, files are read in this one, without bounds. Nothing of the server's environment
    goes along.
    """

    module: str

    def here(self, name: str, data: bytes) -> T:
        """The value of a file, read in this process."""
        raise NotImplementedError

    def unpack(self, content: bytes) -> T:
        """The value in a child's answer."""
        raise NotImplementedError

    def __init__(self, most_memory: int = MOST_MEMORY, most_seconds: float = MOST_SECONDS) -> None:
        self._most_memory = most_memory
        self._most_seconds = most_seconds
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._fresh = False
        self._greeted = False
        self._proven = False
        self._alone = False

    def __enter__(self) -> Self:
        with self._turn:
            self._begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process. A later `read` starts a new one."""
        with self._turn:
            self._end()

    def read(self, name: str, data: bytes) -> T:
        """The value of a file, under the bounds; `Unreadable` also where it broke through one of them."""
        with self._turn:
            if self._child is not None and self._owner != os.getpid():
                self._child = None  # Forked since: the child belongs to the other process.
            seasoned = self._child is not None and not self._fresh
            if not self._started():
                return self.here(name, data)
            answer = self._ask(name, data)
            if answer[0] in (b"died", b"full") and seasoned and self._started():
                # An earlier file may have worn the child out: this one gets a fresh one before it is refused.
                answer = self._ask(name, data)
        return self._outcome(*answer)

    def _begin(self) -> None:
        if self._child is not None or self._alone:
            return
        try:
            self._child = subprocess.Popen(
                [
                    sys.executable,
                    "-B",
                    "-m",
                    _PROGRAM,
                    str(self._most_memory),
                    str(self._most_seconds),
                    self.module,
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
                pipesize=MEGABYTE,
            )
        except (OSError, ValueError):
            self._do_without()
            return
        self._owner, self._fresh = os.getpid(), True
        self._greeted = False

    def _started(self) -> bool:
        self._begin()
        if self._child is None:
            return False
        if not self._greeted:
            self._greeted = self._exchange(_SECONDS_TO_START, None)[0] == b"ready"
            if not self._greeted:
                self._do_without()
                return False
            self._proven = True
        return True

    def _do_without(self) -> None:
        # Only where no process ever started: a file that wears the machine out must not gain the server.
        if self._proven:
            raise Unreadable(NOT_NOW)
        self._alone = True

    def _ask(self, name: str, data: bytes) -> tuple[bytes, bytes]:
        answer = self._exchange(self._most_seconds, (os.fsencode(name), data))
        if answer[0] == b"full":
            self._end()  # Its memory is in pieces by now.
        self._fresh = False
        return answer

    def _exchange(self, seconds: float, message: tuple[bytes, bytes] | None) -> tuple[bytes, bytes]:
        child = self._child
        assert child is not None and child.stdin is not None and child.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            child.kill()

        watch = threading.Timer(seconds, stop)
        watch.daemon = True
        watch.start()
        try:
            if message is not None:
                wire.send(child.stdin, *message)
            answer = wire.receive(child.stdout)
            return answer[0], b"".join(answer[1:])
        except (OSError, EOFError, MemoryError, OverflowError, IndexError):
            self._end()
            return (b"late" if late.is_set() else b"died"), b""
        finally:
            watch.cancel()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        child.wait()

    def _outcome(self, answer: bytes, content: bytes) -> T:
        match answer:
            case b"read":
                with contextlib.suppress(ValueError):
                    return self.unpack(content)
                raise Unreadable(BROKEN)
            case b"refused":
                raise Unreadable(content.decode(errors="replace"))
            case b"late":
                raise Unreadable(TOO_LONG)
            case b"full":
                raise Unreadable(content.decode(errors="replace") or TOO_BIG)
            case _:
                raise Unreadable(BROKEN)


class Reader(Bounded[Extracted]):
    """Reads texts: as `intake.read`, in a process apart."""

    module = "casement.rooms.sources.intake.reading"

    def here(self, name: str, data: bytes) -> Extracted:
        """The text of a file, read in this process."""
        return read(name, data)

    def unpack(self, content: bytes) -> Extracted:
        """The text in a child's answer."""
        return wire.unpack(content)


def _environment() -> dict[str, str]:
    passed = {key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if key in os.environ}
    return {**passed, "PYTHONPATH": os.pathsep.join([str(_PACKAGES), *filter(None, sys.path)])}
