"""Asking for records, what agencies answer, and who may see and do which."""

from datetime import timedelta

import pytest

from casement.foundation import jobs
from casement.foundation.access import Role, Subject
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands as reviews
from casement.rooms.sources import commands, queries
from casement.rooms.sources.models import RecordRequest, RequestEvent
from casement.rooms.sources.queries.request_needs import waiting_requests
from casement.rooms.sources.vocabulary.requests import State
from tests.factories.requests import asked
from tests.factories.sources import account, bring_in, record

DAY = timedelta(days=1)
MAY_READ = {Role.LEAD, Role.TEAM, Role.AGENCY_CONTACT, Role.ACCOUNTABLE, Role.DELEGATED, Role.BUSINESS}


def state(cast, number=1, role=Role.LEAD):
    return queries.request(cast.seat(role), number).stand.state


def test_a_request_is_numbered_within_its_review_and_begins_as_asked(oak, elm):
    asked(elm)
    assert (asked(oak).number, asked(oak).number) == (1, 2)
    assert state(oak) is State.ASKED


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kinds": " "}, "kinds"), ({"reason": ""}, "reason"), ({"power": "because"}, "power"),
        ({"power": "other"}, "power_other"), ({"asked_on": today() + 2 * DAY}, "asked_on"),
        ({"wanted_by": today() - DAY}, "wanted_by"),
    ],
)  # fmt: skip
def test_what_must_be_said_is_asked_for_in_one_sentence(oak, wrong, field):
    with pytest.raises(Refused) as no:
        asked(oak, **wrong)
    assert no.value.field == field and not RecordRequest.objects.exists()


def test_it_is_asked_of_the_contacts_when_nobody_is_named(oak):
    assert asked(oak, asked_of="").asked_of == "Agency contact A"
    with pytest.raises(Refused, match="nobody speaks for this agency"):
        asked(oak, agency="Health visiting", asked_of="")


def test_an_agency_of_another_review_is_not_asked(oak, elm):
    reviews.add_agency(elm.seat(), name="Only theirs")
    with pytest.raises(Refused):
        commands.ask_for_records(oak.seat(), agency=4, kinds="x", reason="x", power="consent", asked_of="x")


@pytest.mark.parametrize("role", Role)
def test_who_may_see_a_request(oak, role):
    asked(oak)
    if role in MAY_READ:
        assert queries.request(oak.seat(role), 1).number == 1
    else:
        with pytest.raises(NotHere):
            queries.request(oak.seat(role), 1)


def test_a_release_of_the_header_does_not_release_what_was_asked_for(oak):
    asked(oak)
    reviews.release(oak.seat(), subject=Subject.HEADER, role=Role.FAMILY)
    with pytest.raises(NotHere):
        queries.request(oak.seat(Role.FAMILY), 1)
    reviews.release(oak.seat(), subject=Subject.REQUESTS, role=Role.FAMILY)
    assert queries.request(oak.seat(Role.FAMILY), 1)


def test_an_agency_sees_and_answers_its_own_requests_only(oak):
    asked(oak)
    asked(oak, agency="Health visiting")
    seat = oak.seat(Role.AGENCY_CONTACT)
    assert [one.number for one in queries.requests(seat).rows] == [1]
    with pytest.raises(NotHere):
        queries.request(seat, 2)
    for answer in (
        lambda: commands.promise_records(seat, number=2, promised_for=today()),
        lambda: commands.note_gap(seat, number=2, what="It", why="not_held"),
        lambda: commands.receive_records(seat, number=2, sources=[1]),
        lambda: commands.take_back_event(seat, number=2, event=1),
    ):
        with pytest.raises(NotHere):
            answer()
    assert not RequestEvent.objects.exists()
    commands.promise_records(seat, number=1, promised_for=today())
    assert state(oak) is State.PROMISED


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEAD, Role.BUSINESS}))
def test_only_leads_and_the_board_office_ask_chase_and_end(oak, role):
    asked(oak)
    seat = oak.seat(role)
    for act in (
        lambda: asked(oak, role=role),
        lambda: commands.chase_request(seat, number=1, note="Rang."),
        lambda: commands.end_request(seat, number=1, how="closed", reason="x"),
        lambda: commands.reopen_request(seat, number=1, reason="x"),
    ):
        with pytest.raises(NotHere):
            act()
    assert state(oak) is State.ASKED


