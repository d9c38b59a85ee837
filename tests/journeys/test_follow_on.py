"""A follow-on report on a phone: read, spoken of with the connection cut in the middle, answered, read again."""

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.reports.models import Comment
from tests.factories.given import issue, paragraph_with
from tests.factories.reports import analysed
from tests.factories.reviews import PASSWORD
from tests.journeys.conftest import Walker
from tests.journeys.hands import Keyboard

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PHONE, SMALL = {"width": 390, "height": 844}, {"width": 320, "height": 640}
WORDS = "Nobody could have rung back that week."


@pytest.fixture
def lead(browser, browser_context_args, live_server):
    """A lead reviewer at a browser of their own."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(8000)
    yield Walker(context.new_page(), live_server.url)
    context.close()


def narrow(page):
    """No page scrolls sideways at the narrowest width."""
    page.set_viewport_size(SMALL)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(PHONE)


def test_a_worker_reads_comments_and_sees_the_answer_by_keyboard_on_a_phone(walker, lead, oak):
    analysed(oak)
    issue(oak, downloads=True)
    number = paragraph_with(oak, "There were sixty others.")
    page, keys = walker.page, Keyboard(walker.page)
    for each in (page, lead.page):
        each.set_default_timeout(20_000)
    page.set_viewport_size(PHONE)
    walker.sign_in(oak.person(Role.CASE_GROUP).email, PASSWORD)
    walker.here()
    keys.follow("Read the follow-on report")
    walker.here()
    keys.follow("Read follow-on report 1")
    walker.here()
    narrow(page)
    say = page.locator(f"#p{number}").get_by_role("link", name="Say something")
    keys.open(say)
    walker.here()
    narrow(page)

    keys.choose("I disagree")
    keys.write("In your own words", WORDS)
    page.context.set_offline(True)
    keys.reach(page.get_by_role("button", name="Send the comment"))
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    walker.go(f"/reviews/{oak.ref}/follow-on/1/read/{number}/")
    expect(page.get_by_label("In your own words")).to_have_value(WORDS)
    expect(page.get_by_text("It has not been sent.")).to_be_visible()
    keys.choose("I disagree")
    keys.press("Send the comment")
    expect(page.locator(".r-said")).to_contain_text(WORDS)
    expect(page.get_by_label("In your own words")).to_have_value("")
    walker.here()
    page.reload()
    expect(page.get_by_label("In your own words")).to_have_value("")
    assert Comment.objects.count() == 1

    lead.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    lead.go(f"/reviews/{oak.ref}/follow-on/1/comments/")
    hands = Keyboard(lead.page)
    hands.follow("Answer it")
    lead.here()
    hands.choose("Accepted in part")
    hands.write("Your answer", "We say now why nobody could.")
    hands.press("Save the answer")
    expect(lead.page.locator(".r-said")).to_contain_text("We say now why nobody could.")
    lead.here()
    for path in ("follow-on/", "follow-on/1/", "follow-on/1/preview/", "follow-on/1/comments/"):
        lead.go(f"/reviews/{oak.ref}/{path}")
        lead.here()
        lead.page.set_viewport_size(PHONE)
        narrow(lead.page)
        lead.page.set_viewport_size({"width": 1280, "height": 900})

    walker.go(f"/reviews/{oak.ref}/follow-on/1/read/")
    expect(page.locator(f"#p{number}")).to_contain_text("We say now why nobody could.")
    keys.follow("Your comments, and our answers")
    walker.here()
    expect(page.get_by_role("main")).to_contain_text("Accepted in part")
