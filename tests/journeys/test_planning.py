"""Somebody without an account answers a poll by keyboard on a phone; the office moves a date and sees what moves."""

import pytest
from django.utils.timezone import localtime

from casement.foundation.access import Role
from casement.rooms.planning import commands
from casement.rooms.planning.models import DateMove, PollAnswer
from tests.factories.planning import arranged, delivered, guest, link_in, number_of, planned, polled, row
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 800}


def test_dates_are_answered_by_link_and_moved_by_keyboard(walker, oak):
    planned(oak)
    nurse = guest(oak)
    poll = polled(oak, keys=("introductory",), people=[number_of(oak, Role.LEAD), nurse.number], around=0)
    meeting = arranged(oak, also=[nurse.number], place="Room 4")
    commands.invite(oak.seat(), number=meeting.number)
    paths = [link_in(letter) for letter in delivered() if letter.to[0].endswith("reached.example.org")]
    keys = Keyboard(walker.page)
    walker.page.set_default_timeout(30_000)  # the first page of a server takes its time on a busy machine

    walker.page.set_viewport_size(PHONE)
    to_poll, to_date = sorted(paths, reverse=True)
    walker.go(to_poll)
    first = poll.slots.first()
    day = localtime(first.starts_at).date()
    keys.choose("If I must", within=f"{day:%A} {day.day} {day:%B %Y}, 10am")
    keys.write("Is there anything you need", "A ramp at the door.")
    keys.press("Send my answer")
    walker.here()
    assert "You can change your answer" in main(walker.page)
    assert PollAnswer.objects.get(slot=first).says == "must"
    narrow(walker)
    walker.page.set_viewport_size(PHONE)
    walker.go(to_date)
    keys.choose("Will come")
    keys.press("Send my answer")
    walker.here()
    narrow(walker)

    walker.sign_in(oak.person(Role.BUSINESS).email, PASSWORD)
    at = f"/reviews/{oak.ref}/"
    for page in ("plan/", "plan/clocks/", "plan/people/", "plan/pairs/", "plan/polls/1/", "plan/polls/new/", "plan/new/",
                 "plan/rows/new/", "meetings/", "meetings/1/", "meetings/1/change/", "meetings/new/", "meetings/replies/"):  # fmt: skip
        walker.go(at + page)
        narrow(walker)
    walker.go("/calendar/")
    narrow(walker)
    walker.go(f"{at}plan/rows/{row(oak, 'analysis_1').number}/")
    before = DateMove.objects.count()
    keys.follow("A week later")
    walker.here()
    narrow(walker)
    assert "Analysis meeting 2" in main(walker.page) or "Analysis meeting 1" in main(walker.page)
    assert DateMove.objects.count() == before
    keys.press("Move them")
    walker.here()
    assert DateMove.objects.count() > before

    moved = DateMove.objects.count()
    walker.page.set_viewport_size({"width": 1280, "height": 900})
    walker.go(f"{at}plan/")
    walker.page.locator("plan-picture[data-ready]").wait_for()
    bar = walker.page.locator(f"[data-row='{row(oak, 'analysis_1').number}'] circle")
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    walker.page.mouse.move(x, y)
    walker.page.mouse.down()
    walker.page.mouse.move(x + 40, y, steps=4)
    assert "Analysis meeting 1: " in walker.page.locator("[data-told]").inner_text()
    walker.page.mouse.up()
    walker.page.wait_for_url("**/plan/rows/*/?to=*")
    assert "What would move" in main(walker.page) and DateMove.objects.count() == moved
