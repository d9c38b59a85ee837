"""An agency's columns are matched once: the next table with the same headings is proposed as it was confirmed."""

import pytest

from casement.rooms.chronology import commands
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import brought, confirmed

ODD = "Dt,Blurb,Zed,Outcome\n03/04/2024,Called at the property,PC 1,Card left\n05/04/2024,Rang the office,PC 2,Noted\n"
AGAIN = ODD.replace("Rang", "Wrote to")
MATCHED = {"Blurb": "event", "Zed": "present", "Outcome": "analysis"}


def fields(made):
    return {column["heading"]: column["field"] for column in made.mapping}


def test_the_same_headings_are_proposed_as_they_were_confirmed_and_say_so(oak):
    confirmed(oak, ODD, mapping=MATCHED)
    made = brought(oak, AGAIN)
    assert fields(made) == {"Dt": "date", "Blurb": "event", "Zed": "present", "Outcome": "analysis"}
    assert all("in import 1" in column["reason"] for column in made.mapping)
    assert not Entry.objects.filter(event__contains="Wrote").exists()  # a proposal; a person still confirms


@pytest.mark.parametrize("how", ["another agency", "undone", "not confirmed", "other headings"])
def test_nothing_is_remembered_from(oak, how):
    first = brought(oak, ODD) if how == "not confirmed" else confirmed(oak, ODD, mapping=MATCHED)
    if how == "undone":
        commands.undo_import(oak.seat(), number=first.number)
    agency = oak.agency("Health visiting" if how == "another agency" else "Police").number
    text = (
        AGAIN.replace("Zed", "Zee").replace("Blurb", "Blob").replace("Outcome", "Next")
        if how == "other headings"
        else AGAIN
    )
    made = brought(oak, text, agency=agency)
    assert not any("in import" in column["reason"] for column in made.mapping)


def test_a_new_column_gives_way_to_the_date_that_was_chosen(oak):
    two = "Opened,Closed,What happened\n03/04/2024,05/04/2024,Called\n"
    confirmed(oak, two, mapping={"Opened": "ignore", "Closed": "date"})
    made = brought(oak, "Opened,Closed,Date,What happened\n03/04/2024,05/04/2024,06/04/2024,Wrote\n")
    assert fields(made) == {"Opened": "ignore", "Closed": "date", "Date": "ignore", "What happened": "event"}
    assert next(column for column in made.mapping if column["heading"] == "Date")["doubtful"]


def test_headings_that_stand_twice_are_not_mistaken_for_each_other(oak):
    confirmed(
        oak, "Date,Notes,Notes\n03/04/2024,Called at the property,Our view\n", fields=["date", "event", "analysis"]
    )
    made = brought(oak, "Date,Notes,Notes\n04/04/2024,Rang the office again,Our view\n")
    assert not any("in import" in column["reason"] for column in made.mapping if column["heading"] == "Notes")
