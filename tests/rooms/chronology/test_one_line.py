"""All accounts in one line: each in its own words, in its place, and what the line leaves out is said."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.comma_separated import read_back
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.rules.one_line import Said, together
from tests.factories.chronology import by_hand
from tests.house.addresses import body, signed_in

pairs = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda one: one[0] != one[1]), max_size=12
).map(lambda told: [Said(*one, False, at) for at, one in enumerate(told)])


@given(pairs)
def test_entries_stand_together_when_answers_lead_from_one_to_the_other(said):
    groups = together(said)
    homes = {number: at for at, group in enumerate(groups) for number in group.entries}
    assert sum(len(group.entries) for group in groups) == len(homes)  # nobody stands twice
    assert set(homes) == {number for each in said for number in each[:2]}
    assert all(homes[each.first] == homes[each.second] for each in said)
    assert sum(len(group.said) for group in groups) == len(said)
    for group in groups:  # and none without an answer that leads there
        reached, found = set(group.entries[:1]), True
        while found:
            found = [s for s in group.said if (s.first in reached) != (s.second in reached)]
            reached |= {number for each in found for number in each[:2]}
        assert reached == set(group.entries)


@pytest.fixture
def told(oak):
    """Police and health visiting on one night, with accounts that differ; a doubt, a day between and no date."""
    health = oak.agency("Health visiting").number
    late = by_hand(oak, "A fall on the stairs, said the ward.", "4 May 2024", agency=health)
    early = by_hand(oak, "=Called to the flat at night.", "3 May 2024", action="Card left")
    by_hand(oak, "Keys came back.", "3 May 2024 at 22:00")
    by_hand(oak, "A letter went.", "about 2019", agency=health)
    by_hand(oak, "Nobody knows when.", "", undated=True)
    commands.link_entries(oak.seat(), number=early.number, other=late.number, answer="conflicting", reason="Falls.")
    return oak


def events(moments):
    return [[each.event for each in moment.accounts] for moment in moments]


LINE = [
    ["A letter went."],
    ["=Called to the flat at night.", "A fall on the stairs, said the ward."],
    ["Keys came back."],
]


def test_accounts_of_one_event_stand_together_and_unchanged(told):
    before = list(Entry.objects.order_by("pk").values())
    line = queries.one_line(told.seat())
    assert events(line.moments) == LINE and line.total == 3
    assert line.moments[1].words == "Said to be the same event; the accounts differ" and not line.moments[0].words
    assert (line.undated, line.doubtful) == (1, 1) and "Police" not in line.silent
    assert events(queries.whole_line(told.seat())) == [*LINE, ["Nobody knows when."]]
    page = body(signed_in(told, Role.LEAD).get(f"/reviews/{told.ref}/strands/one-line/")).decode()
    assert "1 entry without a date" in page and "The doubt about 1 date" in page and "the accounts differ" in page
    assert list(Entry.objects.order_by("pk").values()) == before


def test_an_answer_taken_back_or_an_entry_taken_away_parts_them_again(told):
    one = Entry.objects.get(event__startswith="A fall")
    commands.remove_entry(told.seat(), number=one.number, reason="Sent twice.")
    assert events(queries.one_line(told.seat()).moments) == [LINE[0], LINE[1][:1], LINE[2]]


def test_the_files_hold_every_account_and_run_nothing(told):
    lead = signed_in(told, Role.LEAD)
    text = body(lead.get(f"/reviews/{told.ref}/strands/one-line.csv")).decode("utf-8-sig")
    head, *rows = [[read_back(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    assert [row[head.index("What was recorded")] for row in rows] == [e for one in LINE for e in one] + [
        "Nobody knows when."
    ]
    assert [row[0] for row in rows] == ["1", "2", "2", "3", "4"]
    sheet = openpyxl.load_workbook(io.BytesIO(body(lead.get(f"/reviews/{told.ref}/strands/one-line.xlsx")))).active
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert [row[4] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row[4] for row in rows]


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT, Role.SUPERVISOR])
def test_it_is_for_the_team_alone(told, role):
    for page in ("one-line/", "one-line.csv", "one-line.xlsx"):
        assert signed_in(told, role).get(f"/reviews/{told.ref}/strands/{page}").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_a_fixed_number_of_times(oak, count, django_assert_max_num_queries):
    health = oak.agency("Health visiting").number
    for at in range(count):
        one, other = by_hand(oak, f"Here {at}"), by_hand(oak, f"There {at}", agency=health)
        commands.link_entries(oak.seat(), number=one.number, other=other.number, answer="same", reason="One call.")
    client = signed_in(oak, Role.LEAD)
    client.get(f"/reviews/{oak.ref}/strands/")
    with django_assert_max_num_queries(12):
        assert client.get(f"/reviews/{oak.ref}/strands/one-line/").status_code == 200
