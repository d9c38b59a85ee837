"""The demo: a database of its own with the worked example, never somebody's real one."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from casement import __version__
from casement.foundation.refusals import Refused

PASSWORD = "open the window"


def mark() -> Path:
    """The file that says this folder holds the demo, and how far it is."""
    return Path(settings.CASEMENT_HOME) / "demo.json"


def ready(prepare: Callable[[], None]) -> None:
    """Make the demo ready, from nothing or from where it was. Refused beside a database that is not a demo."""
    home = Path(settings.CASEMENT_HOME)
    database = home / "casement.sqlite3"
    told = json.loads(mark().read_text()) if mark().exists() else {}
    if database.exists() and not told:
        raise Refused(
            f"{home} holds a database that is not the demo. Nothing was touched. "
            "Name another folder: CASEMENT_HOME=/some/folder make demo"
        )
    if told.get("state") == "ready" and told.get("version") == __version__:
        prepare()
        return
    start_again(home)
    mark().write_text(json.dumps({"state": "loading", "version": __version__}))
    prepare()
    from casement.example.loading import load

    load(password=PASSWORD)
    mark().write_text(json.dumps({"state": "ready", "version": __version__}))


def start_again(home: Path) -> None:
    """Empty the demo's own folder; only ever called when it is empty or marked as a demo."""
    connection.close()
    for path in home.glob("casement.sqlite3*"):
        path.unlink()
    for path in home.glob("queue.sqlite3*"):
        path.unlink()
    shutil.rmtree(home / "originals", ignore_errors=True)


def sign_ins(address: str) -> Iterator[str]:
    """What to print: where it is, and one sign-in for each role."""
    from casement.rooms.people.queries import demo_people
    from casement.rooms.reviews.queries.seats import seats_of

    yield f"\nCasement is at {address}\nEverybody's password is: {PASSWORD}\n"
    told: set[str] = set()
    for person_id, email in demo_people():
        for seat in seats_of(person_id):
            role = seat.label
            if seat.standing.role and seat.standing.role.value not in told:
                told.add(seat.standing.role.value)
                yield f"  {email:34} {role}"
    yield "\nEverything in it is invented. Stop with Ctrl+C.\n"
