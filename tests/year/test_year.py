"""A year in three reviews with sixty people, lived through the pages, the mail and the calendars alone.

The stages act as people do: they follow links, fill in the forms they find and read their mail. Only the founding of
the installation (a line at a shell), the clock and the worker of the night stand outside the pages.
"""

import pytest

from casement.rooms.people.commands import found_site
from tests.year import reckoning
from tests.year.cast import OFFICE, PASSWORD, cast, everybody
from tests.year.living import live
from tests.year.world import year


@pytest.mark.django_db
def test_a_year_of_three_reviews_and_sixty_people(settings):
    cases = cast()
    assert len(everybody(cases)) == 60 and len({case.variant for case in cases}) == 3
    found_site(email=OFFICE.email, name=OFFICE.name, password=PASSWORD)
    with year(settings, cases) as world:
        live(world)
        assert reckoning.wrong(world) == []
