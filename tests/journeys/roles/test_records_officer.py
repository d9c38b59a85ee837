"""A records officer: who looked at what, and nothing of what it says."""

import pytest

from casement.foundation.access import Role
from tests.factories.furnished import CANARY
from tests.journeys.looking import arrive, inside, main, shut, walk, ways

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_records_officer(walker, at_work):
    home = arrive(walker, at_work, Role.RECORDS)
    assert "See who looked" in home and "Oak" not in home
    walk(walker, ways(walker.page))
    walker.page.goto(walker.base + "/")
    walker.page.get_by_role("main").get_by_role("link", name="See who looked").click()
    walker.here()
    assert CANARY["Oak"] not in main(walker.page) and "Lead reviewer A" in main(walker.page)
    shut(walker, inside(at_work, "", "sources/", "sources/1/", "members/", "identity/", "episodes/", "report/"))
