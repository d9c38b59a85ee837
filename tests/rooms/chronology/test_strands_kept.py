"""What is kept of the strands is what they are now, after every way an entry can change."""

import pytest

from casement.foundation.access import Role
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Import
from casement.rooms.chronology.queries.laid import entries
from tests.factories.chronology import by_hand, confirmed

pytestmark = pytest.mark.django_db


def test_every_way_an_entry_changes_shows_at_once(oak, django_assert_num_queries):
    lead = oak.seat()

    def told():
        numbers = [row.number for row in queries.strands(lead, size=100).rows]
        assert numbers == [row.placed.number for row in entries(lead)]
        return [row.event for row in queries.strands(lead, size=100).rows]

    by_hand(oak, "A neighbour rang.")
    assert told() == ["A neighbour rang."]
    made = confirmed(oak)
    assert len(told()) == 4
    waiting = made.rows.filter(state="waiting").order_by("row").first()
    commands.correct_row(lead, number=made.number, row=waiting.row, values={"date": "30/09/2024"})
    assert "Joint visit with the family support worker" in told()
    commands.correct_entry(lead, number=1, event="A neighbour wrote.", reason="Misread", date="1 January 2020")
    assert told()[0] == "A neighbour wrote."
    commands.remove_entry(lead, number=2, reason="Of another case")
    assert len(told()) == 4
    commands.undo_import(lead, number=Import.objects.get().number)
    assert told() == ["A neighbour wrote."]
    with django_assert_num_queries(2):  # whose strands, with the word of the last change, and the rows of the page
        queries.strands(lead)


def test_an_agency_sees_its_own_of_what_is_kept(oak):
    by_hand(oak, "Of the police.")
    by_hand(oak, "Of health visiting.", agency=oak.agency("Health visiting").number)
    assert queries.strands(oak.seat()).total == 2
    assert [row.event for row in queries.strands(oak.seat(Role.AGENCY_CONTACT)).rows] == ["Of the police."]
    assert not queries.strands(oak.seat(Role.CASE_GROUP)).total


def test_a_closer_look_shows_a_part_and_steps_to_the_rest_without_a_hole(oak):
    for year in (2015, 2018, 2021, 2024):
        by_hand(oak, f"In {year}.", f"3 April {year}")
    seen, at = set(), None
    while True:
        picture = queries.strands(oak.seat(), zoom="weeks", at=at).picture
        seen |= {n for lane in picture.lanes for sign in lane.signs for n in sign.numbers}
        if picture.later is None:
            break
        assert picture.later <= picture.to
        at = picture.later
    assert seen == {1, 2, 3, 4}
