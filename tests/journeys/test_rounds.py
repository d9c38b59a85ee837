"""A blind round from its opening to the saved figures: one coder with the mouse, the other with keys alone."""

import io

import openpyxl
import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.coding.models import Consensus
from tests.factories import coding, rounds
from tests.factories.reviews import PASSWORD
from tests.journeys.conftest import Walker
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.test_marking import choose, select

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def other(browser, browser_context_args, live_server):
    """A second person at a browser of their own."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(8000)
    yield Walker(context.new_page(), live_server.url)
    context.close()


def open_text(who, at):
    """The desk of source 1, ready."""
    who.go(f"{at}sources/1/")
    expect(who.page.locator("coding-desk[data-ready]")).to_be_attached()


def kept(page, words):
    """Wait until the mark on these words stands beside the text and is stored."""
    expect(page.locator(".c-near").filter(has_text=words)).to_have_count(1)
    expect(page.locator(".c-saved").first).to_have_attribute("data-state", "saved")


def test_two_mark_blind_and_then_read_settle_and_save(walker, other, oak):
    coding.framework(oak)
    coding.text(oak, rounds.TEXT)
    rounds.code(oak, "Covering")
    at = f"/reviews/{oak.ref}/"
    page, mouse, keys = walker.page, Mouse(walker.page), Keyboard(other.page)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    other.sign_in(oak.person(Role.TEAM).email, PASSWORD)

    walker.go(f"{at}rounds/new/")
    mouse.write("What is the round about?", "Do we see the same load?")
    page.locator("input[name=sources]").first.check()
    code = page.locator("input[name=codes][value='open:1']")
    code.evaluate("box => { box.closest('details').open = true; }")
    code.check()
    for box in page.locator("input[name=coders]").all()[:2]:
        box.check()
    mouse.press("Open the round")
    walker.here()

    open_text(walker, at)
    for words in ("290 names", "two teams that week"):
        select(page, words)
        page.keyboard.press("c")
        choose(page, "covering", "2")
        kept(page, words)
    open_text(other, at)
    keys.select_words(2, "")  # the sentence of the second paragraph, by J and V
    other.page.keyboard.press("c")
    choose(other.page, "covering", "2")
    kept(other.page, "The list had 290 names.")

    for who, mine in ((walker, 2), (other, 1)):  # each sees their own marks, and no figures before the end
        open_text(who, at)
        expect(who.page.locator("[data-part=count]")).to_have_text(f"{mine} in this source")
        who.go(f"{at}rounds/1/")
        assert who.page.goto(f"{who.base}{at}rounds/1/agreement/").status == 404

    other.go(f"{at}rounds/1/")
    keys.press("I am done")
    walker.complaints.clear()
    walker.go(f"{at}rounds/1/")
    mouse.press("I am done")
    mouse.press("Close the round")
    walker.here()

    mouse.follow("How far we agree")
    walker.here()
    expect(page.get_by_text("12 of 12 paragraphs were gone through")).to_be_visible()
    with page.expect_download() as saved:
        mouse.follow("Save as XLSX")
    sheet = openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes())).active
    assert sheet["A1"].value == "What" and "Krippendorff" in " ".join(str(cell.value) for cell in sheet["R"])

    other.complaints.clear()
    other.go(f"{at}rounds/1/walk-through/")
    expect(other.page.get_by_text("She was covering two teams that week.")).to_be_visible()
    keys.choose("Keep it all: they go together")
    keys.write("Why", "Two teams are two loads.")
    keys.press("Keep this and go on")
    other.here()
    assert Consensus.objects.get().choice == "all"
    expect(other.page.get_by_text("All are settled.")).to_be_visible()
