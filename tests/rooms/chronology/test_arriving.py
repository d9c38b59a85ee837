"""A chronology comes in: the file kept, every row an entry or waiting with its reason, nothing twice."""

import pytest

from casement.foundation import files, jobs, search
from casement.foundation.access import Role
from casement.foundation.models import Job, SearchRow
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology import commands
from casement.rooms.chronology.models import Entry, Import, ImportRow
from tests.factories.chronology import TABLE, brought, confirmed
from tests.rooms.chronology.sheets_for_tests import xlsx


def states(made):
    return [(row.row, row.state) for row in made.rows.all()]


def test_a_file_is_kept_and_laid_out_before_anything_comes_in(oak):
    made = brought(oak)
    assert files.fetch(made.sha256) == TABLE.encode()
    assert (made.state, made.header_row) == ("columns", 1)
    assert [c["field"] for c in made.mapping] == ["date", "time", "event", "present", "action", "analysis"]
    assert (made.counts["rows"], made.counts["ready"], made.counts["to_check"], made.counts["blank"]) == (
        6,
        3,
        2,
        1,
    )
    assert made.rows.count() == 6 and not Entry.objects.exists()


def test_every_row_becomes_an_entry_or_waits_with_its_reason(oak):
    made = confirmed(oak)
    assert states(made) == [(2, "in"), (3, "in"), (4, "waiting"), (5, "in"), (6, "left_out"), (7, "waiting")]
    assert made.state == "rows"
    first, week, july = Entry.objects.all()
    assert (first.date_recorded, str(first.date_time)) == ("03/04/2024 0915hrs", "09:15:00")
    assert (week.date_precision, week.analysis) == ("week", "Tenant appeared hard to engage")
    assert july.agency == oak.agency("Police")
    assert "September has 30 days" in made.rows.get(row=4).reason
    assert "What happened?" in made.rows.get(row=7).reason


def test_entries_are_found_by_their_words_only_from_their_own_agency(oak):
    confirmed(oak)
    assert [hit.number for hit in search.find([oak.seat()], "keys returned")] == [2]
    assert search.find([oak.seat(Role.AGENCY_CONTACT)], "keys returned")
    other = oak.seat(Role.FAMILY)
    assert not search.find([other], "keys returned")


def test_the_same_file_again_is_refused_naming_the_earlier_import(oak):
    first = brought(oak)
    with pytest.raises(Refused, match=f"as import {first.number}"):
        commands.bring_in(oak.seat(), agency=1, name="again.csv", data=TABLE.encode())
    commands.undo_import(oak.seat(), number=first.number)
    assert brought(oak).number == 2


def test_that_another_agency_sent_the_same_file_is_not_told(oak):
    brought(oak, agency=oak.agency("Health visiting").number)
    assert brought(oak, role=Role.AGENCY_CONTACT).state == "columns"


def test_nothing_is_kept_before_the_data_protection_step(oak):
    oak.review.dpia_reference = ""
    oak.review.save()
    with pytest.raises(Refused, match="may not hold"):
        commands.bring_in(oak.seat(), agency=1, name="log.csv", data=TABLE.encode())
    assert not list(files.store().glob("*/*"))


def test_an_agency_contact_brings_in_their_own_agency_only(oak):
    seat = oak.seat(Role.AGENCY_CONTACT)
    with pytest.raises(Refused, match="own agency"):
        commands.bring_in(seat, agency=oak.agency("Health visiting").number, name="a.csv", data=b"x")
    assert commands.bring_in(seat, name="a.csv", data=TABLE.encode()).agency == oak.agency("Police")
    theirs = brought(oak, TABLE + "1/1/2024,,More,,,\n", agency=oak.agency("Health visiting").number)
    with pytest.raises(NotHere):
        commands.confirm_columns(seat, number=theirs.number)


@pytest.mark.parametrize("role", [Role.TEAM, Role.CASE_GROUP, Role.FAMILY, Role.BUSINESS, Role.ACCOUNTABLE])
def test_others_may_not_bring_in_anything(oak, role):
    with pytest.raises(NotHere):
        commands.bring_in(oak.seat(role), agency=1, name="a.csv", data=TABLE.encode())


