"""Rows put right in place, imports undone, entries corrected: nothing recorded is lost, and evidence knows."""

import pytest

from casement.foundation import search
from casement.foundation.access import Role
from casement.foundation.dates import read_date
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.vocabulary import Cite, Side
from casement.rooms.chronology import commands
from casement.rooms.chronology.models import Entry, Revision
from tests.factories.chronology import TABLE, brought, by_hand, confirmed


def test_a_corrected_row_keeps_its_own_words_beside_the_correction(oak):
    made = confirmed(oak)
    commands.correct_row(oak.seat(), number=1, row=4, values={"date": "30/09/24"}, reason="The diary")
    row = made.rows.get(row=4)
    assert (row.state, row.correction) == ("in", {"date": "30/09/24", "why": "The diary"})
    assert row.entry.date_recorded == "31/09/24 pm"
    assert str(row.entry.date_start) == "2024-09-30" and row.entry.date_precision == "part_of_day"
    assert row.entry.event == "Joint visit with the family support worker"
    assert search.find([oak.seat()], "joint visit")
    with pytest.raises(Refused, match="dealt with already"):
        commands.correct_row(oak.seat(), number=1, row=4, values={"date": "29/09/24"})


def test_a_correction_that_cannot_be_read_says_why_and_changes_nothing(oak):
    made = confirmed(oak)
    with pytest.raises(Refused, match="32 May 2024"):
        commands.correct_row(oak.seat(), number=1, row=4, values={"date": "32 May 2024"})
    with pytest.raises(Refused, match="what it should be"):
        commands.correct_row(oak.seat(), number=1, row=4, values={})
    with pytest.raises(NotHere):
        commands.correct_row(oak.seat(), number=1, row=400, values={"date": "1 May 2024"})
    assert made.rows.get(row=4).state == "waiting"


def test_a_row_is_kept_without_a_date_or_left_out_with_a_reason(oak):
    made = confirmed(oak)
    commands.keep_undated(oak.seat(), number=1, row=4)
    entry = made.rows.get(row=4).entry
    assert (entry.date_start, entry.date_precision, entry.date_recorded) == (None, "unknown", "31/09/24 pm")
    with pytest.raises(Refused, match="What happened"):
        commands.keep_undated(oak.seat(), number=1, row=7)
    with pytest.raises(Refused, match="Say why"):
        commands.leave_out(oak.seat(), number=1, row=7, reason=" ")
    commands.leave_out(oak.seat(), number=1, row=7, reason="A closing line")
    made.refresh_from_db()
    assert made.state == "done"
    assert made.rows.get(row=7).reason == "A closing line"


def test_rows_alike_are_dealt_with_together(oak):
    lines = "31/09/24,First visit of the worker\n31/09/24,Second visit of the worker\n31/06/24,Third visit made\n"
    made = confirmed(oak, f"Date,What happened\n1/5/24,A start was made\n{lines}")
    commands.correct_row(oak.seat(), number=1, row=3, values={"date": "30/09/24"}, same_for_all=True)
    assert [row.state for row in made.rows.all()] == ["in", "in", "in", "waiting"]
    commands.leave_out(oak.seat(), number=1, row=5, reason="Not ours", same_for_all=True)
    made.refresh_from_db()
    assert made.state == "done"


def test_an_event_is_given_to_a_row_that_has_none(oak):
    made = confirmed(oak)
    commands.correct_row(oak.seat(), number=1, row=7, values={"event": "Card left."})
    assert made.rows.get(row=7).entry.event == "Card left."
    assert str(made.rows.get(row=7).entry.date_time) == "10:00:00"


def cite(oak, entry):
    episode = analysis.propose_episode(
        oak.seat(),
        title="The desk that night",
        why="It opened the case",
        cites=(Cite(side=Side.FOR, entry=entry),),
    )
    return episode


def test_undoing_leaves_what_the_analysis_rests_on_and_says_which(oak):
    made = confirmed(oak)
    cite(oak, 2)
    commands.undo_import(oak.seat(), number=1)
    made.refresh_from_db()
    assert list(Entry.objects.filter(removed_at=None).values_list("number", flat=True)) == [2]
    assert any("entries 2." in note for note in made.notes)
    assert not search.find([oak.seat()], "nobody answered") and search.find([oak.seat()], "keys returned")
    with pytest.raises(Refused, match="undone already"):
        commands.undo_import(oak.seat(), number=1)


def test_a_correction_keeps_what_was_said_before(oak):
    by_hand(oak, "A neighbour rang.", "3 April 2024", time="9.15am")
    entry = commands.correct_entry(oak.seat(), number=1, reason="Misheard", event="A neighbor wrote.", based_on=1)
    assert (entry.event, entry.edition) == ("A neighbor wrote.", 2)
    before = Revision.objects.get()
    assert before.before["event"] == "A neighbour rang." and before.reason == "Misheard"
    assert search.find([oak.seat()], "wrote") and not search.find([oak.seat()], "rang")
    with pytest.raises(Conflict) as no:
        commands.correct_entry(oak.seat(), number=1, reason="Other", event="A cousin rang.", based_on=1)
    assert (no.value.mine, no.value.theirs) == ("A cousin rang.", "A neighbor wrote.")
    assert Revision.objects.get(kept_beside=True).before == {"event": "A cousin rang."}
    with pytest.raises(Refused, match="Say why"):
        commands.correct_entry(oak.seat(), number=1, reason=" ", event="X")


def test_the_date_of_an_entry_is_read_again_only_when_it_was_changed(oak):
    confirmed(oak)
    commands.correct_row(oak.seat(), number=1, row=4, values={"date": "30/09/24"})
    entry = commands.correct_entry(oak.seat(), number=4, reason="A word", date="31/09/24 pm", event="Joint visit.")
    assert str(entry.date_start) == "2024-09-30"
    entry = commands.correct_entry(oak.seat(), number=4, reason="Diary", date="29 September 2024")
    assert entry.date_start == read_date("29 September 2024").start


def test_a_removed_entry_is_out_of_the_strand_and_its_words_are_kept(oak):
    by_hand(oak)
    commands.remove_entry(oak.seat(), number=1, reason="Another family")
    assert not search.find([oak.seat()], "neighbour")
    assert Revision.objects.get().before["event"] == "A neighbour rang."
    with pytest.raises(NotHere):
        commands.correct_entry(oak.seat(), number=1, reason="x", event="y")


@pytest.mark.parametrize("role", [Role.TEAM, Role.CASE_GROUP, Role.FAMILY, Role.RECORDS])
def test_only_those_who_may_write_records_change_entries(oak, role):
    by_hand(oak)
    with pytest.raises(NotHere):
        commands.remove_entry(oak.seat(role), number=1, reason="x")


def test_an_agency_contact_changes_their_own_strand_only(oak):
    by_hand(oak, agency=oak.agency("Health visiting").number)
    contact = oak.seat(Role.AGENCY_CONTACT)
    with pytest.raises(NotHere):
        commands.remove_entry(contact, number=1, reason="x")
    with pytest.raises(Refused, match="own agency"):
        commands.add_entry(contact, agency=2, date="1 May 2024", event="Ours?")
    assert commands.add_entry(contact, date="1 May 2024", event="Ours.").agency == oak.agency("Police")


def test_rows_wait_untouched_until_the_columns_are_confirmed(oak):
    brought(oak, TABLE)
    with pytest.raises(NotHere):
        commands.correct_row(oak.seat(), number=1, row=4, values={"date": "30/09/24"})
