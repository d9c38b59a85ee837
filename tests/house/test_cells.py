"""Every cell of the matrix, with releases, grants, their end, removal and holds, asked of rows in the database."""

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client

from casement.foundation.access import Role, Subject, Verb, reach
from casement.foundation.clock import now, today
from casement.rooms.proceedings.models import Hold
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Grant, Participation, Release, Review
from casement.rooms.reviews.queries import seat_of
from tests.factories.reviews import cast, person
from tests.factories.sources import account
from tests.house.matrix_of_the_domain import CELLS, ROLES, SUBJECTS, Case, expected

DAY = timedelta(days=1)
ALL = Case(released=True, granted=True)
NONE = Case()


def grants(review, subjects, *, until=DAY, ended=False, places=None):
    """These are granted to everybody, or to the places that are named."""
    rows = Participation.objects.filter(review=review).values_list("pk", "person")
    Grant.objects.bulk_create(
        Grant(participation_id=place, subject=one, reason="x", by_id=by, at=now() - 2 * DAY,
              expires_at=now() + until, ended_at=now() if ended else None)
        for place, by in (rows if places is None else rows.filter(pk__in=places)) for one in subjects
    )  # fmt: skip


def releases(review, subjects, *, ended=False, roles=ROLES):
    """These are released to every role, or to those that are named."""
    Release.objects.bulk_create(
        Release(review=review, subject=one, role=role, by_id=review.opened_by_id, ended_at=now() if ended else None)
        for role in roles for one in subjects
    )  # fmt: skip


def everything(review):
    """All granted and all released."""
    grants(review, SUBJECTS)
    releases(review, SUBJECTS)


def hold(scope):
    """Something is held, and everything granted and released."""

    def put(oak, elm):
        everything(oak.review)
        Hold.objects.create(
            review=oak.review, number=1, scope=scope, reason="other", words="x", look_on=today() + DAY,
            by=oak.person(Role.LEAD),
        )  # fmt: skip
        Review.objects.filter(pk=oak.review.pk).update(held=True)

    return put


def places(**told):
    """All granted and released, and every place altered."""

    def put(oak, elm):
        everything(oak.review)
        Participation.objects.filter(review=oak.review).update(**told)

    return put


def review(**told):
    """All granted and released, and the review altered."""

    def put(oak, elm):
        everything(oak.review)
        Review.objects.filter(pk=oak.review.pk).update(**told)

    return put


def shut(oak, elm):
    """All granted and released, and every account closed."""
    everything(oak.review)
    for one in oak.people.values():
        one.is_active = False
        one.save()


STATES = {
    "nothing released or granted": (lambda oak, elm: None, NONE),
    "all released and granted": (lambda oak, elm: everything(oak.review), ALL),
    "all in the other review": (lambda oak, elm: everything(elm.review), NONE),
    "grants past their day": (lambda oak, elm: grants(oak.review, SUBJECTS, until=-DAY / 1000), NONE),
    "grants ended": (lambda oak, elm: grants(oak.review, SUBJECTS, ended=True), NONE),
    "releases taken back": (lambda oak, elm: releases(oak.review, SUBJECTS, ended=True), NONE),
    "closed": (review(closed_at=now()), Case(released=True, granted=True, closed=True)),
    "reading blind": (places(secluded_at=now()), Case(released=True, granted=True, blind=True)),
    "removed": (places(ended_at=now()), Case(there=False)),
    "not begun": (places(began_at=now() + DAY), Case(there=False)),
    "account closed": (shut, Case(there=False)),
    **{f"held: {scope}": (hold(scope), ALL) for scope in Scope},
}
ASKED: Counter[str] = Counter()


def ask(cast, state, case_of, roles=ROLES):
    """Every role, subject and verb, against what the domain says of them; the differences."""
    wrong = []
    for role in roles:
        seat = seat_of(cast.person(Role(role)).pk, cast.ref)
        for subject in SUBJECTS:
            for verb in ("read", "write", "meta"):
                told = set(map(str, reach(seat.standing, Subject(subject), Verb(verb)))) if seat else set()
                ASKED[state] += 1
                if told != expected(subject, role, verb, case_of(subject)):
                    wrong.append((state, role, subject, verb, told))
    return wrong


def test_the_typed_table_and_the_program_speak_of_the_same_things():
    assert set(SUBJECTS) == set(map(str, Subject)) and set(ROLES) == set(map(str, Role))
    assert len(CELLS) > 200


@pytest.mark.parametrize("state", STATES)
def test_every_cell_in_every_state(oak, elm, state):
    put, case = STATES[state]
    put(oak, elm)
    assert not ask(oak, state, lambda subject: case)


def test_what_others_were_given_gives_nothing(oak):
    wrong = []
    for number, role in enumerate(map(str, Role), 1):
        Grant.objects.all().delete()
        Release.objects.all().delete()
        others = Participation.objects.filter(review=oak.review).exclude(number=number).values_list("pk", flat=True)
        grants(oak.review, SUBJECTS, places=list(others))
        releases(oak.review, SUBJECTS, roles=[one for one in ROLES if one != role])
        wrong += ask(oak, "given to others", lambda subject: NONE, [role])
    assert not wrong


def test_one_thing_alone_opens_no_other(oak):
    wrong = []
    for only in SUBJECTS:
        for name, put, case in (
            ("granted", grants, Case(granted=True)), ("released", releases, Case(released=True)),
        ):  # fmt: skip
            Grant.objects.all().delete()
            Release.objects.all().delete()
            put(oak.review, [only])
            wrong += ask(oak, f"only this {name}", lambda one, only=only, case=case: case if one == only else NONE)
    assert not wrong


def test_there_are_at_least_five_thousand_cells(oak):
    """Distinct ones: a state, a role, a subject and a verb."""
    each = len(ROLES) * len(SUBJECTS) * 3
    assert each * (len(STATES) + 3) >= 5000
    assert not ask(oak, "counted", lambda subject: NONE) and ASKED["counted"] == each


CANARY = "heron-at-the-weir"


def written(cast, text):
    """The account of the case group member, with these words in it."""
    return account(cast, sections={"C2": text}).number


def test_an_account_over_the_wire(oak):
    """One account, asked for as each role, while rights come and go."""
    number = written(oak, CANARY)
    address = f"/reviews/{oak.ref}/sources/{number}/"
    clients = {role: Client() for role in Role}
    for role, client in clients.items():
        client.force_login(oak.person(role))

    def who() -> set[Role]:
        return {role for role, client in clients.items() if CANARY.encode() in client.get(address).content}

    def decide(cell):
        reviews.set_right(
            runner, subject="write_ups", column="review_team_member", cell_now=cell, reason="Decided."
        )

    runner = seat_of(person("Runner", runs_site=True).pk, None)
    always = {Role.LEAD, Role.CASE_GROUP}
    assert who() == always
    reviews.grant_access(oak.seat(), number=2, subject="write_ups", reason="They check it.", until=today())
    assert who() == always | {Role.TEAM}
    Grant.objects.update(expires_at=now())
    assert who() == always
    decide("R")
    assert who() == always | {Role.TEAM}
    decide("N")
    assert who() == always
    reviews.end_participation(oak.seat(), number=3)
    assert who() == {Role.LEAD}


def test_another_review_never_answers(oak):
    other = cast("Ash")
    number = written(other, CANARY)
    everything(oak.review)
    for role in Role:
        client = Client()
        client.force_login(oak.person(role))
        answer = client.get(f"/reviews/{other.ref}/sources/{number}/")
        assert answer.status_code == 404 and CANARY.encode() not in answer.content
