"""Files brought in: what becomes of each, nothing lost, nothing twice."""

import os

import pytest

from casement.foundation import files, jobs
from casement.foundation.access import Role
from casement.foundation.models import Job, LedgerEntry, SearchRow
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands, queries
from casement.rooms.sources.models import Batch, Source, Upload
from casement.rooms.sources.vocabulary import Sent
from tests.factories.sources import WORDS, bring_in, record

LONG_AGO = 10**9


def outcomes(batch):
    return [(one.name, one.state, one.sentence) for one in batch.uploads.all()]


def test_a_file_becomes_a_source_with_its_text_and_original(oak):
    source = record(oak, name="home_visit 3.txt", date="w/c 13 May 2024")
    assert (source.kind, source.title, source.agency) == ("record", "home visit 3", oak.agency("Police"))
    assert source.current.text == WORDS
    assert files.fetch(source.current.original_sha256) == WORDS.encode()
    assert (source.date_recorded, source.date_precision) == ("w/c 13 May 2024", "week")
    assert [row.text for row in SearchRow.objects.order_by("place")] == WORDS.split("\n\n")


def test_many_files_each_end_as_in_or_refused_with_a_sentence(oak):
    batch = bring_in(
        oak, ("a.txt", b"One."), ("b.txt", b""), ("c.docx", b"PK\x03\x04 broken"), ("d.xyz", b"\x00\x01\x02" * 50)
    )
    told = outcomes(batch)
    assert [state for _, state, _ in told] == ["in", "refused", "refused", "refused"]
    assert all(sentence.endswith(".") for _, state, sentence in told if state == "refused")
    assert Source.objects.count() == 1


def test_a_file_that_is_too_large_is_listed_and_its_bytes_never_asked_for(oak, settings):
    settings.CASEMENT_MAX_FILE = 10

    def never():
        raise AssertionError

    batch = commands.add_files(oak.seat(), files=[Sent("big.txt", 11, never), ("small.txt", b"Small.")], agency=1)
    assert [state for _, state, _ in outcomes(batch)] == ["refused", "waiting"]


def test_no_file_is_taken_before_the_data_protection_step(oak):
    oak.review.dpia_reference = ""
    oak.review.save()
    with pytest.raises(Refused, match="may not hold"):
        commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1)
    assert not list(files.store().glob("*/*"))
    oak.review.dpia_waiver = "Covered by the board's own assessment."
    oak.review.save()
    assert record(oak)


def test_the_same_file_again_is_refused_by_the_number_of_the_first(oak):
    first = record(oak)
    batch = bring_in(oak, ("again.txt", WORDS.encode()), ("x.txt", b"Twice."), ("y.txt", b"Twice."))
    told = outcomes(batch)
    assert told[0][1:] == ("refused", f"This file is here already, as source {first.number}.")
    assert [state for _, state, _ in told[1:]] == ["in", "refused"]
    commands.withdraw_source(oak.seat(), number=first.number, reason="Sent by mistake.")
    assert outcomes(bring_in(oak, ("again.txt", WORDS.encode())))[0][1] == "in"


def test_that_another_agency_sent_the_same_file_is_not_told_to_an_agency(oak):
    record(oak, agency=oak.agency("Health visiting").number)
    batch = bring_in(oak, ("minutes.txt", WORDS.encode()), role=Role.AGENCY_CONTACT)
    assert outcomes(batch) == [("minutes.txt", "in", "")]
    new = batch.uploads.get().source
    assert queries.about(oak.seat(), new.number).same_file == (1,)
    assert queries.about(oak.seat(Role.AGENCY_CONTACT), new.number).same_file == ()


def test_the_same_form_sent_twice_makes_one_batch(oak):
    seat = oak.seat()
    first = commands.add_files(seat, files=[("a.txt", b"One.")], agency=1, sent_key="k1")
    again = commands.add_files(seat, files=[("a.txt", b"One.")], agency=1, sent_key="k1")
    assert first == again
    assert (Batch.objects.count(), Upload.objects.count(), Job.objects.count()) == (1, 1, 1)


def test_an_agency_brings_in_its_own_files_only(oak):
    seat = oak.seat(Role.AGENCY_CONTACT)
    for number in (oak.agency("Health visiting").number, 99):
        with pytest.raises(Refused, match="own agency"):
            commands.add_files(seat, files=[("a.txt", b"One.")], agency=number)
    with pytest.raises(NotHere):
        commands.add_files(seat, files=[("a.txt", b"One.")], kind="conversation", participation=3)
    with pytest.raises(Refused, match="lead reviewer"):
        commands.add_files(seat, files=[("a.txt", b"One.")], agency=1, access="leads")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEAD, Role.AGENCY_CONTACT}))
