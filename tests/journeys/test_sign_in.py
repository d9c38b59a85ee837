"""Getting in, by mouse and by keyboard."""

import pytest

from casement.foundation.access import Role
from tests.factories.reviews import PASSWORD

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_lead_signs_in_and_asks_a_question(walker, oak):
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    walker.go(f"/reviews/{oak.ref}/questions/")
    walker.page.get_by_label("What could this case let us see").fill("How do services notice slow change?")
    walker.page.get_by_role("button", name="Save the question").click()
    walker.page.get_by_text("How do services notice slow change?").first.wait_for()
    walker.here()


def test_signing_in_by_keyboard_alone(walker, oak):
    page = walker.page
    page.goto(f"{walker.base}/sign-in/")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "login":
            break
    page.keyboard.type(oak.person(Role.LEAD).email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def test_a_wrong_password_says_what_to_do(walker, oak):
    page = walker.page
    page.goto(f"{walker.base}/sign-in/")
    page.get_by_label("E-mail address").fill(oak.person(Role.LEAD).email)
    page.get_by_role("textbox", name="Password").fill("not the password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("alert").wait_for()
    walker.here()
