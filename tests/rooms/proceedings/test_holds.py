"""A hold stops exactly its scope, says so without losing a word, and is lifted by two people."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.actions import WHO, Action
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.proceedings import commands, queries
from casement.rooms.proceedings.models import Hold
from casement.rooms.proceedings.rules.holds import covers, scope_of
from casement.rooms.proceedings.vocabulary import ONE_OF, Scope
from casement.rooms.reports import commands as reports
from casement.rooms.reports import queries as reported_as
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import GateNote
from casement.rooms.reviews.rules.processes import process
from casement.rooms.sources import commands as sources
from tests.factories.outside import SOON, held, lifted, place_of
from tests.factories.reports import reported
from tests.factories.sources import account, record

ALL = frozenset(Scope)
WHOLE = frozenset({Scope.WHOLE_REVIEW})
things = st.none() | st.integers(1, 3)
scopes = st.sampled_from(list(Scope))


@given(scopes, things, scopes, things)
def test_a_hold_covers_exactly_what_it_names(scope, thing, asked, asked_thing):
    """Against the definition, said the other way round: what is left free."""
    free = scope is not Scope.WHOLE_REVIEW and (scope is not asked or thing not in (None, asked_thing))
    assert covers(scope, thing, asked, asked_thing) is not free


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(scopes, things, st.booleans()), max_size=5), scopes, things)
def test_of_many_holds_those_in_force_count_and_no_other(oak, elm, placed, asked, asked_thing):
    with undone():
        for scope, thing, over in placed:
            made = held(oak, scope, thing=thing if scope in ONE_OF else None)
            if over:
                lifted(oak, made)
        stands = [(scope, thing if scope in ONE_OF else None) for scope, thing, over in placed if not over]
        wanted = any(
            scope is Scope.WHOLE_REVIEW or (scope is asked and thing in (None, asked_thing))
            for scope, thing in stands
        )
        assert bool(queries.held(oak.review.pk, asked, asked_thing)) is wanted
        assert queries.held(elm.review.pk, asked, asked_thing) is None


def test_every_action_that_changes_a_review_falls_under_one_scope_or_is_said_to_go_on():
    stopped = {action for action in Action if scope_of(action)}
    assert {Action.REPORTS_WRITE, Action.SOURCES_ADD, Action.REVIEWS_MOVE, Action.ANALYSIS_WRITE} <= stopped
    reads = {action for action, need in WHO.items() if need.verb != "write" or need.anyone}
    assert stopped & reads == {Action.COMMENTS_SEND}  # who may read may say something, and that changes the review
    assert not stopped & {Action.PROCEEDINGS_HOLD, Action.REVIEWS_SEAT_MEMBER, Action.FAMILY_WRITE}


@contextmanager
def undone():
    """What happens inside leaves nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def refused(act) -> bool:
    """Whether a hold refuses an act; any other refusal is a fault of the test. It leaves nothing."""
    with undone():
        try:
            act()
        except Refused as no:
            assert "held since" in no.sentence, no.sentence
            return True
        return False


@pytest.fixture
def under_way(oak):
    """A review with a report, its gates answered, and one copy of each edition."""
    made = reported(oak)
    for gate in process(oak.review.variant).gates():
        GateNote.objects.create(review=oak.review, gate=gate.key, text="Said.", by=oak.person(Role.LEAD))
    for edition in ("internal", "publishable"):
        reports.export_report(oak.seat(), edition=edition, format="html", looked=True)
    jobs.run_waiting()
    return made


def acts(cast, made):
    """Real things to do in a review, each with the scopes whose hold stops it."""
    seat, person = cast.seat(), place_of(cast, Role.CASE_GROUP)
    step = lambda to: lambda: reviews.move_step(seat, to=to)  # noqa: E731
    report = {Scope.REPORT, Scope.WHOLE_REVIEW}
    return {
        "write the report": (lambda: made.write("summary", "Other words."), report),
        "save an internal copy": (lambda: export(seat, "internal"), report),
        "save a publishable copy": (lambda: export(seat, "publishable"), report | {Scope.PUBLICATION}),
        "release the draft": (lambda: reviews.release(seat, subject="draft_report", role="family_member"), report),
        "release the header": (lambda: reviews.release(seat, subject="header", role="family_member"), WHOLE),
        "black out": (
            lambda: sources.redact_words(
                seat, number=made.conversation, words="same call", reason="A court said so."
            ),
            {Scope.DELETION, Scope.WHOLE_REVIEW},
        ),
        "bring in what somebody said": (lambda: account(cast), {Scope.CONVERSATION, Scope.WHOLE_REVIEW}),
        "bring in what the family said": (lambda: account(cast, Role.FAMILY), WHOLE),
        "bring in a record": (lambda: record(cast, text="Another paper."), WHOLE),
        "move to conversations": (step("S07"), {Scope.CONVERSATION, Scope.WHOLE_REVIEW}),
        "move to a meeting": (step("S10"), {Scope.MEETING, Scope.WHOLE_REVIEW}),
        "move to the report": (step("S13"), report),
        "move to publication": (step("S16"), {Scope.PUBLICATION, Scope.WHOLE_REVIEW}),
        "move to analysis": (step("S09"), WHOLE),
        "ask a question": (lambda: reviews.ask_question(seat, text="What else?"), WHOLE),
        "give a place": (
            lambda: reviews.seat_member(seat, role=Role.TEAM, role_label="Team Member Z"),
            frozenset(),
        ),
        "flag somebody": (lambda: commands.put_flag(seat, number=person, state="possible"), frozenset()),
    }


