"""A candidate is taken and a second reading handed in, by keyboard alone; axe finds nothing at two widths."""

import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.analysis import commands as analysis
from casement.rooms.reviews.models import Participation
from tests.factories.analysis import whole
from tests.factories.sources import account
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def look(walker):
    """The page at both widths, with axe."""
    for size in (NARROW, WIDE):
        walker.page.set_viewport_size(size)
        walker.here()


def press(page, name):
    """Go to a link or button by its beginning, and press Enter."""
    page.get_by_role("link", name=re.compile(f"^{name}")).or_(page.get_by_role("button", name=name)).first.focus()
    page.keyboard.press("Enter")


def test_a_candidate_becomes_an_episode_with_what_it_rests_on(walker, oak):
    whole(oak)
    account(oak, title="A talk", sections={"C2": "She rang. That was when I understood."})
    page, base = walker.page, f"{walker.base}/reviews/{oak.ref}/"
    enter(page, f"{base}episodes/", oak.person(Role.LEAD))
    press(page, "Look for candidates")
    expect(page.get_by_role("heading", name="Candidates", exact=True)).to_be_visible()
    look(walker)
    press(page, "Take as an episode")
    expect(page.get_by_text("says “that was when”")).to_be_visible()
    look(walker)
    page.get_by_label("Title", exact=True).focus()
    page.keyboard.type("The call")
    page.keyboard.press("Tab")
    page.keyboard.type("It changed what she saw.")
    page.keyboard.press("Enter")  # a new line in the box, and nothing sent
    press(page, "Put it forward")
    expect(page.get_by_role("heading", name="The call")).to_be_visible()
    expect(page.get_by_text("1 conversation").first).to_be_visible()
    page.goto(f"{base}episodes/candidates/log/")
    expect(page.get_by_role("cell", name=re.compile("^Taken as an episode"))).to_be_visible()
    look(walker)


def test_a_second_reading_is_handed_in_blind_and_then_compared(walker, oak):
    whole(oak)
    reader = Participation.objects.get(review=oak.review, role=Role.TEAM).number
    analysis.ask_second_reading(oak.seat(), owner="episode", about=1, reader=reader)
    page, base = walker.page, f"{walker.base}/reviews/{oak.ref}/"
    enter(page, f"{base}readings/", oak.person(Role.TEAM))
    look(walker)
    press(page, "Read episode 1")
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    expect(page.get_by_text("It met the guidance of the time.")).to_have_count(0)
    look(walker)
    press(page, "Hand it in")
    expect(
        page.get_by_role("alert").get_by_text("Write what you make of it before you hand it in.")
    ).to_be_visible()
    page.get_by_label("What do you make of it?").focus()
    page.keyboard.type("It was read with care.")
    press(page, "Hand it in")
    expect(page.get_by_text("Handed in. Thank you.")).to_be_visible()
    press(page, "Episode 1")
    expect(page.get_by_text("It was read with care.")).to_be_visible()
    expect(page.get_by_text("It met the guidance of the time.")).to_be_visible()
    look(walker)
