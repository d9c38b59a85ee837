"""An installation with a review, its people and its texts, and the server as it runs in production."""

import os
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.crowd.person import Somebody, Talk
from tools.crowd.told import Memory
from tools.crowd.wire import Wire

PARAGRAPHS = 40
STOCK = "the visit was late so duty took a call about the child and wrote a note before the school rang back"
CODES = ("Waiting", "Ringing back", "Who was told", "Handing over", "Not asked", "Said aloud", "Written later",
         "Known before", "First visit", "Plan", "Habit", "Nobody home", "Out of hours", "Second look")  # fmt: skip


def around(home: Path, database: str) -> None:
    """Let this process, and those it starts, work on this home and this database."""
    os.environ.update(
        CASEMENT_HOME=str(home), CASEMENT_JOBS="by hand", CASEMENT_SECOND_STEP="false", CASEMENT_DEMO="false", CASEMENT_EMAIL="dummymail://",
        DJANGO_SETTINGS_MODULE="casement.config.settings",
    )  # fmt: skip
    os.environ.pop("CASEMENT_DATABASE", None)
    if database:
        os.environ["CASEMENT_DATABASE"] = database


def example() -> Any:
    """The worked example in an empty installation; the seat of its lead."""
    from casement.config.running import prepare
    from casement.example.loading import load

    prepare()
    return load(password="open the window")


def texts(lead: Any, count: int) -> dict[int, str]:
    """Texts for the crowd: their numbers and their words."""
    from casement.foundation import jobs
    from casement.rooms.sources import commands
    from casement.rooms.sources.models import Source

    chance = random.Random(1)
    files = [
        (f"crowd-{at}.txt", "\n\n".join(" ".join(chance.choices(STOCK.split(), k=30)) + f" {at} {place}"
                                         for place in range(PARAGRAPHS)).encode())
        for at in range(count)
    ]  # fmt: skip
    batch = commands.add_files(lead, files=files, agency=1)
    jobs.run_waiting()
    rows = Source.objects.filter(uploads__batch=batch).select_related("current")
    return {row.number: row.current.text for row in rows if row.current}


def codes(lead: Any) -> Talk:
    """Open codes that everybody knows."""
    from casement.rooms.coding import commands

    return Talk([f"open:{commands.add_code(lead, label=f'{label}, crowd').number}" for label in CODES])


def people(lead: Any, count: int) -> list[int]:
    """Members of the review team, invited and come."""
    from casement.foundation.access import Role
    from casement.rooms.people import commands as people
    from casement.rooms.reviews import commands as reviews

    told = []
    for at in range(1, count + 1):
        place = reviews.seat_member(
            lead, role=Role.TEAM, role_label=f"Reviewer {at} of the crowd", conflict_statement="Nothing to declare."
        )
        invited = people.invite_person(
            lead, email=f"crowd{at}@example.org", name=f"Reviewer {at}", participation_id=place.pk
        )
        told.append(people.accept_invitation(token=invited.link.split("/")[-2], password="open the window").pk)
    return told


def crowd(lead: Any, count: int, address: str, seed: int, *, sources: int = 3) -> list[Somebody]:
    """Everybody, signed in, each over one of the texts."""
    from django.test import Client

    from casement.rooms.people.models import Person

    there, talk = list(texts(lead, sources).items()), codes(lead)
    made = []
    for at, person_id in enumerate(people(lead, count)):
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(Person.objects.get(pk=person_id))
        wire = Wire(address, {name: one.value for name, one in client.cookies.items()}, lead.ref)
        number, text = there[at % len(there)]
        memory = Memory(person_id, f"Reviewer {at + 1}", number)
        made.append(Somebody(wire, memory, text, random.Random(seed * 1000 + at), talk))
    return made


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of this installation, served until the block ends; what the server complains of is in `log`."""
    from tools.screenshots import wait_for

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (home / "log").open("w") as log:
        casement = Path(sys.executable).with_name("casement")
        served = subprocess.Popen([casement, "serve", "--port", str(port)], stdout=log, stderr=log)
        try:
            wait_for(f"{address}/sign-in/", served)
            yield address
        finally:
            served.terminate()
            served.wait(timeout=30)
