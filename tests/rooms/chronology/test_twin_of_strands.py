"""The table below the strands carries everything the picture does: each entry, each crowd, each silence, each lane."""

import random
import re

import pytest
from lxml import html

from casement.foundation.access import Role
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import by_hand

pytestmark = pytest.mark.django_db

DATES = (
    "{d} {m} 2024",
    "about {d} {m} 2024",
    "early {m} 2024",
    "{m} 2024",
    "spring 2024",
    "w/c {d} {m} 2024",
    "2023",
    "",
)
MONTHS = ("January", "March", "May", "November")
ENTRY = re.compile(r"/chronologies/entries/(\d+)/")


def filled(cast, count: int) -> None:
    """Entries of three agencies, dated in every habit, many of them close together, some not at all."""
    chance = random.Random(7)
    agencies = [cast.agency(name).number for name in ("Police", "Health visiting")]
    for at in range(count):
        day, month = chance.choice((3, 3, 4, 5, 20)), chance.choice(MONTHS)
        date = chance.choice(DATES).format(d=day, m=month)
        by_hand(cast, f"What happened, {at}.", date, agency=chance.choice(agencies), undated=not date)


def rows_of(client, address: str) -> dict[int, str]:
    """Every row of the table, on all its pages: the words by the entry's number."""
    told: dict[int, str] = {}
    page = 1
    while True:
        joined = f"{address}{'&' if '?' in address else '?'}page={page}"
        found = html.fromstring(client.get(joined).content)
        table = found.xpath("//*[@id='table']//tbody/tr")
        fresh = {int(ENTRY.search(row.xpath(".//a/@href")[0])[1]): row.text_content() for row in table}
        if not fresh.keys() - told.keys():
            return told
        told |= fresh
        page += 1


def parts(client, base: str, address: str):
    """The page, and where it shows a part of the time, all that come before and after it."""
    seen, waiting = set(), [address]
    while waiting:
        address = waiting.pop()
        page = html.fromstring(client.get(base + address).content)
        yield page
        seen.add(address)
        for link in page.xpath("//nav[@aria-label='How close to look']//a[.='Earlier' or .='Later']/@href"):
            if link not in seen and link not in waiting:
                waiting.append(link)


def drawn(page) -> tuple[dict[int, str], list[str]]:
    """The entries the picture names one by one, with what it says of each; and where its crowds lead."""
    ones, crowds = {}, []
    for link in page.xpath("//*[local-name()='svg'][@role='group']//*[local-name()='a']"):
        if one := ENTRY.search(link.get("href")):
            ones[int(one[1])] = link.get("aria-label")
        elif "from=" in link.get("href"):
            crowds.append(link.get("href"))
    return ones, crowds


@pytest.mark.parametrize("zoom", ["", "&zoom=weeks"])
def test_entry_by_entry_the_table_says_what_the_picture_holds(oak, client, zoom):
    filled(oak, 90)
    client.force_login(oak.person(Role.LEAD))
    base = f"/reviews/{oak.ref}/strands/"
    table = rows_of(client, base)
    assert set(table) == set(Entry.objects.values_list("number", flat=True))
    ones, crowds = {}, []
    for page in parts(client, base, f"?zoom={zoom.partition('=')[2] or 'fit'}"):
        some, more = drawn(page)
        ones |= some
        crowds += more
    assert ones and set(ones) <= set(table)
    dated = dict(Entry.objects.filter(date_start__isnull=False).values_list("number", "event"))
    behind = set(ones)
    for href in crowds:
        there = rows_of(client, base + href.partition("#")[0])
        assert len(there) > 1 and all(there[number] == table[number] for number in there)
        behind |= set(there)
    assert set(dated) <= behind <= set(table)  # undated entries stand at the end of the table alone
    for number, words in ones.items():
        event = dated[number].rstrip(".")
        assert event in words and event in table[number]


def test_each_silence_and_each_lane_of_the_picture_stands_in_a_table(oak, client):
    filled(oak, 40)
    client.force_login(oak.person(Role.LEAD))
    page = html.fromstring(client.get(f"/reviews/{oak.ref}/strands/").content)
    titles = page.xpath(
        "//*[local-name()='svg'][@role='group']//*[local-name()='g']/*[local-name()='title']/text()"
    )
    silences = [words for words in titles if "othing recorded" in words]
    table = page.xpath("//section[.//h2[contains(., 'nothing is recorded') or contains(., 'Nothing')]]//tbody/tr")
    assert silences and len(table) == len(silences)
    said = " ".join(row.text_content() for row in table).lower()
    assert all(words.lower() in said for words in silences)
    lanes = page.xpath(
        "//*[local-name()='svg'][@role='group']//*[local-name()='text'][@font-weight='650'][@y='17']/text()"
    )
    names = {words.partition(":")[0] for words in lanes if "nothing recorded" not in words}
    assert names and names <= set(page.xpath("//*[@id='table']//td[@data-name='Agency']/text()"))
