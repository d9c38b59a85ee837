"""Time from a meeting by keys, its totals; a marker answered by a lead and read by the board, on a desk and a phone."""

from datetime import timedelta

import pytest

from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.rooms.planning.models import Meeting
from tests.factories import planning
from tests.factories.reviews import PASSWORD
from tests.factories.timekeeping import spent
from tests.journeys.hands import Keyboard
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(walker, address):
    """A page at three widths, with axe at two of them."""
    walker.go(address)
    narrow(walker)
    walker.page.set_viewport_size({"width": 320, "height": 700})
    assert walker.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, address
    walker.page.set_viewport_size({"width": 1280, "height": 900})


def test_time_and_markers(walker, oak):
    planning.planned(oak)
    held = planning.arranged(oak)
    Meeting.objects.filter(pk=held.pk).update(
        starts_at=now() - timedelta(days=1), ends_at=now() - timedelta(hours=22)
    )
    for role in (Role.TEAM, Role.CASE_GROUP):
        spent(oak, "1h", role)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    hand, at, page = Keyboard(walker.page), f"/reviews/{oak.ref}/", walker.page
    walker.go(f"{at}time/")
    hand.press("Add time")
    page.get_by_text("There is something to put right").wait_for()
    walker.here()
    hand.follow("Planning meeting, 2 h")
    page.get_by_text("with its booked length").wait_for()
    hand.press("Add time")
    page.get_by_text("The time is in").wait_for()
    looked_at(walker, f"{at}time/")
    for end in ("time/1/", "time/3/", "time/totals/", "time/earlier/", "time/estimates/", "time/rates/"):
        if end == "time/1/":
            assert page.request.get(walker.base + at + end).status == 404  # somebody else's
            continue
        looked_at(walker, at + end)
    walker.go(f"{at}time/totals/")
    assert "4 h" in main(page)
    looked_at(walker, f"{at}quality/")
    walker.go(f"{at}quality/QC13/")
    hand.write("Your answer", "We looked for the opposite of what we thought.")
    hand.choose("We have a concern", within="Is there a concern?")
    hand.press("Save the answer")
    page.get_by_text("Say what comes next").first.wait_for()
    assert "the opposite" in page.get_by_role("textbox", name="Your answer").input_value()
    walker.here()
    hand.write("What comes next", "Ask the case group at the next meeting.")
    hand.press("Save the answer")
    page.get_by_text("Your answer is kept").wait_for()
    looked_at(walker, f"{at}quality/QC13/")
    page.context.clear_cookies()
    walker.sign_in(oak.person(Role.ACCOUNTABLE).email, PASSWORD)
    looked_at(walker, f"{at}quality/QC13/")
    assert "Ask the case group" in main(page) and "not open to you" in main(page)
