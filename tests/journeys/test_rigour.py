"""Rigour in a real browser: what is worth a thought is answered by keyboard alone; axe finds nothing at two widths."""

import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from tests.factories.analysis import whole
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_question_is_answered_by_keyboard_and_stays_in_the_record(walker, oak):
    whole(oak)
    page, base = walker.page, f"{walker.base}/reviews/{oak.ref}/"
    enter(page, f"{base}rigour/", oak.person(Role.LEAD))
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        walker.here()
    expect(page.get_by_role("heading", name="What each finding rests on")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Answer.*Finding 1.*one agency")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What do you make of this?")).to_be_visible()
    expect(page.get_by_text("All of it comes from one agency: Police.")).to_be_visible()
    walker.here()
    page.get_by_label("What do you make of this?").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").get_by_text("Say what the team makes of this.")).to_be_visible()
    walker.here()
    page.get_by_label("What do you make of this?").focus()
    page.keyboard.type("The school keeps no log.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer is kept.")).to_be_visible()
    expect(page.get_by_role("cell", name="The school keeps no log.")).to_be_visible()
    page.get_by_role("link", name="What we have read").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Source by source")).to_be_visible()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        walker.here()
