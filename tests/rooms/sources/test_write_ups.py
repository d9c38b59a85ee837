"""Conversations written up in a form, or brought in as a file under the same headings."""

import pytest

from casement.foundation.access import Role
from casement.foundation.models import SearchRow
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.search import find
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands
from casement.rooms.sources.models import Source
from casement.rooms.sources.vocabulary import Section
from tests.factories.sources import account, bring_in


def number_of(cast, role):
    return Participation.objects.get(review=cast.review, role=role).number


def at(cast, rest):
    return f"/reviews/{cast.ref}/sources/{rest}"


def test_a_write_up_is_a_source_of_equal_standing_with_its_sections(oak):
    pair = [number_of(oak, Role.LEAD), number_of(oak, Role.TEAM)]
    parts = [
        Section("C5", "The rota."),
        Section("C3", "I rang.", "the call"),
        Section("C3", "I went.", "the visit"),
    ]
    source = account(oak, sections=parts, date="11 March 2025", held_by=pair)
    assert (source.kind, source.title) == ("conversation", "Conversation with Case group member A")
    assert source.agency == oak.agency("Police")
    assert source.current.text == (
        "Turning points: the call\n\nI rang.\n\nTurning points: the visit\n\nI went.\n\n"
        "Things that went well\n\nThe rota."
    )
    sections = [(a[5], source.current.text[a[2] : a[3]][-7:]) for a in source.current.anchors if a[0] == "section"]
    assert sections == [("C3", "I rang."), ("C3", "I went."), ("C5", "e rota.")]
    assert source.held_by.count() == 2
    assert {row.subject for row in SearchRow.objects.all()} == {"write_ups"}


def test_a_family_account_has_the_family_headings(oak):
    source = account(oak, Role.FAMILY, sections={"F2": "Toast.", "F1": "I was well."})
    assert source.kind == "family"
    assert source.current.text.startswith("Their account\n\nI was well.")
    with pytest.raises(Refused, match="headings"):
        account(oak, Role.FAMILY, sections={"C2": "No."})


def test_a_file_under_the_headings_gets_the_same_sections(oak):
    words = b"# Conversation\n\n## C2 Overview\n\nI was new.\n\n## C5 Things that went well\n\nThe rota.\n"
    batch = bring_in(oak, ("talk.md", words), kind="conversation", participation=number_of(oak, Role.CASE_GROUP))
    source = batch.uploads.get().source
    assert [a[5] for a in source.current.anchors if a[0] == "section"] == ["C2", "C5"]
    assert source.participation.role == Role.CASE_GROUP


def test_nothing_written_is_refused_and_so_are_strangers(oak, elm):
    with pytest.raises(Refused, match="at least one heading"):
        account(oak, sections={"C2": "  \n "})
    with pytest.raises(Refused, match="whose account"):
        commands.add_write_up(oak.seat(), participation=99, sections={"C2": "A."})
    with pytest.raises(Refused, match="held the conversation"):
        account(oak, held_by=[number_of(oak, Role.FAMILY)])
    with pytest.raises(NotHere):
        commands.add_write_up(oak.seat(Role.TEAM), participation=3, sections={"C2": "A."})


def test_only_the_person_and_the_leads_find_an_account(oak):
    account(oak)
    found = {role for role in Role if find([oak.seat(role)], "eleven visits")}
    assert found == {Role.LEAD, Role.CASE_GROUP}
    commands.edit_source(oak.seat(), number=1, access="leads")
    assert {role for role in Role if find([oak.seat(role)], "eleven visits")} == {Role.LEAD}
    commands.withdraw_source(oak.seat(), number=1, reason="Withdrawn by them.")
    assert not find([oak.seat()], "eleven visits")


def test_the_form_takes_every_part_and_sending_it_twice_is_once(oak, client):
    client.force_login(oak.person(Role.LEAD))
    form = {
        "participation": number_of(oak, Role.CASE_GROUP), "held_by": [number_of(oak, Role.LEAD)],
        "date": "11 March 2025", "part_C2": "Eleven visits.\r\n\r\nI was new.", "title_1": "the call",
        "turn_1": "I rang.", "title_5": "the late one", "turn_5": "I went.", "sent_key": "abc",
    }  # fmt: skip
    answer = client.post(at(oak, "conversations/new/"), form)
    assert answer["Location"] == at(oak, "1/")
    client.post(at(oak, "conversations/new/"), form)
    source = Source.objects.get()
    assert "Eleven visits.\n\nI was new." in source.current.text
    assert "Turning points: the late one\n\nI went." in source.current.text


def test_every_word_typed_comes_back_when_the_form_is_refused(oak, client):
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(at(oak, "conversations/new/"), {"part_C2": "Eleven visits.", "turn_4": "I went back."})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose whose account this is." in said
    assert "Eleven visits." in said and "I went back." in said
    assert '<details class="govuk-details" open>' in said


def test_the_family_form_offers_family_and_the_other_those_who_did_the_work(oak, client):
    client.force_login(oak.person(Role.LEAD))
    family = client.get(at(oak, "family/new/")).content.decode()
    work = client.get(at(oak, "conversations/new/")).content.decode()
    assert "How they wish to be described" in family and ">Family member A<" in family
    assert ">Case group member A<" in work and ">Family member A<" not in work
    assert work.index("Overview") < work.index("Turning points") < work.index("Closing")


def test_only_leads_write_up(oak, client):
    for role in set(Role) - {Role.LEAD}:
        client.force_login(oak.person(role))
        assert client.get(at(oak, "conversations/new/")).status_code == 404, role