@pytest.mark.parametrize("role", [Role.TEAM, Role.ACCOUNTABLE])
def test_who_only_reads_does_not_answer(oak, role):
    asked(oak)
    with pytest.raises(NotHere):
        commands.promise_records(oak.seat(role), number=1, promised_for=today())


def test_what_came_is_tied_to_the_very_sources_and_one_may_answer_two_requests(oak):
    asked(oak)
    asked(oak)
    source = record(oak)
    commands.receive_records(oak.seat(), number=1, sources=[source.number])
    commands.receive_records(oak.seat(), number=2, sources=[source.number], whole=True)
    assert (state(oak, 1), state(oak, 2)) == (State.PART, State.RECEIVED)
    (event,) = queries.request(oak.seat(), 1).history
    assert [(one.number, one.title) for one in event.came] == [(1, "visit")]


def test_only_records_of_the_agency_that_was_asked_are_what_came(oak, elm):
    asked(oak)
    other = record(oak, "Theirs.", agency=oak.agency("Health visiting").number)
    told = account(oak)
    record(elm, "Elsewhere.")
    out = record(oak, "Out.", name="out.txt")
    commands.withdraw_source(oak.seat(), number=out.number, reason="By mistake.")
    for number in (other.number, told.number, out.number, 99):
        with pytest.raises(Refused, match="records of the agency"):
            commands.receive_records(oak.seat(), number=1, sources=[number])
    with pytest.raises(Refused, match="at least one"):
        commands.receive_records(oak.seat(), number=1)
    assert not RequestEvent.objects.exists()


def test_a_source_that_is_taken_out_has_not_come_and_comes_back_when_it_does(oak):
    asked(oak)
    source = record(oak)
    commands.receive_records(oak.seat(), number=1, sources=[source.number], whole=True)
    commands.withdraw_source(oak.seat(), number=source.number, reason="Another case.")
    assert state(oak) is State.ASKED
    assert queries.request(oak.seat(), 1).history[0].came[0].gone
    commands.restore_source(oak.seat(), number=source.number)
    assert state(oak) is State.RECEIVED


def test_who_may_not_read_a_source_gets_no_title_of_it_from_a_request(oak):
    asked(oak)
    bring_in(oak, ("secret.txt", b"Only for leads."), access="leads")
    record(oak)
    commands.receive_records(oak.seat(), number=1, sources=[1, 2])

    def titles(role):
        (event,) = queries.request(oak.seat(role), 1).history
        return [(one.number, one.title) for one in event.came]

    assert titles(Role.LEAD) == [(1, "secret"), (2, "visit")]
    assert titles(Role.TEAM) == titles(Role.AGENCY_CONTACT) == [(2, "visit")]
    assert titles(Role.BUSINESS) == [(2, "")]
    assert titles(Role.ACCOUNTABLE) == []


def test_files_sent_in_answer_are_noted_as_they_are_read(oak):
    asked(oak)
    seat = oak.seat(Role.AGENCY_CONTACT)
    commands.add_files(seat, files=[("a.txt", b"One."), ("b.txt", b"")], agency=1, request=1)
    assert state(oak) is State.ASKED
    jobs.run_waiting()
    assert state(oak) is State.PART
    (event,) = queries.request(seat, 1).history
    assert [one.title for one in event.came] == ["a"] and event.batch == 1 and event.by == "Agency contact A"


def test_files_that_are_all_settle_the_request_once_one_of_them_is_in(oak):
    asked(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1, request=1, whole=True)
    assert state(oak) is State.PROMISED
    jobs.run_waiting()
    assert state(oak) is State.RECEIVED


