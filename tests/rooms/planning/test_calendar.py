"""Invitations, updates and cancellations as two programs read them that did not write them; replies read back."""

import email
from datetime import time, timedelta

import ics
import pytest
import vobject
from django.core import mail
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.foundation.models import Mail
from casement.foundation.refusals import Refused, Unreadable
from casement.rooms.planning import commands
from casement.rooms.planning.intake.replies import read_reply
from casement.rooms.planning.models import Invitee, ReplyNote
from casement.rooms.planning.vocabulary import Left
from tests.factories.planning import (
    ENGLAND,
    arranged,
    calendar_in,
    delivered,
    guest,
    link_in,
    number_of,
    planned,
    row,
)  # fmt: skip

SECRET = "thornwick"
pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(oak):
    """The planning meeting, arranged and invited to; its mails by address."""
    planned(oak)
    meeting = arranged(oak, place=f"Room {SECRET}", call_link="https://call.example.org/thornwick")
    commands.invite(oak.seat(Role.BUSINESS), number=meeting.number)
    return oak, meeting, {letter.to[0]: letter for letter in delivered()}


def read(text):
    """One event as vobject and as ics read it: method, uid, sequence, from when to when, status, to whom."""
    one = vobject.readOne(text)
    event = one.vevent
    other = next(iter(ics.Calendar(text).events))
    assert (other.uid, other.begin.datetime, other.end.datetime) == (
        event.uid.value, event.dtstart.value, event.dtend.value,
    )  # fmt: skip
    assert (other.status or "") == event.status.value
    return one.method.value, event


def test_an_invitation_is_understood_and_says_nothing_of_the_review(invited):
    oak, meeting, letters = invited
    assert set(letters) == {oak.person(Role.LEAD).email, oak.person(Role.TEAM).email}
    uids = set()
    for address, letter in letters.items():
        method, event = read(calendar_in(letter))
        assert (method, event.sequence.value, event.status.value) == ("REQUEST", "0", "CONFIRMED")
        assert event.dtstart.value == meeting.starts_at and event.dtend.value == meeting.ends_at
        assert [each.value.lower() for each in event.contents["attendee"]] == [f"mailto:{address}".lower()]
        assert event.attendee.params["ROLE"] == ["REQ-PARTICIPANT"] and event.attendee.params["RSVP"] == ["TRUE"]
        uids.add(event.uid.value)
        said = letter.subject + letter.body + calendar_in(letter)
        for word in (SECRET, oak.review.code_name, oak.ref, "Planning meeting", "Lead reviewer"):
            assert word.lower() not in said.lower(), word
    assert len(uids) == 2  # nobody knows the name the meeting has in another's calendar


def test_moving_it_in_the_plan_updates_it_and_asks_again(invited):
    oak, meeting, letters = invited
    lead = Invitee.objects.get(meeting=meeting, participation__role=Role.LEAD)
    Invitee.objects.filter(pk=lead.pk).update(reply="yes")
    line = row(oak, "planning")
    commands.move_row(oak.seat(Role.BUSINESS), number=line.number, to=ENGLAND.add(line.start_on, 3))
    told = {letter.to[0]: letter for letter in delivered()}
    assert set(told) == set(letters)
    for address, letter in told.items():
        method, event = read(calendar_in(letter))
        assert (method, event.sequence.value) == ("REQUEST", "1")
        assert event.uid.value == read(calendar_in(letters[address]))[1].uid.value
        assert event.dtstart.value.date() == ENGLAND.add(line.start_on, 3)
    lead.refresh_from_db()
    assert lead.reply == ""  # a yes to another day is no yes


