"""A year in three reviews with sixty people, lived through the pages, the mail and the calendars alone."""

import pytest

from tests.year.cast import OFFICE, PASSWORD, cast, everybody
from tests.year.living import live
from tests.year.world import year

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def _site(db):
    """The installation was founded from the command line by the board's office."""
    from casement.rooms.people.commands import found_site

    found_site(email=OFFICE.email, name=OFFICE.name, password=PASSWORD)


def test_a_year(settings):
    cases = cast()
    assert len(everybody(cases)) == 60
    import os
    cases = cases[: int(os.environ.get('YEAR_CASES', '3'))]
    with year(settings, cases) as world:
        live(world)
        for line in world.lines:
            print(line)
