"""Taguette (taguette.org, BSD licence), set up in an environment of its own and asked over HTTP.

CASEMENT_BENCH_TAGUETTE names an environment it stands in already. Word files need calibre, which is not installed
with it; pages of the web do not.
"""

import http.client
import json
import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VERSION = "1.5.2"
TOKEN = re.compile(rb"\?token=([0-9a-f]+)")
EDGE = "----casementbench"


def program(scratch: Path) -> Path | None:
    """The program, set up in `scratch` unless it stands somewhere; None where it cannot be had, which is said."""
    named = os.environ.get("CASEMENT_BENCH_TAGUETTE")
    place = Path(named) if named else scratch / "taguette"
    if not (place / "bin/taguette").exists():
        print(f"Setting up Taguette {VERSION} in an environment of its own.", flush=True)
        subprocess.run([sys.executable, "-m", "venv", place], check=True)
        asked = [place / "bin/pip", "install", "-q", f"taguette=={VERSION}"]
        if subprocess.run(asked, stderr=subprocess.DEVNULL).returncode:
            print("NOT MEASURED: Taguette cannot be installed here.")
            return None
    return place / "bin/taguette"


class Taguette:
    """One signed-in person at one project."""

    def __init__(self, port: int, token: str, database: Path) -> None:
        self.database = database
        self.wire = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        self.cookies: dict[str, str] = {}
        self.ask("GET", f"/?token={token}")
        self.ask("GET", "/project/new")
        form = {"name": "Bench", "description": "", "_xsrf": self.cookies["_xsrf"]}
        status, _ = self.ask(
            "POST", "/project/new", urllib.parse.urlencode(form), "application/x-www-form-urlencoded"
        )
        if status not in (200, 302, 303):
            raise RuntimeError(f"Taguette answered {status} to a new project.")

    def ask(self, how: str, path: str, body: str | bytes | None = None, kind: str = "") -> tuple[int, bytes]:
        """The status and content of one answer; cookies are kept as a browser would."""
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if kind:
            told |= {"Content-Type": kind, "X-XSRFToken": self.cookies.get("_xsrf", "")}
        self.wire.request(how, path, body, told)
        answer = self.wire.getresponse()
        content = answer.read()
        for one in answer.headers.get_all("Set-Cookie") or ():
            name, value = one.split(";")[0].split("=", 1)
            self.cookies[name] = value.strip('"')
        return answer.status, content

    def bring_in(self, name: str, content: bytes) -> int:
        """Bring a page of the web in as a document; its number."""
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
            for field, value in (("name", name), ("description", ""))
        ]
        head = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{name}.html"\r\n'
        parts.append(f"{head}Content-Type: text/html\r\n\r\n".encode() + content + b"\r\n")
        body = b"".join(parts) + f"--{EDGE}--\r\n".encode()
        path = "/api/project/1/document/new"
        status, told = self.ask("POST", path, body, f"multipart/form-data; boundary={EDGE}")
        if status != 200:
            raise RuntimeError(f"Taguette answered {status} to a document.")
        return int(json.loads(told)["created"])

    def mark(self, document: int, start: int, letters: int) -> None:
        """Highlight a passage with the tag every project begins with.

        Places are bytes of its text; one within a letter of several bytes is refused, and the next but one tried.
        """
        path = f"/api/project/1/document/{document}/highlight/new"
        for more in (0, 4):
            place = {"start_offset": start + more, "end_offset": start + more + letters, "tags": [1]}
            status, _ = self.ask("POST", path, json.dumps(place), "application/json")
            if status == 200:
                return
        raise RuntimeError(f"Taguette answered {status} to a mark.")

    def mark_many(self, document: int, starts: list[int], letters: int) -> None:
        """Put highlights straight into its tables: over HTTP each would take it long."""
        with sqlite3.connect(self.database, timeout=60) as disk:
            for start in starts:
                words = (
                    "INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (?, ?, ?, ?)"
                )
                made = disk.execute(words, (document, start, start + letters, "the words of a mark"))
                disk.execute("INSERT INTO highlight_tags VALUES (?, 1)", (made.lastrowid,))

    def open(self, document: int) -> int:
        """Read a document with its highlights, as its page does in two requests; how many letters came."""
        size = 0
        for part in ("", "/contents"):
            status, content = self.ask("GET", f"/api/project/1/document/{document}{part}")
            if status != 200:
                raise RuntimeError(f"Taguette answered {status} to reading.")
            size += len(content)
        return size


@contextmanager
def taguette(scratch: Path, port: int) -> Iterator[Taguette | None]:
    """A Taguette that answers until the block ends, or None."""
    found = program(scratch)
    if found is None:
        yield None
        return
    out = scratch / "taguette.out"
    database = scratch / "taguette.sqlite3"
    asked = [found, "--no-browser", "-p", str(port), "--database", str(database)]
    with out.open("wb") as told, subprocess.Popen(asked, stdout=told, stderr=told) as served:
        try:
            token = None
            until = time.monotonic() + 60
            while token is None and time.monotonic() < until:
                time.sleep(0.3)
                token = TOKEN.search(out.read_bytes())
            if token is None:
                print("NOT MEASURED: Taguette did not start.")
                yield None
            else:
                yield Taguette(port, token[1].decode(), database)
        finally:
            served.terminate()


def beside(ours: float, theirs: float, unit: str) -> str:
    """What a line says of Taguette."""
    return f"; Taguette {theirs:.1f} {unit}, {theirs / ours:.1f} times ours" if theirs else ""
