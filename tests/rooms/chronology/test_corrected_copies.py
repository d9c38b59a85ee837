"""A chronology sent again, corrected: what says the same stays, all else is asked, and nothing that was linked is lost."""

import pytest

from casement.foundation import jobs
from casement.foundation.refusals import Refused
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.models import Change, Entry, Import, ImportRow
from casement.rooms.chronology.vocabulary import Stage
from tests.factories.chronology import brought, confirmed

pytestmark = pytest.mark.django_db

HEAD = "Date,Time,What happened,Officer,Action\n"
ROWS = (
    "03/04/2024,0915hrs,Called at the property and nobody answered,Officer 1,Card left\n",
    "w/c 13 May 2024,,Keys were returned at the front desk,Officer 2,Noted\n",
    "20/05/2024,,Letter sent about the missed appointment,Officer 2,Posted\n",
    "early July 2024,,Health visitor rang to ask for the new address,Duty,Passed on\n",
    "12/08/2024,1000hrs,Joint visit with the family support worker,Officer 1,None\n",
)
TABLE = HEAD + "".join(ROWS)


def again(oak, text, corrects=1, name="log again.csv"):
    """A corrected copy, compared."""
    made = commands.bring_in(
        oak.seat(), agency=oak.agency("Police").number, name=name, data=text.encode(), corrects=corrects
    )
    jobs.run_waiting()
    commands.confirm_columns(oak.seat(), number=made.number)
    jobs.run_waiting()
    made.refresh_from_db()
    return made


def kinds(made):
    return [(one.kind, one.entry and one.entry.number) for one in Change.objects.filter(imported=made)]


def settle_all(oak, made, answer="taken"):
    for kind in ("changed", "new", "gone"):
        commands.settle_changes(
            oak.seat(), number=made.number, kind=kind, answer=answer, reason="The agency said so"
        )


def test_the_same_rows_in_another_order_change_nothing(oak):
    confirmed(oak, TABLE)
    before = list(Entry.objects.values())
    made = again(oak, HEAD + "".join(reversed(ROWS)))
    assert made.state == Stage.DONE and not Change.objects.exists()
    assert list(Entry.objects.values()) == before
    assert set(ImportRow.objects.filter(imported=made).values_list("state", "entry__number")) == {
        ("in", n) for n in (1, 2, 3, 4, 5)
    }


def test_what_was_changed_added_and_taken_out_is_asked_and_keeps_what_was_linked(oak):
    confirmed(oak, TABLE)
    commands.record_telling(oak.seat(), number=3, told="a2", told_by="a1", date="4 June 2024", means="A letter.")
    commands.correct_entry(oak.seat(), number=3, action="Posted second class", reason="The file says so elsewhere")
    changed = ROWS[2].replace("20/05/2024", "21/05/2024")
    new = "1 September 2024,,Housing rang to report the noise,Duty,Noted\n"
    made = again(oak, HEAD + new + ROWS[4] + changed + ROWS[0] + ROWS[3])
    assert made.state == Stage.CHANGES
    assert sorted(kinds(made), key=str) == [("changed", 3), ("gone", 2), ("new", None)]
    assert Entry.objects.filter(removed_at=None).count() == 5  # nothing has changed yet
    told = queries.changes(oak.seat(), made.number)
    (difference,) = next(one for one in told.rows if one.kind == "changed").differences
    assert (difference.name, difference.here, difference.file) == ("Date", "20/05/2024", "21/05/2024")

    settle_all(oak, made)
    made.refresh_from_db()
    assert made.state == Stage.DONE
    entry = queries.entry(oak.seat(), 3)
    assert (entry.date_recorded, entry.action) == ("21/05/2024", "Posted second class")  # put right by hand, kept
    assert entry.edition == 3 and ("Date", "20/05/2024") in entry.earlier[0].before
    assert entry.import_number == made.number and len(queries.tellings(oak.seat(), 3)) == 1
    gone = queries.entry(oak.seat(), 2)
    assert gone.removed_at and "The agency said so" in gone.earlier[0].reason
    assert queries.entry(oak.seat(), 6).event == "Housing rang to report the noise"
    with pytest.raises(Refused):
        commands.settle_change(oak.seat(), number=made.number, change=1, answer="taken")


def test_what_is_left_stays_as_it_stands(oak):
    confirmed(oak, TABLE)
    made = again(oak, HEAD + "".join(ROWS[:4]) + ROWS[4].replace("10", "11") + "1 May 2025,,Unknown caller,,\n")
    settle_all(oak, made, "left")
    made.refresh_from_db()
    assert made.state == Stage.DONE
    assert not Entry.objects.filter(removed_at__isnull=False).exists() and Entry.objects.count() == 5
    assert not Entry.objects.exclude(edition=1).exists()
    third = again(oak, HEAD + "".join(ROWS) + "1 May 2025,,Unknown caller,,\n", made.number, "third.csv")
    assert third.state == Stage.DONE  # what was left before is left again, and said
    assert queries.left_rows(oak.seat(), third.number)[0].reason == "The agency said so"


