"""Every address that takes a form: a taken one leaves one entry, a refused one no other trace; all ask for the token."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.foundation.models import Job, LedgerEntry, LedgerHead
from casement.rooms.analysis import commands as analysis
from casement.rooms.analysis.models import SecondReading
from casement.rooms.reports import commands as reports
from casement.rooms.responses import commands as responses
from casement.rooms.reviews import commands as reviews
from tests.factories import planning
from tests.factories.responses import checked
from tests.factories.reviews import cast
from tests.house.addresses import IN_REVIEWS, WRITING, filled, routes, signed_in
from tests.house.offered import Offer, forms_on, offers_of
from tests.house.valid import (
    AFTER_SIGNING,
    LAST_DAY,
    OF_THE_PARTICIPANT,
    by_hand,
    further,
    later,
    of_the_board,
    own_account,
    rarer,
    ways,
)

# Giving a place to somebody without an account invites them too, and each of the two acts is noted.
ALSO = {
    "reviews/<ref>/members/new/": ["people.invite"],
    "reviews/<ref>/conversations/<int:number>/release/": ["write_ups.add"],  # it becomes a source
    "reviews/<ref>/meetings/<int:number>/notes/<int:entry>/decision/": [
        "write_ups.add"
    ],  # so do words of the group
}
# Forms that are answered by the state of a whole review: offered by these pages once it is closed or has no report.
STATES = {"reviews/<ref>/steps/opening/", "reviews/<ref>/report/start/", "reviews/<ref>/plan/new/",
          "reviews/<ref>/meetings/<int:number>/invitations/",
          "reviews/<ref>/follow-on/<int:report>/read/<int:paragraph>/",
          "reviews/<ref>/follow-on/<int:report>/comments/<int:number>/removal/",
          "reviews/<ref>/readings/<int:number>/blind/", "reviews/<ref>/readings/<int:number>/return/",
          "reviews/<ref>/readings/<int:number>/draft/",
          *OF_THE_PARTICIPANT,
          *(one for one, _ in WRITING if "/response/" in one), *AFTER_SIGNING}  # fmt: skip
NEVER_DRIVEN: dict[str, str] = {}  # address pattern: why no valid form is sent to it here


@pytest.fixture
def offered(two) -> tuple[Client, list[Offer]]:
    """A lead at their own review, and every form it offers them."""
    oak, _ = two
    rarer(oak)
    later(oak)
    client = signed_in(oak)
    return client, [*offers_of(client, oak.ref), *further(client, oak), *by_hand(oak.ref)]


def left_by(client: Client, offer: Offer, sent: dict) -> tuple[int, list[tuple[str, str]]]:
    """The status of the answer and the (action, outcome) of each entry it left; then all is as before."""
    with transaction.atomic():
        before = LedgerEntry.objects.count()
        answer = client.post(offer.to, sent)
        left = list(LedgerEntry.objects.order_by("seq").values_list("action", "outcome")[before:])
        transaction.set_rollback(True)
    return answer.status_code, left


def expected(route: str) -> list[tuple[str, str]]:
    """What a form taken at this address leaves in the ledger."""
    (command,) = {view.casement_command for address, view in WRITING if address == route}
    return [(action, "done") for action in (*ALSO.get(route, ()), str(command.action))]


def test_every_form_that_is_taken_leaves_one_entry(offered):
    client, offers = offered
    driven, wrong = set(), []
    for offer in offers:
        if not any(offer.route == address for address, _ in WRITING):
            continue  # search changes nothing
        for sent in ways(offer):
            status, left = left_by(client, offer, sent)
            if status == 302 or (status == 200 and offer.page == ""):
                driven.add(offer.route)
                if left != expected(offer.route):
                    wrong.append((offer.to, left))
            elif status != 422 or any(outcome != "refused" for _, outcome in left) or len(left) > 1:
                wrong.append((offer.to, status, left))
    missing = {address for address, _ in WRITING} - driven - STATES - set(NEVER_DRIVEN)
    assert not wrong
    assert not sorted(missing)
    assert len(driven) >= 90


def test_a_closed_review_is_opened_again_with_one_entry(two):
    oak, _ = two
    reviews.close_review(oak.seat(), note="Finished.")
    client, page = signed_in(oak), f"/reviews/{oak.ref}/steps/"
    (offer,) = [each for each in forms_on(page, client.get(page).content) if each.route.endswith("opening/")]
    assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_a_report_is_started_with_one_entry(db):
    fresh = cast("Fir")
    client, page = signed_in(fresh), f"/reviews/{fresh.ref}/report/"
    (offer,) = [each for each in forms_on(page, client.get(page).content) if each.route.endswith("start/")]
    assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_a_plan_is_made_with_one_entry(db):
    fresh = cast("Fir")
    client, page = signed_in(fresh), f"/reviews/{fresh.ref}/plan/new/"
    (offer,) = [each for each in forms_on(page, client.get(page).content) if each.route.endswith("plan/new/")]
    target = planning.ENGLAND.on_or_after(today() + timedelta(days=300))
    sent = {f"target_{part}": str(getattr(target, part)) for part in ("day", "month", "year")}
    begins = dict.fromkeys(("begins_day", "begins_month", "begins_year"), "")
    assert left_by(client, offer, offer.filled(**sent, **begins)) == (302, expected(offer.route))


def test_a_meeting_still_to_come_is_invited_to_with_one_entry(db):
    fresh = cast("Fir")
    planning.planned(fresh)
    made = planning.arranged(fresh)
    client, page = signed_in(fresh), f"/reviews/{fresh.ref}/meetings/{made.number}/"
    (offer,) = [one for one in forms_on(page, client.get(page).content) if one.route.endswith("invitations/")]
    assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_a_second_reading_is_handed_in_or_given_back_with_one_entry(two):
    oak, _ = two
    analysis.ask_second_reading(oak.seat(), owner="episode", about=1, reader=2)
    number = SecondReading.objects.filter(review=oak.review).latest("number").number
    client, page = signed_in(oak, Role.TEAM), f"/reviews/{oak.ref}/readings/{number}/blind/"
    offers = [one for one in forms_on(page, client.get(page).content) if "readings" in one.route]
    assert {one.route.rsplit("/", 2)[1] for one in offers} == {"blind", "return", "draft"}
    for offer in offers:
        assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_what_the_case_group_says_and_takes_back_leaves_one_entry_each(two):
    oak, _ = two
    client, base = signed_in(oak, Role.CASE_GROUP), f"/reviews/{oak.ref}/follow-on/1/"
    for page in ("read/2/", "comments/3/"):
        (offer,) = [one for one in forms_on(base + page, client.get(base + page).content) if "follow-on" in one.to]
        assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_whoever_spoke_checks_agrees_and_leaves_with_one_entry(two):
    oak, _ = two
    client, offers = own_account(oak)
    assert {one.route for one in offers} == OF_THE_PARTICIPANT
    for offer in offers:
        assert left_by(client, offer, offer.filled()) == (302, expected(offer.route))


def test_what_the_board_answers_leaves_one_entry_each(two):
    oak, _ = two
    client, offers = of_the_board(oak)
    driven = set()
    for offer in offers:
        for sent in ways(offer):
            assert left_by(client, offer, sent) == (302, expected(offer.route)), (offer.to, sent)
            driven.add(offer.route)
    mine = {one for one, _ in WRITING if "/response/" in one or "/publication/" in one}
    assert mine - driven == AFTER_SIGNING


def test_a_check_is_signed_begun_again_and_what_was_published_noted_with_one_entry(two):
    oak, _ = two
    client, page = signed_in(oak, Role.BUSINESS), f"/reviews/{oak.ref}/publication/"
    checked(oak)
    reports.export_report(oak.seat(), edition="publishable", format="html", looked=True)
    jobs.run_waiting()

    def offer(end):
        return next(one for one in forms_on(page, client.get(page).content) if one.to.endswith(f"/{end}/"))

    sign = offer("signature")
    assert left_by(client, sign, sign.filled()) == (302, expected(sign.route))
    for role in (Role.BUSINESS, Role.LEAD):
        responses.sign_check(oak.seat(role))
    for end in ("copies", "check"):
        one = offer(end)
        assert left_by(client, one, one.filled(**LAST_DAY)) == (302, expected(one.route))


ANYWHERE = [(address, view) for address, view in routes() if "static" not in address]


def asked(address: str, ref: str) -> str:
    """The address as a person could type it; words of a pattern stand for themselves."""
    plain = address.replace("^", "").replace("(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)", "a-b").replace("$", "")
    if plain.startswith("reviews/<ref>/"):
        return filled(plain, ref)
    return "/" + re.sub(r"<(\w+:)?\w+>", "1", plain)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_address_takes_anything_without_the_token(two, method):
    oak, _ = two
    client = Client(enforce_csrf_checks=True)
    client.force_login(oak.person(Role.LEAD))
    before = everything()
    for address, _view in ANYWHERE:
        answer = getattr(client, method)(asked(address, oak.ref), {"text": "x"})
        assert answer.status_code == 403, (method, address, answer.status_code)
    assert everything() == before


def test_a_token_sent_from_another_site_does_not_help(two):
    oak, _ = two
    client = Client(enforce_csrf_checks=True)
    client.force_login(oak.person(Role.LEAD))
    page = f"/reviews/{oak.ref}/questions/"
    token = client.get(page).context["csrf_token"]
    sent = {"text": "Whose question?", "csrfmiddlewaretoken": str(token)}
    for address, _view in WRITING:
        answer = client.post(filled(address, oak.ref), sent, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403, address
    assert client.post(page, sent, headers={"Origin": "http://testserver"}).status_code == 302


def everything() -> dict[str, list]:
    """Every row of every table, but for the ledger of readings and for sessions."""
    left_out = (LedgerEntry, LedgerHead, Session, Job)
    return {
        model.__name__: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_models()
        if model not in left_out
    }


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_reading_writes_nothing(two, method):
    oak, _ = two
    client = signed_in(oak)
    before, said = everything(), LedgerEntry.objects.exclude(outcome__in=("seen", "denied")).count()
    for address, _view in IN_REVIEWS:
        told = {"_method": "POST", "text": "Written by a link?", "title": "x", "reason": "x", "agency": "1"}
        more = {"headers": {"X-HTTP-Method-Override": "POST"}}
        getattr(client, method)(filled(address, oak.ref), told if method != "options" else "", **more)
    assert everything() == before
    assert LedgerEntry.objects.exclude(outcome__in=("seen", "denied")).count() == said
