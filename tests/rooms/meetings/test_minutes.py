"""Minutes: agreed, frozen, put right as a new version, and told to those who were there."""

import io

import pytest
from docx import Document

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.meetings import commands, queries
from casement.rooms.meetings.models import Minutes
from casement.rooms.planning.models import Invitee
from tests.factories import meetings, planning
from tests.factories.meetings import address, at, seen


def test_agreed_minutes_are_frozen_and_each_role_reads_as_much_as_it_may(oak):
    made = meetings.ready(oak)
    meetings.said(oak, made.number, "Nobody was told of the move.")
    meetings.said(oak, made.number, "Perhaps it is the rota.", "hunch", Role.TEAM)
    action = meetings.said(oak, made.number, "Ask about the rota.", "action")
    group = planning.number_of(oak, Role.CASE_GROUP)
    commands.note_attendance(oak.seat(), number=made.number, came={group: "came"})
    path = address(oak, made.number, "minutes/")
    assert "not agreed yet" in seen(oak, Role.CASE_GROUP, path)[1]
    assert "Nobody was told" not in seen(oak, Role.CASE_GROUP, path)[1]
    assert "once the meeting has begun" in seen(oak, Role.LEAD, path)[1]
    with pytest.raises(Refused, match="has not begun yet"):
        commands.agree_minutes(oak.seat(), number=made.number)
    meetings.begun(oak, made.number)
    with pytest.raises(NotHere):
        commands.agree_minutes(oak.seat(Role.TEAM), number=made.number)
    commands.agree_minutes(oak.seat(), number=made.number)
    with pytest.raises(Refused, match="minutes of this meeting are agreed"):
        meetings.said(oak, made.number, "Too late.")
    commands.settle_entry(oak.seat(), number=made.number, entry=action.number, state="done")
    team, theirs = seen(oak, Role.TEAM, path)[1], seen(oak, Role.CASE_GROUP, path)[1]
    assert "Nobody was told" in team and "Perhaps it is the rota" in team
    assert "Nobody was told" in theirs and "Case group member A: came" in theirs and "Perhaps" not in theirs
    for role in (Role.FAMILY, Role.ACCOUNTABLE, Role.SUPERVISOR, Role.BUSINESS, Role.AGENCY_CONTACT):
        assert seen(oak, role, path)[0] == 404, role
    word = at(oak, Role.CASE_GROUP).get(address(oak, made.number, "minutes.docx"))
    text = "\n".join(one.text for one in Document(io.BytesIO(b"".join(word.streaming_content))).paragraphs)
    assert "Nobody was told of the move." in text and "Perhaps" not in text
    pdf = at(oak, Role.LEAD).get(address(oak, made.number, "minutes.pdf"))
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")


def test_whoever_came_to_a_meeting_entered_afterwards_reads_its_minutes_though_nobody_wrote_to_them(oak):
    made = meetings.ready(oak)
    group = planning.number_of(oak, Role.CASE_GROUP)
    Invitee.objects.filter(meeting=made, participation__number=group).update(sent_sequence=None)
    meetings.said(oak, made.number, "Nobody was told of the move.")
    meetings.begun(oak, made.number)
    path = address(oak, made.number, "minutes/")
    commands.note_attendance(oak.seat(), number=made.number, came={group: "apologies"})
    assert seen(oak, Role.CASE_GROUP, path)[0] == 404
    commands.note_attendance(oak.seat(), number=made.number, came={group: "came"})
    planning.delivered()
    commands.agree_minutes(oak.seat(), number=made.number)
    assert oak.person(Role.CASE_GROUP).email in {one.to[0] for one in planning.delivered()}
    assert "Minutes are ready to read" in at(oak, Role.CASE_GROUP).get("/").content.decode()
    assert "Nobody was told" in seen(oak, Role.CASE_GROUP, path)[1]


def test_corrected_minutes_are_a_new_version_and_whoever_was_there_is_told_without_words(oak):
    made, lead = meetings.ready(oak), at(oak, Role.LEAD)
    path, home = address(oak, made.number, "minutes/"), "Minutes are ready to read"
    wrong = meetings.said(oak, made.number, "It was said on a Monday.")
    there = [planning.number_of(oak, role) for role in (Role.LEAD, Role.TEAM, Role.CASE_GROUP)]
    commands.note_attendance(oak.seat(), number=made.number, came=dict.fromkeys(there, "came"))
    meetings.begun(oak, made.number)
    group, team = at(oak, Role.CASE_GROUP), at(oak, Role.TEAM)
    assert lead.post(f"{path}correction/", {"why": "Too early."}).status_code == 422
    planning.delivered()
    assert lead.post(f"{path}agreement/").status_code == 302
    letters = planning.delivered()
    assert {one.to[0] for one in letters} == {oak.person(Role.TEAM).email, oak.person(Role.CASE_GROUP).email}
    assert all("Monday" not in one.body and oak.ref not in one.body for one in letters)
    for browser in (group, team):
        assert home in browser.get("/").content.decode()
        assert "said on a Monday" in browser.get(path).content.decode()
        assert home not in browser.get("/").content.decode()
    assert home not in lead.get("/").content.decode()  # whoever agreed them has read them

    assert group.post(f"{path}correction/", {"why": "Not mine to say."}).status_code == 404
    empty = lead.post(f"{path}correction/", {"why": " "})
    assert empty.status_code == 422 and "what was not right" in empty.content.decode()
    assert lead.post(f"{path}correction/", {"why": "The day was wrong."}).status_code == 302
    assert lead.post(f"{path}correction/", {"why": "Sent twice."}).status_code == 422
    theirs = group.get(path).content.decode()
    assert "said on a Monday" in theirs and "being corrected" in theirs and "The day was wrong." in theirs
    assert home not in group.get("/").content.decode()
    change = {"kind": "discussion", "text": "It was said on a Tuesday.", "based_on": wrong.edition}
    assert lead.post(address(oak, made.number, f"notes/{wrong.number}/"), change).status_code == 302
    assert "version 1 stands" in lead.get(path).content.decode()
    assert b"Tuesday" not in group.get(path).content
    assert lead.post(f"{path}agreement/").status_code == 302
    assert len(planning.delivered()) == 2
    assert "They were corrected" in group.get("/").content.decode()
    theirs = group.get(path).content.decode()
    assert "Tuesday" in theirs and "Version 2, agreed" in theirs and "The day was wrong." in theirs
    assert "Every version" not in theirs and group.get(f"{path}1/").status_code == 404
    before = team.get(f"{path}1/").content.decode()
    assert "said on a Monday" in before and "Tuesday" not in before and "version 1 as it was agreed" in before
    assert f"{path}1/" in team.get(path).content.decode() and team.get(f"{path}3/").status_code == 404
    with pytest.raises(Refused, match="minutes of this meeting are agreed"):
        meetings.said(oak, made.number, "Too late.")

    lead.post(f"{path}correction/", {"why": "Perhaps another."})
    assert lead.post(f"{path}agreement/").status_code == 302  # nothing was changed: nothing new is made
    assert Minutes.objects.filter(meeting=made).count() == 2
    assert queries.notes_with(oak.seat(), "on a Monday") == [f"the notes of meeting {made.number}"]
