"""The check before publication: answered in words, signed by two different people, stopped by a hold, frozen."""

from datetime import timedelta

import pytest
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import Conflict, NotHere, Refused
from casement.rooms.analysis.models import Finding
from casement.rooms.reports import commands as reports
from casement.rooms.responses import commands, queries
from casement.rooms.responses.models import Publication, Signature
from casement.rooms.responses.rules.publication import meets_the_gate, why_not_signed, wrong_answer, wrong_outcome
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import GateNote
from casement.rooms.reviews.rules.frameworks import shipped
from tests.factories.outside import held, lifted
from tests.factories.reports import reported
from tests.factories.responses import CHAIR, answered, asked, checked

ITEMS = next(one.items for one in shipped() if one.key == "publication_check")


def page(cast, role, path=""):
    client = Client()
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/publication/{path}")


def met(cast):
    return GateNote.objects.filter(review=cast.review, gate="publication_check").exists()


def test_rules_ask_for_reasons_and_never_decide():
    assert len(ITEMS) == 15 and all(one.help.endswith("?") or "?" in one.help for one in ITEMS)
    assert wrong_answer("yes", "") == wrong_answer("no", "Not yet.") == ("", "")
    assert wrong_answer("no", "")[1] == wrong_answer("not_needed", "")[1] == "note"
    assert wrong_answer("perhaps", "x")[1] == "answer"
    day = today()
    assert wrong_outcome("in_full", "", None) == wrong_outcome("not_published", "Harm.", None) == ("", "")
    assert (
        wrong_outcome("in_part", "", None)[1] == "reason" and wrong_outcome("delay", "Trial.", None)[1] == "look_on"
    )
    assert wrong_outcome("delay", "Trial.", day) == ("", "") and wrong_outcome("later", "x", day)[1] == "outcome"
    every = {one.item_id: "no" for one in ITEMS}  # a no stops nobody: people decide
    assert why_not_signed(every, every, "in_full", {1}, 2) == ""
    assert "second person" in why_not_signed(every, every, "in_full", {1}, 1)
    assert "15 things" in why_not_signed(every, {}, "in_full", (), 1)
    assert [meets_the_gate(one) for one in ("in_full", "in_part", "not_published", "delay")] == [True] * 3 + [False]


def test_two_different_people_sign_what_stands_and_only_then_the_gate_is_met(oak):
    business, lead = oak.seat(Role.BUSINESS), oak.seat()
    with pytest.raises(Refused):
        commands.sign_check(business)  # none is under way
    with pytest.raises(Refused) as no:
        reviews.answer_gate(lead, gate="publication_check", text="Two people made it, we think.")
    assert "page of its own" in no.value.sentence
    commands.begin_check(business)
    assert commands.begin_check(lead).number == 1  # the same one
    commands.answer_item(business, check="PC01", answer="no", note="One post is left.", based_on=0)
    with pytest.raises(Conflict) as two:
        commands.answer_item(lead, check="PC01", answer="yes", note="All labels.", based_on=0)
    assert "One post is left." in two.value.theirs
    with pytest.raises(NotHere):
        commands.answer_item(business, check="PC99", answer="yes")
    checked(oak)
    first = commands.sign_check(business)
    with pytest.raises(Refused):
        commands.sign_check(business)
    assert not met(oak)
    commands.answer_item(lead, check="PC04", answer="no", note="One date is left.")  # so nobody has signed this
    assert "Nobody has signed the check as it stands" in page(oak, Role.TEAM).content.decode()
    with pytest.raises(NotHere):
        commands.sign_check(oak.seat(Role.TEAM))
    commands.sign_check(lead)
    commands.sign_check(business)
    assert met(oak) and first.edition != Signature.objects.last().edition
    with pytest.raises(Refused):
        commands.answer_item(lead, check="PC04", answer="yes")  # signed by two, it stands
    words = page(oak, CHAIR).content.decode()
    assert "Business manager A" in words and "One date is left." in words and "publish in full" in words.lower()
    for role in Role:
        reads = role in (Role.LEAD, Role.TEAM, CHAIR, Role.DELEGATED, Role.BUSINESS, Role.SUPERVISOR)
        assert page(oak, role).status_code == (200 if reads else 404), role
    assert "PC01" not in "".join(map(str, LedgerEntry.objects.values_list("kind", flat=True)))