def test_an_import_of_another_review_is_not_here(oak, elm):
    brought(elm)
    with pytest.raises(NotHere):
        commands.confirm_columns(oak.seat(), number=1)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.csv", b"%PDF-1.7 broken", "not a table"),
        ("notes.xlsx", b"PK\x03\x04 broken", "."),
        ("blank.csv", b"\r\n\r\n", "empty"),
        ("log.xlsx", TABLE.encode(), "named as .xlsx"),
        ("commas.csv", b",,,\n,,,\n", "nothing in this table"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(oak, name, data, said):
    made = brought(oak, data, name=name)
    assert (made.state, made.rows.count()) == ("done", 0)
    assert said in made.sentence and made.sentence.endswith(".")


def test_an_empty_file_is_refused_at_once(oak):
    with pytest.raises(Refused, match="empty"):
        commands.bring_in(oak.seat(), agency=1, name="a.csv", data=b"")
    assert not Import.objects.exists()


def test_letters_of_windows_are_read_and_said(oak):
    made = confirmed(oak, "Date,Event\n3 May 2024,Paid £40 at the café\n".encode("cp1252"))
    assert Entry.objects.get().event == "Paid £40 at the café"
    assert any("Windows letters" in note for note in made.notes)


def test_a_table_without_dates_waits_row_by_row_when_a_person_says_so(oak):
    made = brought(oak, "Officer,What happened\nOfficer 1,Called at the property twice that week\n")
    assert any("No column of dates" in note for note in made.notes)
    with pytest.raises(Refused, match="holds the date"):
        commands.confirm_columns(oak.seat(), number=made.number)
    commands.confirm_columns(oak.seat(), number=made.number, fields=["present", "event"], undated=True)
    assert states(made) == [(2, "waiting")]


def test_a_hundred_columns_are_all_offered_and_kept(oak):
    heads = ",".join(["Date", "Event", *(f"Column {n}" for n in range(98))])
    made = confirmed(oak, f"{heads}\n1 May 2024,Visit made by worker,{','.join(map(str, range(98)))}\n")
    assert len(made.mapping) == 100 and Entry.objects.get().event == "Visit made by worker"
    assert len(made.rows.get().cells) == 100


def test_cells_that_open_like_formulas_stay_words(oak):
    confirmed(oak, 'Date,Event\n1 May 2024,"=HYPERLINK(""x"")"\n2 May 2024,@SUM(1)\n')
    assert [entry.event for entry in Entry.objects.all()] == ['=HYPERLINK("x")', "@SUM(1)"]


def test_another_sheet_and_another_row_of_headings_can_be_chosen(oak):
    def fill(book):
        log = book.active
        log.title = "Log"
        for row in (
            ["Title"],
            ["When", "What happened"],
            ["1 May 2024", "Visit made by worker"],
            ["2 May 2024", "Two"],
        ):
            log.append(row)
        clinic = book.create_sheet("Clinic")
        clinic.append(["Date", "Note"])
        clinic.append(["3 June 2024", "Seen in the clinic"])

    made = brought(oak, xlsx(fill), name="two.xlsx")
    assert (made.sheet, made.header_row) == ("Log", 2)
    commands.choose_sheet(oak.seat(), number=1, sheet=2)
    jobs.run_waiting()
    made.refresh_from_db()
    assert (made.sheet, made.rows.count()) == ("Clinic", 1)
    commands.choose_sheet(oak.seat(), number=1, sheet=1, header_row=3)
    jobs.run_waiting()
    made.refresh_from_db()
    assert (made.headings, made.rows.count()) == (["1 May 2024", "Visit made by worker"], 1)
    with pytest.raises(Refused, match="run from 1 to 4"):
        commands.choose_sheet(oak.seat(), number=1, sheet=1, header_row=9)
    other = commands.another_sheet(oak.seat(), number=1, sheet=2)
    jobs.run_waiting()
    other.refresh_from_db()
    assert (other.sheet, other.state) == ("Clinic", "columns")
    with pytest.raises(Refused, match="as import 2"):
        commands.another_sheet(oak.seat(), number=1, sheet=2)


def test_columns_can_be_matched_again_until_they_are_confirmed(oak):
    brought(oak)
    fields = ["date", "ignore", "event", "present", "action", "ignore"]
    made = commands.match_columns(oak.seat(), number=1, fields=fields)
    assert made.counts["ready"] == 3 and made.mapping[5]["field"] == "ignore"
    with pytest.raises(Refused, match="have changed"):
        commands.match_columns(oak.seat(), number=1, fields=fields[:2])
    with pytest.raises(Refused, match="Two columns become the date"):
        commands.confirm_columns(oak.seat(), number=1, fields=["date", "date", *fields[2:]])
    with pytest.raises(Refused, match="becomes the event"):
        commands.confirm_columns(oak.seat(), number=1, mapping={"What happened": "ignore"})
    commands.confirm_columns(oak.seat(), number=1, mapping={"Our view": "ignore"})
    assert {entry.analysis for entry in Entry.objects.all()} == {""}
    with pytest.raises(Refused, match="confirmed already"):
        commands.confirm_columns(oak.seat(), number=1)


LONG = "Date,Event\n" + "".join(
    f"{'' if n % 3 else '0' + str(1 + n % 9) + '/05/2024'},Event number {n} of the long list\n" for n in range(1300)
)


def test_a_long_table_comes_in_after_a_death_in_the_middle_without_loss_or_doubles(oak, monkeypatch):
    made = brought(oak, LONG)
    commands.confirm_columns(oak.seat(), number=1, carry_dates=True)
    made.refresh_from_db()
    assert made.state == "bringing"
    parts = iter(range(10))

    def die(job, done):
        if next(parts) == 1:
            raise SystemExit

    monkeypatch.setattr(jobs, "step", die)
    with pytest.raises(SystemExit):
        jobs.run_waiting()
    assert Entry.objects.count() == 1000
    Job.objects.filter(state="running").update(state="queued")
    jobs.run_waiting()
    made.refresh_from_db()
    assert made.state == "done"
    events = list(Entry.objects.values_list("event", flat=True))
    assert events == [f"Event number {n} of the long list" for n in range(1300)]
    assert not Entry.objects.filter(date_start=None).exists()
    assert ImportRow.objects.filter(state="in").count() == 1300 == SearchRow.objects.filter(kind="entry").count()
    assert "carried down from row" in made.rows.get(row=1003).reason


def test_a_job_that_runs_twice_changes_nothing(oak):
    brought(oak, LONG)
    commands.confirm_columns(oak.seat(), number=1)
    jobs.run_waiting()
    before = list(ImportRow.objects.values_list("row", "state", "reason", "entry"))
    Job.objects.filter(name="chronology.bring_rows").update(state="queued")
    jobs.run_waiting()
    assert list(ImportRow.objects.values_list("row", "state", "reason", "entry")) == before