def test_nobody_else_brings_files_in(oak, role):
    with pytest.raises(NotHere):
        commands.add_files(oak.seat(role), files=[("a.txt", b"One.")], agency=1)
    assert not list(files.store().glob("*/*"))
    assert LedgerEntry.objects.filter(action="sources.add", outcome="denied").count() == 1


def test_agencies_and_people_of_another_review_cannot_be_named(oak, elm):
    Participation.objects.filter(review=elm.review, role=Role.CASE_GROUP).update(number=77)
    with pytest.raises(Refused, match="agency of this review"):
        commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=44)
    with pytest.raises(Refused, match="whose account"):
        commands.add_files(oak.seat(), files=[("a.txt", b"One.")], kind="conversation", participation=77)


def test_a_date_that_cannot_be_read_is_kept_and_said(oak):
    batch = bring_in(oak, ("a.txt", b"One."), date="31/09/24")
    told = queries.batch(oak.seat(), batch.number)
    assert told.date_doubt == "31/09/24: September has 30 days. What should it be?"
    assert batch.uploads.get().source.date_recorded == "31/09/24"


def test_rights_are_those_of_the_moment_when_the_file_is_read(oak):
    batch = commands.add_files(oak.seat(Role.AGENCY_CONTACT), files=[("a.txt", b"One.")], agency=1)
    Participation.objects.filter(person=oak.person(Role.AGENCY_CONTACT)).update(ended_at="2020-01-01T00:00Z")
    jobs.run_waiting()
    ((_, state, sentence),) = outcomes(batch)
    assert (state, Source.objects.count()) == ("refused", 0)
    assert "has changed" in sentence


def test_an_agency_contact_who_moved_agency_leaves_nothing_behind_in_the_old(oak):
    batch = commands.add_files(oak.seat(Role.AGENCY_CONTACT), files=[("a.txt", b"One.")], agency=1)
    Participation.objects.filter(person=oak.person(Role.AGENCY_CONTACT)).update(
        agency=oak.agency("Health visiting")
    )
    jobs.run_waiting()
    assert outcomes(batch)[0][1] == "refused"


def test_reading_twice_makes_no_second_source(oak):
    bring_in(oak, ("a.txt", b"One."), ("b.txt", b"Two."))
    Job.objects.update(state="queued")
    jobs.run_waiting()
    assert Source.objects.count() == 2


def test_a_file_that_was_being_read_when_the_program_died_is_read_on_restart(oak):
    batch = commands.add_files(oak.seat(), files=[("a.txt", b"One."), ("b.txt", b"Two.")], agency=1)
    Upload.objects.filter(position=1).update(state="reading")
    Job.objects.update(state="running", worker="dead")
    jobs.recover(everything=True)
    jobs.run_waiting()
    assert [state for _, state, _ in outcomes(batch)] == ["in", "in"]


def test_a_stopped_batch_says_so_and_can_be_read_again(oak):
    batch = commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1)
    with pytest.raises(Refused, match="being read"):
        commands.read_again(oak.seat(), number=batch.number)
    Job.objects.update(state="failed")
    assert queries.batch(oak.seat(), batch.number).stopped
    commands.read_again(oak.seat(), number=batch.number)
    jobs.run_waiting()
    assert outcomes(batch)[0][1] == "in"


def test_a_damaged_original_is_refused_with_a_next_step(oak):
    batch = commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1)
    files.path_of(batch.uploads.get().sha256).write_bytes(b"Else.")
    jobs.run_waiting()
    assert "bring the file in again" in outcomes(batch)[0][2]


def test_only_the_sender_and_the_leads_see_a_batch(oak):
    batch = bring_in(oak, ("secret name.txt", b"One."))
    with pytest.raises(NotHere):
        queries.batch(oak.seat(Role.AGENCY_CONTACT), batch.number)
    theirs = bring_in(oak, ("theirs.txt", b"Two."), role=Role.AGENCY_CONTACT)
    assert queries.batch(oak.seat(), theirs.number).settled == 1
    assert queries.batch(oak.seat(Role.AGENCY_CONTACT), theirs.number).settled == 1


def test_bytes_of_refused_files_go_and_those_of_sources_stay(oak):
    source = record(oak)
    bring_in(oak, ("c.docx", b"PK\x03\x04 broken"))
    kept = list(files.store().glob("??/*"))
    assert len(kept) == 2
    assert files.forget_unused() == 0
    for path in kept:
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert files.forget_unused() == 1
    assert files.fetch(source.current.original_sha256) == WORDS.encode()


def test_an_account_left_marked_as_records_is_asked_about_before_others_read_it(oak):
    place = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP)
    with pytest.raises(Refused, match="Records are nobody's account"):
        bring_in(oak, ("talk.txt", b"I saw her twice."), participation=place.number, agency=1)
    assert not Source.objects.exists() and not Batch.objects.exists()
