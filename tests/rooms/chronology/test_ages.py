"""How long and how old, beside the entries, and only for those who may weigh them."""

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import Refused
from casement.rooms.chronology import commands, queries
from tests.factories.chronology import by_hand

pytestmark = pytest.mark.django_db


def test_ages_and_lengths_stand_beside_the_entries(oak):
    by_hand(oak, "A call.", "3 April 2019")
    by_hand(oak, "Of others.", "1 May 2019", agency=oak.agency("Health visiting").number)
    by_hand(oak, "Another call.", "20 June 2019")
    commands.record_birth(oak.seat(), label="The boy", date="May 2016")
    told = queries.strands(oak.seat(), born=queries.births(oak.seat()), ends=(3, 2))
    assert [row.since for row in told.rows] == ["", "", "11 weeks after entry 1"]
    assert [row.ages for row in told.rows][::2] == [
        (("The boy", "about 2 years 10 months"),), (("The boy", "about 3 years"),),
    ]  # fmt: skip
    assert told.apart == "7 weeks"
    assert not queries.births(oak.seat(Role.AGENCY_CONTACT))


def test_a_birth_put_in_again_takes_the_place_of_the_first_and_can_be_taken_back(oak):
    with pytest.raises(Refused):
        commands.record_birth(oak.seat(), label="The boy", date="before 2016")
    commands.record_birth(oak.seat(), label="The boy", date="2016")
    commands.record_birth(oak.seat(), label="The boy", date="about May 2016")
    (born,) = queries.births(oak.seat())
    assert "May 2016" in born.when
    commands.take_back_birth(oak.seat(), birth=born.number)
    assert not queries.births(oak.seat())