def export(seat, edition):
    return reports.export_report(seat, edition=edition, format="html", looked=True)


def test_each_scope_stops_its_own_acts_and_no_others(oak, under_way):
    told, wrong = acts(oak, under_way), []
    for scope in (None, *Scope):
        with undone():
            if scope is not None:
                held(oak, scope)
            for name, (act, stopping) in told.items():
                if refused(act) is not (scope in stopping):
                    wrong.append((name, scope))
    assert not wrong


def test_a_copy_of_what_is_held_is_not_fetched_until_it_is_lifted(oak, under_way):
    seat = oak.seat()
    for scope, kept in ((Scope.PUBLICATION, {2}), (Scope.REPORT, {1, 2}), (Scope.MEETING, set())):
        hold = held(oak, scope)
        for number in (1, 2):
            if number in kept:
                with pytest.raises(NotHere):
                    reported_as.copy_file(seat, number)
            else:
                assert reported_as.copy_file(seat, number)[1]
        lifted(oak, hold)
    assert reported_as.copy_file(seat, 1)[1] and reported_as.copy_file(seat, 2)[1]


def test_what_was_asked_for_before_a_hold_is_finished(oak, under_way):
    number = export(oak.seat(), "internal").number
    held(oak, Scope.WHOLE_REVIEW)
    jobs.run_waiting()
    assert reported_as.copy(oak.seat(), number).state == "ready"


def test_a_hold_placed_while_somebody_writes_loses_nothing_they_typed(oak, under_way):
    client = Client()
    client.force_login(oak.person(Role.TEAM))
    page = f"/reviews/{oak.ref}/report/sections/summary/"
    assert client.get(page).status_code == 200
    held(oak, Scope.REPORT, words="Because of quorvinex.")
    answer = client.post(page, {"text": "Two hours of writing.", "based_on": under_way.edition("summary")})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "Two hours of writing." in told and "The report is held since" in told and "Next look" in told
    assert "quorvinex" not in told
    assert LedgerEntry.objects.latest("seq").outcome == "refused"


def test_those_outside_the_register_are_told_less(oak):
    held(oak, Scope.WHOLE_REVIEW)
    with pytest.raises(Refused, match="has been asked to wait"):
        record(oak, role=Role.AGENCY_CONTACT)


def test_a_hold_is_lifted_by_a_second_person_alone(oak):
    legal, lead = oak.seat(Role.LEGAL), oak.seat(Role.LEAD)
    hold = held(oak, Scope.MEETING)
    with pytest.raises(Refused, match="Ask first"):
        commands.lift_hold(lead, number=hold.number)
    commands.ask_to_lift(lead, number=hold.number, words="No longer needed.")
    for seat, words in ((legal, "You placed this hold"), (lead, "You asked")):
        with pytest.raises(Refused, match=words):
            commands.lift_hold(seat, number=hold.number)
    commands.ask_to_lift(legal, number=hold.number, words="I agree.")
    assert queries.held(oak.review.pk, Scope.MEETING)
    commands.lift_hold(lead, number=hold.number)
    assert queries.held(oak.review.pk, Scope.MEETING) is None
    with pytest.raises(Refused, match="already"):
        commands.lift_hold(lead, number=hold.number)


@given(st.integers(1, 3), st.none() | st.integers(1, 3), st.integers(1, 3))
def test_whoever_placed_or_asked_never_lifts(by, asked_by, lifter):
    from casement.rooms.proceedings.rules.holds import why_not_lifted

    may = not why_not_lifted(by, asked_by, lifter)
    assert may is (asked_by is not None and lifter not in (by, asked_by))


@pytest.mark.parametrize("role", [Role.BUSINESS, Role.TEAM, Role.ACCOUNTABLE, Role.FAMILY])
def test_only_leads_and_the_legal_liaison_place_holds(oak, role):
    with pytest.raises(NotHere):
        held(oak, Scope.MEETING, role)


def test_a_look_that_is_overdue_stops_every_move_until_somebody_looks(oak, under_way):
    hold = held(oak, Scope.MEETING)
    Hold.objects.update(look_on=today())
    with pytest.raises(Refused, match="fresh look at hold 1 was due"):
        reviews.move_step(oak.seat(), to="S09")
    commands.look_at_hold(oak.seat(), number=hold.number, words="It stays.", look_on=today() + SOON)
    reviews.move_step(oak.seat(), to="S09")
    with pytest.raises(Refused, match="after today"):
        commands.look_at_hold(oak.seat(), number=hold.number, words="It stays.", look_on=today())
    with pytest.raises(Refused, match="within a year"):
        commands.look_at_hold(oak.seat(), number=hold.number, words="Stays.", look_on=today() + timedelta(days=400))


def test_the_database_itself_refuses_a_hold_lifted_by_its_maker(oak):
    hold = held(oak, Scope.MEETING)
    with pytest.raises(Exception, match="hold_lifted_by_another"), transaction.atomic():
        Hold.objects.filter(pk=hold.pk).update(lifted_by=oak.person(Role.LEGAL))
    assert connection.is_usable()
