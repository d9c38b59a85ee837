"""Looking for the other side in a real browser: from the rigour page to an answer by keyboard alone, with axe."""

import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding import commands as coding
from tests.factories.analysis import whole
from tests.factories.coding import framework
from tests.factories.sources import record
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
WORDS = "We had nine each and never one more."


def test_a_passage_is_found_weighed_and_becomes_evidence_against_by_keyboard(walker, oak):
    framework(oak)
    whole(oak)
    paper = record(oak, text=WORDS, name="rota.txt")
    coding.mark_words(
        oak.seat(), number=paper.number, words=WORDS, code="item:wrk.03", influence="supports_good_practice"
    )
    page, base = walker.page, f"{walker.base}/reviews/{oak.ref}/"
    enter(page, f"{base}rigour/", oak.person(Role.LEAD))
    page.get_by_role("link", name=re.compile("^Look for the other side.*Finding 1")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What may speak against it", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Before you look")).to_be_visible()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        walker.here()
    page.get_by_label("A worker").focus()
    page.keyboard.type("Nine was the most that anybody had.")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept. What is close to it stands first.")).to_be_visible()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        walker.here()
    expect(page.get_by_text("Same factor, other influence").first).to_be_visible()
    page.get_by_role("link", name=re.compile(f"^Weigh it.*Source {paper.number}, paragraph 1")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Does it weaken what we say?")).to_be_visible()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        walker.here()
    page.get_by_role("radio", name="Weakens it", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_label("Why?").focus()
    page.keyboard.type("There was a year with nine.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer is kept.")).to_be_visible()
    expect(page.get_by_role("cell", name="There was a year with nine.")).to_be_visible()
    page.get_by_role("link", name="Record this search").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What did you find?")).to_have_value(
        f"Weakens it: Source {paper.number}, paragraph 1: There was a year with nine."
    )
    page.goto(f"{base}findings/1/")
    expect(page.get_by_text(WORDS).first).to_be_visible()
