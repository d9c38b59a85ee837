"""Marking and reading over HTTP, signed in, side by side with Taguette in the same run.

A hundred texts of twenty pages and one of three hundred, with sixty codes and as many marks as are asked for.
Taguette gets one text of each length and fewer marks: it is asked for its best.
"""

import http.client
import os
import random
import re
import statistics
import threading
import time
import uuid
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tools.bench import across, long_text
from tools.bench.table import Line, head, show
from tools.bench.taguette import Taguette, taguette

LONG, SHORT, ON_LONG, TRIES, PEOPLE, EACH = 300, 20, 5000, 40, 4, 100
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Reader:
    """One signed-in person of the example, over one connection that stays open."""

    def __init__(self, address: str, person_id: int, ref: str) -> None:
        from django.test import Client

        from casement.rooms.people.models import Person

        self.address, self.here = address.removeprefix("http://"), f"/reviews/{ref}/"
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(Person.objects.get(pk=person_id))
        self.cookies = {name: one.value for name, one in client.cookies.items()}
        self.wire = http.client.HTTPConnection(self.address, timeout=600)
        self.token = ""

    def ask(self, path: str, fields: dict[str, Any] | None = None) -> str:
        """What a page answers; with fields, what it answers to the desk's script."""
        told = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            told |= {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
            body = urlencode({**fields, "csrfmiddlewaretoken": self.token})
        self.wire.request("POST" if body else "GET", self.here + path, body, told)
        answer = self.wire.getresponse()
        content = answer.read().decode()
        for one in answer.headers.get_all("Set-Cookie") or ():
            name, value = one.split(";")[0].split("=", 1)
            self.cookies[name] = value
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}.")
        if fields is None and (found := TOKEN.search(content)):
            self.token = found[1]
        return content

    def mark(self, source: int, text: str, start: int, code: str) -> None:
        """Mark twenty letters of a source as the desk does."""
        fields = {"start": start, "end": start + 20, "quote": text[start : start + 20], "code": code}
        self.ask(f"sources/{source}/marks/", {**fields, "sent_key": uuid.uuid4().hex})


def measure(home: Path, marks: int) -> list[Line]:
    """Print and return the lines; Taguette's figures stand where a floor does."""
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries import seats_of
    from casement.rooms.sources.models import Source
    from tools.screenshots import serving

    first = long_text.add(LONG, ON_LONG)
    across.add(marks)
    person_id = demo_people()[0][0]
    seat = seats_of(person_id)[0]
    texts = {one.number: one.current.text for one in Source.objects.filter(number__in=(first, first + 1))
             .select_related("current") if one.current}  # fmt: skip
    head(f"Marking and reading over HTTP, {marks:,} marks beside {ON_LONG:,} on the long text", "Taguette")
    os.environ["CASEMENT_SHOTS_HOME"] = str(home)
    with serving() as address, taguette(home, 7488) as other:
        reader = Reader(address, person_id, seat.ref)
        reader.ask("sources/")
        rest = memory(home)
        lines = [
            one_mark(f"one mark, {pages} pages", reader, number, texts[number], other)
            for pages, number in ((SHORT, first + 1), (LONG, first))
        ]
        lines.append(at_once(address, person_id, seat.ref, first + 1, texts[first + 1]))
        lines.append(opened(reader, first, texts[first], other))
        searched = timed(lambda: found(reader, "visit duty"))
        lines.append(show(Line("search, 100 texts of 20 pages", searched, 0, "ms", "25 ms", searched <= 25)))
        lines.append(show(Line("memory of the server at rest", rest, 0, "MB", "150 MB", rest <= 150)))
    return lines


