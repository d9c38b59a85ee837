"""The board’s business manager: gives somebody a place and records the assessment; reads no record and no account."""

import pytest

from casement.foundation.access import Role
from tests.factories.sources import record
from tests.journeys.looking import arrive, inside, main, sections, shut, walk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_business_manager(walker, oak):
    record(oak)
    home = arrive(walker, oak, Role.BUSINESS)
    assert "Oak" in home
    walk(walker, inside(oak, ""))
    walker.go(f"/reviews/{oak.ref}/members/new/")
    assert sections(walker.page) == ["Overview", "Evidence", "Report", "Process"]
    walker.page.get_by_label("What are they in this review?").select_option(label="Case group member")
    walker.page.get_by_label("How do they appear in texts?").fill("Housing Officer 1")
    walker.page.get_by_role("button", name="Give the place").click()
    walker.page.get_by_text("Housing Officer 1 has a place").wait_for()
    walker.here()
    walker.go(f"/reviews/{oak.ref}/sources/")
    assert "visit" not in main(walker.page)
    shut(walker, inside(oak, "sources/1/", "sources/1/original/", "sources/new/", "episodes/", "strands/", "report/",
                        "codes/", "who-looked/", "search/"))  # fmt: skip
