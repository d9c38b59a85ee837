"""A supervisor: nothing until a lead opens the analysis to them, and then that alone."""

import pytest

from casement.foundation.access import Role
from tests.journeys.looking import arrive, inside, main, shut, walk, ways

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_supervisor_to_whom_the_analysis_was_opened(walker, at_work):
    home = arrive(walker, at_work, Role.SUPERVISOR)
    assert "Read the analysis that was opened to you" in home
    walk(walker, ways(walker.page))
    walker.go(f"/reviews/{at_work.ref}/episodes/1/")
    assert "Choose this episode" not in main(walker.page)
    shut(walker, inside(at_work, "", "sources/1/", "sources/2/", "identity/", "members/", "episodes/new/", "report/",
                        "who-looked/"))  # fmt: skip
