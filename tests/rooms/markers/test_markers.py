"""Quality markers: who is asked what, facts for those who may know them, answers that stay, the file for assurance."""

import io
import re

import openpyxl
import pypdfium2
import pytest
from django.test import Client
from docx import Document

from casement.foundation.access import Role
from casement.foundation.actions import allows
from casement.foundation.clock import now, today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.analysis import commands as analysis
from casement.rooms.markers import queries
from casement.rooms.markers.models import MarkerAnswer
from casement.rooms.markers.queries.record import counted, every
from casement.rooms.markers.rules.record import BEARS_ON, RECORD
from casement.rooms.markers.vocabulary import KEY, LEVEL_NAMES
from casement.rooms.responses import commands as board
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.reviews.rules.frameworks import shipped
from tests.factories import responses
from tests.factories.frameworks import pinned
from tests.factories.markers import answered

ITEMS = next(one.items for one in shipped() if one.key == KEY)
VERDICT = re.compile(r"\b(met|not met|partly|score|passed|failed|compliant|good|poor)\b|%", re.IGNORECASE)


def page(cast, role, marker=""):
    client = Client()
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/quality/{marker}{'/' if marker else ''}")


def test_eighteen_and_fifteen_ship_each_with_a_question_for_those_it_asks():
    assert [one.item_id for one in ITEMS if one.applies_to == "children"] == [f"QC{n:02d}" for n in range(1, 19)]
    assert [one.item_id for one in ITEMS if one.applies_to == "adults"] == [f"QA{n:02d}" for n in range(1, 16)]
    for one in ITEMS:
        assert one.wordings and set(one.wordings) <= set(LEVEL_NAMES), one.item_id
        assert all(words.endswith("?") for words in one.wordings.values()), one.item_id
        assert re.fullmatch(r"S(0[1-9]|1[0-7])", one.level)
    assert set(BEARS_ON) <= {one.item_id for one in ITEMS}
    assert {level for one in ITEMS for level in one.wordings} == set(LEVEL_NAMES)


@pytest.mark.parametrize(("kind", "amount"), [("children", 18), ("adults", 15), ("thematic", 33)])
def test_a_review_is_asked_the_list_that_fits_it_tied_to_a_version_or_not(oak, kind, amount):
    Review.objects.filter(pk=oak.review.pk).update(kind=kind)
    assert len(queries.markers(oak.seat())) == amount
    pinned(oak)
    assert len(queries.markers(oak.seat())) == amount
    other = "QA01" if kind == "children" else "QC01" if kind == "adults" else "QX01"
    with pytest.raises(NotHere):
        queries.marker_of(oak.seat(), other)


def test_each_level_answers_what_asks_it_and_nobody_else_answers(oak):
    assert answered(oak).level == "conducting"
    assert answered(oak, "QC02", Role.DELEGATED).level == "delegated"
    assert answered(oak, "QC02", Role.BUSINESS).level == "support"
    assert answered(oak, "QC02", Role.ACCOUNTABLE).level == "accountable"
    with pytest.raises(Refused):
        answered(oak, "QC02")  # the decision to review is not the leads' to answer for
    for role in (Role.TEAM, Role.SUPERVISOR, Role.EVALUATOR):
        assert page(oak, role).status_code == 200
        with pytest.raises(NotHere):
            answered(oak, role=role)
    for role in (Role.CASE_GROUP, Role.FAMILY, Role.AGENCY_CONTACT, Role.ADMIN):
        assert page(oak, role).status_code == 404


def test_what_asks_a_level_waits_at_its_step_in_one_line_until_it_is_answered(oak, elm):
    line = "The self-check asks your level something at this step"
    both = (oak.review.pk, elm.review.pk)
    for one in (oak, elm):
        pinned(one)
    Participation.objects.filter(review=elm.review, role=Role.LEAD).update(person=oak.person(Role.LEAD))

    def lines(role: Role) -> int:
        client = Client()
        client.force_login(oak.person(role))
        return client.get("/").content.decode().count(line)

    Review.objects.filter(pk__in=both).update(step="S09")  # asks the leads, and not the board
    assert (lines(Role.LEAD), lines(Role.TEAM), lines(Role.ACCOUNTABLE)) == (1, 0, 0)
    answered(oak)
    assert lines(Role.LEAD) == 1  # the other review asks it still
    Review.objects.filter(pk=elm.review.pk).update(step="S10")
    assert lines(Role.LEAD) == 0  # what was asked at an earlier step stands on its page alone
    Review.objects.filter(pk__in=both).update(step="S01")
    assert lines(Role.DELEGATED) == 1
    Review.objects.filter(pk=oak.review.pk).update(closed_at=now())
    assert lines(Role.DELEGATED) == 0


