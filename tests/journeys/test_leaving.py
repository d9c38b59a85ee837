"""Somebody of the case group, by keyboard on a phone: the page is covered and opened again, then left at once."""

import re
import time

import pytest

from casement.foundation.access import Role
from tests.factories.conversations import booked, sent
from tests.factories.reviews import PASSWORD
from tests.journeys.looking import NARROW, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TYPED = "I was not told about the second referral."


def test_covered_and_left(walker, oak):
    number = sent(oak, said="We went on Tuesday.").number
    page = walker.page
    page.clock.install()
    page.set_viewport_size(NARROW)
    walker.sign_in(oak.person(Role.CASE_GROUP).email, PASSWORD)
    at = f"/reviews/{oak.ref}/conversations/{number}/check/"
    walker.go(f"/reviews/{oak.ref}/who-sees-what/")
    narrow(walker)
    walker.go(at)
    narrow(walker)
    other = page.context.new_page()
    other.clock.install()
    other.goto(walker.base + at)
    box = page.locator("textarea").first
    box.focus()
    page.keyboard.type(TYPED)

    # A minute before, it is said and announced; a key keeps it.
    page.clock.fast_forward(9 * 60 * 1000 + 2000)
    alert = page.get_by_role("alert").filter(has_text="about to be covered")
    alert.wait_for()
    page.keyboard.press("ArrowRight")
    alert.wait_for(state="hidden")

    page.clock.fast_forward(10 * 60 * 1000 + 2000)
    cover = page.get_by_role("dialog")
    cover.wait_for()
    assert page.title() == "Covered, Casement" and not box.is_visible()
    other.get_by_role("dialog").wait_for()  # all tabs together
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert not box.is_visible()
    cover.wait_for()
    covered_on_server(page, walker.base + at)
    page.keyboard.type("not this")
    page.keyboard.press("Enter")
    cover.get_by_text("This is not your password").wait_for()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    cover.wait_for(state="hidden")
    other.get_by_role("dialog").wait_for(state="hidden")
    assert box.input_value().endswith(TYPED) and box.is_visible()

    # Away by three presses of Shift: hidden, replaced, and covered for whoever goes back.
    page.locator("h1").first.click()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(f"{walker.base}/measures/")
    assert page.get_by_role("heading", name="Kitchen measures").is_visible()
    page.go_back()
    assert at not in page.url
    page.goto(walker.base + at)
    page.get_by_role("heading", name="This page is covered").wait_for()
    assert not re.search(r"Tuesday|referral", page.content())


def covered_on_server(page, address):
    """The server covers the session too, as soon as what the page sent has reached it."""
    for _ in range(50):
        if page.request.get(address).status == 401:
            return
        time.sleep(0.1)
    raise AssertionError("The page is covered, and the server still opens it.")


def test_the_guide_is_not_covered_while_somebody_listens_and_opens_nothing_else(walker, oak):
    number = booked(oak).number
    page, minute = walker.page, 60 * 1000
    page.clock.install()
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    elsewhere, guide = f"/reviews/{oak.ref}/questions/", f"/reviews/{oak.ref}/conversations/{number}/guide/C2/"
    other = page.context.new_page()
    other.clock.install()
    other.goto(walker.base + elsewhere)
    walker.go(guide)
    page.get_by_text("this guide waits 90 minutes").wait_for()

    page.clock.fast_forward(25 * minute)
    other.clock.fast_forward(25 * minute)
    other.get_by_role("dialog").wait_for()
    assert not page.get_by_role("dialog").is_visible()
    box = page.get_by_label("What they said")
    box.fill(TYPED)  # what is typed in the guide is taken, and wakes nothing else
    page.get_by_text("Saved").first.wait_for()
    assert other.get_by_role("dialog").is_visible()
    assert page.request.get(walker.base + guide).status == 200

    page.clock.fast_forward(91 * minute)
    cover = page.get_by_role("dialog")
    cover.get_by_text("nobody touched it for 90 minutes").wait_for()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    cover.wait_for(state="hidden")
    other.get_by_role("dialog").wait_for(state="hidden")
    assert box.input_value() == TYPED
