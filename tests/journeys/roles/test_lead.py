"""A lead reviewer: sees what blocks, opens every page, asks a question, and never another review."""

import pytest

from casement.foundation.access import Role
from tests.journeys.looking import arrive, inside, main, sections, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_lead_reviewer(walker, at_work, elm):
    home = arrive(walker, at_work, Role.LEAD)
    assert "What needs you" in home and "Oak" in home
    seen = walk(walker, ["/", *inside(at_work, "")])
    assert sections(walker.page) or len(seen) >= 20
    walker.go(f"/reviews/{at_work.ref}/questions/")
    assert sections(walker.page) == ["Overview", "Evidence", "Analysis", "Report", "Process"]
    walker.page.get_by_label("What could this case let us see").fill("How does news of a change travel?")
    walker.page.get_by_role("button", name="Save the question").click()
    walker.page.get_by_text("The question is saved").wait_for()
    assert "How does news of a change travel?" in main(walker.page)
    shut(walker, inside(elm, "", "sources/1/", "identity/", "who-looked/", "report/"))
