"""The floor of one mark: a program that does nothing but store a row, served and stored as Casement does it.

Granian, one thread; SQLite with a write-ahead log and every commit on the disk before it is answered for.
"""

import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.bench.signed_in import timed

PRAGMAS = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
disk: list[sqlite3.Connection] = []


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Store a row and say so."""
    if not disk:
        disk.append(sqlite3.connect(os.environ["BARE"], isolation_level=None, check_same_thread=False))
        disk[0].executescript(PRAGMAS + "CREATE TABLE IF NOT EXISTS one (said TEXT)")
    disk[0].execute("INSERT INTO one VALUES (?)", [environ["wsgi.input"].read().decode()])
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", "2")])
    return [b"{}"]


@contextmanager
def served(home: Path) -> Iterator[http.client.HTTPConnection]:
    """A connection to it, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--interface", "wsgi", "--port", str(port), "--blocking-threads", "1", "--log-level", "warning"]
    around = {**os.environ, "BARE": str(home / "floor.sqlite3"), "CASEMENT_HOME": ""}
    asked = [sys.executable, "-m", "granian", *words, "tools.bench.bare:application"]
    with subprocess.Popen(asked, env=around) as server:
        try:
            until = time.monotonic() + 30
            while time.monotonic() < until:
                with socket.socket() as there:
                    if not there.connect_ex(("127.0.0.1", port)):
                        break
                time.sleep(0.1)
            yield http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        finally:
            server.terminate()


def a_row(home: Path, tries: int) -> float:
    """The time in ms in which a row is stored over HTTP: what a mark takes at least, all of Casement left out."""
    with served(home) as wire:

        def one() -> None:
            wire.request("POST", "/", "start=1&end=21&quote=the+words+of+a+mark&code=open%3A1001")
            wire.getresponse().read()

        return timed(one, tries)
