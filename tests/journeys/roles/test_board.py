"""The board and its subgroup: where the review stands in two sentences and what it asks; never working material."""

import pytest

from casement.foundation.access import Role
from tests.factories.sources import record
from tests.journeys.looking import arrive, inside, main, sections, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("role", [Role.ACCOUNTABLE, Role.DELEGATED])
def test_somebody_of_the_board(walker, oak, role):
    record(oak)
    home = arrive(walker, oak, role)
    assert "Oak" in home and "See where the review stands" in home
    walk(walker, inside(oak, ""))
    walker.go(f"/reviews/{oak.ref}/questions/")
    assert sections(walker.page) == ["Overview", "Evidence", "Report", "Process"]
    walker.page.get_by_label("What could this case let us see").fill(
        "What would have to be true for this to recur?"
    )
    walker.page.get_by_role("button", name="Save the question").click()
    walker.page.get_by_text("The question is saved").wait_for()
    walker.go(f"/reviews/{oak.ref}/")
    assert "The next step is" in main(walker.page) and "episode" not in main(walker.page)
    shut(walker, inside(oak, "sources/", "sources/1/", "members/", "identity/", "episodes/", "report/", "strands/",
                        "data-protection/", "search/"))  # fmt: skip
