"""The board answers for itself: reasons, never a nudge; history; done is not worked; who reads and writes what."""

import io
from datetime import timedelta

import pypdfium2
import pytest
from django.test import Client
from docx import Document

from casement.foundation.access import Role
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import Finding
from casement.rooms.analysis.queries.counts import analysis_counts
from casement.rooms.responses import commands, queries
from casement.rooms.responses.models import BoardResponse, Closing, Impact, ResponseAction
from casement.rooms.responses.rules.answers import Given, also_seen, difference_made, missing_in, why_not_closed
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import StageEntry
from tests.factories import responses as made
from tests.factories.responses import CHAIR, acted, answered, asked, seen

READING = (Role.LEAD, Role.TEAM, Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS, Role.SUPERVISOR)


def page(cast, role, path=""):
    client = Client()
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/response/{path}")


def given(**more):
    told = {"decision": "not_accepted", "reasons": "It is not so.", "kind": "clear_solution", "level": "agency"}
    return Given(**(told | {"kind_was": "clear_solution", "level_was": "agency"} | more))


def test_every_decision_needs_reasons_a_judgement_its_position_and_none_an_action():
    for decision in ("accepted", "accepted_in_part", "not_accepted", "under_consideration"):
        assert missing_in(given(decision=decision)) == ("", "")
        assert missing_in(given(decision=decision, reasons=""))[1] == "reasons"
    assert missing_in(given(decision="perhaps"))[1] == "decision"
    assert missing_in(given(kind="further_research"))[1] == "reclassified"
    assert missing_in(given(level="national", reclassified="Only they can.")) == ("", "")
    judged = {"kind": "judgement_or_compromise", "kind_was": "judgement_or_compromise"}
    assert missing_in(given(**judged))[1] == "position"
    assert missing_in(given(**judged, position="We take the slower way.")) == ("", "")
    assert missing_in(given(priority="first"))[1] == "priority"


def test_difference_comes_from_impact_alone_and_closing_needs_some_or_a_statement():
    day = today()
    assert difference_made([]) == "not_known"
    entries = [(day - timedelta(days=9), 2, "some"), (day, 1, "none"), (day, 3, "unintended")]
    assert difference_made(entries) == "unintended"
    assert also_seen(entries, "unintended") == ("Some difference", "No difference so far")
    assert why_not_closed("", 1, "")[1] == "reason"
    assert why_not_closed("Done with.", 0, "")[1] == "without_evidence"
    assert why_not_closed("Done with.", 0, "Nobody counts it.") == why_not_closed("Done with.", 2, "") == ("", "")


def test_answers_are_kept_and_the_second_of_two_writers_loses_nothing(oak):
    first, second = asked(oak, "clear_solution", "judgement_or_compromise")
    with pytest.raises(Refused) as no:
        answered(oak, second)
    assert no.value.field == "position"
    answered(oak, first, reasons="At first.", based_on=0)
    answered(oak, first, reasons="At first.", based_on=0)  # sent twice
    answered(oak, first, Role.BUSINESS, decision="under_consideration", reasons="On reflection.", based_on=1)
    with pytest.raises(Conflict) as two:
        answered(oak, first, decision="not_accepted", reasons="Mine, kept.", based_on=1)
    assert "Business manager A" in two.value.sentence and "On reflection." in two.value.theirs
    _, told = queries.question(oak.seat(Role.TEAM), first)
    assert told.answer.reasons == "On reflection." and told.state == "Under consideration"
    assert [(one.reasons, one.kept_beside) for one in told.earlier] == [("Mine, kept.", True), ("At first.", False)]
    client = Client()
    client.force_login(oak.person(CHAIR))
    at = f"/reviews/{oak.ref}/response/questions/{first}/answer/"
    sent = {"decision": "accepted", "reasons": "Typed and not lost.", "based_on": "1"}
    back = client.post(at, sent)
    assert back.status_code == 409
    words = back.content.decode()
    assert words.count("Typed and not lost.") >= 2 and "On reflection." in words
    assert 'name="based_on" value="2"' in words
    assert client.post(at, {**sent, "based_on": "2"}).status_code == 302
    short = client.post(at, {"decision": "accepted", "reasons": " ", "public_text": "Kept.", "based_on": "3"})
    assert short.status_code == 422 and b"Kept." in short.content
    words = page(oak, Role.TEAM, f"questions/{first}/").content.decode()
    assert "Typed and not lost." in words and "At first." in words and "Kept beside" in words
    analysis.change_board_question(
        oak.seat(), number=first, text="Asked anew?", response_kind="clear_solution", level="agency"
    )
    assert "worded otherwise" in page(oak, CHAIR, f"questions/{first}/").content.decode()
    analysis.remove_board_question(oak.seat(), number=first)
    with pytest.raises(Refused):
        answered(oak, first, reasons="Too late.")
    assert "not in the report any more" in page(oak, CHAIR, f"questions/{first}/").content.decode()


