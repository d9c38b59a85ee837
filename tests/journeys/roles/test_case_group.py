"""Somebody who did the work: reads what was written from their conversation, and nothing of anybody else."""

import pytest

from casement.foundation.access import Role
from tests.factories.sources import account, record
from tests.journeys.looking import arrive, inside, main, shut, walk, ways

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_somebody_of_the_case_group(walker, oak):
    record(oak, "What the police wrote.")
    account(oak, Role.CASE_GROUP)
    account(oak, Role.FAMILY)
    home = arrive(walker, oak, Role.CASE_GROUP)
    assert "Read what was written from what you told us" in home
    assert "Oak" not in home and "needs you" not in home
    walk(walker, ways(walker.page))
    walker.go(f"/reviews/{oak.ref}/sources/2/")
    assert "I had eleven visits that day." in main(walker.page)
    walker.go(f"/reviews/{oak.ref}/sources/")
    assert "1 to 1 of 1" in main(walker.page)
    shut(walker, inside(oak, "", "sources/1/", "sources/3/", "members/1/", "episodes/", "report/", "strands/",
                        "questions/", "sources/new/"))  # fmt: skip
