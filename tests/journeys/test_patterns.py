"""From strands to a finding by way of the workspace: cards are dragged by mouse, and gathered by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.rooms.analysis import commands, queries
from tests.factories.analysis import whole
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def drag(page, what, onto) -> None:
    """Take something by its corner and carry it, as a hand does: on the way, not in one leap."""
    what.scroll_into_view_if_needed()
    there, to = what.bounding_box(), onto.bounding_box()
    x, y = there["x"] + there["width"] - 6, there["y"] + 6
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 12, y + 12, steps=4)
    page.mouse.move(to["x"] + to["width"] / 2, to["y"] + min(to["height"] / 2, 60), steps=10)
    page.mouse.up()


def gather(walker, hand) -> None:
    """Put the one loose card into pattern 2: by dropping it there, or by keys."""
    page = walker.page
    expect(page.locator("pattern-board[data-ready]")).to_be_attached()
    if isinstance(hand, Mouse):
        drag(page, page.locator("[data-card]").first, page.locator("#p2"))
    else:
        hand.reach(page.get_by_role("checkbox").first)
        page.keyboard.press("Space")
        page.keyboard.press("p")
        expect(page.get_by_label("Put what is ticked into")).to_be_focused()
        hand.pick("Put what is ticked into", "2. Two screens")
        hand.press("Put into the pattern")
    page.get_by_text("Put into pattern 2.").wait_for()


def move(walker, hand) -> None:
    """Move pattern 2 to the column Keep watching and give the reason."""
    page = walker.page
    if isinstance(hand, Mouse):
        drag(page, page.locator("#p2"), page.locator("[data-place=keep_watching]"))
        expect(page.get_by_role("radio", name="Keep watching")).to_be_checked()
    else:
        hand.reach(page.get_by_role("link", name=re.compile("^1. One at a time")))
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("link", name=re.compile("^2. Two screens"))).to_be_focused()
        page.keyboard.press("m")
        page.get_by_role("heading", name="Where do we put it?").wait_for()
        hand.choose("Keep watching")
    hand.write("Why?", "Only one office knows it so far.")
    hand.press("Save")
    page.get_by_role("heading", name="Where we put it, and why").wait_for()
    expect(page.get_by_role("cell", name="Only one office knows it so far.")).to_be_visible()


@pytest.mark.parametrize("hands", [Mouse, Keyboard])
def test_cards_become_a_pattern_with_its_place_its_map_and_its_finding(walker, oak, hands):
    whole(oak)
    seat = oak.seat()
    commands.gather_pattern(seat, title="Two screens")
    commands.add_factor_use(
        seat, episode=1, item_id="wrk.07", influence="unclear", how="There were two screens.", inference=True
    )
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    at, page, hand = f"/reviews/{oak.ref}/", walker.page, hands(walker.page)
    for path in ("strands/", "factors/?by=agency", "factors/?by=role", "factors/unused/", "patterns/"):
        walker.go(at + path)
        walker.here()
        narrow(walker)
    gather(walker, hand)
    assert queries.pattern(seat, 2).gathered == (3,)
    walker.here()
    move(walker, hand)
    walker.here()
    narrow(walker)
    walker.go(f"{at}patterns/map/")
    hand.pick("This pattern", "2. Two screens")
    hand.pick("feeds this one", "1. One at a time")
    hand.write("Because", "Each screen shows a part.")
    hand.press("Link them")
    page.get_by_text("Because: Each screen shows a part.").wait_for()
    walker.here()
    narrow(walker)
    walker.go(f"{at}factors/?by=role")
    hand.open(page.get_by_role("link", name=re.compile("^Workload, Case group member A")))
    page.get_by_role("link", name=re.compile("^Open this factor use")).first.wait_for()
    walker.here()
    narrow(walker)
    walker.go(f"{at}patterns/2/")
    hand.follow("Make it a finding")
    hand.write("Title", "Each desk sees one screen, so nobody sees the run of calls.")
    hand.press("Draft it")
    page.get_by_role("heading", name=re.compile("^Each desk sees one screen")).wait_for()
    walker.here()
    narrow(walker)
    assert "Management systems" in main(page) or "One notification" in main(page)
