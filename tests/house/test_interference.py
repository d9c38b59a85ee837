"""Another review makes no difference: what a member can fetch is the same bytes with it and without it."""

import re
from collections.abc import Callable, Sequence

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from tests.factories.furnished import CANARY, LEADS, OTHER, PRIVATE, furnish
from tests.factories.reviews import Cast, cast
from tests.house.addresses import PAGES, WRITING, body, filled, signed_in
from tests.house.offered import pages_of
from tests.house.valid import side_by_side

MASKS = (
    (re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"'), b"token"),
    (re.compile(rb'name="sent_key" value="[^"]+"|&quot;X-CSRFToken&quot;: &quot;[^&]+&quot;|"X-CSRFToken": "[^"]+"'), b"token"),
    (re.compile(rb"/write-up/[\w-]{40,}/"), b"private link"),
    (re.compile(rb"\d{1,2}(:\d\d)?[ap]m|\d{1,2}:\d\d(:\d\d)?"), b"time"),  # "9am" when the hour strikes
)  # fmt: skip
ROLES = (Role.LEAD, Role.TEAM, Role.CASE_GROUP, Role.AGENCY_CONTACT)
SEARCHING = (Role.LEAD, Role.CASE_GROUP)  # they ask for every word, the others for two
FILE = re.compile(r"\.(docx|xlsx)$|/file/$")  # packed: compared by what is in them elsewhere
MOST = 2  # things of each kind that are fetched by number; 77 is far away


def masked(answer) -> bytes:
    told = body(answer)
    for pattern, name in MASKS:
        told = pattern.sub(name, told)
    return str(answer.status_code).encode() + b" " + answer.get("Location", "").encode() + b"\n" + told


def read_by(oak: Cast, role: Role, words: list[str], among: Sequence[str] = PAGES) -> dict[str, bytes]:
    """Everything this member can fetch: every address, things 1 to 3 and far away, home, account, searches."""
    client, told = signed_in(oak, role), {}
    for address in ("/", "/reviews/", "/account/", *fetched(oak, among)):
        if not FILE.search(address):
            told[address] = masked(client.get(address))
    for word in words if role in SEARCHING else words[:2]:
        client.post(f"/reviews/{oak.ref}/search/", {"words": word})
        told[f"search {word}"] = masked(client.get(f"/reviews/{oak.ref}/search/"))
    for address, _view in WRITING if among is PAGES else ():
        told[f"post {address}"] = masked(client.post(filled(address, oak.ref), {"text": "", "based_on": "no"}))
    if role is Role.LEAD:
        told |= {f"walk {page}": content for page, content in walked(client, oak)}
    return told


def walked(client: Client, oak: Cast):
    for page, content in pages_of(client, oak.ref):
        for pattern, name in MASKS:
            content = pattern.sub(name, content)
        yield page, content


def fetched(oak: Cast, among: Sequence[str]) -> list[str]:
    told = []
    for address in among:
        for number in (*range(1, MOST + 1), 77) if "<int:" in address else (1,):
            told.append(filled(address, oak.ref, number))
    return told


def act(oak: Cast) -> None:
    """What a lead does next: each new thing gets the number it would have had."""
    client = signed_in(oak)
    at = f"/reviews/{oak.ref}/"
    for path, sent in (
        ("questions/", {"text": "And what else?"}),
        ("chronologies/entries/new/", {"agency": "1", "date": "4 May 2024", "event": "Rang again."}),
        ("codes/", {"label": "Ringing in vain"}),
        ("memos/", {"text": "A thought."}),
        ("about/", {"name": "Housing"}),
        ("episodes/new/", {"title": "The call", "why": "It explains much."}),
        ("steps/gates/decision/", {"text": "The board decided it in May, at its meeting."}),
        ("steps/move/", {"to": "S02"}),
        ("members/releases/", {"subject": "header", "role": "family_member"}),
        (
            "members/new/",
            {"role": "family_member", "role_label": "Aunt", "email": "aunt@example.org", "name": "An Aunt"},
        ),
        ("episodes/1/parts/counter/", {"text": "It could have been otherwise."}),
        ("episodes/1/searches/", {"looked_for": "a", "looked_where": "b", "found": "c"}),
        ("report/preview/?edition=internal", {"format": "html", "edition": "internal", "looked": "on"}),
    ):
        assert client.post(at + path, sent).status_code == 302, path
    jobs.run_waiting()
    side_by_side(oak)


def undone(do: Callable[[], dict]) -> dict:
    """What `do` answers, with everything it changed taken back."""
    with transaction.atomic():
        told = do()
        transaction.set_rollback(True)
    cache.clear()
    return told


def state(oak: Cast, words: list[str]) -> dict[Role, dict[str, bytes]]:
    def read() -> dict:
        act(oak)
        return {role: undone(lambda role=role: read_by(oak, role, words)) for role in ROLES}

    return undone(read)


@pytest.mark.django_db
def test_a_second_review_changes_no_byte_of_what_members_of_the_first_can_fetch():
    oak = cast("Oak")
    furnish(oak)
    words = [CANARY["Elm"], PRIVATE["Elm"], LEADS["Elm"], OTHER["Elm"], "zabr*", "Elm", CANARY["Oak"]]
    alone = state(oak, words)
    furnish(cast("Elm"))
    furnish(cast("Elm"), "brumvantle")
    beside = state(oak, words)
    differ = {
        (role.value, address)
        for role in ROLES
        for address in alone[role].keys() | beside[role].keys()
        if alone[role].get(address) != beside[role].get(address)
    }
    assert not differ, sorted(differ)[:20]
    assert sum(len(told) for told in alone.values()) >= 1800
    assert any(CANARY["Oak"].encode() in content for content in alone[Role.LEAD].values())


def test_the_comparison_sees_a_difference(oak):
    some = PAGES[::8]  # one that differs is enough
    before = undone(lambda: read_by(oak, Role.TEAM, [], some))
    furnish(oak)
    after = undone(lambda: read_by(oak, Role.TEAM, [], some))
    assert sum(before[address] != after[address] for address in before) > 5
