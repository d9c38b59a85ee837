"""Perspectives in a real browser: a period is told by keyboard alone; axe finds nothing at two widths."""

import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.reviews.models import Participation
from tests.factories.analysis import desk, entry
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_period_is_told_from_two_places_by_keyboard(walker, oak):
    desk(oak)
    entry(oak)
    police = f"a{oak.agency('Police').number}"
    family = Participation.objects.get(review=oak.review, role=Role.FAMILY)
    page, base = walker.page, f"{walker.base}/reviews/{oak.ref}/"

    def look():
        for size in (NARROW, WIDE):
            page.set_viewport_size(size)
            walker.here()

    def follow(name):
        page.get_by_role("link", name=re.compile(name)).first.focus()
        page.keyboard.press("Enter")

    def typed(label, words):
        page.get_by_label(label).focus()
        page.keyboard.type(words)

    def save(button="Save"):
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")

    enter(page, f"{base}perspectives/", oak.person(Role.LEAD))
    expect(page.get_by_text("No period has been added yet.")).to_be_visible()
    follow("^Add a period")
    typed("What do you call this period?", "The week of the call")
    typed("When did it begin?", "20 May 2024")
    typed("Until when?", "26 May 2024")
    save()
    expect(page.get_by_role("heading", name="The week of the call")).to_be_visible()

    page.goto(f"{base}perspectives/1/{police}/parts/knew/")
    typed("What can we say?", "They had one referral.")
    page.get_by_label(re.compile("Referral received")).focus()
    page.keyboard.press("Space")
    look()
    save()
    expect(page.locator("#knew").get_by_text("They had one referral.")).to_be_visible()
    expect(page.locator("#knew figure")).to_contain_text("Referral received")
    look()
    follow("^Period 1$")
    expect(page.get_by_role("heading", name="Who is silent")).to_be_visible()
    follow(f"^say why not.*{family.role_label}")
    page.get_by_label("We cannot say").focus()
    page.keyboard.press("Space")
    typed("In a line", "What had she been told? Ask her.")
    save()
    expect(page.get_by_role("heading", name="What we cannot say")).to_be_visible()
    follow("^Say whether another knew")
    page.get_by_label("Which other role or agency?").focus()
    page.keyboard.type(family.role_label[:6])
    page.get_by_label("Did not know").focus()
    page.keyboard.press("Space")
    typed("How do we know?", "Nobody rang her.")
    save()
    expect(page.get_by_role("table", name="What one role knew")).to_contain_text("did not know. Nobody rang her.")
    look()
    follow("^Answer.*query 1")
    look()
    typed("What did they answer?", "Nothing, she says.")
    save("Keep the answer")
    expect(page.get_by_text("Nothing, she says.")).to_be_visible()
    look()
    follow("^Perspectives$")
    expect(page.get_by_role("table", name="Periods down, roles across")).to_contain_text("They had one referral.")
    look()
