"""Notes on language in a real browser: read below a text, answered with a reason, by keyboard."""

import os
import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.analysis import commands
from tests.factories.analysis import whole
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter

KEEP = re.compile("Keep the words.*failed to")
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def look(walker, name):
    """Keep a picture of the page at two widths where somebody asked for pictures."""
    folder = os.environ.get("CASEMENT_PICTURES")
    for size in (NARROW, WIDE):
        walker.page.set_viewport_size(size)
        walker.here()
        if folder:
            walker.page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)


def test_a_note_is_read_and_answered_by_keyboard(walker, oak):
    whole(oak)
    text = "The nurse rang on Monday. The ward failed to ring back, and a number of professionals were clearly worried."
    commands.write_statement(oak.seat(), owner="finding", number=1, part="in_case", text=text)
    page = walker.page
    enter(page, f"{walker.base}/reviews/{oak.ref}/findings/1/", oak.person(Role.LEAD))
    page.locator("summary", has_text="a reader may hear").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("“failed to”")).to_be_visible()
    look(walker, "finding")
    page.get_by_role("link", name="keep the words and say why").press("Enter")
    page.wait_for_url("**/rigour/language/")
    look(walker, "language")
    page.get_by_role("button", name=KEEP).press("Enter")
    expect(page.get_by_role("link", name="Say why these words should stand.")).to_be_visible()
    walker.here()
    page.get_by_label("Why should the words stand?").first.fill("The ward says so itself.")
    page.get_by_role("button", name=KEEP).press("Enter")
    expect(page.get_by_role("cell", name="The ward says so itself.")).to_be_visible()
    look(walker, "answered")
