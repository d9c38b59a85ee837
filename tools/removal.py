"""Somebody is removed while their requests are on their way, over and over: does any that began later succeed?

Usage: python -m tools.removal [--times 1000] [--requests 20] [--postgres] [--seed N]

Each time a member of the team sends requests from many connections without a pause: pages, files, news and marks.
Meanwhile a lead ends their place, by the page that everybody uses, or every fourth time the account is closed. From
the moment that was acknowledged, nothing that begins may succeed. Then they are let in again, for the next time.
On a scratch installation served as in production; with --postgres on a server of its own. Ends with 1 when anything
is wrong.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from tools.crowd.wire import Answer, Wire

PAGES = ("sources/", "sources/1/", "sources/1/about/", "episodes/", "who-sees-what/", "members/", "report/")
AFTERWARDS = 3  # requests that each connection sends once the removal was acknowledged


@dataclass
class Told:
    """What was seen: how each request was answered that began before or after, and what was wrong."""

    before: Counter[int] = field(default_factory=Counter)
    after: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    latest: float = 0.0  # the longest that a request which began before still succeeded after


@dataclass
class Turn:
    """One removal: the connections of whoever is removed, and when it was acknowledged."""

    wires: list[Wire]
    chance: random.Random
    acknowledged: float = 0.0
    gone: Event = field(default_factory=Event)

    def ask_on(self, wire: Wire) -> list[tuple[str, Answer]]:
        """Ask without a pause until the removal was acknowledged, and a few times more."""
        told, left = [], AFTERWARDS
        while left:
            if self.gone.is_set():
                left -= 1
            path = self.chance.choice(PAGES)
            if self.chance.random() < 0.25:
                marks = {"start": "0", "end": "9", "quote": "", "code": "", "influence": ""}
                told.append(("POST sources/1/marks/", wire.post("sources/1/marks/", marks)))
            else:
                told.append((f"GET {path}", wire.get(path)))
        return told


def succeeded(answer: Answer) -> bool:
    """Whether somebody got something: a page, a change, or what is wrong with a form of theirs."""
    return answer.status in (200, 304, 409, 422) or (answer.status == 302 and "/sign-in/" not in answer.location)


def judge(turn: Turn, told: Told, number: int, answers: list[tuple[str, Answer]]) -> None:
    """Put what was answered beside when the removal was acknowledged."""
    for asked, answer in answers:
        late = answer.began > turn.acknowledged
        (told.after if late else told.before)[answer.status] += 1
        if late and succeeded(answer):
            told.wrong.append(
                f"{number} {asked}: {answer.status}, begun {answer.began - turn.acknowledged:.4f} s later"
            )
        if answer.status >= 500:
            told.wrong.append(f"{number} {asked}: {answer.status}")
        if not late and succeeded(answer):
            told.latest = max(told.latest, answer.ended - turn.acknowledged)


def cookies_of(person_id: int) -> dict[str, str]:
    """Somebody who is signed in, in a browser of their own."""
    from django.test import Client

    from casement.rooms.people.models import Person

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(Person.objects.get(pk=person_id))
    return {name: one.value for name, one in client.cookies.items()}


def let_in_again(lead: Any, person_id: int, number: int) -> int:
    """A new place for somebody who was removed; its number."""
    from casement.foundation.access import Role
    from casement.rooms.people.models import Person
    from casement.rooms.reviews import commands

    Person.objects.filter(pk=person_id).update(is_active=True)
    email = Person.objects.values_list("email", flat=True).get(pk=person_id)
    label = f"Somebody removed, time {number}"
    return commands.seat_member(lead, role=Role.TEAM, role_label=label, email=email).number


def removed(wire: Wire, place: int) -> float:
    """The lead ends the place by its page; when they were told that it is done."""
    page = f"members/{place}/ending/"
    wire.get(page)
    answer = wire.post(page, {}, script=False)
    if answer.status != 302:
        raise RuntimeError(f"The place was not ended: {answer.status}")
    return answer.ended


def account_closed(lead: Any, person_id: int) -> float:
    """The account is closed; when that was done. The place ends too, so that the next time can begin."""
    from dataclasses import replace

    from casement.rooms.people import commands
    from casement.rooms.people.models import Person
    from casement.rooms.reviews.models import Participation

    seat = replace(lead, review_id=None, standing=replace(lead.standing, role=None, site=frozenset({"runs_site"})))
    commands.close_account(seat, email=Person.objects.values_list("email", flat=True).get(pk=person_id))
    moment = time.time()
    Participation.objects.filter(person_id=person_id, ended_at=None).update(ended_at=moment_now())
    return moment


def moment_now() -> Any:
    """The present, as rows hold it."""
    from casement.foundation.clock import now

    return now()


def races(lead: Any, person_id: int, address: str, times: int, requests: int, seed: int) -> Told:
    """Every removal, one after the other."""
    told, boss = Told(), Wire(address, cookies_of(lead.person_id), lead.ref)
    chance = random.Random(seed)
    with ThreadPoolExecutor(requests) as pool:
        for number in range(1, times + 1):
            place = let_in_again(lead, person_id, number)
            theirs = cookies_of(person_id)
            wires = [Wire(address, theirs, lead.ref) for _ in range(requests)]
            wires[0].get("sources/1/")
            for wire in wires:
                wire.token, wire.cookies = wires[0].token, dict(wires[0].cookies)
            turn = Turn(wires, random.Random(seed * 10_000 + number))
            asking = [pool.submit(turn.ask_on, wire) for wire in wires]
            time.sleep(chance.uniform(0.0, 0.15))
            by_account = number % 4 == 0
            turn.acknowledged = account_closed(lead, person_id) if by_account else removed(boss, place)
            turn.gone.set()
            for one in asking:
                judge(turn, told, number, one.result())
            for wire in wires:
                wire.line.close()
            print(f"{number} of {times}, {len(told.wrong)} wrong", file=sys.stderr, end="\r", flush=True)
    return told


def main() -> int:
    """Run and print; the exit code."""
    from tools.crowd import place
    from tools.crowd.__main__ import database

    asked = argparse.ArgumentParser(prog="python -m tools.removal", description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--times", type=int, default=1000)
    asked.add_argument("--requests", type=int, default=20)
    asked.add_argument("--postgres", action="store_true")
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    wish = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="casement-removal-") as folder, database(wish.postgres) as address:
        home = Path(folder)
        place.around(home, address)
        import django

        django.setup()
        from django.db import connection

        lead = place.example()
        somebody = place.people(lead, 1)[0]
        from casement.rooms.reviews.models import Participation

        Participation.objects.filter(person_id=somebody).update(ended_at=moment_now())
        with place.serving(home) as served:
            told = races(lead, somebody, served, wish.times, wish.requests, wish.seed)
        print(f"{'PostgreSQL' if wish.postgres else 'SQLite'}, seed {wish.seed}: removed {wish.times} times")
        print(f"  begun before, by answer: {dict(sorted(told.before.items()))}")
        print(f"  begun after, by answer:  {dict(sorted(told.after.items()))}")
        print(f"  the last that began before succeeded {max(told.latest, 0):.3f} s after")
        print("\n".join(told.wrong[:20]) or "Nothing that began after a removal succeeded.")
        if not told.wrong:
            print(f"  0 of {told.after.total()}: with 95 %, fewer than {3 / max(1, told.after.total()):.1e}")
        connection.close()
    return 1 if told.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
