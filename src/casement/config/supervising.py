"""What stays while an installation is served: it starts the pages, and a worker whenever there is work.

    python -m casement.config.supervising HOST PORT [DATABASE]

It imports neither Django nor any room, because it does nothing but wait: the whole of Casement in memory once more
would be for nothing. DATABASE is the file of a SQLite database, whose table of jobs says whether something waits;
without it a worker is always there.
"""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.request import pathname2url

PYTHON = (sys.executable, "-m")
LOOK_EVERY = 0.25  # seconds
START_AT_LEAST = 3600.0  # seconds: the worker also drops originals that nobody needs
WAITING = (
    "SELECT 1 FROM foundation_job WHERE state = 'queued' "
    "AND (not_before IS NULL OR not_before <= datetime('now')) LIMIT 1"
)
# Each thread would otherwise keep a heap of its own for what a long file once took.
FEW_HEAPS = {"MALLOC_ARENA_MAX": "2"}


def supervise(host: str, port: str, database: str = "") -> int:
    """Run the web server, and the worker while there is work; stop both together. Answers with the exit code."""
    stopping = threading.Event()
    for kind in (signal.SIGINT, signal.SIGTERM):
        signal.signal(kind, lambda *_: stopping.set())
    web = start(
        "granian", "--interface", "wsgi", "--host", host, "--port", port, "--workers", "1",
        "--blocking-threads", "4", "--no-ws", "--log-level", "warning", "casement.config.wsgi:application",
    )  # fmt: skip
    worker, started = start_worker(database), time.monotonic()
    while not stopping.wait(LOOK_EVERY) and web.poll() is None:
        if worker.poll() is None:
            continue
        long_ago = time.monotonic() - started > START_AT_LEAST
        if worker.returncode or long_ago or waits(database):
            worker, started = start_worker(database), time.monotonic()
    for child in (worker, web):
        child.terminate()
    for child in (worker, web):
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
    return 0 if stopping.is_set() else web.returncode or 1


def start_worker(database: str) -> subprocess.Popen[bytes]:
    """A worker process of its own, so that a file that kills a parser never kills the pages."""
    return start("casement.config", "worker", *(["--until-idle"] if database else []))


def start(*words: str) -> subprocess.Popen[bytes]:
    """A part of the installation as a process."""
    return subprocess.Popen([*PYTHON, *words], env=FEW_HEAPS | os.environ)


def waits(database: str) -> bool:
    """Whether a job waits for a worker; when it cannot be told, a worker will look."""
    if not database:
        return True
    try:
        read = sqlite3.connect(f"file:{pathname2url(str(Path(database).resolve()))}?mode=ro", uri=True, timeout=1)
    except sqlite3.Error:
        return True
    try:
        return read.execute(WAITING).fetchone() is not None
    except sqlite3.Error:
        return True
    finally:
        read.close()


if __name__ == "__main__":
    sys.exit(supervise(*sys.argv[1:]))