def test_an_update_goes_only_to_whoever_was_told_and_a_removed_person_is_told_so(invited):
    oak, meeting, _ = invited
    seat, lead, board = oak.seat(Role.BUSINESS), number_of(oak, Role.LEAD), number_of(oak, Role.ACCOUNTABLE)
    commands.change_meeting(seat, number=meeting.number, at=time(11), minutes=60, needed=[lead], also=[board])
    told = {letter.to[0]: read(calendar_in(letter)) for letter in delivered()}
    method, event = told[oak.person(Role.TEAM).email]
    assert (method, event.status.value) == ("CANCEL", "CANCELLED")
    method, event = told[oak.person(Role.LEAD).email]
    assert (method, event.sequence.value, event.dtend.value - event.dtstart.value) == (
        "REQUEST",
        "1",
        timedelta(hours=1),
    )
    assert told[oak.person(Role.ACCOUNTABLE).email][1].attendee.params["ROLE"] == ["OPT-PARTICIPANT"]


def test_a_cancellation_is_understood(invited):
    oak, meeting, letters = invited
    commands.cancel_meeting(oak.seat(), number=meeting.number, why=f"Because of {SECRET}.")
    for letter in delivered():
        method, event = read(calendar_in(letter))
        assert (method, event.sequence.value, event.status.value) == ("CANCEL", "1", "CANCELLED")
        assert event.uid.value == read(calendar_in(letters[letter.to[0]]))[1].uid.value
        assert SECRET not in letter.body + calendar_in(letter)
    with pytest.raises(Refused, match="cancelled"):
        commands.invite(oak.seat(), number=meeting.number)