def test_rows_put_right_or_left_out_by_hand_are_not_asked_about_again(oak):
    odd = ",,Somebody rang about the keys,Duty,\n" + ",,A note without a day,Duty,\n"
    made = confirmed(oak, TABLE + odd)
    commands.correct_row(
        oak.seat(), number=made.number, row=7, values={"date": "May 2024"}, reason="The log says so"
    )
    commands.leave_out(oak.seat(), number=made.number, row=8, reason="Not an event")
    copy = again(oak, HEAD + odd + "".join(ROWS))
    assert copy.state == Stage.DONE and not Change.objects.exists() and Entry.objects.count() == 6
    assert [row.reason for row in queries.left_rows(oak.seat(), copy.number)] == ["Not an event"]


def test_rows_that_could_be_several_are_asked_one_by_one(oak):
    confirmed(oak, TABLE)
    twins = [ROWS[4].replace("worker", f"worker {who}") for who in ("A", "B")]
    made = again(oak, HEAD + "".join(ROWS[:4]) + "".join(twins))
    assert kinds(made) == [("doubtful", None)] * 2
    with pytest.raises(Refused):
        commands.settle_changes(oak.seat(), number=made.number, kind="doubtful", answer="taken")
    with pytest.raises(Refused):
        commands.settle_change(oak.seat(), number=made.number, change=1, answer="taken")
    commands.settle_change(oak.seat(), number=made.number, change=2, answer="taken", entry=5)
    assert kinds(made) == [("new", None), ("changed", 5)]  # now that it is taken, the other is new
    settle_all(oak, made)
    assert queries.entry(oak.seat(), 5).event.endswith("worker B")
    assert queries.entry(oak.seat(), 6).event.endswith("worker A")


def test_a_row_put_right_by_the_agency_that_cannot_be_read_waits_and_then_changes_its_entry(oak):
    confirmed(oak, TABLE)
    made = again(oak, HEAD + "".join(ROWS[:4]) + ROWS[4].replace("12/08/2024", "29/02/2021"))
    assert made.state == Stage.ROWS
    assert not queries.changes(oak.seat(), made.number).rows
    commands.correct_row(oak.seat(), number=made.number, row=6, values={"date": "1 March 2021"})
    made.refresh_from_db()
    assert made.state == Stage.CHANGES and Entry.objects.count() == 5
    settle_all(oak, made)
    assert queries.entry(oak.seat(), 5).when.startswith("1 March 2021")


def test_undoing_a_corrected_copy_takes_out_only_what_came_with_it(oak):
    confirmed(oak, TABLE)
    made = again(oak, TABLE + "1 May 2025,,Unknown caller,,\n")
    settle_all(oak, made)
    commands.undo_import(oak.seat(), number=made.number)
    assert sorted(Entry.objects.filter(removed_at=None).values_list("number", flat=True)) == [1, 2, 3, 4, 5]
    again(oak, TABLE + "\n", name="once more.csv")
    commands.undo_import(oak.seat(), number=1)  # the rows stand in the copy as well
    assert Entry.objects.filter(removed_at=None).count() == 5


def test_a_file_that_is_here_already_is_asked_about_before_anything_comes_in(oak):
    confirmed(oak, TABLE)
    made = brought(oak, TABLE + "1 May 2025,,Unknown caller,,\n", name="newer.csv")
    (doubt,) = made.doubts
    assert doubt["sentence"] == "5 of the 6 rows stand word for word in import 1."
    with pytest.raises(Refused, match="First answer"):
        commands.confirm_columns(oak.seat(), number=made.number)
    commands.answer_doubt(oak.seat(), number=made.number, doubt="copy", answer="corrected")
    commands.confirm_columns(oak.seat(), number=made.number)
    assert Entry.objects.count() == 5 and [one.kind for one in Change.objects.all()] == ["new"]
    other = brought(oak, TABLE + "2 May 2025,,Another,,\n", agency=oak.agency("Health visiting").number)
    assert "another agency" in other.doubts[0]["sentence"]
    with pytest.raises(Refused):
        commands.answer_doubt(oak.seat(), number=other.number, doubt="copy", answer="corrected")
    commands.answer_doubt(oak.seat(), number=other.number, doubt="copy", answer="apart")
    commands.confirm_columns(oak.seat(), number=other.number)
    assert Entry.objects.count() == 11


def test_a_long_copy_is_compared_in_the_background_once(oak):
    rows = [f"{1 + n % 28:02}/03/2024,,Contact number {n} about the school meal,Duty,\n" for n in range(700)]
    confirmed(oak, HEAD + "".join(rows))
    made = again(oak, HEAD + "".join(rows[:-1]) + rows[-1].replace("meal", "meals"))
    assert [one.kind for one in Change.objects.filter(imported=made)] == ["changed"]
    assert Import.objects.get(pk=made.pk).counts["unchanged"] == 699
