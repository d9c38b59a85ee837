"""Every page at the narrowest width with long words in it: nothing sticks out sideways, and axe finds nothing.

The pages come from the map of addresses, so a new page is looked at the day it is written. Each is opened by somebody
who may open it. What only a private link, a passkey or a spent sign-in opens is walked in a journey of its own.
"""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client

from casement.desk.guide import BY_KEY
from casement.foundation.access import Role
from casement.rooms.analysis import commands as analysis
from casement.rooms.letters import commands as letters
from casement.rooms.reviews.models import Agency, Participation
from casement.rooms.reviews.queries import seat_of
from tests.factories.furnished import furnish, number_of
from tests.factories.reviews import Cast, person
from tests.house.addresses import OF_THE_HEARD, OF_THE_READER, filled, routes, shows
from tests.journeys.conftest import RULES, SECOND
from tests.journeys.looking import NARROWEST

pytestmark = [
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(SECOND, reason="a page is the same from either database"),
]
WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichen"  # sixty letters and nowhere to break
PARTS = 3
HEARD, WAITS = 3, 2  # the place of somebody of the case group; a second reading that is not given back yet
CHANGES = ("covered/", "sign-out/", "leave/", "account/sign-out")  # being asked for, these change who is signed in
BY_LINK = ("invitation/", "feed/", "poll/", "date/", "write-up/", "account/second-step/", "^sign-in/")
LETTER = {"key": "thanks", "language": "en-GB", "subject": "follow_on", "column": "family_member"}
OUT = "document.documentElement.scrollWidth - window.innerWidth"
STILL = "document.getAnimations().forEach(each => each.finish())"


@pytest.fixture
def long_words(oak) -> Cast:
    """Oak with one of everything, in which every title, label and name is a word that does not fit."""
    furnish(oak, WORD)
    for place in Participation.objects.filter(review=oak.review):
        place.role_label = f"{WORD[:57]}{place.number:03}"
        place.save(update_fields=["role_label"])
    Agency.objects.filter(review=oak.review, number=1).update(name=WORD)
    reader = number_of(oak, Role.TEAM)
    analysis.ask_second_reading(oak.seat(), owner="episode", about=1, reader=reader, why=WORD)
    letters.write_wording(
        seat_of(oak.person(Role.LEAD).pk, None), key="thanks", language="en-GB", title=WORD, body=WORD
    )
    return oak


def addresses(cast: Cast) -> list[str]:
    """Every address that is to be looked at, filled in; those of one room one after the other."""
    found = []
    for address, view in routes():
        if address.startswith((*CHANGES, *BY_LINK)) or not shows(view):
            continue
        if address == "help/<slug:topic>/":
            found += [f"/help/{key}/" for key in BY_KEY]
            continue
        for name, value in LETTER.items() if address.startswith("site/") else ():
            address = address.replace(f"<slug:{name}>", value)
        number = (
            HEARD if address in OF_THE_HEARD else WAITS if address in OF_THE_READER and "readings" in address else 1
        )
        found.append(filled(address, cast.ref, number) if "<" in address else f"/{address}")
    return found


def signed_in(cast: Cast) -> dict[str, Client]:
    """A client for each role, leads first, and one for whoever runs the site."""
    made = {str(role): Client() for role in Role}
    for role in Role:
        made[str(role)].force_login(cast.person(role))
    made["runner"] = Client()
    made["runner"].force_login(person("Runner", runs_site=True))
    return made


def openers(asked: list[str], clients: dict[str, Client]) -> Iterator[tuple[str, str]]:
    """Each address that answers with a page, with the first who may open it."""
    for address in asked:
        for name, client in clients.items():
            answer = client.get(address)
            if answer.status_code == 200:
                if answer["Content-Type"].startswith("text/html") and not answer.has_header("Content-Disposition"):
                    yield name, address
                break
            if answer.status_code in (302, 405):
                break
        else:
            yield "", address  # nobody: said by the test


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_fits_and_reads_aloud(page, live_server, long_words, part):
    clients = signed_in(long_words)
    asked = addresses(long_words)[part::PARTS]
    found = sorted(set(openers(asked, clients)) | ({(str(role), "/") for role in Role} if part == 0 else set()))
    page.set_viewport_size(NARROWEST)
    wrong, there = {}, None
    for name, address in found:
        if not name:
            wrong[address] = ["Nobody may open it."]
            continue
        if name != there:
            cookie = clients[name].cookies[settings.SESSION_COOKIE_NAME]
            page.context.clear_cookies()
            page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
            there = name
        page.goto(live_server.url + address)
        if told := faults(page):
            wrong[f"{address} as {name}"] = told
    assert not wrong, "\n" + "\n".join(f"{address}: {told}" for address, told in wrong.items())
    assert len(found) > 100, "most pages were found"


def faults(page) -> list[str]:
    """What is wrong with the page that stands there, in a few words each."""
    told = []
    if "Atkinson" not in page.locator("body").evaluate("body => getComputedStyle(body).fontFamily"):
        told.append("It has no style.")
    if (out := page.evaluate(OUT)) > 0:
        told.append(f"{out} px stick out.")
    page.evaluate(STILL)
    for each in Axe().run(page, options=RULES).response["violations"]:
        told.append(f"{each['id']}: {[node['html'][:160] for node in each['nodes'][:2]]}")
    return told