REPLY = (
    "BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n"
    "SEQUENCE:{sequence}\r\nDTSTAMP:20260105T100000Z\r\nDTSTART:20260105T100000Z\r\n"
    "ATTENDEE;PARTSTAT={says};CN=\"X\":mailto:{address}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)  # fmt: skip


def answered(oak, **told):
    reply = read_reply(REPLY.format(**told).encode())
    return commands.take_reply(
        oak.seat(Role.BUSINESS), uid=reply.uid, address=reply.address, answer=reply.answer, sequence=reply.sequence
    )


def test_a_reply_is_taken_from_whoever_was_invited_and_from_nobody_else(invited):
    oak, meeting, _ = invited
    lead = Invitee.objects.get(meeting=meeting, participation__role=Role.LEAD)
    team = Invitee.objects.get(meeting=meeting, participation__role=Role.TEAM)
    sent = {"uid": lead.uid, "address": lead.sent_to.upper(), "sequence": 0, "says": "ACCEPTED"}
    answered(oak, **sent)
    lead.refresh_from_db()
    assert lead.reply == "yes"
    strangers = ({"address": "stranger@example.org"}, {"uid": "no-such@casement"}, {"address": team.sent_to})
    for wrong in strangers:
        assert answered(oak, **(sent | wrong | {"says": "DECLINED"})).why == Left.STRANGER
    lead.refresh_from_db()
    assert lead.reply == "yes" and ReplyNote.objects.count() == 3
    commands.change_meeting(
        oak.seat(), number=meeting.number, at=time(9), minutes=60,
        needed=[number_of(oak, Role.LEAD), number_of(oak, Role.TEAM)],
    )  # fmt: skip
    assert (
        answered(
            oak,
            **sent,
        ).why
        == Left.OLD
    )
    commands.cancel_meeting(oak.seat(), number=meeting.number, why="Not needed.")
    assert answered(oak, **(sent | {"sequence": 9})).why == Left.OVER
    page = Client()
    page.force_login(oak.person(Role.BUSINESS))
    assert b"from somebody who was not invited" in page.get(f"/reviews/{oak.ref}/meetings/replies/").content


def test_a_reply_is_found_in_the_whole_mail_and_other_files_are_refused_with_a_sentence():
    letter = email.message.EmailMessage()
    letter["From"], letter["Subject"] = "x@example.org", "Accepted"
    letter.set_content("Accepted")
    text = REPLY.format(uid="a@b", sequence=2, says="TENTATIVE", address="x@example.org")
    letter.add_alternative(text.encode(), maintype="text", subtype="calendar")
    told = read_reply(letter.as_bytes())
    assert (told.uid, told.answer, told.sequence) == ("a@b", "maybe", 2)
    no_answer = text.replace("TENTATIVE", "NEEDS-ACTION")
    for wrong in (b"", b"BEGIN:VCALENDAR", b"PK\x03\x04", text.replace("REPLY", "REQUEST").encode(), no_answer.encode(),
                  b"BEGIN:VCALENDAR\r\n" * 500):  # fmt: skip
        with pytest.raises(Unreadable):
            read_reply(wrong)


def test_somebody_without_an_account_sees_where_it_is_behind_their_link_and_answers_there(oak):
    planned(oak)
    nurse = guest(oak)
    meeting = arranged(oak, also=[nurse.number], place="Room 4")
    commands.invite(oak.seat(), number=meeting.number)
    letter = next(each for each in delivered() if each.to[0].endswith("reached.example.org"))
    client, path = Client(), link_in(letter)
    page = client.get(path)
    assert (
        page.status_code == 200 and b"Room 4" in page.content and oak.review.code_name.encode() not in page.content
    )
    assert page["Referrer-Policy"] == "strict-origin"
    assert client.post(path, {"reply": "no"}).status_code == 302
    assert Invitee.objects.get(meeting=meeting, participation=nurse).reply == "no"
    assert b"answer is saved" in client.get(path).content
    commands.cancel_meeting(oak.seat(), number=meeting.number, why="Not needed.")
    assert client.post(path, {"reply": "yes"}).status_code == 422
    assert b"cancelled" in client.get(path).content


def test_the_private_feed_holds_ones_own_dates_without_a_word_and_is_reset(invited):
    oak, meeting, letters = invited
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    client.post("/calendar/address/")
    told = client.get("/calendar/").content.decode()
    path = told.split("/feed/")[1].split(".ics")[0]
    anybody = Client()
    feed = anybody.get(f"/feed/{path}.ics")
    assert feed["Content-Type"].startswith("text/calendar")
    text = b"".join(feed.streaming_content).decode()
    method, event = read(text)
    assert method == "PUBLISH" and event.dtstart.value == meeting.starts_at
    assert event.uid.value == read(calendar_in(letters[oak.person(Role.LEAD).email]))[1].uid.value
    for word in (SECRET, oak.review.code_name, oak.ref, "Planning meeting"):
        assert word.lower() not in text.lower()
    client.post("/calendar/address/")
    assert anybody.get(f"/feed/{path}.ics").status_code == 404
    assert anybody.get("/feed/wrong.ics").status_code == 404


def test_double_bookings_are_found_and_another_review_is_not_named(invited, elm):
    oak, meeting, _ = invited
    planned(elm)
    Person = type(oak.person(Role.TEAM))
    team = oak.person(Role.TEAM)
    elm.review.participations.filter(role=Role.TEAM).update(person=team)
    assert Person.objects.filter(pk=team.pk).exists()
    line = row(elm, "planning")
    if line.start_on != meeting.row.start_on:
        commands.move_row(elm.seat(Role.BUSINESS), number=line.number, to=meeting.row.start_on)
    with pytest.raises(Refused) as no:
        arranged(elm, at=time(11))
    assert "is not free then" in no.value.sentence and "Oak" not in no.value.sentence
    arranged(elm, at=time(12))  # one begins when the other ends
    other = arranged(oak, "introductory", at=time(10), place=f"room {SECRET}")
    assert other.place.lower() == meeting.place.lower()
    Invitee.objects.filter(meeting=other).update(ended_at=now())


def test_people_are_reminded_once_and_only_if_they_have_not_answered(invited):
    oak, meeting, _ = invited
    Invitee.objects.filter(meeting=meeting, participation__role=Role.LEAD).update(reply="yes")
    job = jobs.Job.objects.get(name="planning.remind_meeting")
    assert job.not_before == meeting.starts_at - timedelta(days=5)
    jobs.Job.objects.filter(pk=job.pk).update(not_before=None)
    (letter,) = delivered()
    assert letter.to == [oak.person(Role.TEAM).email] and not letter.alternatives
    with pytest.raises(Refused, match="Nobody is left"):
        commands.remind_meeting(oak.seat(), number=meeting.number)
    assert Mail.objects.filter(review_id=oak.review.pk, about=f"meeting:{meeting.number}").count() == 3
    assert len(mail.outbox) == 1
