"""Messy chronologies end as entries or as rows that wait: none lost, no date guessed, precision as a reader would."""

import pytest

from casement.foundation import jobs
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Entry, ImportRow
from tests.factories.chronology import brought, confirmed
from tests.rooms.chronology import messy


@pytest.mark.parametrize(("seed", "layout"), list(enumerate(messy.LAYOUTS, 1)))
def test_no_row_is_lost_and_no_date_is_guessed(oak, seed, layout):
    name, make = messy.LAYOUTS[layout]
    rows = messy.rows(seed)
    made = brought(oak, make(rows), name=name)
    assert made.state == "columns", made.sentence
    commands.confirm_columns(oak.seat(), number=made.number)
    jobs.run_waiting()
    entries = {entry.event: entry for entry in Entry.objects.all()}
    waiting = list(ImportRow.objects.filter(imported=made, state="waiting"))
    kept = [" ".join(cell if isinstance(cell, str) else cell[0] for cell in row.cells) for row in waiting]
    for row in rows:
        if row.becomes == "left":
            continue
        if row.becomes == "waits":
            assert row.event not in entries, (row, entries.get(row.event))
            assert [words for words in kept if (row.event or row.date) in words], row
            continue
        entry = entries.pop(row.event)
        assert (entry.date_precision, entry.date_start, entry.date_end) == row.becomes, row
        in_a_cell = row.typed is not None and layout == "dates the spreadsheet holds"
        assert in_a_cell or entry.date_recorded == " ".join(f"{row.date} {row.time}".split())
        assert in_a_cell or entry.either_order is row.swaps, row
        assert entry.habit
    assert not entries
    assert len(waiting) == sum(row.becomes == "waits" for row in rows)
    assert all(row.reason.endswith(("?", ".")) for row in waiting)


def test_the_generator_makes_every_habit_and_every_mistake():
    made = [row for seed in range(1, len(messy.LAYOUTS) + 1) for row in messy.rows(seed)]
    assert {row.becomes[0] for row in made if isinstance(row.becomes, tuple)} >= {
        "day", "minute", "week", "part_of_month", "month", "year", "range", "unknown",
    }  # fmt: skip
    assert sum(row.becomes == "waits" for row in made) > 60 and any(row.swaps for row in made)
    assert {row.date.split("/")[0] for row in made if row.becomes == "waits"} >= {"", "29 February 2021"}


def test_a_day_that_was_not_waits_with_the_reason_and_a_choice(oak, client):
    confirmed(oak, "Date,What happened\n29 February 2021,Seen at home by the nurse\n28/02/2021,Rang back\n")
    (row,) = ImportRow.objects.filter(state="waiting")
    assert "February 2021 has 28 days. What should it be?" in row.reason
    client.force_login(oak.person(next(iter(oak.people))))
    page = client.get(f"/reviews/{oak.ref}/chronologies/imports/1/rows/").content.decode()
    assert "29 February 2021" in page and "Keep it without a date" in page


def test_a_cell_of_a_million_letters_comes_in_whole(oak):
    long = "word " * 210_000
    made = confirmed(oak, f'Date,What happened\n3 May 2024,"{long}"\n4 May 2024,Rang back\n')
    assert made.state == "done"
    assert sorted(len(entry.event) for entry in Entry.objects.all()) == [len("Rang back"), len(long)]
    assert any("1,050,000" in note for note in made.notes)


def test_two_chronologies_with_the_same_rows_stay_apart_and_are_asked_about(oak):
    """Each agency keeps its own entry; whether they are one event is a question to a person."""
    table = "Date,What happened\n3 May 2024,Ambulance called: broken wrist on the stairs\n"
    confirmed(oak, table)
    other = brought(oak, table + "\n", name="same.csv", agency=oak.agency("Health visiting").number)
    commands.confirm_columns(oak.seat(), number=other.number)
    commands.look_for_same(oak.seat())
    jobs.run_waiting()
    assert Entry.objects.filter(removed_at=None).count() == 2
    (pair,) = queries.pairs(oak.seat()).rows
    assert {pair.first.agency, pair.second.agency} == {"Police", "Health visiting"} and "wrist" in pair.shared