def test_each_reads_and_writes_what_the_matrix_gives(oak):
    (number,) = asked(oak)
    answered(oak, number, reasons="Our own reasons.")
    ours, theirs = acted(oak, number), acted(oak, number, "Health visiting", what="Their list.")
    for role in Role:
        seat = oak.seat(role)
        told = page(oak, role)
        assert told.status_code == (200 if role in READING else 404), role
        if role in READING:
            one = page(oak, role, f"questions/{number}/").content.decode()
            assert "Our own reasons." in one
            assert ("One list of missed visits." in one) == (role is not Role.SUPERVISOR), role
        writes = role in (Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS)
        assert allows(seat.standing, Action.RESPONSES_ANSWER) == writes, role
        if not writes:
            with pytest.raises(NotHere):
                answered(oak, number, role)
    contact = oak.seat(Role.AGENCY_CONTACT)
    assert [one.number for one in queries.actions(contact)] == [ours.number]
    words = page(oak, Role.AGENCY_CONTACT, "actions/").content.decode()
    assert "One list of missed visits." in words and "Their list." not in words
    own = page(oak, Role.AGENCY_CONTACT, f"actions/{ours.number}/").content.decode()
    assert "Does the board know" not in own  # the question is the report's, which was not released
    assert page(oak, Role.AGENCY_CONTACT, f"actions/{theirs.number}/").status_code == 404
    commands.note_progress(contact, number=ours.number, doing="under_way", text="It is being built.")
    with pytest.raises(NotHere):
        commands.note_progress(contact, number=theirs.number, doing="done", text="Not ours.")
    with pytest.raises(NotHere):
        commands.note_impact_of_answer(
            contact, number=number, difference="some", evidence="x", said_by="x", on=today()
        )
    for role, subject in ((Role.AGENCY_CONTACT, "final_report"), (Role.FAMILY, "response")):
        reviews.release(oak.seat(), subject=subject, role=role)
        assert "Our own reasons." in page(oak, role, f"questions/{number}/").content.decode()
    assert "Does the board know" in page(oak, Role.AGENCY_CONTACT, f"actions/{ours.number}/").content.decode()
    numbers = page(oak, Role.EVALUATOR, "numbers/").content.decode()
    assert "Not answered yet" in numbers and "One list" not in numbers and "Our own reasons" not in numbers
    analysis.ask_second_reading(oak.seat(), owner="finding", about=1, reader=2)
    assert page(oak, Role.TEAM).status_code == 404  # it shows what the team made of the material


def test_nothing_reaches_the_board_before_the_review_has_come_to_it(oak):
    (number,) = asked(oak)
    StageEntry.objects.filter(review=oak.review).delete()
    outside = (Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS, Role.SUPERVISOR)
    for role in READING:
        words = page(oak, role).content.decode()
        assert ("Nobody sees the run" in words) != (role in outside), role
    for path in (f"questions/{number}/", "findings/1/", "findings/1/briefing.docx", f"questions/{number}/answer/"):
        assert page(oak, CHAIR, path).status_code == 404, path
    for act in (lambda: answered(oak, number), lambda: commands.view_finding(oak.seat(CHAIR), number=1, text="x")):
        with pytest.raises(NotHere):
            act()
    reviews.release(oak.seat(), subject="final_report", role=Role.FAMILY)
    assert "Nobody sees the run" not in page(oak, Role.FAMILY).content.decode()


