"""Every file of all marks asked for over HTTP, while another person looks at a page again and again."""

import re
import statistics
import threading
import time
from pathlib import Path

from tools.bench.signed_in import Reader, at_rest, memory, once, spent
from tools.bench.table import Line, show

GOALS = (("csv", 2), ("xlsx", 4), ("docx", 8), ("qdpx", 6))
PIECE = 64 * 1024
PAUSE = 0.05
MOST = 180  # seconds
ANOTHER = "sources/"


def under_way(reader: Reader, colleague: Reader, home: Path) -> list[Line]:
    """A line for each file, one for the colleague’s pages meanwhile, one for what the server then held."""
    reader.read("exchange/")
    colleague.read(ANOTHER)
    alone = statistics.median(once(lambda: colleague.read(ANOTHER)) for _ in range(9))
    lines, pages, most_held = [], list[float](), 0.0
    for kind, most in GOALS:
        done = threading.Event()
        other = threading.Thread(target=look, args=(colleague, done, pages))
        other.start()
        began, before = time.perf_counter(), spent(home)
        size = sent_out(reader) if kind == "qdpx" else taken(reader, f"across/passages.{kind}")
        took = time.perf_counter() - began
        done.set()
        other.join()
        most_held = max(most_held, memory(home))
        told = f", {size / 1e6:.0f} MB, {spent(home) - before:.1f} s of a processor, another person looking"
        lines.append(show(Line(f"all marks as {kind.upper()}", took, 0, "s", f"{most} s", took <= most, told)))
    held, page = at_rest(home), statistics.median(pages)
    worst = f", {len(pages)} pages, {sum(one > 100 for one in pages)} over, worst {max(pages):.0f} ms"
    lines.append(show(Line("another page during exports", page, alone, "ms", "100 ms", page <= 100, worst)))
    grown = f", {most_held:.0f} right after an export"
    lines.append(show(Line("memory after the exports", held, 0, "MB", "300 MB", held <= 300, grown)))
    return lines


def look(colleague: Reader, done: threading.Event, pages: list[float]) -> None:
    """Look at a page, pause, and look again, until it is done."""
    while not done.wait(PAUSE):
        pages.append(once(lambda: colleague.read(ANOTHER)))


def taken(reader: Reader, path: str) -> int:
    """Take a file as it comes; how long it is."""
    answer, size = reader.ask(path), 0
    while piece := answer.read(PIECE):
        size += len(piece)
    return size


def sent_out(reader: Reader) -> int:
    """Ask for a REFI-QDA project, wait until it was made in the background, and take it."""
    there = reader.send("exchange/out/", what="project", target="standard")
    page = reader.read(there)
    until = time.monotonic() + MOST
    while not (found := re.search(r'href="([^"]*/file/)"', page)):
        if time.monotonic() > until:
            raise TimeoutError("The REFI-QDA project was not made.")
        time.sleep(0.5)
        page = reader.read(there)
    return taken(reader, found[1])
