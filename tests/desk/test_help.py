"""Help inside Casement: the words of docs/, for everybody signed in, and every link leads somewhere."""

import re
import tomllib
from pathlib import Path

import pytest
from django.test import Client

from casement.config.places import PLACES
from casement.desk.guide import BY_KEY, FOR_PLACES, TOPICS, text_of
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.letters.rules.reading_age import ease_of

ROOT = Path(__file__).resolve().parents[2]
DIALOG = ROOT / "src/casement/foundation/design/templates/design/desk_dialogs.html"


def signed_in(cast, role=Role.LEAD):
    client = Client()
    client.force_login(cast.person(role))
    return client


@pytest.mark.parametrize("role", [Role.LEAD, Role.FAMILY, Role.CASE_GROUP, Role.ACCOUNTABLE, Role.ADMIN])
def test_everybody_signed_in_reads_all_of_it_and_no_link_is_dead(oak, role):
    client = signed_in(oak, role)
    seen, waiting = set(), ["/help/"]
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        text = answer.content.decode()
        assert "<img" not in text and not re.search(r'href="[^"]*\.md', text), address
        seen.add(address)
        linked = set(re.findall(r'href="(/help/[^"#]*)', text))
        waiting += [each for each in linked if each not in seen and each not in waiting]
    assert seen == {"/help/", *(f"/help/{topic.key}/" for topic in TOPICS)}


def test_a_stranger_is_asked_to_sign_in(db):
    for address in ("/help/", "/help/blame/"):
        assert Client().get(address)["Location"].startswith("/sign-in/")


def test_what_is_no_topic_is_not_there(oak):
    assert signed_in(oak).get("/help/nothing/").status_code == 404


def test_the_page_says_what_the_guide_says(oak):
    text = signed_in(oak).get("/help/episodes/").content.decode()
    assert "<h1>Key practice episodes</h1>" in text
    assert "If two people change the same text at once, both texts are kept and you choose." in text


def test_reading_help_is_nobodys_business(oak):
    before = LedgerEntry.objects.count()
    signed_in(oak).get("/help/blame/")
    assert LedgerEntry.objects.count() == before


def test_every_page_of_a_review_leads_to_its_own_help(oak):
    assert set(FOR_PLACES) == {place.key for place in PLACES} | {"calendar"}  # which is in no review
    assert set(FOR_PLACES.values()) <= set(BY_KEY)
    text = signed_in(oak).get(f"/reviews/{oak.ref}/episodes/").content.decode()
    assert 'href="/help/episodes/"' in text and 'href="/help/words/"' in text


def test_the_page_of_keys_and_the_reader_name_the_same_keys_in_the_same_words():
    page = re.findall(
        r"^\| (.+?) \| (.+?) \|$", text_of(BY_KEY["keys"]).partition("## On the page Patterns")[0], re.MULTILINE
    )[1:]
    shown = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", DIALOG.read_text())
    plain = [tuple(re.sub(r"<[^>]+>|`", "", part) for part in pair) for pair in page]
    assert plain == [tuple(re.sub(r"<[^>]+>", "", part) for part in pair) for pair in shown]


def test_a_wheel_carries_every_page_of_help():
    table = tomllib.loads((ROOT / "pyproject.toml").read_text())
    carried = table["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for topic in TOPICS:
        found = [
            target + f"docs/{topic.file}".removeprefix(origin)
            for origin, target in carried.items()
            if f"docs/{topic.file}" == origin or f"docs/{topic.file}".startswith(origin + "/")
        ]
        assert found == [f"casement/desk/words/{topic.file}"], topic.file
        assert (ROOT / "docs" / topic.file).is_file()


@pytest.mark.parametrize(
    "topic", [topic for topic in TOPICS if topic.key.startswith("for-")], ids=lambda one: one.key
)
def test_a_page_for_a_kind_of_person_reads_as_easily_as_it_says_in_two_minutes(topic):
    words = re.sub(r"[*_`]", "", re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text_of(topic)))
    said = re.search(r"Reading age: about (\d+)\.", words)
    assert said and ease_of(words).age <= int(said[1]) <= 11
    assert len(words.split()) <= 480  # two minutes at four words a second
