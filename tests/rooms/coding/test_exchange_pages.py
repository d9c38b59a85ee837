"""The pages of exchange and the command line: what each person finds there, and how no is said."""

import json
from html import unescape

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.rooms.coding.cli import coding as command
from casement.rooms.coding.models import Code, Exchange, Mark
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source
from tests.factories.exchange import bring_in, send
from tests.factories.sources import record
from tests.house.addresses import body
from tests.rooms.coding.made_projects import USERS, codes, coding, document, g, selection, text, zipped
from tests.rooms.coding.test_exchange_in import rich


def small() -> bytes:
    inner = USERS + codes("Ringing") + f"<Sources>{text(10, selection(11, 0, 6, coding(12)))}</Sources>"
    return zipped(document(inner), {f"{g(10)}.txt": b"Nobody rang back."})


def browser(oak, role: Role = Role.LEAD) -> Client:
    client = Client()
    client.force_login(oak.person(role))
    return client


def sent(data: bytes, name: str = "project.qdpx", **more):
    return {"file": SimpleUploadedFile(name, data), "what": "project", "kind": "record", "agency": "1", **more}


def words(answer) -> str:
    return unescape(answer.content.decode())


def test_a_file_is_sent_worked_on_and_reported(oak):
    client = browser(oak)
    data = small()
    answer = client.post(f"/reviews/{oak.ref}/exchange/", sent(data))
    assert answer.status_code == 302 and answer["Location"] == f"/reviews/{oak.ref}/exchange/1/"
    waiting = client.get(answer["Location"])
    assert "at work" in words(waiting) and "progress/" in words(waiting)
    jobs.run_waiting()
    assert "See what came of it" in words(client.get(f"/reviews/{oak.ref}/exchange/1/progress/"))
    told = words(client.get(answer["Location"]))
    for expected in (
        "Came in as it is",
        "Ringing",
        "Nobody",
        "Ann",
        "keeps to the published schema",
        "Item by item",
    ):
        assert expected in told or expected == "Nobody"
    mark = Mark.objects.get()
    assert f"/reviews/{oak.ref}/marks/{mark.number}/" in told
    assert "Ann" in words(client.get(f"/reviews/{oak.ref}/marks/{mark.number}/"))
    assert LedgerEntry.objects.filter(kind="exchange", outcome="seen", number=1).count() == 2
    assert body(client.get(f"/reviews/{oak.ref}/exchange/1/file/")) == data


def test_the_report_can_be_narrowed_and_saved_as_a_table(oak):
    bring_in(oak, rich(), counting="standard")
    client = browser(oak)
    adapted = words(client.get(f"/reviews/{oak.ref}/exchange/1/?outcome=adapted"))
    assert "Casement has no groups" in adapted and "No account was made" not in adapted
    table = client.get(f"/reviews/{oak.ref}/exchange/1/report.csv")
    rows = body(table).decode("utf-8-sig").splitlines()
    assert rows[0].startswith('"Kind","Name","Outcome"') and len(rows) > Exchange.objects.get().items.count()


def test_names_from_a_file_cannot_become_formulas_or_markup(oak):
    inner = USERS + codes("=HYPERLINK(1)", "&lt;script&gt;x&lt;/script&gt;")
    bring_in(oak, document(inner), name="p.qde")
    client = browser(oak)
    assert '"\'=HYPERLINK(1)"' in body(client.get(f"/reviews/{oak.ref}/exchange/1/report.csv")).decode()
    assert b"<script>x" not in client.get(f"/reviews/{oak.ref}/exchange/1/").content


def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(oak):
    client = browser(oak)
    for post, sentence in (
        ({"what": "project", "kind": "record", "agency": "1"}, "Choose a file."),
        (sent(b""), "This file is empty"),
        (sent(small(), agency=""), "Choose the agency these records come from."),
        (sent(small(), agency="99"), "Choose an agency of this review."),
        (sent(small(), kind="conversation"), "Choose whose account this is."),
    ):
        answer = client.post(f"/reviews/{oak.ref}/exchange/", post)
        assert answer.status_code == 422 and sentence in words(answer), sentence
    assert not Exchange.objects.exists()


def test_a_review_that_may_hold_nothing_takes_no_project(oak):
    oak.review.dpia_reference = ""
    oak.review.save()
    client = browser(oak)
    assert "data protection assessment" in words(client.get(f"/reviews/{oak.ref}/exchange/"))
    answer = client.post(f"/reviews/{oak.ref}/exchange/", sent(small()))
    assert answer.status_code == 422 and not Exchange.objects.exists()


def test_a_hostile_file_ends_in_one_sentence_on_the_page(oak):
    client = browser(oak)
    client.post(f"/reviews/{oak.ref}/exchange/", sent(zipped(document(""), {"../../x.txt": b"x"})))
    jobs.run_waiting()
    told = words(client.get(f"/reviews/{oak.ref}/exchange/1/"))
    assert "names a file outside itself" in told and "Item by item" not in told
    assert not Source.objects.exists()


