"""Pages of the sources room, as people of every role meet them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import Job, LedgerEntry
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands
from casement.rooms.sources.models import Batch, Source, Upload, Withdrawal
from tests.factories.sources import WORDS, account, bring_in, record


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def at(cast, rest=""):
    return f"/reviews/{cast.ref}/sources/{rest}"


def text(answer):
    return answer.content.decode()


def paper(name="visit.txt", words=WORDS):
    return SimpleUploadedFile(name, words.encode())


def test_an_empty_review_says_what_belongs_here(oak, lead):
    said = text(lead.get(at(oak)))
    assert "Records and conversations count alike. Add either." in said
    assert at(oak, "new/") in said


def test_files_are_added_read_and_told_of(oak, lead):
    answer = lead.post(
        at(oak, "new/"),
        {"files": [paper(), paper("late.txt", "")], "agency": "1", "date": "May 2024", "sent_key": "k"},
    )
    assert answer.status_code == 302
    waiting = text(lead.get(answer["Location"]))
    assert "2 files: 1 refused, 1 not read yet." in waiting
    assert 'hx-trigger="every 2s"' in waiting
    jobs.run_waiting()
    done = text(lead.get(answer["Location"]))
    assert "2 files: 1 came in, 1 refused." in done
    assert "hx-trigger" not in done
    assert "This file is empty" in done
    assert "visit.txt" in done and at(oak, "1/") in done
    assert Source.objects.get().date_edtf == "2024-05"


def test_what_was_typed_comes_back_and_the_files_are_asked_for_again(oak, lead):
    answer = lead.post(at(oak, "new/"), {"files": [paper()], "agency": "", "date": "early July 2024"})
    said = text(answer)
    assert answer.status_code == 422
    assert "Choose the agency these records come from." in said
    assert "Choose the files again as well" in said
    assert "early July 2024" in said
    assert Batch.objects.count() == 0


def test_no_file_chosen_is_said_once(oak, lead):
    said = text(lead.post(at(oak, "new/"), {"agency": "1"}))
    assert "Choose at least one file." in said
    assert "Choose the files again" not in said


def test_before_the_data_protection_step_there_is_no_form(oak, lead):
    oak.review.dpia_reference = ""
    oak.review.save()
    said = text(lead.get(at(oak, "new/")))
    assert "may not hold records" in said
    assert 'type="file"' not in said
    assert lead.post(at(oak, "new/"), {"files": [paper()], "agency": "1"}).status_code == 422


def test_an_agency_is_offered_nothing_but_itself(oak, client):
    client.force_login(oak.person(Role.AGENCY_CONTACT))
    said = text(client.get(at(oak, "new/")))
    assert "Police" in said
    assert "Health visiting" not in said
    assert "Case group member A" not in said
    assert "Lead reviewers only" not in said


def test_hostile_names_are_shown_as_text_and_break_no_header(oak, lead):
    lead.post(at(oak, "new/"), {"files": [paper('<b>"x"\u202e.txt', "One.")], "agency": "1"})
    jobs.run_waiting()
    said = text(lead.get(at(oak, "1/about/")))
    assert "<b>" not in said
    bring_in(oak, ("a\r\nSet-Cookie: x=1\u202egpj.txt", b"Two."))
    answer = lead.get(at(oak, "2/original/"))
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "\n" not in answer["Content-Disposition"] and "Set-Cookie" not in answer.headers
    assert b"".join(answer.streaming_content) == b"Two."
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_list_narrows_by_kind_and_agency(oak, lead):
    record(oak)
    record(oak, text="Other words.", agency=2, name="clinic.txt")
    account(oak, title="What the officer saw")
    everything = text(lead.get(at(oak)))
    assert all(words in everything for words in ("visit", "clinic", "What the officer saw"))
    records = text(lead.get(at(oak, "?kind=record&agency=2")))
    assert "clinic" in records and "What the officer saw" not in records
    assert "Nothing here matches" in text(lead.get(at(oak, "?kind=family")))
    assert lead.get(at(oak, "?kind=x'&agency=9999999999999&page=-4&order=password")).status_code == 200


def test_what_was_left_out_is_said_first(oak, lead):
    page = b"<html><body><p>Words.</p><img src='x.png'></body></html>"
    source = bring_in(oak, ("page.html", page)).uploads.get().source
    assert source.current.dropped
    said = text(lead.get(at(oak, "1/about/")))
    assert source.current.dropped[0] in said
    assert said.index("What was left out") < said.index("Download the original")


def test_the_facts_are_put_right_and_the_history_says_so(oak, lead):
    record(oak)
    form = {"title": "Log of visits", "agency": "2", "date": "31/06/24", "access": "leads", "based_on": "1"}
    answer = lead.post(at(oak, "1/facts/"), form)
    assert answer.status_code == 302
    said = text(lead.get(answer["Location"]))
    assert "Log of visits" in said and "Health visiting" in said
    assert "June has 30 days" in said
    assert "Before: visit" in said


def test_the_second_of_two_corrections_sees_both(oak, lead):
    record(oak)
    commands.edit_source(oak.seat(), number=1, title="Theirs", based_on=1)
    answer = lead.post(at(oak, "1/facts/"), {"title": "Mine", "agency": "1", "based_on": "1"})
    said = text(answer)
    assert answer.status_code == 409
    assert "Title: Theirs" in said and "Title: Mine" in said
    assert 'name="based_on" value="2"' in said
    again = lead.post(at(oak, "1/facts/"), {"title": "Mine", "agency": "1", "based_on": "2"})
    assert again.status_code == 302
    assert Source.objects.get().title == "Mine"


def test_a_source_is_taken_out_and_brought_back(oak, lead):
    record(oak)
    assert "Nothing rests on it yet." in text(lead.get(at(oak, "1/withdrawal/")))
    assert lead.post(at(oak, "1/withdrawal/"), {"reason": " "}).status_code == 422
    assert lead.post(at(oak, "1/withdrawal/"), {"reason": "Wrong family."}).status_code == 302
    assert lead.get(at(oak, "1/about/")).status_code == 404
    assert "Wrong family." in text(lead.get(at(oak)))
    assert lead.post(at(oak, "1/restoration/")).status_code == 302
    assert not Withdrawal.objects.exists()
    assert "Wrong family." in text(lead.get(at(oak, "1/about/")))


def test_bringing_back_a_file_that_came_in_again_is_refused(oak, lead):
    record(oak)
    commands.withdraw_source(oak.seat(), number=1, reason="Wrong.")
    record(oak)
    answer = lead.post(at(oak, "1/restoration/"))
    assert answer.status_code == 422
    assert "come in again as source 2" in text(answer)


def test_a_stopped_batch_offers_to_go_on(oak, lead):
    commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1)
    Job.objects.update(state="failed")
    said = text(lead.get(at(oak, "batches/1/")))
    assert "The reading stopped" in said and "hx-trigger" not in said
    assert lead.post(at(oak, "batches/1/reading/")).status_code == 302
    jobs.run_waiting()
    assert "1 file: 1 came in." in text(lead.get(at(oak, "batches/1/")))


def test_looking_at_a_source_or_at_what_became_of_files_is_noted(oak, lead):
    record(oak)
    before = LedgerEntry.objects.count()
    lead.get(at(oak, "batches/1/"))
    assert LedgerEntry.objects.count() == before + 1
    lead.get(at(oak, "1/about/"))
    lead.get(at(oak, "1/original/"))
    seen = LedgerEntry.objects.filter(outcome="seen", kind="source", number=1)
    assert list(seen.values_list("action", flat=True)) == ["sources.read", "sources.original"]


SEES = {
    Role.LEAD: {"record", "account", "family", "leads"},
    Role.TEAM: {"record"},
    Role.AGENCY_CONTACT: {"record"},
    Role.CASE_GROUP: {"account"},
    Role.FAMILY: {"family"},
}


@pytest.fixture
def furnished(oak):
    record(oak, name="Canaryrecord.txt")
    record(oak, text="Other.", name="Canaryleads.txt", access="leads")
    account(oak, title="Canaryaccount")
    account(oak, Role.FAMILY, title="Canaryfamily")
    return oak


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_the_matrix_lets_it_see(furnished, client, role):
    client.force_login(furnished.person(role))
    answer = client.get(at(furnished))
    said = text(answer) if answer.status_code == 200 else ""
    seen = {name for name in ("record", "account", "family", "leads") if f"Canary{name}" in said}
    assert seen == SEES.get(role, set())
    for number, name in ((1, "record"), (2, "leads"), (3, "account"), (4, "family")):
        for page in ("about/", "original/"):
            status = client.get(at(furnished, f"{number}/{page}")).status_code
            may = name in seen and not (page == "original/" and name in ("account", "family"))
            assert (status == 200) == may, (role, name, page)
            assert status in (200, 404)


def test_the_board_office_knows_that_papers_exist_and_no_more(furnished, client):
    client.force_login(furnished.person(Role.BUSINESS))
    said = text(client.get(at(furnished)))
    assert said.count('<th scope="row">') == 3
    assert "Canary" not in said and "Case group member A" not in said


@pytest.mark.parametrize("rest", ["", "new/", "batches/1/", "1/about/", "1/original/", "1/facts/", "1/withdrawal/"])
def test_another_reviews_people_find_nothing(furnished, elm, client, rest):
    client.force_login(elm.person(Role.LEAD))
    assert client.get(at(furnished, rest)).status_code == 404


def test_a_contact_of_another_agency_sees_nothing_of_it(furnished, client):
    Participation.objects.filter(person=furnished.person(Role.AGENCY_CONTACT)).update(
        agency=furnished.agency("Health visiting")
    )
    client.force_login(furnished.person(Role.AGENCY_CONTACT))
    assert "Canary" not in text(client.get(at(furnished)))
    assert client.get(at(furnished, "1/about/")).status_code == 404


@pytest.mark.parametrize("rest", ["", "new/", "batches/1/", "1/about/", "1/facts/", "1/withdrawal/"])
def test_pages_ask_the_database_as_often_for_three_things_as_for_one(oak, lead, rest):
    def asked():
        with CaptureQueriesContext(connection) as told:
            assert lead.get(at(oak, rest)).status_code == 200
        return [one["sql"] for one in told if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]

    batch = bring_in(oak, ("0.txt", b"Paper 0."))
    commands.edit_source(oak.seat(), number=1, title="Title 1")
    one = asked()
    bring_in(oak, ("1.txt", b"Paper 1."), ("2.txt", b"Paper 2."))
    Upload.objects.exclude(batch=batch).update(batch=batch, position=F("position") + 1)
    for number in (2, 3):
        commands.edit_source(oak.seat(), number=1, title=f"Title {number}")
    three = asked()
    assert len(one) == len(three) <= 12, "\n".join(three)
