"""The register, witness flags, the disclosure log and its schedule, and how long material is kept."""

import hashlib
import io

import openpyxl
import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from docx import Document

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.waiting import asked_at_once
from casement.rooms.proceedings import commands, queries
from casement.rooms.proceedings.models import Disclosure, Keeping, Proceeding
from casement.rooms.proceedings.vocabulary import FlagState
from casement.rooms.reports import commands as reports
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source
from tests.factories.outside import SOON, disclosed, held, outside, place_of
from tests.factories.sources import account, record

WORD = "quorvinex"


def due(cast):
    return queries.waiting_from(asked_at_once(queries.waiting([cast.review.pk]))[cast.review.pk])


def signed_in(cast, role) -> Client:
    client = Client()
    client.force_login(cast.person(role))
    return client


@pytest.mark.parametrize("role", [Role.TEAM, Role.ACCOUNTABLE, Role.DELEGATED])
def test_the_team_and_the_board_see_that_it_is_there_and_not_what_it_says(oak, role):
    outside(oak, WORD)
    client, base = signed_in(oak, role), f"/reviews/{oak.ref}/"
    register, holds = (client.get(f"{base}{page}/").content.decode() for page in ("proceedings", "holds"))
    assert "Proceeding 1" in register and "Meetings" in holds
    for told in (register, holds):
        assert WORD not in told and "Coroner" not in told and "Asked for by the police" not in told
        assert "Case group member A" not in told
    for page in ("proceedings/1/", "proceedings/people/3/", "holds/1/", "disclosures/", "keeping/", "holds/new/",
                 "disclosures/schedule.csv"):  # fmt: skip
        assert client.get(f"{base}{page}").status_code == 404


def test_the_legal_liaison_has_this_and_nothing_else(oak):
    outside(oak, WORD)
    client, base = signed_in(oak, Role.LEGAL), f"/reviews/{oak.ref}/"
    for page in ("proceedings/", "proceedings/1/", "holds/", "holds/1/", "holds/new/", "disclosures/", "keeping/"):
        assert client.get(f"{base}{page}").status_code == 200
    for page in ("", "sources/", "members/", "report/", "family/", "episodes/", "requests/"):
        assert client.get(f"{base}{page}").status_code == 404
    home = client.get("/").content.decode()
    assert (
        "See proceedings and who may be a witness" in home
        and "A review" in client.get("/reviews/").content.decode()
    )


def test_a_flag_stops_what_somebody_said_until_they_are_cleared(oak):
    place = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP)
    assert queries.flag_of(place.pk).state == FlagState.NOT_ASSESSED
    for state in ("possible", "do_not_approach"):
        commands.put_flag(oak.seat(Role.BUSINESS), number=place.number, state=state)
        assert queries.flag_of(place.pk).stops
        with pytest.raises(Refused, match="cannot be invited yet"):
            account(oak)
    with pytest.raises(Refused, match="Only a lead reviewer or the legal liaison"):
        commands.put_flag(oak.seat(Role.BUSINESS), number=place.number, state="cleared")
    with pytest.raises(Refused, match="on which conditions"):
        commands.put_flag(oak.seat(Role.LEGAL), number=place.number, state="cleared_with_conditions")
    commands.put_flag(
        oak.seat(Role.LEGAL), number=place.number, state="cleared_with_conditions", conditions="Not of May."
    )
    told = queries.flag_of(place.pk)
    assert (told.cleared, told.stops, told.conditions) == (True, False, "Not of May.")
    account(oak)
    assert [one.name for one in queries.heard_one(oak.seat(), place.number)[1]] == [
        "Cleared with conditions", "Do not approach", "May be a witness",
    ]  # fmt: skip


def test_another_review_is_another_world(oak, elm):
    outside(oak, WORD)
    seat = elm.seat()
    assert queries.register(seat) == queries.hold_list(seat) == queries.disclosures(seat) == ()
    for act in (
        lambda: commands.end_proceeding(seat, number=1, how="Over."),
        lambda: commands.lift_hold(seat, number=1),
        lambda: queries.proceeding(seat, 1),
    ):
        with pytest.raises(NotHere):
            act()


def test_looks_stay_and_an_ended_proceeding_is_due_no_more(oak):
    outside(oak, WORD)
    seat = oak.seat()
    commands.look_at_proceeding(seat, number=1, stage="Inquest fixed", look_on=today() + SOON)
    Proceeding.objects.update(look_on=today())
    assert [one.kind for one in due(oak)] == ["lifting", "proceeding"]
    commands.end_proceeding(seat, number=1, how="Narrative conclusion")
    line = queries.proceeding(seat, 1)
    assert [look.stage for look in line.looks][1:] == ["Inquest fixed", "Narrative conclusion"]
    assert not queries.looks_due([oak.review.pk])[oak.review.pk]
    with pytest.raises(Refused, match="is over"):
        commands.look_at_proceeding(seat, number=1, stage="Again", look_on=today() + SOON)


