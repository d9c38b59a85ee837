"""A review team member: says what could pull them two ways; names, rights and what is kept for leads stay shut."""

import pytest

from casement.foundation.access import Role
from casement.rooms.sources.models import Source
from tests.factories.furnished import number_of
from tests.journeys.looking import arrive, inside, main, sections, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_review_team_member(walker, at_work):
    home = arrive(walker, at_work, Role.TEAM)
    assert "Say what could pull you two ways" in home
    walk(walker, inside(at_work, ""))
    mine = f"/reviews/{at_work.ref}/members/{number_of(at_work, Role.TEAM)}/"
    walker.go(mine)
    assert sections(walker.page) == ["Overview", "Evidence", "Analysis", "Report", "Process"]
    walker.page.get_by_label("What could pull you two ways").fill("I managed the duty team until 2022.")
    walker.page.get_by_role("button", name="Save").first.click()
    walker.page.get_by_text("The statement is saved").wait_for()
    walker.go("/")
    assert "Say what could pull you two ways" not in main(walker.page)
    kept = Source.objects.get(review=at_work.review, access="leads")
    shut(walker, inside(at_work, "identity/", "data-protection/", "who-looked/", "members/new/",
                        "members/releases/", "sources/2/", f"sources/{kept.number}/"))  # fmt: skip
