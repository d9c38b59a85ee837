"""The legal liaison clears a witness and holds publication; a lead sees the hold where it bites, and lifts it, by keys."""

import pytest

from casement.foundation.access import Role
from casement.rooms.proceedings import commands
from tests.factories.outside import held, outside, place_of, taking_part
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.looking import arrive, inside, main, narrow, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_the_legal_liaison_and_a_lead(walker, oak):
    outside(oak, "the ward")
    commands.put_flag(oak.seat(), number=place_of(oak, Role.CASE_GROUP), state="possible")
    home = arrive(walker, oak, Role.LEGAL)
    assert "1 person to clear as a possible witness" in home and "Oak" not in home
    hand, at = Mouse(walker.page), f"/reviews/{oak.ref}/"
    walk(
        walker, inside(oak, "proceedings/", "proceedings/1/", "holds/", "holds/1/", "disclosures/new/", "keeping/")
    )
    walker.go(f"{at}proceedings/people/{place_of(oak, Role.CASE_GROUP)}/")
    hand.choose("Cleared", within="May they be a witness?")
    hand.press("Save the answer")
    walker.page.get_by_text("The answer is saved").wait_for()
    walker.go(f"{at}holds/new/")
    hand.press("Place the hold")
    walker.page.get_by_text("There is something to put right").wait_for()
    walker.here()
    narrow(walker)
    hand.choose("Publication", within="What is held?")
    hand.choose("Asked for by the coroner", within="Why?")
    hand.write("In a sentence", "The coroner’s officer asked for it on the telephone.")
    for part, text in (("Day", "1"), ("Month", "1"), ("Year", "2001")):
        walker.page.get_by_role("group", name="When does somebody look").get_by_label(part).fill(text)
    hand.press("Place the hold")
    walker.page.get_by_text("a day after today").first.wait_for()
    assert "on the telephone" in walker.page.get_by_role("textbox", name="In a sentence").input_value()
    shut(walker, inside(oak, "", "members/", "sources/", "report/", "family/"))
    walker.page.context.clear_cookies()

    taking_part(oak, "the ward")
    held(oak, "publication")
    commands.ask_to_lift(oak.seat(Role.LEGAL), number=2, words="No objection any more.")
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    for page in (
        "steps/",
        "holds/",
        "holds/2/",
        "family/",
        "family/1/",
        "family/1/questions/why/",
        "disclosures/1/",
    ):
        walker.go(at + page)
        narrow(walker)
        walker.page.set_viewport_size({"width": 320, "height": 700})
        assert walker.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, page
        walker.page.set_viewport_size({"width": 1280, "height": 900})
    walker.go(f"{at}steps/")
    assert walker.page.locator(".c-hold").filter(has_text="Publication is held since").count() == 1
    walker.page.get_by_role("link", name="See hold 2").focus()
    walker.page.keyboard.press("Enter")
    walker.page.get_by_role("button", name="Lift the hold").wait_for()
    Keyboard(walker.page).press("Lift the hold")
    walker.page.get_by_text("The hold is lifted").wait_for()
    assert "This hold was lifted" in main(walker.page)