def test_a_disclosure_is_fixed_by_the_bytes_that_went(oak):
    source = record(oak, text="What the ward wrote.")
    seat = oak.seat()
    told = disclosed(oak, thing="source", thing_number=source.number)
    assert told.sha256 == hashlib.sha256(b"What the ward wrote.").hexdigest()
    reports.start_report(seat)
    copy = reports.export_report(seat, edition="internal", format="html")
    with pytest.raises(Refused, match="none with this number"):
        disclosed(oak, thing="copy", thing_number=copy.number)  # still being made
    jobs.run_waiting()
    copy.refresh_from_db()
    assert disclosed(oak, thing="copy", thing_number=copy.number).sha256 == copy.sha256
    with pytest.raises(Refused, match="none with this number"):
        disclosed(oak, thing="source", thing_number=Source.objects.count() + 1)


def test_the_file_itself_is_hashed_and_not_kept(oak, client):
    client.force_login(oak.person(Role.LEGAL))
    sent = {
        "direction": "out", "what": "Bundle", "thing": "other", "party": "Coroner’s officer", "basis": "order",
        "basis_words": "Order of 3 May", "decided_by": "Solicitor", "told": "The agency",
    }  # fmt: skip
    page = f"/reviews/{oak.ref}/disclosures/new/"
    assert client.post(page, {**sent, "file": io.BytesIO(b"the very bytes")}).status_code == 302
    assert Disclosure.objects.get().sha256 == hashlib.sha256(b"the very bytes").hexdigest()
    answer = client.post(page, {**sent, "told": ""})
    assert answer.status_code == 422 and "Order of 3 May" in answer.content.decode()


def test_the_log_is_never_altered_and_a_line_is_corrected_once(oak):
    first = disclosed(oak)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Disclosure.objects.filter(pk=first.pk).update(party="Somebody else")
    disclosed(oak, "Log of the ward, all of it", corrects=first.number)
    with pytest.raises(Refused, match="corrected already"):
        disclosed(oak, "Again", corrects=first.number)
    told = queries.disclosures(oak.seat())
    assert [(one.corrects, one.corrected) for one in told] == [(None, 2), (1, None)]


def test_the_schedule_holds_every_line_in_each_form(oak, client):
    for place in range(3):
        disclosed(oak, f"=Paper {place}", redactions="Names")
    client.force_login(oak.person(Role.BUSINESS))
    base = f"/reviews/{oak.ref}/disclosures/schedule."
    files = {kind: b"".join(client.get(base + kind).streaming_content) for kind in ("xlsx", "csv", "docx")}
    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"])).active
    told = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert len(told) == 4 and all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert files["csv"].decode("utf-8-sig").count("Chair, =Paper") == 3 and "SHA-256" in files["csv"].decode(
        "utf-8-sig"
    )
    (table,) = Document(io.BytesIO(files["docx"])).tables
    assert [row.cells[2].text.splitlines()[0] for row in table.rows[1:]] == ["=Paper 0", "=Paper 1", "=Paper 2"]
    assert oak.review.code_name not in "".join(row.cells[2].text for row in table.rows)


def test_a_deletion_hold_overrides_every_day(oak):
    seat = oak.seat()
    commands.set_keeping(seat, material="recordings", until=today(), reason="Schedule, line 4.")
    Keeping.objects.update(until=today() - SOON)
    (line, *others), hold = queries.kept(seat)
    assert line.over and line.may_go and hold is None and not any(one.may_go for one in others)
    made = held(oak, "deletion")
    (line, *_), hold = queries.kept(seat)
    assert line.over and not line.may_go and hold is not None and hold.number == made.number
    with pytest.raises(Refused, match="has passed"):
        commands.set_keeping(seat, material="notes", until=today() - SOON, reason="Too late.")


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    outside(oak, "something")
    for place in range(count - 1):
        commands.record_proceeding(oak.seat(), kind="civil", stage=f"Stage {place}", look_on=today() + SOON)
        held(oak, "publication")
        disclosed(oak, f"Paper {place}")
    client.force_login(oak.person(Role.LEAD))
    for page in ("proceedings/", "proceedings/1/", f"proceedings/people/{place_of(oak, Role.FAMILY)}/", "holds/",
                 "holds/1/", "disclosures/", "keeping/", "steps/"):  # fmt: skip
        with django_assert_max_num_queries(12):
            assert client.get(f"/reviews/{oak.ref}/{page}").status_code == 200
    assert "Publication is held since" in client.get(f"/reviews/{oak.ref}/steps/").content.decode() or count == 1
