"""A chronology that is sent again, corrected: compared and answered, by keyboard alone."""

import pytest

from casement.foundation.access import Role
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import copied
from tests.factories.reviews import PASSWORD
from tests.journeys.hands import Keyboard
from tests.journeys.looking import main, narrow

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_corrected_copy_is_taken_row_by_row(walker, oak):
    made, asked = copied(oak)
    walker.sign_in(oak.person(Role.LEAD).email, PASSWORD)
    hand = Keyboard(walker.page)
    walker.go(f"/reviews/{oak.ref}/chronologies/imports/{asked.number}/columns/")
    hand.press("Bring its rows in as well")
    walker.page.get_by_text("You said: bring all of it in").wait_for()
    walker.here()
    narrow(walker)

    walker.go(f"/reviews/{oak.ref}/chronologies/imports/{made.number}/changes/")
    assert "What the corrected file changes: " in main(walker.page)
    walker.here()
    narrow(walker)
    hand.press("row 2")
    walker.page.get_by_text("It is kept.").wait_for()
    first = Entry.objects.get(number=1)
    assert first.date_recorded.startswith("2 May 2024") and first.edition == 2
    hand.choose("Entry 2, 4 May 2024: The housing officer rang the school quietly")
    hand.press("row 3")
    walker.page.get_by_text("Row 3 changes entry 2").wait_for()
    hand.press("row 3")
    walker.page.get_by_text("Row 4 is new").wait_for()
    hand.press("entry 4")
    walker.page.get_by_text("Say why it is set aside").first.wait_for()
    walker.here()
    assert Entry.objects.get(number=4).removed_at is None
    walker.go(f"/reviews/{oak.ref}/chronologies/entries/1/")
    assert "3 May 2024" in main(walker.page)
    walker.here()
