"""A conversation on a phone, by keyboard, with the network cut in the middle: nothing that was typed is lost."""

from casement.foundation.access import Role
from casement.rooms.conversations.models import Note, Said
from tests.factories import conversations as made
from tests.factories.reviews import PASSWORD, cast
from tests.journeys.hands import IS_FOCUSED, Keyboard
from tests.journeys.looking import LEFT, NARROW, narrow


def test_guide_and_check_with_the_network_cut(walker, page, transactional_db):
    page.set_default_timeout(30_000)
    oak = cast("Oak")
    row = made.booked(oak)
    theirs = made.sent(oak, Role.FAMILY, said="I told them on the Tuesday.")
    page.set_viewport_size(NARROW)
    at, keys = f"/reviews/{oak.ref}/conversations/", Keyboard(page)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    for address in ("", "new/", f"{row.number}/", f"{theirs.number}/write-up/", f"{row.number}/guide/"):
        walker.go(at + address)
        narrow(walker)
        page.set_viewport_size(NARROW)

    walker.go(f"{at}{row.number}/guide/C2/")
    said, saved = page.get_by_label("What they said"), page.locator("[data-saved]")
    keys.reach(said)
    page.keyboard.type("Before the tunnel.")
    saved.get_by_text("Saved.", exact=True).wait_for()
    page.context.set_offline(True)
    page.keyboard.type(" In the tunnel.")
    saved.get_by_text("Kept on this device, no connection").wait_for()
    page.keyboard.press("Control+Enter")
    assert "Heading 3 of 8" in page.locator("[data-place]").inner_text()
    assert page.get_by_role("heading", level=1).evaluate(IS_FOCUSED)
    keys.reach(said)
    page.keyboard.type("Another heading, no signal.")
    walker.here()
    page.context.set_offline(False)
    saved.get_by_text("Saved.", exact=True).wait_for()
    assert set(Note.objects.filter(conversation=row, writer__role=Role.LEAD).values_list("said", flat=True)) == {
        "Before the tunnel. In the tunnel.", "Another heading, no signal.",
    }  # fmt: skip
    assert page.evaluate(LEFT) == []

    # The window is closed before anything could be sent, and opened again.
    page.context.set_offline(True)
    page.keyboard.type(" And more.")
    saved.get_by_text("Kept on this device").first.wait_for()
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(f"{walker.base}{at}{row.number}/guide/C3a/")
    assert page.get_by_label("What they said").input_value().endswith("no signal. And more.")
    page.locator("[data-saved]").get_by_text("Saved.", exact=True).wait_for()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size(NARROW)
    check(walker, keys, oak, f"{at}{theirs.number}/check/")


def check(walker, keys, oak, address):
    """The family member checks their account; the network goes when they send."""
    page = walker.page
    page.context.clear_cookies()
    walker.sign_in(oak.person(Role.FAMILY).email, PASSWORD)
    walker.go(address)
    narrow(walker)
    page.set_viewport_size(NARROW)
    keys.pick("Which part is it about?", "Their account")
    keys.choose("A fact is wrong", within="What is it?")
    keys.reach(page.get_by_label("Your words"))
    page.keyboard.type("It was the Monday.")
    page.context.set_offline(True)
    keys.reach(page.get_by_role("button", name="Send what I wrote"))
    page.keyboard.press("Enter")
    page.get_by_text("Kept on this device, no connection").wait_for()
    page.context.set_offline(False)
    page.get_by_text("It stands beside the text").wait_for()
    assert Said.objects.get().text == "It was the Monday."
    for end in ("agreement/", "leaving/"):
        walker.go(address + end)
    walker.go("/")
    assert page.evaluate(LEFT) == []
