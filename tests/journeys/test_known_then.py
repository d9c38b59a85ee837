"""What was known then, and whether two entries are one event: once by mouse, once by keyboard alone."""

import pytest

from casement.foundation.access import Role
from tests.factories.chronology import by_hand
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard, Mouse
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def unfold(hand, words: str) -> None:
    """Open a part of the page that is folded away."""
    summary = hand.page.locator("summary", has_text=words).first
    if isinstance(hand, Keyboard):
        hand.reach(summary)
        hand.page.keyboard.press("Enter")
    else:
        summary.click()


@pytest.mark.parametrize("hands", [Mouse, Keyboard])
def test_a_moment_is_seen_without_and_with_hindsight_and_a_pair_is_answered(walker, oak, hands):
    by_hand(oak, "Ambulance called: broken wrist on the stairs.", "3 May 2024")
    by_hand(oak, "Broken wrist, came by ambulance, fell from a chair on the stairs.", "3 May 2024", agency=2)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    hand = hands(walker.page)
    walker.go(f"/reviews/{oak.ref}/chronologies/entries/2/")
    unfold(hand, "Record who was told")
    hand.pick("Who was told?", "Police")
    hand.pick("Who told them?", "Health visiting")
    hand.write("When were they told?", "9 May 2024")
    hand.press("Record it")
    walker.page.get_by_text("Health visiting told Police").wait_for()
    walker.here()
    narrow(walker)

    walker.go(f"/reviews/{oak.ref}/strands/")
    hand.follow("As known then")
    hand.pick("As known then, to", "Police")
    hand.write("at the end of", "8 May 2024")
    hand.press("Show")
    walker.page.get_by_text("What Police could know by the end of 8 May 2024").wait_for()
    walker.here()
    narrow(walker)
    assert "from a chair" not in main(walker.page) and "What came later is covered" in main(walker.page)
    hand.follow("Show it as hindsight")
    walker.page.get_by_text("You are looking with hindsight").wait_for()
    walker.here()
    narrow(walker)
    assert "from a chair" in main(walker.page) and "Hindsight: had not reached them" in main(walker.page)
    hand.follow("Leave hindsight")
    walker.page.get_by_text("What came later is covered").wait_for()

    walker.go(f"/reviews/{oak.ref}/chronologies/same/")
    hand.press("Compare the entries")
    walker.page.get_by_text("We are comparing the entries").wait_for()
    walker.do_the_work()
    walker.go(f"/reviews/{oak.ref}/chronologies/same/")
    narrow(walker)
    assert "Both say: " in main(walker.page)
    hand.follow("Answer pair 1")
    walker.page.get_by_text("Your answer").wait_for()
    walker.here()
    hand.choose("The same event, and the accounts differ")
    hand.write("How do you know?", "Same evening, stairs or a chair.")
    hand.press("Keep the answer")
    walker.page.get_by_text("Both entries stay as they were recorded").wait_for()
    walker.go(f"/reviews/{oak.ref}/chronologies/entries/1/")
    assert "the accounts differ" in main(walker.page) and "from a chair" in main(walker.page)
