"""Numbers and ids of another review, under every address and in every field of a form: refused, nothing crossed."""

import pytest
from django.apps import apps
from django.db.models import F, ForeignKey

from casement.foundation.access import Role, Subject
from casement.foundation.clock import now
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Grant, Review
from tests.factories.furnished import OTHER
from tests.house.addresses import PAGES, WRITING, filled, signed_in

FAR = 500
WORDS = ("agency", "strands", "roles", "about", "about_agency", "account_of", "participation", "held_by", "source", "excerpt",
         "entry", "uses", "use", "pattern", "episodes", "episode", "finding", "number", "mark", "memo", "kept", "statement",
         "sheet", "code", "replaces")  # fmt: skip


def in_review(model):
    """Whether rows of this table belong to one review."""
    return any(field.name == "review" and isinstance(field, ForeignKey) for field in model._meta.concrete_fields)


TABLES = [model for model in apps.get_models() if in_review(model)]


def everything(review) -> dict[str, list[dict]]:
    """Every row of a review, table by table."""
    return {
        model.__name__: list(model._default_manager.filter(review=review).order_by("pk").values())
        for model in TABLES
    }


def crossings() -> list[str]:
    """Rows of one review that point at rows of another."""
    found = []
    for model in TABLES:
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and in_review(field.related_model):
                rows = model._default_manager.exclude(**{field.name: None}).exclude(
                    **{f"{field.name}__review": F("review")}
                )
                found += [f"{model.__name__}.{field.name}"] * rows.count()
    return found


@pytest.fixture
def apart(two):
    """Elm's things have numbers that nothing in Oak has."""
    oak, elm = two
    for model in TABLES:
        if any(field.name == "number" for field in model._meta.concrete_fields):
            for row in model._default_manager.filter(review=elm.review).order_by("-number"):
                model._default_manager.filter(pk=row.pk).update(number=row.number + FAR)
    assert not crossings()
    return oak, elm


def test_foreign_numbers_under_an_address_are_not_there(apart):
    oak, elm = apart
    client = signed_in(oak)
    before = everything(elm.review)
    asked = 0
    for address, method in [*((a, "get") for a in PAGES), *((a, "post") for a, _ in WRITING)]:
        if "<int:" not in address:
            continue
        for number in (FAR + 1, FAR + 2, FAR + 3):
            answer = getattr(client, method)(
                filled(address, oak.ref, number), {"text": "x", "reason": "x", "words": "x"}
            )
            assert answer.status_code in (404, 422), (method, address, answer.status_code)
            asked += 1
    assert asked > 150
    assert everything(elm.review) == before and not crossings()


def test_foreign_numbers_in_any_field_write_nothing_across(apart):
    oak, elm = apart
    client = signed_in(oak)
    before = everything(elm.review)
    rows = sorted({row["id"] for told in before.values() for row in told})[:4]
    for address, _ in WRITING:
        for foreign in (FAR + 1, FAR + 3, *rows[-2:]):
            sent = dict.fromkeys(WORDS, str(foreign)) | {
                "text": "x", "title": "x", "why": "x", "how": "x", "label": "x", "event": "x", "date": "3 May 2024",
                "review": elm.review.pk, "review_id": elm.review.pk, "by": 1, "by_id": 1, "influence": "unclear",
            }  # fmt: skip
            answer = client.post(filled(address, oak.ref), sent)
            assert answer.status_code < 500, address
    assert everything(elm.review) == before and not crossings()


def test_what_was_added_to_a_form_changes_neither_review_nor_writer(two):
    oak, elm = two
    signed_in(oak).post(
        f"/reviews/{oak.ref}/questions/",
        {"text": "Mine alone?", "reason": "", "review": elm.review.pk, "review_id": elm.review.pk, "number": 77,
         "by": elm.person(Role.LEAD).pk, "by_id": elm.person(Role.LEAD).pk},
    )  # fmt: skip
    from casement.rooms.reviews.models import WindowQuestion

    row = WindowQuestion.objects.get(text="Mine alone?")
    assert (row.review_id, row.by_id, row.number < 77) == (oak.review.pk, oak.person(Role.LEAD).pk, True)


def test_a_grant_opens_and_its_end_closes_at_once(two):
    oak, _ = two
    address = f"/reviews/{oak.ref}/episodes/1/"
    client = signed_in(oak, Role.SUPERVISOR)
    assert client.get(address).status_code == 200  # furnished with a grant
    Grant.objects.filter(participation__review=oak.review).update(expires_at=now())
    assert client.get(address).status_code == 404


def test_a_release_opens_and_its_end_closes_at_once(two):
    oak, _ = two
    client = signed_in(oak, Role.FAMILY)
    address = f"/reviews/{oak.ref}/about/"
    assert client.get(address).status_code == 404
    reviews.release(oak.seat(), subject=Subject.HEADER, role=Role.FAMILY)
    assert client.get(address).status_code == 200
    reviews.end_release(oak.seat(), subject=Subject.HEADER, role=Role.FAMILY)
    assert client.get(address).status_code == 404


def test_another_agency_stays_another_agency_to_its_contact(two):
    oak, _ = two
    client = signed_in(oak, Role.AGENCY_CONTACT)
    page = client.get(f"/reviews/{oak.ref}/strands/").content
    assert OTHER["Oak"].encode() not in page
    assert Review.objects.count() == 2
