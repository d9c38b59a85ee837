"""A review whose dates are planned."""

import pytest

from tests.factories import planning
from tests.factories.reviews import Cast, cast


@pytest.fixture
def oak(db) -> Cast:
    """A review with a plan."""
    made = cast("Oak")
    planning.planned(made)
    return made