def test_a_team_member_sees_their_own_exchanges_only(oak):
    record(oak, text="Kept apart.", name="kept.txt", access="leads")
    send(oak)
    send(oak, role=Role.TEAM)
    team = browser(oak, Role.TEAM)
    listed = words(team.get(f"/reviews/{oak.ref}/exchange/"))
    assert "/exchange/2/" in listed and "/exchange/1/" not in listed
    for address in ("exchange/1/", "exchange/1/file/", "exchange/1/report.csv", "exchange/1/progress/"):
        assert team.get(f"/reviews/{oak.ref}/{address}").status_code == 404
    assert browser(oak).get(f"/reviews/{oak.ref}/exchange/2/").status_code == 200


def test_a_lead_who_is_one_no_longer_does_not_see_what_they_made_as_one(oak):
    send(oak)
    Participation.objects.filter(person=oak.person(Role.LEAD)).update(role=Role.TEAM)
    assert browser(oak).get(f"/reviews/{oak.ref}/exchange/1/file/").status_code == 404


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.CASE_GROUP, Role.AGENCY_CONTACT, Role.ADMIN, Role.FAMILY])
def test_others_find_nothing(oak, role):
    send(oak)
    client = browser(oak, role)
    assert client.get(f"/reviews/{oak.ref}/exchange/").status_code == 404
    assert (
        client.post(f"/reviews/{oak.ref}/exchange/out/", {"what": "project", "target": "standard"}).status_code
        == 404
    )


def test_a_code_that_only_holds_others_is_not_offered_and_not_taken(oak):
    inner = f'<CodeBook><Codes><Code guid="{g(1)}" name="Home" isCodable="false"><Code guid="{g(2)}" name="Visits" isCodable="true"/></Code></Codes></CodeBook>'
    bring_in(oak, document(inner), name="p.qde")
    record(oak, text="Nobody rang back.")
    client = browser(oak)
    told = words(client.get(f"/reviews/{oak.ref}/codes/"))
    assert "Only holds other codes" in told and "under Home" in told
    head = Code.objects.get(label="Home").number
    assert f'value="open:{head}"' not in words(client.get(f"/reviews/{oak.ref}/sources/1/"))
    answer = client.post(
        f"/reviews/{oak.ref}/sources/1/", {"paragraph": 1, "words": "Nobody", "code": f"open:{head}"}
    )
    assert answer.status_code == 422 and "only holds others" in words(answer)


def ask(*args: str):
    return CliRunner().invoke(command, list(args))


def test_the_command_line_does_the_same(oak, elm, tmp_path):
    file = tmp_path / "small.qdpx"
    file.write_bytes(small())
    who = ("--as", oak.person(Role.LEAD).email, "--review", oak.ref)
    told = ask("import-project", str(file), "--agency", "police", *who)
    assert told.exit_code == 0 and "Came in as it is" in told.output, told.output
    out = tmp_path / "out.qdpx"
    assert ask("export-project", "--out", str(out), "--for", "nvivo", *who).exit_code == 0
    assert ask("export-project", "--out", str(out), *who).exit_code == 1  # never over a file that is there
    bare = tmp_path / "out.qde"
    assert ask("export-project", "--out", str(bare), "--bare", *who).exit_code == 0
    book = tmp_path / "out.qdc"
    assert ask("export-codebook", "--out", str(book), *who).exit_code == 0
    there = ("--as", elm.person(Role.LEAD).email, "--review", elm.ref)
    assert ask("import-codebook", str(book), *there).exit_code == 0
    assert ask("import-project", str(bare), "--agency", "1", *there).exit_code == 0
    assert Mark.objects.get(review=elm.review).excerpt.quote == "Nobody"
    report = json.loads(ask("report", "1", "--json", *who).output)
    assert {item["outcome"] for item in report["items"]} == {"kept"}
    stranger = ask("report", "1", "--as", oak.person(Role.ADMIN).email, "--review", oak.ref)
    assert stranger.exit_code == 4


def test_the_command_line_refuses_in_one_sentence(oak, tmp_path):
    file = tmp_path / "x.qdpx"
    file.write_bytes(b"not a project")
    told = ask(
        "import-project", str(file), "--agency", "1", "--as", oak.person(Role.LEAD).email, "--review", oak.ref
    )
    assert told.exit_code == 1 and "not a REFI-QDA project" in told.output


def test_each_page_asks_the_database_a_fixed_number_of_times(oak):
    client = browser(oak)
    bring_in(oak, small())
    few = {
        address: asked(client, oak, address)
        for address in ("exchange/", "exchange/1/", "exchange/1/progress/", "codes/")
    }
    bring_in(oak, rich(), counting="standard")
    send(oak)
    many = {address: asked(client, oak, address.replace("1", "2")) for address in few}
    assert list(few.values()) == list(many.values())
    assert max(few.values()) <= 12, few


def asked(client: Client, oak, address: str) -> int:
    """How many queries a page takes, its note in the ledger among them."""
    with CaptureQueriesContext(connection) as told:
        assert client.get(f"/reviews/{oak.ref}/{address}").status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN")) for one in told)
