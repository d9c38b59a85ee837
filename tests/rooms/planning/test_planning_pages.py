"""The plan, its moves, polls by private link, dates taken, pairs: through pages and commands as people use them."""

from datetime import time, timedelta

import pytest
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import now, today
from casement.foundation.models import LedgerEntry, PrivateLink
from casement.foundation.private_links import LIMITS
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning import commands, queries
from casement.rooms.planning.models import Asked, DateMove, Meeting, PollAnswer, Slot
from casement.rooms.proceedings import commands as outside
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories.planning import (
    ENGLAND,
    arranged,
    delivered,
    guest,
    link_in,
    number_of,
    planned,
    polled,
    row,
)  # fmt: skip

pytestmark = pytest.mark.django_db


def browser(oak, role=Role.LEAD):
    client = Client()
    client.force_login(oak.person(role))
    return client


def test_a_plan_is_made_shown_and_every_move_is_kept(oak):
    planned(oak)
    client, line = browser(oak), row(oak, "follow_on_1")
    page = client.get(f"/reviews/{oak.ref}/plan/").content.decode()
    assert "Follow-on meeting 1" in page and "<svg" in page
    to = ENGLAND.add(row(oak, "report_2").start_on, 3)
    address = f"/reviews/{oak.ref}/plan/rows/{line.number}/?to={to.isoformat()}"
    shown = client.get(address).content.decode()
    before = DateMove.objects.count()
    assert "Analysis meeting 3" in shown and "Move them" in shown and DateMove.objects.count() == before
    edition = queries.plan(oak.seat()).edition
    sent = {"to": to.isoformat(), "edition": edition, "note": "The hall was taken."}
    assert client.post(address, sent).status_code == 302
    moves = list(DateMove.objects.order_by("pk"))[before:]
    mine = next(each for each in moves if each.row_id == line.pk)
    assert (mine.start_on, mine.note, mine.by, mine.cause) == (
        to,
        "The hall was taken.",
        oak.person(Role.LEAD),
        None,
    )
    assert len(moves) > 1 and all(each.cause_id == line.pk for each in moves if each != mine)
    late = client.post(address, sent | {"to": ENGLAND.add(to, 2).isoformat()})
    assert (
        late.status_code == 422
        and b"Somebody changed the plan" in late.content
        and b"The hall was taken." in late.content
    )


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"target": today() + timedelta(days=20)}, "needs at least"),
        ({"target": ENGLAND.on_or_after(today()) - timedelta(days=1)}, "after the plan begins|Choose"),
        ({"nation": "france"}, "nation"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(oak, wrong, says):
    told = {"nation": "england", "target": ENGLAND.on_or_after(today() + timedelta(days=300))} | wrong
    if "target" in wrong:
        told["target"] = ENGLAND.on_or_before(told["target"])
    with pytest.raises(Refused, match=says):
        commands.make_plan(oak.seat(), **told)


def test_working_back_again_keeps_the_history_and_never_moves_what_is_arranged(oak):
    planned(oak)
    first = row(oak, "planning")
    reviews.change_variant(oak.seat(), variant="focused", reason="Lighter.")
    planned(oak, 200)
    again = row(oak, "planning")
    assert again.number == first.number and again.moves.count() == 2
    assert row(oak, "conversations").dropped_at is not None
    arranged(oak)
    with pytest.raises(Refused, match="arranged already"):
        planned(oak, 250)


def test_what_follows_a_row_that_is_left_out_waits_for_what_that_followed(oak):
    planned(oak)
    seat = oak.seat()
    commands.switch_row(seat, number=row(oak, "analysis_2").number)
    to = ENGLAND.add(row(oak, "report_1").end_on, 1)
    told = queries.row(seat, row(oak, "analysis_1").number, to).moves
    assert "report_1" in {shift.key for shift in told.shifts} and "analysis_2" not in {s.key for s in told.shifts}
    commands.switch_row(seat, number=row(oak, "analysis_2").number)
    assert row(oak, "analysis_2").dropped_at is None


def test_a_clock_keeps_the_rule_it_began_with_and_says_when_the_rule_changed(oak, monkeypatch):
    planned(oak)
    commands.start_clock(oak.seat(), key="eng_lcspr", began_on=today())
    from dataclasses import replace

    from casement.rooms.planning.queries import clocks as read
    from casement.rooms.planning.rules.clocks import clocks

    changed = {**clocks(), "eng_lcspr": replace(clocks()["eng_lcspr"], length=4)}
    monkeypatch.setattr(read, "clocks", lambda: changed)
    monkeypatch.setattr(read, "offered", lambda *asked: tuple(changed.values()))
    _, told = queries.clock_lines(oak.seat())
    line = next(one for one in told if one.key == "eng_lcspr")
    assert line.length == "6 months" and "now 4 months" in line.changed
    page = browser(oak).get(f"/reviews/{oak.ref}/plan/clocks/").content.decode()
    assert "Working Together" in page and "Guidance" in page
    with pytest.raises(Refused, match="nation"):
        commands.start_clock(oak.seat(), key="freedom_of_information_scotland", began_on=today())


@pytest.fixture
def asked(oak):
    """A poll for the planning meeting; the private path of somebody without an account."""
    planned(oak)
    nurse = guest(oak)
    poll = polled(oak, people=[number_of(oak, Role.LEAD), nurse.number])
    letters = {letter.to[0]: letter for letter in delivered()}
    return oak, poll, nurse, link_in(letters[f"somebody.with.a.long.name.{nurse.pk}@reached.example.org"])


def test_a_poll_is_answered_by_a_private_link_and_nothing_else_opens(asked):
    oak, poll, nurse, path = asked
    client, slots = Client(), list(Slot.objects.filter(poll=poll))
    page = client.get(path)
    told = page.content.decode()
    assert page.status_code == 200 and oak.review.code_name not in told and oak.ref not in told
    assert "Planning meeting" not in told and page["Cache-Control"] == "no-store"
    assert client.post(path, {}).status_code == 422
    said = {
        f"date_{slots[0].pk}": "yes",
        f"date_{slots[1].pk}": "no",
        "access_needs": "Step-free",
        "interpreter": "Polish",
    }
    assert client.post(path, said).status_code == 302
    row_ = Asked.objects.get(poll=poll, participation=nurse)
    assert (row_.access_needs, row_.interpreter, PollAnswer.objects.filter(asked=row_).count()) == (
        "Step-free",
        "Polish",
        2,
    )
    again = client.get(path).content.decode()
    assert "You can change your answer" in again and "Step-free" in again
    assert client.post(path, said | {f"date_{slots[0].pk}": "must"}).status_code == 302  # the link works again
    assert PollAnswer.objects.get(asked=row_, slot=slots[0]).says == "must"
    for elsewhere in (f"/reviews/{oak.ref}/", f"/reviews/{oak.ref}/plan/", "/calendar/"):
        assert client.get(elsewhere).status_code == 302
    assert LedgerEntry.objects.filter(action="planning.answer", outcome="done").count() == 2


def test_links_that_lead_nowhere_look_alike_and_one_past_its_date_says_so(asked):
    oak, _, nurse, path = asked
    client = Client()
    wrong = client.get("/poll/wrong/")
    assert wrong.status_code == 404
    assert client.get(path.replace("/poll/", "/date/")).status_code == 404
    for change in ({"taken_back_at": now()}, {"review_id": 0}):
        kept = list(PrivateLink.objects.values())
        PrivateLink.objects.update(**change)
        assert client.get(path).content == wrong.content
        for each in kept:
            PrivateLink.objects.filter(pk=each["id"]).update(**each)
    PrivateLink.objects.update(expires_at=now())
    past = client.get(path)
    assert past.status_code == 410 and b"past its date" in past.content
    PrivateLink.objects.update(expires_at=None)
    assert client.get(path).status_code == 200
    reviews.end_participation(oak.seat(), number=nurse.number)
    assert client.get(path).content == wrong.content
    assert client.post(path, {"date_1": "yes"}).status_code == 404


def test_too_many_wrong_links_from_one_place_have_to_wait(db):
    client = Client()
    most, _ = LIMITS["wrong"]
    told = [client.get(f"/poll/wrong{n}/").status_code for n in range(most + 2)]
    assert set(told[:most]) == {404} and set(told[most:]) == {429}


def test_those_who_have_not_answered_are_reminded_and_nobody_twice(asked):
    oak, poll, nurse, path = asked
    lead = Asked.objects.get(poll=poll, participation__role=Role.LEAD)
    commands.answer_poll(oak.seat(), number=poll.number, answers={Slot.objects.filter(poll=poll)[0].pk: "yes"})
    assert not jobs.Job.objects.filter(name="planning.remind_poll").exists()  # one day is too short to remind
    commands.remind_poll(oak.seat(Role.BUSINESS), number=poll.number)
    (letter,) = delivered()
    assert letter.to == [f"somebody.with.a.long.name.{nurse.pk}@reached.example.org"] and link_in(letter) != path
    assert Client().get(link_in(letter)).status_code == Client().get(path).status_code == 200
    assert lead.reminded_at is None
    Client().post(path, {f"date_{Slot.objects.filter(poll=poll)[0].pk}": "no"})
    with pytest.raises(Refused, match="Everybody has answered"):
        commands.remind_poll(oak.seat(), number=poll.number)


def test_dates_are_proposed_taken_and_arranged_and_the_poll_is_closed(oak):
    planned(oak)
    seat = oak.seat(Role.BUSINESS)
    poll = polled(oak, keys=("planning", "introductory"), times=(time(10),))
    slots = list(Slot.objects.filter(poll=poll))
    line = row(oak, "planning")
    bad = [slot for slot in slots if slot.starts_at.date() == line.start_on]
    for role in (Role.LEAD, Role.TEAM):
        said = {slot.pk: "no" if slot in bad and role is Role.TEAM else "yes" for slot in slots}
        commands.answer_poll(oak.seat(role), number=poll.number, answers=said)
    told = queries.polled(seat, poll.number)
    first = next(one for one in told.proposals if one.meeting == line.number)
    assert first.offer not in {slot.pk for slot in bad} and not first.needed.misses
    delivered()  # the links to the poll
    client = browser(oak, Role.BUSINESS)
    page = client.get(f"/reviews/{oak.ref}/plan/polls/{poll.number}/").content.decode()
    assert "Everybody who is needed can come." in page
    sent = {f"row_{one.meeting}": str(one.offer) for one in told.proposals}
    assert client.post(f"/reviews/{oak.ref}/plan/polls/{poll.number}/", sent).status_code == 302
    meetings = list(Meeting.objects.filter(review=oak.review))
    assert {each.starts_at for each in meetings} == {dict(told.dates)[one.offer] for one in told.proposals}
    assert all(each.row.start_on == each.starts_at.date() for each in meetings)
    assert not delivered()  # nobody is told before the invitations are sent
    with pytest.raises(Refused, match="closed"):
        commands.answer_poll(oak.seat(), number=poll.number, answers={slots[0].pk: "no"})


def test_the_case_group_answers_and_sees_its_own_and_nothing_of_the_others(oak):
    planned(oak)
    poll = polled(oak, people=[number_of(oak, Role.LEAD), number_of(oak, Role.CASE_GROUP)])
    client = browser(oak, Role.CASE_GROUP)
    assert client.get(f"/reviews/{oak.ref}/polls/{poll.number}/").status_code == 200
    assert f"/polls/{poll.number}/" in client.get("/calendar/").content.decode()
    for shut in ("plan/", f"plan/polls/{poll.number}/", "plan/pairs/", "plan/people/", "meetings/"):
        assert client.get(f"/reviews/{oak.ref}/{shut}").status_code == 404, shut
    with pytest.raises(NotHere):
        queries.my_poll(oak.seat(Role.EVALUATOR), poll.number)
    board = browser(oak, Role.ACCOUNTABLE)
    arranged(oak)
    page = board.get(f"/reviews/{oak.ref}/meetings/1/").content.decode()
    assert "Planning meeting" in page and "Review team member A" not in page


def test_pairs_are_proposed_explained_decided_and_ties_are_kept(oak):
    lead = oak.seat()
    second = reviews.seat_member(
        lead, role=Role.TEAM, role_label="Police team member", agency=oak.agency("Police").number
    )
    told = queries.pairing(lead).one(number_of(oak, Role.CASE_GROUP))
    assert told.proposed.another
    page = browser(oak).get(f"/reviews/{oak.ref}/plan/pairs/").content.decode()
    assert "belongs to no agency." in page and "Accept the proposed pairs" in page
    number = number_of(oak, Role.CASE_GROUP)
    commands.note_tie(lead, listener=second.number, heard=number, kind="line")
    assert second.pk not in queries.pairing(lead).one(number).proposed.pair
    with pytest.raises(Refused, match="may not sit"):
        commands.keep_pair(lead, number=number, first=number_of(oak, Role.LEAD), second=second.number)
    commands.accept_pairs(lead)
    assert queries.pairing(lead).one(number).decided is not None
    with pytest.raises(Refused, match="two people") as no:
        commands.keep_pair(lead, number=number, first=number_of(oak, Role.LEAD))
    assert no.value.field == "reason"
    commands.keep_pair(lead, number=number, first=number_of(oak, Role.LEAD), reason="Nobody else can be there.")
    assert queries.pairing(lead).one(number).decided.pair == ("Lead reviewer A",)


def test_a_hold_stops_invitations_and_somebody_who_may_be_a_witness_is_left_out(oak):
    planned(oak)
    nurse = guest(oak)
    meeting = arranged(oak, also=[nurse.number])
    outside.put_flag(oak.seat(), number=nurse.number, state="possible")
    commands.invite(oak.seat(), number=meeting.number)
    assert {letter.to[0] for letter in delivered()} == {oak.person(Role.LEAD).email, oak.person(Role.TEAM).email}
    view = queries.meeting(oak.seat(), meeting.number)
    assert {one.state for one in view.invitees if one.number == nurse.number} == {"stopped"}
    outside.place_hold(
        oak.seat(), scope="meeting", reason="criminal", words="They asked.", look_on=today() + timedelta(days=20)
    )
    with pytest.raises(Refused, match="held"):
        arranged(oak, "introductory")
    with pytest.raises(Refused, match="held"):
        polled(oak, keys=("introductory",))


def test_somebody_who_leaves_is_asked_no_more(oak):
    planned(oak)
    meeting = arranged(oak)
    team = Participation.objects.get(review=oak.review, role=Role.TEAM)
    commands.invite(oak.seat(), number=meeting.number)
    delivered()
    reviews.end_participation(oak.seat(), number=team.number)
    assert {letter.to[0] for letter in delivered()} == {oak.person(Role.TEAM).email}  # it is called off
    line = row(oak, "planning")
    commands.move_row(oak.seat(Role.BUSINESS), number=line.number, to=ENGLAND.add(line.start_on, 2))
    assert {letter.to[0] for letter in delivered()} == {oak.person(Role.LEAD).email}
    view = queries.meeting(oak.seat(), meeting.number)
    assert {one.state for one in view.invitees if one.number == team.number} == {"gone"}


@pytest.mark.parametrize("many", [1, 3])
def test_the_pages_ask_the_same_number_of_questions_however_many_there_are(
    oak, many, django_assert_max_num_queries
):
    planned(oak)
    for n in range(many):
        guest(oak, f"School Nurse {n + 1}")
    keys = ["planning", "introductory", "analysis_1"][:many]
    for key in keys:
        commands.invite(oak.seat(), number=arranged(oak, key).number)
        polled(oak, keys=("follow_on_1",), around=many)
    client = browser(oak)
    for page in ("plan/", "plan/rows/2/", "plan/clocks/", "plan/people/", "plan/pairs/", "plan/polls/1/", "plan/polls/new/",
                 "polls/1/", "dates/1/", "meetings/", "meetings/1/", "meetings/1/change/", "meetings/new/"):  # fmt: skip
        with django_assert_max_num_queries(12):
            assert client.get(f"/reviews/{oak.ref}/{page}").status_code == 200, page
