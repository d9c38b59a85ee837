"""A meeting on a phone, by keyboard: another writes meanwhile, the network is cut, and a hold comes. Nothing is lost."""

from datetime import timedelta

from playwright.sync_api import expect

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.meetings.models import Entry, Item
from casement.rooms.proceedings.commands import place_hold
from tests.factories import meetings, planning
from tests.factories.reviews import PASSWORD, cast
from tests.journeys.hands import Keyboard
from tests.journeys.looking import LEFT, NARROW, narrow


def send(page, keys):
    """Send the entry; the page stays."""
    keys.reach(page.get_by_role("button", name="Write it down"))
    page.keyboard.press("Enter")


def test_notes_of_two_people_with_the_network_cut_and_a_hold(walker, page, transactional_db):
    page.set_default_timeout(30_000)
    oak = cast("Oak")
    planning.planned(oak)
    made = meetings.ready(oak)
    before = meetings.said(oak, made.number, "We begin.")
    at, keys = f"/reviews/{oak.ref}/meetings/{made.number}/", Keyboard(page)
    page.set_viewport_size(NARROW)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    item = Item.objects.filter(meeting=made)[1]
    for end in (
        "",
        "agenda/",
        f"agenda/items/{item.number}/",
        "attendance/",
        f"notes/{before.number}/",
        "minutes/",
    ):
        walker.go(at + end)
        narrow(walker)
        page.set_viewport_size(NARROW)
    walker.go(f"{at}agenda/")
    keys.press("Up")
    walker.here()
    assert Item.objects.filter(meeting=made)[0] == item

    walker.go(f"{at}notes/")
    narrow(walker)
    page.set_viewport_size(NARROW)
    words = page.get_by_label("What was said or agreed?")
    keys.reach(words)
    page.keyboard.type("Half of what I")
    meetings.said(oak, made.number, "Somebody else wrote this.", role=Role.TEAM)
    page.get_by_text("Somebody else wrote this.").wait_for()
    assert words.input_value() == "Half of what I"
    page.context.set_offline(True)
    page.keyboard.type(" wanted to say.")
    send(page, keys)
    page.get_by_text("Kept on this device, no connection").wait_for()
    page.goto("about:blank")
    page.context.set_offline(False)
    walker.go(f"{at}notes/")
    expect(words).to_have_value("Half of what I wanted to say.")
    send(page, keys)
    page.get_by_text("Saved.", exact=True).wait_for()
    page.locator("li", has_text="Half of what I wanted to say.").wait_for()
    expect(words).to_have_value("")
    assert page.evaluate(LEFT) == []
    assert Entry.objects.filter(text="Half of what I wanted to say.").count() == 1

    keys.reach(words)
    page.keyboard.type("Typed when it was stopped.")
    place_hold(
        oak.seat(), scope="meeting", thing=made.number, reason="criminal", words="The police asked.",
        look_on=today() + timedelta(days=9),
    )  # fmt: skip
    page.get_by_text("Nothing more is noted until then").wait_for()
    send(page, keys)
    page.get_by_text("Not sent: ").wait_for()
    walker.here()
    walker.go(f"{at}notes/")
    expect(words).to_have_value("Typed when it was stopped.")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not Entry.objects.filter(text__startswith="Typed when").exists()
