"""A board chair answers by keys, an agency says what became of it, two people sign: at a desk and on a phone."""

import pytest

from casement.foundation.access import Role
from tests.factories.responses import CHAIR, acted, asked, checked
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard
from tests.journeys.looking import main
from tests.journeys.test_time_and_markers import looked_at

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_board_answers_and_sees_what_came_of_it(walker, oak):
    first, _ = asked(oak, "judgement_or_compromise", "clear_solution")
    hand, at, page = Keyboard(walker.page), f"/reviews/{oak.ref}/", walker.page
    walker.sign_in(oak.person(CHAIR).email, PASSWORD)
    looked_at(walker, f"{at}response/")
    assert "asks the board 2 questions. 2 wait for an answer." in main(page)
    hand.follow(f"Answer question {first}")
    hand.choose("Not accepted", within="What does the board decide?")
    hand.write("Why?", "We would lose more than we gain.")
    hand.press("Save the answer")
    page.get_by_text("Say the position that is taken").first.wait_for()
    assert "lose more" in page.get_by_role("textbox", name="Why?", exact=True).input_value()
    looked_at(walker, f"{at}response/questions/{first}/answer/")
    hand.choose("Not accepted", within="What does the board decide?")
    hand.write("Why?", "We would lose more than we gain.")
    hand.write("The position taken", "We keep the slower way and say so.")
    hand.press("Save the answer")
    page.get_by_text("The answer is kept").wait_for()
    act = acted(oak, first).number
    for end in ("", "findings/1/", f"questions/{first}/", "presentations/new/", "actions/", f"actions/{act}/plan/"):
        looked_at(walker, f"{at}response/{end}")
    page.context.clear_cookies()
    walker.sign_in(oak.person(Role.AGENCY_CONTACT).email, PASSWORD)
    walker.go(f"{at}response/actions/{act}/")
    hand.choose("Done", within="How far has it got?")
    hand.write("What was done so far?", "The list is there.")
    hand.press("Report what was done")
    page.get_by_text("What was done is noted").wait_for()
    looked_at(walker, f"{at}response/actions/{act}/")
    assert "Done" in main(page) and "Not known yet" in main(page)
    checked(oak)
    page.context.clear_cookies()
    walker.sign_in(oak.person(Role.BUSINESS).email, PASSWORD)
    for end in ("asked/PC01/", ""):
        looked_at(walker, f"{at}publication/{end}")
    hand.press("Sign the check")
    page.get_by_text("A second person has to sign it").wait_for()
