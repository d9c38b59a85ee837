"""A family member or their supporter, by keyboard alone: what they told us, and where the review stands once released."""

import pytest

from casement.foundation.access import Role, Subject
from casement.rooms.reviews import commands
from tests.factories.reviews import PASSWORD
from tests.factories.sources import account
from tests.journeys.hands import Keyboard
from tests.journeys.looking import inside, main, shut, walk, ways

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_family_member_by_keyboard_alone(walker, oak):
    account(oak, Role.FAMILY)
    hand, page = Keyboard(walker.page), walker.page
    page.goto(f"{walker.base}/sign-in/")
    hand.write("E-mail address", oak.person(Role.FAMILY).email)
    hand.write("Password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    assert "You can ring the board at any time" in main(page)
    hand.follow("Read what was written from what you told us")
    walker.here()
    hand.open(page.get_by_role("main").locator("a[href$='/sources/1/']").first)
    walker.here()
    assert "I thought she was safe." in main(page)
    shut(walker, inside(oak, "", "members/1/", "identity/", "episodes/", "report/", "about/"))


def test_a_family_member_once_the_plan_is_released(walker, oak):
    commands.release(oak.seat(), subject=Subject.HEADER, role=Role.FAMILY)
    walker.sign_in(oak.person(Role.FAMILY).email, PASSWORD)
    assert "See where the review stands" in main(walker.page)
    walk(walker, ways(walker.page))
    walker.go(f"/reviews/{oak.ref}/")
    assert "episode" not in main(walker.page) and "Add" not in main(walker.page)
    shut(walker, inside(oak, "members/1/", "sources/1/", "episodes/", "questions/", "report/"))
