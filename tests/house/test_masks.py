"""A name that is hidden behind a label: asked for on every page, in every file and search, as everybody."""

import io
import re
import zipfile

import pytest

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry, SearchRow
from casement.rooms.analysis import commands as analysis
from casement.rooms.coding import commands as coding
from casement.rooms.reports import commands as reports
from casement.rooms.sources.models import Source
from tests.factories.masks import FIRST, LAST, NAME, hide, plant
from tests.house.addresses import PAGES, filled, read, signed_in

HELD = (FIRST.encode(), LAST.encode())
# Pages that are there to show names, each with a right and an entry in the ledger of its own.
NAMING = {
    Role.LEAD: re.compile(r"/(names|named|text|sealed|identity(/\d+)?)/$"),
    Role.TEAM: re.compile(r"/(names|named)/$"),
    Role.BUSINESS: re.compile(r"/identity(/\d+)?/$"),
}
MOST = 5
# Passages with the words around them, and likeness, which shows what a passage shares with another.
ACROSS = (
    "across/passages/",
    "across/passages.csv",
    "across/passages.xlsx",
    "across/passages.docx",
    "marks/n/alike/",
)
READERS = (Role.LEAD, Role.TEAM, Role.AGENCY_CONTACT, Role.CASE_GROUP)


def unpacked(content: bytes) -> bytes:
    """A file with everything that is packed in it, opened."""
    if content[:2] != b"PK":
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join([name.encode() + b"\n" + unpacked(packed.read(name)) for name in packed.namelist()])


def holding(cast, role) -> list[str]:
    """The addresses at which this role gets the name."""
    found = []
    for address, content in read(cast, role, MOST if role in READERS else 1):
        whole = unpacked(content)
        if any(word in whole for word in HELD):
            found.append(address)
    return found


@pytest.fixture
def planted(oak):
    """A review with the name everywhere, not hidden yet."""
    plant(oak)
    return oak


def test_the_name_is_on_many_pages_before_it_is_hidden(planted):
    kinds = {
        re.sub(r"\d+", "n", one.removeprefix(f"/reviews/{planted.ref}/")) for one in holding(planted, Role.LEAD)
    }
    for must in ("sources/n/", "sources/n/texts/n/", "sources/n/marks/", "sources/n/original/", "sources/n/names/",
                 "corrections/n/", "codes/n/", "memos/", "episodes/n/", "report/preview/", "rounds/n/walk-through/",
                 "exchange/n/file/", *ACROSS):  # fmt: skip
        assert must in kinds, (must, sorted(kinds))


def test_nobody_gets_the_name_once_it_is_hidden_but_where_names_are_shown(planted):
    hide(planted)
    seat = planted.seat()
    for format in ("html", "docx"):
        reports.export_report(seat, edition="internal", format=format)
    coding.send_exchange(seat)
    jobs.run_waiting()
    for role in Role:
        found = [one for one in holding(planted, role) if role not in NAMING or not NAMING[role].search(one)]
        assert not found, (role, found)


def test_the_label_stands_in_every_kind_of_file_that_is_made_afterwards(planted):
    hide(planted)
    seat = planted.seat()
    reports.export_report(seat, edition="internal", format="docx")
    coding.send_exchange(seat)
    jobs.run_waiting()
    kinds = {
        re.sub(r"\d+", "n", address.removeprefix(f"/reviews/{planted.ref}/"))
        for address, content in read(planted, Role.LEAD, MOST)
        if b"[Mother]" in unpacked(content)
    }
    for must in ("sources/n/", "sources/n/texts/n/", "sources/n/marks/", "corrections/n/", "codes/n/", "memos/",
                 "episodes/n/", "report/preview/", "exchange/n/file/", *ACROSS):  # fmt: skip
        assert must in kinds, (must, sorted(kinds))


@pytest.mark.parametrize("role", [Role.LEAD, Role.TEAM, Role.AGENCY_CONTACT])
def test_a_hidden_name_is_found_by_nobody(planted, role):
    client = signed_in(planted, role)
    search = f"/reviews/{planted.ref}/search/"
    for hidden in (False, True):
        if hidden:
            hide(planted)
        for words in (NAME, FIRST, f"{FIRST[:6]}*", LAST, LAST.lower()):
            client.post(search, {"words": words})
            page = client.get(search).content.decode()
            assert bool(re.search("<mark", page)) is not hidden, (role, words)
    assert not [row for row in SearchRow.objects.filter(kind="source") if FIRST in row.text or LAST in row.text]


def test_nobody_learns_a_hidden_name_by_guessing_it(planted):
    """Marking, citing and placing answer a guess at the words as they answer any wrong words."""
    hide(planted)
    for role in (Role.LEAD, Role.TEAM):
        client = signed_in(planted, role)
        at = f"/reviews/{planted.ref}/sources/1/"
        for words in (FIRST, f"met {NAME} at home"):
            right = client.post(at, {"paragraph": 1, "words": words, "code": "open:1"})
            wrong = client.post(at, {"paragraph": 1, "words": "Somebody Else", "code": "open:1"})
            assert right.status_code == wrong.status_code == 422
        start = Source.objects.get(number=1).current.text.index(NAME)
        place = {"start": start, "end": start + len(NAME), "code": "open:1"}
        assert client.post(f"{at}marks/", place | {"quote": NAME}).status_code == 422
        assert client.post(f"{at}marks/", place | {"quote": "[Mother]"}).status_code == 302


def test_half_a_hidden_name_cannot_be_marked_or_cited(planted):
    hide(planted)
    text = Source.objects.get(number=1).current.text
    start = text.index(NAME)
    said = analysis.write_statement(planted.seat(), owner="episode", number=1, part="why_key", text="Seen.")
    half = analysis.cite(
        planted.seat(), statement=said.number, source=1, start=start + 2, end=start + 5, quote="[Mother]"
    )
    assert (half.excerpt.start, half.excerpt.end) == (start, start + len(NAME))
    assert half.excerpt.shown == "[Mother]"


def test_the_text_with_names_is_for_some_and_each_look_is_noted(planted):
    hide(planted)
    address = f"/reviews/{planted.ref}/sources/1/named/"
    for role in Role:
        answer = signed_in(planted, role).get(address)
        assert answer.status_code == (200 if role in (Role.LEAD, Role.TEAM) else 404), role
        if answer.status_code == 200:
            assert NAME.encode() in answer.content
    looks = LedgerEntry.objects.filter(action="sources.names", outcome="seen", number=1)
    assert sorted(looks.values_list("role", flat=True)) == [Role.LEAD, Role.TEAM]


def test_the_original_is_sealed_and_opening_it_is_noted(planted):
    hide(planted)
    at = f"/reviews/{planted.ref}/sources/1/"
    for role in Role:
        client = signed_in(planted, role)
        assert client.get(f"{at}original/").status_code == 404, role
        assert client.get(f"{at}sealed/").status_code == (200 if role is Role.LEAD else 404), role
    assert LedgerEntry.objects.filter(action="sources.sealed", outcome="seen", number=1).count() == 1


def test_no_address_that_shows_names_is_left_out_of_the_walk():
    assert {"reviews/<ref>/sources/<int:number>/named/", "reviews/<ref>/sources/<int:number>/names/"} <= set(PAGES)
    assert filled("reviews/<ref>/sources/<int:number>/named/", "X", 3) == "/reviews/X/sources/3/named/"
