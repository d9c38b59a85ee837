"""Where an agency recorded nothing for long: asked between two entries only, and only of strands that may be read."""

import pytest

from casement.foundation.access import Role
from casement.rooms.chronology import queries
from tests.factories.chronology import by_hand

pytestmark = pytest.mark.django_db


def test_a_long_silence_names_the_entries_around_it(oak):
    for date in ("3 April 2024", "10 April 2024", "early July 2024", "about 1 August 2024"):
        by_hand(oak, f"Contact, {date}.", date)
    by_hand(oak, "A visit.", "5 May 2024", agency=oak.agency("Health visiting").number)
    (gap,) = queries.gaps(oak.seat())
    assert (gap.name, gap.before, gap.after) == ("Police", 2, 3)
    assert gap.words == "nothing recorded, 10 weeks"  # “early” is taken as widely as it can be meant
    assert not queries.gaps(oak.seat(Role.CASE_GROUP))