def test_done_is_not_worked_and_what_was_seen_may_open_a_question_again(oak):
    (number,) = asked(oak)
    with pytest.raises(Refused):
        commands.close_question(oak.seat(CHAIR), number=number, reason="Enough.")  # no answer yet
    answered(oak, number)
    act = acted(oak, number, due_on=today() - timedelta(days=1))
    assert acted(oak, number).number == act.number and ResponseAction.objects.count() == 1
    contact = oak.seat(Role.AGENCY_CONTACT)
    for wrong, field in (({"doing": "worked"}, "doing"), ({"text": " "}, "text")):
        with pytest.raises(Refused) as no:
            commands.note_progress(contact, number=act.number, **({"doing": "done", "text": "Built."} | wrong))
        assert no.value.field == field
    for _ in range(2):
        commands.note_progress(contact, number=act.number, doing="done", text="Built.")
    told = queries.action(contact, act.number)
    assert (told.doing_name, told.difference_name, len(told.progress)) == ("Done", "Not known yet", 1)
    with pytest.raises(Refused) as no:
        commands.close_question(oak.seat(CHAIR), number=number, reason="The list is built.")
    assert no.value.field == "without_evidence"
    for wrong, field in (
        ({"difference": "not_known"}, "difference"), ({"evidence": ""}, "evidence"), ({"said_by": ""}, "said_by"),
        ({"on": today() + timedelta(days=1)}, "on"), ({"on": None}, "on"),
    ):  # fmt: skip
        with pytest.raises(Refused) as no:
            seen(oak, act.number, **wrong)
        assert no.value.field == field
    seen(oak, act.number)
    assert queries.action(contact, act.number).difference_name == "No difference so far"
    commands.close_question(oak.seat(CHAIR), number=number, reason="The list is built.")
    assert queries.question(oak.seat(), number)[1].state == "Closed"
    seen(oak, act.number, evidence="Two lists are kept now.", difference="unintended", reopens=True)
    told = queries.question(oak.seat(), number)[1]
    assert told.state == "Accepted" and [one.closed for one in told.closings] == [False, True]
    assert told.actions[0].difference_name.startswith("A difference that nobody intended; other entries say")
    words = page(oak, Role.LEAD, "actions/").content.decode()
    assert "Done or stopped" in words and "nobody intended" in words
    with pytest.raises(Conflict) as two:
        commands.change_action(oak.seat(CHAIR), number=act.number, what="Another list.", based_on=0)
    assert "Another list." in two.value.mine and Closing.objects.count() == 2 and Impact.objects.count() == 2
    changed = commands.change_action(oak.seat(CHAIR), number=act.number, what="Another list.", based_on=1)
    assert changed.edition == 2 and changed.versions.count() == 3


def test_a_presentation_is_told_by_finding_and_raising_elsewhere_keeps_what_came_back(oak):
    (number,) = asked(oak, level="national")
    seat = oak.seat(CHAIR)
    analysis.propose_finding(oak.seat(), title="Still a draft")
    held = commands.record_presentation(seat, on=today(), present="The chair, four members, both leads.")
    assert list(Finding.objects.order_by("number").values_list("state", flat=True)) == ["presented", "candidate"]
    (amounts,) = analysis_counts([oak.seat()]).values()
    assert (amounts.findings, amounts.tested, amounts.in_report) == (2, 1, 1)
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    shown = client.get(f"/reviews/{oak.ref}/findings/1/").content.decode()
    assert f"Presented to the board on {today().day} {today():%B %Y}." in shown
    again = commands.record_presentation(seat, on=today(), present="Sent twice.")
    assert again.number == held.number
    with pytest.raises(Refused) as no:
        commands.note_said(seat, number=held.number, kind="challenge", text="Is it usual?", finding=1)
    assert no.value.field == "role"
    commands.note_said(seat, number=held.number, kind="challenge", text="Is it usual?", finding=1, role="A member")
    puzzle = commands.note_said(seat, number=held.number, kind="puzzle", text="Who keeps the list?")
    wrong = commands.note_said(seat, number=held.number, kind="discussed", text="Said elsewhere.")
    commands.take_back_said(seat, number=wrong.number)
    words = page(oak, Role.TEAM, f"presentations/{held.number}/").content.decode()
    assert "Is it usual?" in words and "A member" in words and "Said elsewhere." not in words
    assert puzzle.text in page(oak, CHAIR).content.decode()
    assert "Nothing says yet that it was raised" in page(oak, CHAIR, f"questions/{number}/").content.decode()
    raised = commands.raise_elsewhere(seat, number=number, to="The national panel", on=today(), asks="To count.")
    commands.note_reply(seat, number=raised.number, reply="Nothing so far.", replied_on=today())
    commands.note_reply(seat, number=raised.number, reply="They will count.", replied_on=today())
    words = page(oak, Role.TEAM, f"questions/{number}/").content.decode()
    assert "Nothing so far." in words and "They will count." in words
    with pytest.raises(Conflict):
        commands.view_finding(seat, number=1, text="We know.", based_on=0)
        commands.view_finding(oak.seat(Role.BUSINESS), number=1, text="We do not.", based_on=0)
    words = page(oak, CHAIR, "findings/1/").content.decode()
    assert "We know." in words and "We do not." in words