def test_a_file_that_is_here_already_still_answers(oak):
    record(oak)
    asked(oak)
    bring_in(
        oak,
        ("again.txt", b"The visit was on a Tuesday.\n\nNobody answered the door.\n\nA card was left."),
        request=1,
    )
    assert state(oak) is State.PART
    assert [one.number for one in queries.request(oak.seat(), 1).history[0].came] == [1]


def test_files_do_not_answer_another_agencys_or_a_closed_request(oak):
    asked(oak, agency="Health visiting")
    asked(oak)
    commands.end_request(oak.seat(), number=2, how="closed", reason="Enough.")
    for number in (1, 2, 3):
        with pytest.raises(Refused) as no:
            commands.add_files(oak.seat(), files=[("a.txt", b"One.")], agency=1, request=number)
        assert no.value.field == "request"


def test_all_of_a_batch_is_what_came_but_only_of_this_agency(oak):
    batch = bring_in(oak, ("a.txt", b"One."), ("b.txt", b"Two."))
    asked(oak)
    commands.edit_source(oak.seat(), number=2, agency=2)
    commands.receive_records(oak.seat(), number=1, batch=batch.number)
    assert [one.number for one in queries.request(oak.seat(), 1).history[0].came] == [1]
    with pytest.raises(Refused, match="batches that are offered"):
        commands.receive_records(oak.seat(Role.AGENCY_CONTACT), number=1, batch=batch.number)


def test_days_are_checked(oak):
    asked(oak, asked_on=today() - 5 * DAY)
    seat = oak.seat()
    for on in (today() - 6 * DAY, today() + DAY):
        with pytest.raises(Refused) as no:
            commands.chase_request(seat, number=1, note="Rang.", on=on)
        assert no.value.field == "on"
    with pytest.raises(Refused) as no:
        commands.promise_records(seat, number=1, promised_for=today() - 3 * DAY, on=today() - 2 * DAY)
    assert no.value.field == "promised_for"
    commands.promise_records(seat, number=1, promised_for=today() - DAY, on=today() - 2 * DAY)
    assert queries.request(seat, 1).stand.late == 1


def test_a_gap_says_what_and_why(oak):
    asked(oak)
    seat = oak.seat(Role.AGENCY_CONTACT)
    for wrong in (
        {"what": ""},
        {"why": "lost"},
        {"promised_for": today()},
        {"why": "still_to_come", "whole": True},
    ):
        with pytest.raises(Refused):
            commands.note_gap(seat, **({"number": 1, "what": "Diary", "why": "not_held"} | wrong))
    commands.note_gap(seat, number=1, what="Diary of 2022", why="destroyed", whole=True)
    assert state(oak) is State.ANSWERED
    (line,) = queries.requests(seat).rows
    assert [(gap.what, gap.why) for gap in line.gaps] == [("Diary of 2022", "destroyed")]


def test_what_is_over_takes_no_answer_until_it_is_opened_again(oak):
    asked(oak)
    seat = oak.seat()
    commands.end_request(seat, number=1, how="withdrawn", reason="Asked twice.")
    for act in (
        lambda: commands.promise_records(seat, number=1, promised_for=today()),
        lambda: commands.note_gap(seat, number=1, what="x", why="not_held"),
        lambda: commands.chase_request(seat, number=1, note="Rang."),
        lambda: commands.end_request(seat, number=1, how="closed", reason="x"),
    ):
        with pytest.raises(Refused):
            act()
    commands.reopen_request(seat, number=1, reason="It was not.")
    with pytest.raises(Refused):
        commands.reopen_request(seat, number=1, reason="x")
    commands.promise_records(seat, number=1, promised_for=today())
    assert state(oak) is State.PROMISED


