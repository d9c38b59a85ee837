"""Numbers and ids of another review, under every address and in every field of a form: refused, nothing crossed."""

import re
from collections import Counter
from itertools import product

import pytest
from django import forms

from casement.foundation.access import Role, Subject
from casement.foundation.clock import now
from casement.rooms.analysis.models import StatementText
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Grant, Review
from tests.factories.furnished import OTHER
from tests.house.addresses import PAGES, WRITING, filled, signed_in
from tests.house.apart import FAR, crossings, everything, move_away
from tests.house.offered import Field, Offer, offers_of
from tests.house.valid import by_hand, further, later, of_the_board, own_account, rarer, ways

# Fields whose number or choice names no thing of a review: they count, date, or say which edition was read.
COUNTING = {
    "numerator", "denominator", "order", "header_row", "based_on", "start", "end", "quote", "sent_key", "mine",
    "device",
    "thing",  # of a hold: the number of a conversation or meeting that may still be to come
    "around", "edition", "length", "minutes", "by",
}  # fmt: skip
# A lead is not offered these: a comment is the case group's, and Welsh needs a text that the site wrote. Both choose
# one of a few words.
NOT_OFFERED = {
    ("reviews/<ref>/follow-on/<int:report>/read/<int:paragraph>/", "kind"),
    ("reviews/<ref>/letters/new/", "language"),
    # Offered once two people have signed; that only a publishable copy of this review is taken, its room tests.
    ("reviews/<ref>/publication/copies/", "copy"),
}
CHOOSING = ("select", "radio", "checkbox", "hidden", "number")


@pytest.fixture
def apart(two):
    """Elm's things have numbers that nothing in Oak has."""
    move_away(two[1])
    return two


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


def naming(offer: Offer) -> list[Field]:
    """The fields of a form in which a thing of the review is named, or one of a few words is chosen."""
    return [
        each
        for each in offer.fields
        if each.kind in CHOOSING and each.offers != ("on",)
        and not (each.name in COUNTING and each.kind in ("number", "hidden"))
        and not each.name.endswith(("_day", "_month", "_year"))
    ]  # fmt: skip


def foreign(each: Field, sent: dict, things: tuple[str, ...]) -> list[object]:
    """What to put in the field: numbers of the other review in every shape the page offers, alone and among own."""
    offered = [*each.offers, *([str(sent[each.name])] if each.kind == "hidden" and each.name in sent else [])]
    numbered = {re.sub(r"\d+", "{}", one) for one in offered if re.search(r"\d", one)} or {"{}"}
    # One shape of each kind: every factor is named iag.01, pol.05 and so on, and all are read by the same line.
    shapes = {re.split(r"[.{]", shape)[0] if ":" in shape else shape[-4:]: shape for shape in sorted(numbered)}
    told: list[object] = [shape.format(*[thing] * 3) for shape, thing in product(shapes.values(), things)]
    own = [one for one in each.offers if one][:1]
    return [*told, *([[*own, one] for one in told] if each.kind == "checkbox" and own else [])]


def attempts(offer: Offer, things: tuple[str, ...]):
    """(field, everything that is sent) for each way to fill the form and each foreign thing in it."""
    for sent in ways(offer):
        for each in naming(offer):
            if sent.get(each.name) == "" and len(ways(offer)) > 1:
                continue  # another way of filling the form names this
            for value in foreign(each, sent, things):
                yield each, sent | {each.name: value}


def test_things_of_another_review_in_any_field_are_refused_and_write_nothing(apart):
    oak, elm = apart
    rarer(oak)
    later(oak)
    client = signed_in(oak)
    offers = [*offers_of(client, oak.ref), *further(client, oak), *by_hand(oak.ref)]
    before = everything(oak.review), everything(elm.review)
    rows = sorted({row["id"] for told in before[1].values() for row in told})
    text = StatementText.objects.filter(statement__review=elm.review).latest("pk").pk
    things = (str(FAR + 1), str(FAR + 3), str(rows[-1]), str(text))
    tried, taken = Counter(), []
    spoke, theirs = own_account(oak)
    before = everything(oak.review), before[1]
    office, answering = of_the_board(oak)
    asked = [*((client, one) for one in offers), *((spoke, one) for one in theirs)]
    for asking, offer in [*asked, *((office, one) for one in answering)]:
        for each, sent in attempts(offer, things):
            answer = asking.post(offer.to, sent)
            tried[offer.route, each.name] += 1
            if answer.status_code not in (404, 409, 422):
                taken.append((offer.to, each.name, sent[each.name], answer.status_code))
    assert not taken
    assert (everything(oak.review), everything(elm.review)) == before and not crossings()
    assert not sorted(fields_left_out(tried) - NOT_OFFERED)
    assert sum(tried.values()) > 800


def fields_left_out(tried: Counter) -> set[tuple[str, str]]:
    """Fields of form classes that choose or number and to which nothing foreign was sent."""
    left = set()
    for address, view in WRITING:
        for name, told in (view.casement_form.base_fields if view.casement_form else {}).items():
            chooses = isinstance(told, forms.ChoiceField | forms.IntegerField | forms.MultipleChoiceField)
            if chooses and name not in COUNTING and not tried[address, name]:
                left.add((address, name))
    return left


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
