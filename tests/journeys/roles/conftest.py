"""A review at work for the stories of the roles, and another that nobody in them belongs to."""

import pytest

from tests.factories.furnished import furnish
from tests.factories.reviews import Cast


@pytest.fixture
def at_work(oak) -> Cast:
    """Oak with one of everything in it."""
    furnish(oak)
    return oak