def test_what_was_noted_by_mistake_counts_no_more_and_stays_in_the_history(oak):
    asked(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    contact = oak.seat(Role.AGENCY_CONTACT)
    with pytest.raises(NotHere):  # not theirs
        commands.take_back_event(contact, number=1, event=1)
    commands.take_back_event(oak.seat(), number=1, event=1)
    with pytest.raises(Refused):
        commands.take_back_event(oak.seat(), number=1, event=1)
    with pytest.raises(NotHere):
        commands.take_back_event(oak.seat(), number=1, event=2)
    told = queries.request(oak.seat(), 1)
    assert told.stand.state is State.ASKED and told.history[0].taken_back_at
    commands.promise_records(contact, number=1, promised_for=today())
    commands.take_back_event(contact, number=1, event=2)
    assert state(oak) is State.ASKED


def test_what_needs_chasing_stands_first(oak):
    seat, past = oak.seat(), today() - 10 * DAY
    for _ in range(5):
        asked(oak, asked_on=past)
    commands.promise_records(seat, number=2, promised_for=today() - 2 * DAY, on=past)
    commands.promise_records(seat, number=3, promised_for=today(), on=past)
    commands.promise_records(seat, number=4, promised_for=today() - 3 * DAY, on=past)
    commands.end_request(seat, number=1, how="closed", reason="Enough.")
    assert [one.number for one in queries.requests(seat).rows] == [4, 2, 3, 5, 1]
    assert [one.number for one in queries.requests(seat, show="chase").rows] == [4, 2, 3]
    assert [one.number for one in queries.requests(seat, show="done").rows] == [1]


def test_every_change_is_in_the_ledger_without_its_words(oak):
    before = LedgerEntry.objects.count()
    asked(oak, kinds="The quorvinex file")
    commands.promise_records(oak.seat(), number=1, promised_for=today(), note="quorvinex")
    new = list(LedgerEntry.objects.order_by("seq").values("action", "outcome", "kind", "number")[before:])
    assert [(one["action"], one["outcome"]) for one in new] == [
        ("requests.ask", "done"),
        ("requests.answer", "done"),
    ]
    assert "quorvinex" not in str(new)


def test_what_waits_is_told_to_those_who_may_act_in_one_query(oak, elm, django_assert_num_queries):
    for cast in (oak, elm):
        asked(cast)
        asked(cast, agency="Health visiting")
        commands.promise_records(cast.seat(), number=1, promised_for=today())
    seats = [oak.seat(), elm.seat(Role.AGENCY_CONTACT)]
    with django_assert_num_queries(1):
        told = waiting_requests(seats)
    assert [one.number for one in told[oak.review.pk]] == [1, 2]
    assert [one.number for one in told[elm.review.pk]] == [1]
    assert waiting_requests([oak.seat(Role.TEAM)]) == {oak.review.pk: ()}


def test_what_waits_counts_sources_and_what_was_taken_back_as_the_list_does(oak):
    asked(oak)
    source = record(oak)
    commands.promise_records(oak.seat(), number=1, promised_for=today())
    commands.receive_records(oak.seat(), number=1, sources=[source.number], whole=True)
    assert waiting_requests([oak.seat()])[oak.review.pk] == ()
    commands.take_back_event(oak.seat(), number=1, event=2)
    (one,) = waiting_requests([oak.seat()])[oak.review.pk]
    assert one.stand.due_today and one.stand.state is State.PROMISED


def test_a_request_is_given_up_only_when_everybody_on_the_route_was_asked(oak):
    seat, row = oak.seat(), asked(oak)
    told = {"number": row.number, "how": "unanswered", "reason": "No answer in three months."}
    commands.chase_request(seat, number=row.number, note="Rang.", route="senior")
    with pytest.raises(Refused, match="ask the agency’s chief officer"):
        commands.end_request(seat, **told)
    commands.chase_request(seat, number=row.number, note="The chair wrote.", route="chair")
    commands.end_request(seat, **told)
    assert state(oak) is State.UNANSWERED
    with pytest.raises(Refused, match="over"):
        commands.chase_request(seat, number=row.number, note="Again.", route="chair")
    commands.reopen_request(seat, number=row.number, reason="They rang after all.")
    commands.note_gap(seat, number=row.number, what="The log.", why="destroyed")
    with pytest.raises(Refused, match="Close it instead"):
        commands.end_request(seat, **told)
