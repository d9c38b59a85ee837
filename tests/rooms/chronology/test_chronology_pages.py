"""The pages of the chronology room: what they show, to whom, how fast, and what comes back when refused."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.chronology.models import Entry, Import
from tests.factories.chronology import TABLE, brought, by_hand, confirmed

PAGES = (
    "chronologies/", "chronologies/new/", "chronologies/entries/new/", "strands/",
    "chronologies/imports/1/columns/", "chronologies/imports/1/rows/", "chronologies/imports/1/done/",
    "chronologies/entries/1/",
)  # fmt: skip


@pytest.fixture
def lead(oak, client):
    client.force_login(oak.person(Role.LEAD))
    return client


def at(oak, page):
    return f"/reviews/{oak.ref}/{page}"


def test_a_file_goes_through_its_four_steps(oak, lead):
    sent = SimpleUploadedFile("log.csv", TABLE.encode())
    answer = lead.post(at(oak, "chronologies/new/"), {"file": sent, "agency": "1"})
    columns = at(oak, "chronologies/imports/1/columns/")
    assert answer["Location"] == columns
    assert "being read" in lead.get(columns).content.decode()
    jobs.run_waiting()
    page = lead.get(columns).content.decode()
    assert "Are these the right columns?" in page and "Bring in 3 and check 2" in page
    assert "03/04/2024" in page and "September has 30 days" in page
    chosen = {
        f"column_{n}": name for n, name in enumerate(("date", "time", "event", "present", "action", "ignore"))
    }
    preview = lead.post(f"{columns}matching/", {**chosen, "order": "DMY"})
    assert preview["Location"] == f"{columns}#coming"
    assert not Entry.objects.exists()
    rows = lead.post(columns, {**chosen, "order": "DMY"})["Location"]
    assert rows == at(oak, "chronologies/imports/1/rows/")
    page = lead.get(rows).content.decode()
    assert "Rows to check: 2" in page and "31/09/24" in page
    assert lead.post(f"{rows}4/correction/", {"date": "30/09/24"})["Location"] == rows
    last = lead.post(f"{rows}7/leaving-out/", {"reason": "Nothing was recorded."})["Location"]
    assert last == at(oak, "chronologies/imports/1/done/")
    page = lead.get(last).content.decode()
    assert "Nothing was recorded." in page and "4</dd>" in page
    assert lead.post(at(oak, "chronologies/imports/1/undoing/")).status_code == 302
    assert "This import was undone" in lead.get(last).content.decode()
    assert not Entry.objects.filter(removed_at=None).exists()


def test_a_file_that_cannot_be_read_says_so_and_offers_the_way_on(oak, lead):
    brought(oak, b"%PDF-1.7", name="report.csv")
    page = lead.get(at(oak, "chronologies/imports/1/columns/")).content.decode()
    assert "not a table" in page and "Bring in another file" in page


def test_what_was_typed_comes_back_with_the_refusal_in_its_own_row(oak, lead):
    confirmed(oak)
    rows = at(oak, "chronologies/imports/1/rows/")
    answer = lead.post(f"{rows}4/correction/", {"date": "32 May 2024", "reason": "The diary says so"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="correct_date" name="date" value="32 May 2024"' in page and "The diary says so" in page
    assert page.count('id="correct_date"') == 1 and 'href="#correct_date"' in page
    answer = lead.post(f"{rows}7/undated/", {"reason": "Lost"})
    assert answer.status_code == 422 and 'value="Lost"' in answer.content.decode()
    assert lead.post(f"{rows}7/leaving-out/", {"reason": ""}).status_code == 422
    assert Entry.objects.count() == 3


def test_chosen_columns_come_back_when_they_cannot_make_entries(oak, lead):
    brought(oak)
    columns = at(oak, "chronologies/imports/1/columns/")
    chosen = {f"column_{n}": "analysis" for n in range(6)}
    answer = lead.post(columns, {**chosen, "order": "DMY"})
    assert answer.status_code == 422
    assert answer.content.decode().count('value="analysis" selected') == 6


def test_an_entry_shows_as_recorded_beside_as_read_and_is_corrected_with_history(oak, lead):
    confirmed(oak)
    address = at(oak, "chronologies/entries/2/")
    page = lead.get(address).content.decode()
    assert "w/c 13 May 2024" in page and "Week of 13 May 2024" in page
    assert page.index("Keys were returned") < page.index("own analysis") < page.index("hard to engage")
    form = {
        "date": "w/c 13 May 2024",
        "event": "Keys were left at the desk.",
        "reason": "Read again",
        "based_on": "1",
    }
    assert lead.post(address, form).status_code == 302
    page = lead.get(address).content.decode()
    assert "Keys were left at the desk." in page and "Keys were returned" in page and "Read again" in page
    entry = Entry.objects.get(number=2)
    assert (entry.date_precision, entry.date_recorded) == ("week", "w/c 13 May 2024")
    answer = lead.post(address, {**form, "event": "Keys were handed over."})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Keys were handed over." in page and "Keys were left at the desk." in page


def test_an_entry_is_added_by_hand_once_however_often_it_is_sent(oak, lead):
    form = {"agency": "1", "date": "early July 2024", "event": "A neighbour rang."}
    for _ in range(2):
        assert lead.post(at(oak, "chronologies/entries/new/"), form)["Location"].endswith("/entries/1/")
    assert Entry.objects.count() == 1
    answer = lead.post(at(oak, "chronologies/entries/new/"), {**form, "date": "30/02/2024"})
    assert answer.status_code == 422 and "30/02/2024" in answer.content.decode()


def test_the_strands_draw_doubt_gaps_and_crowds_and_say_the_same_in_the_table(oak, lead):
    table = "Date,What happened\n" + "".join(f"0{d}/03/2024,Visit number {d} was made\n" for d in range(1, 9))
    confirmed(oak, table + "summer 2024,Something happened that summer\n1/12/2024,A letter was sent out\n")
    by_hand(oak, "Nobody knows when.", "", undated=True, agency=2)
    page = lead.get(at(oak, "strands/")).content.decode()
    assert page.count('stroke-dasharray="3 2"') == 2  # the lozenge and the one in the key
    assert "Nothing recorded, 12 weeks" in page
    assert "entries</title>" in page
    assert "1 entry has no date" in page and "Something happened that summer" in page
    narrow = lead.get(at(oak, "strands/?agency=2")).content.decode()
    assert "Nobody knows when." in narrow and "Visit number 1 " not in narrow
    part = lead.get(at(oak, "strands/?from=4+March+2024&until=6/3/2024")).content.decode()
    assert "Visit number 5" in part and "Visit number 8" not in part
    odd = lead.get(at(oak, "strands/?from=soon&agency=x&page=99&zoom=q")).content.decode()
    assert "could not read “soon”" in odd and "Visit number 1 " in odd


def test_an_agency_contact_sees_their_own_strand_only(oak, client):
    confirmed(oak)
    by_hand(oak, "Health visitor weighed the baby.", agency=oak.agency("Health visiting").number)
    client.force_login(oak.person(Role.AGENCY_CONTACT))
    for page in ("strands/", "chronologies/"):
        text = client.get(at(oak, page)).content.decode()
        assert "weighed" not in text and "Health visiting" not in text
    assert client.get(at(oak, "chronologies/entries/4/")).status_code == 404
    assert client.get(at(oak, "chronologies/entries/1/")).status_code == 200
    assert client.post(at(oak, "chronologies/entries/4/removal/"), {"reason": "x"}).status_code == 404


def test_a_team_member_reads_but_changes_nothing(oak, client):
    confirmed(oak)
    client.force_login(oak.person(Role.TEAM))
    assert client.get(at(oak, "chronologies/imports/1/rows/")).status_code == 200
    assert "Bring it in like this" not in client.get(at(oak, "chronologies/imports/1/rows/")).content.decode()
    assert client.post(at(oak, "chronologies/imports/1/rows/4/correction/"), {"date": "x"}).status_code == 404
    assert client.get(at(oak, "chronologies/new/")).status_code == 404


def test_the_file_comes_back_byte_for_byte_and_never_inline(oak, lead):
    brought(oak)
    answer = lead.get(at(oak, "chronologies/imports/1/original/"))
    assert b"".join(answer.streaming_content) == TABLE.encode()
    assert answer["Content-Disposition"].startswith("attachment")


def test_nobody_from_another_review_gets_in(oak, elm, client):
    confirmed(oak)
    client.force_login(elm.person(Role.LEAD))
    for page in PAGES:
        assert client.get(at(oak, page)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_ask_the_database_a_fixed_number_of_times(oak, lead, count, django_assert_max_num_queries):
    for number in range(count):
        confirmed(oak, TABLE + f"1 May 2024,,Extra {number},,,\n", name=f"log {number}.csv")
    for page in PAGES:
        with django_assert_max_num_queries(12, info=page):
            assert lead.get(at(oak, page)).status_code == 200, page


def test_a_thousand_entries_are_drawn_without_a_stutter(oak, lead):
    lines = (f"{1 + n % 28}/{1 + n % 12}/202{n % 4},Event number {n} in the long record\n" for n in range(1000))
    confirmed(oak, "Date,What happened\n" + "".join(lines))
    jobs.run_waiting()
    assert Import.objects.get().state == "done"
    lead.get(at(oak, "strands/"))
    took = []
    for _ in range(5):
        begun = time.perf_counter()
        assert lead.get(at(oak, "strands/")).status_code == 200
        took.append(time.perf_counter() - begun)
    assert sorted(took)[2] < 0.5  # a stutter, not a benchmark
