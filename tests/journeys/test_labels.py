"""Labels in the text, in a real browser: decided on a page, read as words, and marks keep their places around them."""

import os

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding.models import Mark
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources.models import Source
from tests.factories import coding
from tests.journeys.looking import NARROW, WIDE
from tests.journeys.test_marking import enter, select

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

TEXT = (
    "Mrs Quarrick rang on Monday. 🦔 Winnow Tarrant said that Mrs Quarrick came back.\n"
    "Nobody asked Peter Marl why. His number was 0113 496 0123.\nThen it rained, and Winnow left."
)


@pytest.fixture
def desk(walker, oak):
    coding.framework(oak)
    reviews.identify(oak.seat(), label="Health Visitor 2", kind="worker", names=["Winnow Tarrant"])
    reviews.identify(oak.seat(), label="Mother", kind="family", names=["Jane Quarrick"])
    coding.text(oak, TEXT)
    from casement.rooms.sources.commands.proposing import propose

    propose(Source.objects.get().pk)
    enter(walker.page, f"{walker.base}/reviews/{oak.ref}/sources/1/names/", oak.person(Role.LEAD))
    return walker


def look(walker, name):
    """Keep a picture of the page at two widths where somebody asked for pictures."""
    folder = os.environ.get("CASEMENT_PICTURES")
    for size in (NARROW, WIDE):
        walker.page.set_viewport_size(size)
        walker.here()
        if folder:
            walker.page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)


def test_names_are_decided_read_as_labels_and_marked_around(desk, oak):
    page = desk.page
    look(desk, "names")
    page.get_by_role("button", name="Mask what is ticked").click()
    expect(page.get_by_text("shown as their labels from now on")).to_be_visible()
    box = page.locator("section", has=page.get_by_role("heading", name="Peter Marl", exact=True))
    box.get_by_label("Or another label").fill("Neighbour")
    box.get_by_role("button", name="Show the label instead").click()
    expect(page.get_by_text("Shown as [Neighbour] from now on.")).to_be_visible()
    page.get_by_role("link", name="Masked").click()
    look(desk, "names-masked")

    desk.go(f"/reviews/{oak.ref}/sources/1/")
    expect(page.locator("coding-desk[data-ready]")).to_be_attached()
    assert page.locator("#p1").inner_text() == (
        "Mrs [Mother] rang on Monday. 🦔 [Health Visitor 2] said that Mrs [Mother] came back."
    )
    select(page, "that Mrs [Mother] came")
    page.keyboard.press("c")
    page.keyboard.type("work")
    page.keyboard.press("Enter")
    with page.expect_response(
        lambda answer: answer.request.method == "POST"
    ):  # the desk shows it before it is kept
        page.keyboard.press("2")
    expect(page.locator("[data-part=nearby]")).to_contain_text("that Mrs [Mother] came")
    made = Mark.objects.get()
    assert made.excerpt.quote == "that Mrs Quarrick came" and made.excerpt.shown == "that Mrs [Mother] came"
    look(desk, "reader")

    select(page, "[Neighbour] why.")
    page.keyboard.press("c")
    page.keyboard.type("work")
    page.keyboard.press("Enter")
    with page.expect_response(
        lambda answer: answer.request.method == "POST"
    ):  # the desk shows it before it is kept
        page.keyboard.press("2")
    expect(page.locator("[data-part=nearby]")).to_contain_text("[Neighbour] why.")
    assert Mark.objects.order_by("-number").first().excerpt.quote == "Peter Marl why."

    desk.go(f"/reviews/{oak.ref}/sources/1/named/")
    look(desk, "named")
    assert "Mrs Quarrick rang on Monday" in page.locator("#p1").inner_text()
    desk.go(f"/reviews/{oak.ref}/sources/1/redaction/")
    look(desk, "redaction")
    desk.go(f"/reviews/{oak.ref}/sources/1/about/")
    look(desk, "about")