def test_files_hold_what_their_reader_may_read_and_the_public_one_the_public_texts_alone(oak):
    (number,) = asked(oak, title="The ward of Ottoline Quarrick never hears")
    reviews.identify(oak.seat(), label="Health Visitor 2", kind="worker", names=["Ottoline Quarrick"])
    answered(oak, number, reasons="Inner reasons.", public_text="We asked Ottoline Quarrick to count.")
    acted(oak, number)
    client = Client()

    def words_in(path, role=CHAIR):
        client.force_login(oak.person(role))
        answer = client.get(f"/reviews/{oak.ref}/response/{path}")
        assert answer.status_code == 200, path
        sent = b"".join(answer.streaming_content)
        if path.endswith("docx"):
            return "\n".join(one.text for one in Document(io.BytesIO(sent)).paragraphs)
        if path.endswith("pdf"):
            pages = pypdfium2.PdfDocument(sent)
            return " ".join(" ".join(one.get_textpage().get_text_bounded().split()) for one in pages)
        return sent.decode()

    for kind in ("docx", "pdf"):
        whole = words_in(f"response.{kind}")
        assert "Inner reasons." in whole and "Difference made: not known yet" in whole, kind
        assert "One list of missed visits" not in words_in(f"response.{kind}", Role.SUPERVISOR), kind
        for path in (f"public.{kind}", f"findings/1/briefing.{kind}"):
            public = words_in(path)
            assert "We asked Health Visitor 2 to count." in public, path
            assert "Inner reasons." not in public and "Ottoline" not in public and "missed visits" not in public
    table = words_in("actions.csv", Role.AGENCY_CONTACT)
    assert "One list of missed visits." in table and "Not known yet" in table


def test_home_says_what_waits_and_what_is_new_without_words(oak, django_assert_max_num_queries):
    from casement.rooms.reviews.models import Review

    client = Client()

    def home(role):
        client.force_login(oak.person(role))
        with django_assert_max_num_queries(18):
            return client.get("/").content.decode()

    first, second = asked(oak, "clear_solution", "further_research")
    assert "for the board" not in home(CHAIR)  # before the board was given anything
    Review.objects.filter(pk=oak.review.pk).update(step="S15")
    assert "2 questions wait for the board" in home(CHAIR)
    home(Role.LEAD)
    answered(oak, first, reasons="Said aloud.")
    answered(oak, second, decision="under_consideration")
    assert "1 question waits for the board" in home(CHAIR)
    acted(oak, first, due_on=today() + timedelta(days=5), what="A secret list.")
    words = home(Role.AGENCY_CONTACT)
    assert "1 action of your agency is to be reported on" in words and "secret" not in words
    made.checked(oak)
    assert "second signature" not in home(Role.LEAD)
    commands.sign_check(oak.seat(Role.BUSINESS))
    assert "second signature" in home(Role.LEAD) and "second signature" not in home(Role.BUSINESS)
    assert BoardResponse.objects.count() == 2


def test_pages_ask_as_many_queries_for_one_as_for_three(oak):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, counts = Client(), []
    client.force_login(oak.person(CHAIR))
    for _ in range(3):
        (number,) = asked(oak)
        answered(oak, number)
        seen(oak, acted(oak, number).number)
        told = {}
        for path in ("", "questions/1/", "questions/1/answer/", "findings/1/", "actions/", "actions/1/"):
            with CaptureQueriesContext(connection) as asked_for:
                assert client.get(f"/reviews/{oak.ref}/response/{path}").status_code == 200
            told[path] = len(asked_for)
        counts.append(told)
    assert counts[0] == counts[1] == counts[2] and max(counts[0].values()) <= 22, counts
