"""One signed-in person of the example, over one connection that stays open, and what the server of a home holds."""

import http.client
import os
import re
import statistics
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PATIENCE = 5  # seconds
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
OPEN, ANOTHER = "open:1001", "open:1002"  # two of the codes that the bench makes


class Reader:
    """A person who reads and marks as the pages and the desk's script do."""

    def __init__(self, address: str, person_id: int, ref: str) -> None:
        from django.test import Client

        from casement.rooms.people.models import Person

        self.here = f"/reviews/{ref}/"
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(Person.objects.get(pk=person_id))
        self.cookies = {name: one.value for name, one in client.cookies.items()}
        self.wire = http.client.HTTPConnection(address.removeprefix("http://"), timeout=600)
        self.token, self.asked = "", time.monotonic()

    def ask(self, path: str, fields: dict[str, Any] | None = None, accept: str = "*/*") -> http.client.HTTPResponse:
        """An answer whose content is not read yet; `fields` are sent as a form."""
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Accept": accept}
        body = None if fields is None else urlencode({**fields, "csrfmiddlewaretoken": self.token})
        where = path if path.startswith("/") else self.here + path
        if time.monotonic() - self.asked > PATIENCE:
            self.wire.close()  # the server may have done so; it is opened again by asking
        self.asked = time.monotonic()
        self.wire.request("GET" if body is None else "POST", where, body, told | (FORM if body else {}))
        answer = self.wire.getresponse()
        for one in answer.headers.get_all("Set-Cookie") or ():
            name, value = one.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if answer.status not in (200, 302):
            raise RuntimeError(f"{path} answered {answer.status}: {answer.read()[:300]!r}")
        return answer

    def read(self, path: str) -> str:
        """A page, whole; its forms may be sent afterwards."""
        content = self.ask(path).read().decode()
        if found := TOKEN.search(content):
            self.token = found[1]
        return content

    def send(self, path: str, **fields: Any) -> str:
        """Send a form; the address it leads to."""
        answer = self.ask(path, fields)
        answer.read()
        return answer.headers.get("Location", "")

    def mark(self, source: int, place: tuple[int, str], code: str = OPEN) -> None:
        """Mark the words at a place of a source as the desk does."""
        start, words = place
        fields = {"start": start, "end": start + len(words), "quote": words, "code": code}
        key = {"sent_key": str(uuid.uuid4())}
        self.ask(f"sources/{source}/marks/", fields | key, "application/json").read()


def timed(do: Callable[[], object], tries: int) -> float:
    """The median wall time of a call in ms, after two that do not count."""
    do(), do()
    return statistics.median(once(do) for _ in range(tries))


def once(do: Callable[[], object]) -> float:
    """The wall time of one call in ms."""
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def memory(home: Path) -> float:
    """Megabytes held by the server of this home with its processes; 0 where the system does not tell."""
    told = 0.0
    for place in processes(home):
        try:
            held = (place / "smaps_rollup").read_text()
        except OSError:
            continue
        told += sum(int(line.split()[1]) for line in held.splitlines() if line.startswith("Pss:")) / 1024
    return told


def at_rest(home: Path, most: float = 150) -> float:
    """What the server holds when its worker has gone, for which it needs a minute with nothing to do."""
    until = time.monotonic() + most
    time.sleep(2)
    while any(is_worker(place) for place in processes(home)):
        if time.monotonic() > until:
            break
        time.sleep(1)
    return memory(home)


def is_worker(place: Path) -> bool:
    """Whether a process does background work and ends by itself."""
    try:
        return b"--until-idle" in (place / "cmdline").read_bytes()
    except OSError:
        return False


def processes(home: Path) -> list[Path]:
    """The processes of the server of this home."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if is_server(home, place):
                found.append(place)
        except OSError:
            continue
    return found


def spent(home: Path) -> float:
    """Seconds of a processor that the server of this home has taken so far, with the processes it ended."""
    ticks = 0
    for place in processes(home):
        try:
            ticks += sum(int(one) for one in (place / "stat").read_text().rsplit(")", 1)[1].split()[11:15])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def is_server(home: Path, place: Path) -> bool:
    """Whether a process works for the server of this home, and is neither this one nor Taguette."""
    if place.name == str(os.getpid()) or b"taguette" in (place / "cmdline").read_bytes():
        return False
    return f"CASEMENT_HOME={home}".encode() in (place / "environ").read_bytes().split(b"\0")
