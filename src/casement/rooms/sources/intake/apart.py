"""A process apart that reads files for the server, so that none can take its memory, time or life with it."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE
from casement.rooms.sources.intake.reading import BROKEN

MOST_MEMORY = 1024 * MEGABYTE
MOST_SECONDS = 30.0
_SECONDS_TO_START = 30.0
_PROGRAM = "casement.rooms.sources.intake.bounded"
_PACKAGES = Path(__file__).parents[4]

TOO_LONG = "This file took too long to read: open it, save a fresh copy or a PDF of it and bring that in."
NOT_NOW = "This file could not be read just now: wait a few minutes and bring it in again."
TOO_BIG = "This file needs too much memory to read: split it into smaller files and bring those in."


class Bounded:
    """Reads files one at a time in a child process, which is started again after a death or a time-out.

    `module` names the one whose `answered(name, data, asked)` makes the pieces of the child's answer. Usable as
    a context manager and from any thread; calls wait for each other. Where no process could ever be started,
    `answer` is None. Nothing of the server's environment goes along.
    """

    module = ""

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

    def answer(
        self, name: str, data: bytes, asked: bytes = b"", *, seconds: float | None = None
    ) -> list[bytes] | None:
        """The pieces of the child's answer, its kind first; None where there can be no process."""
        seconds = self._most_seconds if seconds is None else seconds
        message = os.fsencode(name), data, asked, str(seconds).encode()
        with self._turn:
            if self._child is not None and self._owner != os.getpid():
                self._child = None  # Forked since: the child belongs to the other process.
            seasoned = self._child is not None and not self._fresh
            if not self._started():
                return None
            answer = self._ask(seconds, message)
            if answer[0] in (b"died", b"full") and seasoned and self._started():
                # An earlier file may have worn the child out: this one gets a fresh one before it is refused.
                answer = self._ask(seconds, message)
        return answer

    def _begin(self) -> None:
        if self._child is not None or self._alone:
            return
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-B", "-m", _PROGRAM, str(self._most_memory), self.module],
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

    def _ask(self, seconds: float, message: tuple[bytes, ...]) -> list[bytes]:
        answer = self._exchange(seconds, message)
        if answer[0] == b"full":
            self._end()  # Its memory is in pieces by now.
        self._fresh = False
        return answer

    def _exchange(self, seconds: float, message: tuple[bytes, ...] | None) -> list[bytes]:
        child = self._child
        assert child is not None and child.stdin is not None and child.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            _kill(child)

        watch = threading.Timer(seconds, stop)
        watch.daemon = True
        watch.start()
        try:
            if message is not None:
                wire.send(child.stdin, *message)
            answer = wire.receive(child.stdout)
            return answer if len(answer) > 1 else [*answer, b""][:2]
        except (OSError, EOFError, MemoryError, OverflowError, IndexError):
            self._end()
            return [b"late" if late.is_set() else b"died", b""]
        finally:
            watch.cancel()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        _kill(child)
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        child.wait()


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child, and the program it may have started for a scanned page."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (AttributeError, OSError):  # Gone already, or a system without groups of processes.
        child.kill()


def _environment() -> dict[str, str]:
    passed = {
        key: os.environ[key]
        for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TESSDATA_PREFIX")
        if key in os.environ
    }
    return {**passed, "PYTHONPATH": os.pathsep.join([str(_PACKAGES), *filter(None, sys.path)])}


def held(answer: list[bytes]) -> list[bytes]:
    """What an answer holds; `Unreadable` with its sentence where the file was refused or broke through a bound."""
    kind, content = answer[0], answer[1]
    match kind:
        case b"read":
            return answer[1:]
        case b"refused":
            raise Unreadable(content.decode(errors="replace"))
        case b"late":
            raise Unreadable(TOO_LONG)
        case b"full":
            raise Unreadable(content.decode(errors="replace") or TOO_BIG)
        case _:
            raise Unreadable(BROKEN)