def test_a_concern_needs_a_next_step_words_are_needed_and_nothing_typed_is_lost(oak):
    for more, field in (
        ({"text": " "}, "text"),
        ({"concern": "maybe"}, "concern"),
        ({"concern": "yes"}, "next_step"),
        ({"rests": ["plan"]}, "rests"),  # of another marker
    ):
        with pytest.raises(Refused) as no:
            answered(oak, **more)
        assert no.value.field == field
    assert not MarkerAnswer.objects.exists()
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    sent = {"text": "Kept as it was typed.", "concern": "yes", "next_step": ""}
    back = client.post(f"/reviews/{oak.ref}/quality/QC13/", sent)
    assert back.status_code == 422 and b"Kept as it was typed." in back.content


def test_an_answer_thought_over_counts_and_the_earlier_one_stays(oak):
    answered(oak, text="At first.")
    answered(oak, text="On reflection.", concern="yes", next_step="Ask the team.")
    told = queries.view(oak.seat(), "QC13")
    assert [one.text for one in told.now] == ["On reflection."]
    assert [one.text for one in told.every] == ["On reflection.", "At first."]
    words = page(oak, Role.TEAM, "QC13").content.decode()
    assert "At first." in words and "Lead reviewer A" in words


def test_the_record_is_told_to_those_who_may_know_it_and_never_judged(oak):
    analysis.propose_finding(oak.seat(), title="Nobody asks")
    for role in (Role.LEAD, Role.TEAM, Role.ACCOUNTABLE, Role.BUSINESS, Role.SUPERVISOR, Role.EVALUATOR):
        seat = oak.seat(role)
        shown = {fact.key for held in every(seat).values() for fact in held.facts}
        assert shown <= {key for key, kept in RECORD.items() if allows(seat.standing, kept.action)}
    answered(oak, rests=["findings"])
    lead, board = (page(oak, role, "QC13").content.decode() for role in (Role.LEAD, Role.ACCOUNTABLE))
    assert lead.count("1 finding is written") >= 2 and "findings/" in lead
    assert "1 finding is written" not in board and "not open to you" in board
    amounts = counted(oak.seat())
    for kept in RECORD.values():
        empty = {name: None if value is None else 0 for name, value in amounts.items()}
        for at in (amounts, empty):
            said = kept.say(at)
            assert said.endswith(".") and not VERDICT.search(said), said


def test_the_file_for_assurance_holds_what_its_reader_may_read(oak):
    analysis.propose_finding(oak.seat(), title="Nobody asks")
    answered(oak, text="We looked for the opposite.", rests=["findings"])
    client, base = Client(), f"/reviews/{oak.ref}/quality/markers."

    def words_in(kind):
        answer = client.get(base + kind)
        sent = b"".join(answer.streaming_content)
        if kind == "docx":
            return "\n".join(one.text for one in Document(io.BytesIO(sent)).paragraphs)
        if kind == "pdf":
            pages = pypdfium2.PdfDocument(sent)
            return " ".join(" ".join(one.get_textpage().get_text_bounded().split()) for one in pages)
        rows = openpyxl.load_workbook(io.BytesIO(sent)).active.iter_rows(values_only=True)
        return "\n".join(str(cell) for row in rows for cell in row if cell)

    for kind in ("docx", "pdf", "xlsx"):
        client.force_login(oak.person(Role.LEAD))
        mine = words_in(kind)
        assert "We looked for the opposite." in mine and "1 finding is written" in mine, kind
        client.force_login(oak.person(Role.ACCOUNTABLE))
        theirs = words_in(kind)
        assert "We looked for the opposite." in theirs and "1 finding is written" not in theirs, kind


def test_pages_ask_twelve_queries_at_most_for_one_and_for_many(oak, django_assert_max_num_queries):
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    for _ in range(3):
        answered(oak, rests=["counter"])
        for end in ("", "QC13/", "markers.docx", "markers.xlsx"):
            with django_assert_max_num_queries(12):
                assert client.get(f"/reviews/{oak.ref}/quality/{end}").status_code == 200


def test_what_came_of_the_findings_is_a_fact_of_the_last_markers(oak):
    pinned(oak)

    def told(marker, role=Role.LEAD):
        return [one.words for one in queries.kept(oak.seat(role), marker).facts]

    before = ["No presentation to the board is written down.", "No question waits for an answer of the board."]
    assert told("QC16") == before
    first, _ = responses.asked(oak, "clear_solution", "judgement_or_compromise")
    assert told("QC16")[1] == "The board has answered none of its questions yet."
    responses.answered(oak, first)
    responses.answered(oak, first, reasons="Thought over again.")
    act = responses.acted(oak, first)
    responses.seen(oak, act.number)
    board.record_presentation(oak.seat(responses.CHAIR), on=today(), present="The chair.")
    assert told("QC16") == [
        "1 presentation to the board is written down.",
        "The board has answered 1 of 2 questions.",
    ]
    assert told("QC18") == [
        "1 action of the response is written down, none of them done.",
        "1 entry says what became different, or that nothing did.",
    ]
    assert "No publication is written down; no notice to people beforehand." in told("QC17")
    shown = page(oak, Role.LEAD, "QC16").content.decode()
    assert "The board has answered 1 of 2 questions." in shown and f"/reviews/{oak.ref}/response/" in shown