def test_a_delay_leaves_the_gate_open_and_a_gate_answered_in_words_before_still_counts(oak):
    checked(oak, "delay", reason="The trial is in May.", look_on=today() + timedelta(days=90))
    for role in (Role.BUSINESS, Role.LEAD):
        commands.sign_check(oak.seat(role))
    assert not met(oak)
    with pytest.raises(Refused):
        commands.record_publication(oak.seat(Role.BUSINESS), copy=1, on=today(), where="The website")
    checked(oak, "not_published", reason="It would do harm.")
    for role in (Role.BUSINESS, CHAIR):
        commands.sign_check(oak.seat(role))
    assert met(oak) and [one.number for one in queries.before_publication(oak.seat()).earlier] == [2, 1]
    from tests.factories.reviews import cast

    elm = cast("Elm")
    GateNote.objects.create(
        review=elm.review, gate="publication_check", text="Made by two, in June.", by=elm.person(Role.LEAD)
    )
    assert "Made by two, in June." in page(elm, Role.LEAD).content.decode()
    assert "publication check" not in "".join(_blocked(elm)) and "publication check" in "".join(
        _blocked(cast("Fir"))
    )


def _blocked(cast):
    from casement.rooms.reviews.queries.gates import steps_of

    return next(one.blocked for one in steps_of(cast.seat())[1] if one.step.key == "S17")


def test_a_hold_on_publication_stops_signing_and_publishing_and_facts_go_to_those_who_may_know(oak):
    checked(oak)
    placed = held(oak, "publication")
    for act in (
        lambda: commands.sign_check(oak.seat(Role.BUSINESS)),
        lambda: commands.record_publication(oak.seat(Role.BUSINESS), copy=1, on=today(), where="x"),
    ):
        with pytest.raises(Refused) as no:
            act()
        assert "held since" in no.value.sentence
    commands.answer_item(oak.seat(Role.BUSINESS), check="PC11", answer="no", note="The police asked.")
    assert "The reference of a data protection assessment is recorded." in page(oak, Role.LEAD).content.decode()
    type(oak.review).objects.filter(pk=oak.review.pk).update(dpia_reference="", dpia_waiver="A standing one.")
    waived = page(oak, Role.LEAD).content.decode()
    assert "why there is no data protection assessment is recorded" in waived and "A standing one" not in waived
    words = page(oak, CHAIR).content.decode()
    assert "Publication is held." in words and "Sign the check</button>" not in words
    assert "No hold" not in page(oak, Role.SUPERVISOR).content.decode()
    lifted(oak, placed)
    commands.sign_check(oak.seat(Role.BUSINESS))


def test_what_is_published_is_a_frozen_copy_and_the_public_texts_as_they_stood(oak):
    reported(oak)
    (number,) = asked(oak)
    answered(oak, number, public_text="We will count.")
    commands.record_presentation(oak.seat(CHAIR), on=today(), present="The chair and four members.")
    reports.export_report(oak.seat(), edition="publishable", format="html", looked=True)
    reports.export_report(oak.seat(), edition="internal", format="html")
    jobs.run_waiting()
    office = oak.seat(Role.BUSINESS)
    with pytest.raises(Refused):
        commands.record_publication(office, copy=1, on=today(), where="The board’s website")
    checked(oak, "in_part", reason="Without the appendix.")
    for role in (Role.BUSINESS, Role.LEAD):
        commands.sign_check(oak.seat(role))
    with pytest.raises(NotHere):
        commands.record_publication(oak.seat(CHAIR), copy=1, on=today(), where="The board’s website")
    for wrong, field in (({"copy": 2}, "copy"), ({"where": ""}, "where"), ({"on": None}, "on")):
        told = {"copy": 1, "on": today(), "where": "The board’s website"} | wrong
        with pytest.raises(Refused) as no:
            commands.record_publication(office, **told)
        assert no.value.field == field
    for _ in range(2):
        commands.record_publication(office, copy=1, on=today(), where="The board’s website")
    row = Publication.objects.get()
    assert set(Finding.objects.values_list("state", flat=True)) == {
        "presented"
    }  # in part: people say which were published
    assert len(row.sha256) == len(row.response_sha256) == 64
    answered(oak, number, reasons="We think again.", public_text="We will not count.")
    assert "We will count." in str(queries.published_response(oak.seat()))
    assert row.sha256 in page(oak, Role.LEAD).content.decode()
    commands.note_notice(
        office, kind="family", whom="The mother", on=today(), way="meeting", text_given=True, note="At home."
    )
    words = page(oak, Role.TEAM).content.decode()
    assert "The mother" in words and "They were given the text." in words and "The family: told beforehand" in words


def test_what_is_published_in_full_takes_presented_findings_with_it(oak):
    reported(oak)
    asked(oak)
    commands.record_presentation(oak.seat(CHAIR), on=today(), present="The chair and four members.")
    reports.export_report(oak.seat(), edition="publishable", format="html", looked=True)
    jobs.run_waiting()
    checked(oak, "in_full")
    for role in (Role.BUSINESS, Role.LEAD):
        commands.sign_check(oak.seat(role))
    assert set(Finding.objects.values_list("state", flat=True)) == {"presented"}
    commands.record_publication(oak.seat(Role.BUSINESS), copy=1, on=today(), where="The board’s website")
    assert set(Finding.objects.values_list("state", flat=True)) == {"published"}
