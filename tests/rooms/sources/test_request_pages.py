"""Pages of requests for records, as people of different roles meet them, and the files they save."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from casement.desk.home import home_page
from casement.desk.where import where_page
from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews import queries as reviews
from casement.rooms.sources import commands
from casement.rooms.sources.models import RecordRequest
from tests.factories.requests import asked
from tests.factories.sources import record

DAY = timedelta(days=1)


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def at(cast, rest=""):
    return f"/reviews/{cast.ref}/requests/{rest}"


def text(answer):
    return answer.content.decode()


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def test_an_empty_list_says_what_to_do_next_to_each(oak, client):
    client.force_login(oak.person(Role.LEAD))
    assert "No agency has been asked yet" in text(client.get(at(oak))) and at(oak, "new/") in text(
        client.get(at(oak))
    )
    client.force_login(oak.person(Role.AGENCY_CONTACT))
    told = text(client.get(at(oak)))
    assert "Nothing has been asked of your agency yet" in told and at(oak, "new/") not in told


def test_a_request_is_asked_and_its_letter_is_offered(oak, lead):
    sent = {
        "agency": "1",
        "kinds": "Call log\nNotes of 3 May",
        "reason": "To see who was told.",
        "power": "ca2014_s45",
    }
    answer = lead.post(at(oak, "new/"), sent | day("wanted_by", today() + 14 * DAY), follow=True)
    told = text(answer)
    assert "Nothing was sent: print or save the letter" in told and "Care Act 2014, section 45 (England)" in told
    assert "<li>Notes of 3 May</li>" in told
    assert RecordRequest.objects.get().wanted_by == today() + 14 * DAY


def test_what_was_typed_comes_back_with_one_sentence_for_each_thing(oak, lead):
    sent = {"agency": "1", "kinds": "The quiet log", "power": "other", "wanted_by_day": "31", "wanted_by_month": "2",
            "wanted_by_year": "2026"}  # fmt: skip
    answer = lead.post(at(oak, "new/"), sent)
    told = text(answer)
    assert answer.status_code == 422 and not RecordRequest.objects.exists()
    assert "Say why these records are needed." in told and "This is not a day of the calendar." in told
    assert "The quiet log" in told and 'value="31"' in told


def test_the_contact_promises_sends_files_and_says_what_is_not_held(oak, client):
    asked(oak)
    client.force_login(oak.person(Role.AGENCY_CONTACT))
    told = text(client.get(at(oak, "1/")))
    assert "Say when they will come" in told and "Chase it" not in told and "Close or withdraw" not in told
    client.post(at(oak, "1/promise/"), day("promised_for", today() + DAY))
    page = text(client.get(f"/reviews/{oak.ref}/sources/new/?request=1"))
    assert '<option value="1" selected>Police: request 1, Call log.</option>' in page
    paper = SimpleUploadedFile("log.txt", b"A call at nine.")
    client.post(f"/reviews/{oak.ref}/sources/new/", {"files": [paper], "agency": "1", "request": "1"})
    jobs.run_waiting()
    client.post(at(oak, "1/gap/"), {"what": "The tape", "why": "destroyed", "whole": "on"})
    told = text(client.get(at(oak, "1/")))
    assert "<strong>Received.</strong>" in told and "Destroyed: The tape" in told and "log" in told


def test_a_promise_without_a_day_is_refused_in_a_sentence(oak, lead):
    asked(oak)
    answer = lead.post(at(oak, "1/promise/"), {"note": "By telephone"})
    assert answer.status_code == 422
    assert "Write the day that is promised." in text(answer) and "By telephone" in text(answer)


def test_what_the_days_say_is_said_of_days_and_never_of_an_agency(oak, lead):
    asked(oak, asked_on=today() - 9 * DAY)
    commands.promise_records(oak.seat(), number=1, promised_for=today() - 3 * DAY, on=today() - 8 * DAY)
    commands.chase_request(oak.seat(), number=1, note="Rang.")
    for page in (at(oak), at(oak, "1/")):
        told = text(lead.get(page))
        assert "3 days ago. Still to come." in told
        assert not any(word in told.casefold() for word in ("failing", "overdue", "failed", "breach", "poor"))
    assert "If no answer comes" in text(lead.get(at(oak, "1/")))
    assert "Chased once" in text(lead.get(at(oak)))


def test_something_is_taken_back_and_a_closed_request_offers_only_to_open_it(oak, lead):
    asked(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    told = text(lead.post(at(oak, "1/events/1/taking-back/"), follow=True))
    assert "It is taken back" in told and "as noted by mistake" in told
    lead.post(at(oak, "1/ending/"), {"how": "closed", "reason": "Enough."})
    told = text(lead.get(at(oak, "1/")))
    assert "Open it again" in told and "Chase it" not in told
    assert "This request is over." in text(lead.get(at(oak, "1/gap/")))
    lead.post(at(oak, "1/reopening/"), {"reason": "More is needed."})
    assert "Chase it" in text(lead.get(at(oak, "1/")))


def test_the_list_narrows_and_ignores_odd_values(oak, lead):
    asked(oak, kinds="Police things")
    asked(oak, agency="Health visiting", kinds="Visiting things")
    told = text(lead.get(at(oak, "?agency=2")))
    assert "Visiting things" in told and "Police things" not in told
    assert "Nothing here matches" in text(lead.get(at(oak, "?show=done")))
    assert lead.get(at(oak, "?agency=x'&show=password&page=-3")).status_code == 200


@pytest.mark.parametrize("page", ["", "1/", "1/receipt/", "new/"])
def test_the_pages_ask_a_fixed_number_of_times(oak, lead, page, django_assert_max_num_queries):
    for number in range(3):
        asked(oak, agency="Health visiting" if number else "Police")
        source = record(oak, f"Text {number}.", name=f"{number}.txt")
        commands.receive_records(oak.seat(), number=1, sources=[source.number])
        with django_assert_max_num_queries(12):
            assert lead.get(at(oak, page)).status_code == 200


def test_the_letter_is_the_same_on_the_page_and_in_the_file(oak, lead):
    asked(oak, kinds="Call log\n=cmd()", about="Wren", period="March 2023")
    page = text(lead.get(at(oak, "1/letter/")))
    answer = lead.get(at(oak, "1/letter.docx"))
    assert 'filename="request-1.docx"' in answer["Content-Disposition"]
    words = [one.text for one in Document(io.BytesIO(b"".join(answer.streaming_content))).paragraphs]
    for line in ("Call log", "To see who was told.", "Children Act 2004, section 16H (England)."):
        assert line in words and line in page
    assert "To: Records Manager, Police" in words and any("Whose records: Wren." in line for line in words)


def test_the_tracker_as_files_holds_what_this_person_may_see_and_runs_nothing(oak, client):
    record(oak)
    asked(oak, kinds="=HYPERLINK(1)", reason="+1")
    asked(oak, agency="Health visiting", kinds="Theirs")
    commands.receive_records(oak.seat(), number=1, sources=[1])
    commands.note_gap(oak.seat(), number=1, what="@SUM(A1)", why="withheld")

    def rows(role):
        client.force_login(oak.person(role))
        content = b"".join(client.get(at(oak, "tracker.csv")).streaming_content).decode("utf-8-sig")
        return list(csv.reader(io.StringIO(content)))[1:]

    assert [row[1] for row in rows(Role.LEAD)] == ["Police", "Health visiting"]
    (only,) = rows(Role.AGENCY_CONTACT)
    assert only[3] == "'=HYPERLINK(1)" and only[13] == "Source 1 visit" and only[14] == "Withheld: @SUM(A1)"
    assert rows(Role.BUSINESS)[0][13] == "Source 1" and rows(Role.ACCOUNTABLE)[0][13] == ""
    book = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(at(oak, "tracker.xlsx")).streaming_content)))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_looking_at_a_request_its_letter_and_the_tracker_is_noted(oak, lead):
    asked(oak)
    for page, kind in (("1/", "recordrequest"), ("1/letter.docx", "recordrequest"), ("tracker.csv", "tracker")):
        lead.get(at(oak, page))
        last = LedgerEntry.objects.order_by("-seq").first()
        assert (last.action, last.outcome, last.kind) == ("requests.read", "seen", kind)


def home(cast, role):
    told = home_page(reviews.seat_of(cast.person(role).pk, None))
    return [need.obstacle for need in (told.next, *told.waiting) if need]


@pytest.mark.parametrize("role", [Role.LEAD, Role.BUSINESS, Role.AGENCY_CONTACT])
def test_home_says_that_a_promised_day_has_come(oak, role):
    asked(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    found = [one for one in home(oak, role) if "the promised day has come" in one.title]
    assert [one.go.href for one in found] == [at(oak, "1/")]
    assert any("promised day" in one.title for one in where_page(oak.seat(role)).obstacles)


@pytest.mark.parametrize("role", [Role.TEAM, Role.ACCOUNTABLE])
def test_home_does_not_ask_those_who_cannot_act(oak, role):
    asked(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    assert not [one for one in home(oak, role) if "request" in one.title]


def test_home_asks_a_contact_about_their_own_agency_at_once_and_a_lead_once_the_day_is_over(oak):
    asked(oak, asked_on=today() - 9 * DAY, wanted_by=today() + DAY)
    asked(oak, agency="Health visiting", asked_on=today() - 9 * DAY, wanted_by=today() - DAY)
    (own,) = [one for one in home(oak, Role.AGENCY_CONTACT) if "no answer yet" in one.title]
    assert own.title.startswith("1 request") and "Health" not in own.detail
    (late,) = [one for one in home(oak, Role.LEAD) if "no answer yet" in one.title]
    assert late.title.startswith("1 request") and "Health visiting, request 2" in late.detail