def one_mark(what: str, reader: Reader, source: int, text: str, other: Taguette | None) -> Line:
    """Making one mark, at the median."""
    chance = random.Random(1)
    reader.ask(f"sources/{source}/")
    ours = timed(lambda: reader.mark(source, text, chance.randrange(len(text) - 20), "item:wrk.03"))
    theirs = 0.0
    if other is not None:
        number = other.bring_in(what.replace(",", ""), as_page(text))
        theirs = timed(lambda: marked(other, number, chance.randrange(len(text) // 2)))
    times = 4 if f"{SHORT} pages" in what else 20
    fine = ours <= 5 and (other is None or theirs >= times * ours)
    return show(Line(what, ours, theirs, "ms", f"5 ms, {times} times faster", fine))


def marked(other: Taguette, number: int, start: int) -> None:
    """One mark of Taguette's; a place within a letter of more than one byte is moved on by one."""
    try:
        other.mark(number, start, start + 20)
    except RuntimeError:
        other.mark(number, start + 2, start + 22)


def opened(reader: Reader, source: int, text: str, other: Taguette | None) -> Line:
    """Opening the long text with its marks: what the server takes for the page and for its marks."""
    ours = timed(lambda: reader.ask(f"sources/{source}/"))
    theirs = 0.0
    if other is not None:
        number = other.bring_in("long with marks", as_page(text))
        chance = random.Random(2)
        for _ in range(ON_LONG // 10):  # each takes it long; a tenth of them is enough to tell
            marked(other, number, chance.randrange(len(text) // 2))
        theirs = timed(lambda: other.open(number), 9)
    told = ", Taguette with a tenth of the marks"
    return show(Line("open 300 pages, 5,000 marks", ours, theirs, "ms", "60 ms", ours <= 60, told))


def at_once(address: str, person_id: int, ref: str, source: int, text: str) -> Line:
    """Four people marking as quickly as they can: marks a second, and whether each is there."""
    from casement.rooms.coding.models import Mark

    before = Mark.objects.filter(by_id=person_id).count()
    readers = [Reader(address, person_id, ref) for _ in range(PEOPLE)]
    for one in readers:
        one.ask(f"sources/{source}/")

    def work(reader: Reader, seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(EACH):
            reader.mark(source, text, chance.randrange(len(text) - 20), "item:wrk.03")

    threads = [threading.Thread(target=work, args=(one, at)) for at, one in enumerate(readers)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = PEOPLE * EACH / (time.perf_counter() - began)
    kept = Mark.objects.filter(by_id=person_id).count() - before
    told = f", {kept} of {PEOPLE * EACH} kept"
    return show(Line("four people marking, marks a second", rate, 0, "", "200", rate >= 200 and kept == 400, told))


def found(reader: Reader, words: str) -> None:
    """Look for words as a person does, and read what was found."""
    told = {"Cookie": "; ".join(f"{name}={value}" for name, value in reader.cookies.items())}
    body = urlencode({"words": words, "csrfmiddlewaretoken": reader.token})
    told |= {"Content-Type": "application/x-www-form-urlencoded"}
    reader.wire.request("POST", f"{reader.here}search/", body, told)
    reader.wire.getresponse().read()
    reader.ask("search/")


def as_page(text: str) -> bytes:
    """A text as a page of the web, a paragraph each."""
    return "".join(f"<p>{escape(one)}</p>" for one in text.split("\n") if one).encode()


def timed(do: Callable[[], object], tries: int = TRIES) -> float:
    """The median wall time of a call in ms, after two that do not count."""
    do(), do()
    walls = []
    for _ in range(tries):
        began = time.perf_counter()
        do()
        walls.append((time.perf_counter() - began) * 1000)
    return statistics.median(walls)


def memory(home: Path) -> float:
    """Megabytes held by the server of this home and its processes together; 0 where the system does not tell."""
    wanted, told = f"CASEMENT_HOME={home}".encode(), 0.0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            ours = wanted in (place / "environ").read_bytes() and b"granian" in (place / "cmdline").read_bytes()
            held = (place / "smaps_rollup").read_text() if ours else ""
        except OSError:
            continue
        told += sum(int(line.split()[1]) for line in held.splitlines() if line.startswith("Pss:")) / 1024
    return told
