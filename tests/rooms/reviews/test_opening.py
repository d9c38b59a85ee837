"""Opening a review: what is asked, what is refused, who gets a place."""

from datetime import date

import pytest

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.people.models import Invitation
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Framework, FrameworkItem, Participation, Review
from tests.factories.reviews import person


@pytest.fixture
def card(db):
    return queries.seat_of(person("Opener", opens_reviews=True).pk, None)


def opened(card, **more):
    return commands.open_review(card, **{"code_name": "Fieldfare", "kind": "children", **more})


def test_the_reference_says_nothing_of_the_name(card):
    review = opened(card)
    assert "field" not in review.ref.lower() and len(review.ref) == 10


def test_whoever_opens_it_leads_it(card):
    review = opened(card, independence="independent")
    place = Participation.objects.get(review=review)
    assert (place.role, place.role_label, place.independence) == (Role.LEAD, "Lead reviewer A", "independent")


def test_a_review_needs_only_a_code_name_and_a_kind(card):
    review = opened(card)
    seat = queries.seat_of(card.person_id, review.ref)
    assert not queries.may_hold_data(seat)
    assert queries.about(seat).variant.key == "full"


def test_everything_asked_is_kept(card):
    review = opened(
        card,
        period="March 2023 to November 2024",
        questions=["What wears away?", "  ", "What wears away?"],
        agencies=["Police", "Housing", "police"],
        board_name="A partnership",
        dpia_reference="DPIA 7",
    )
    seat = queries.seat_of(card.person_id, review.ref)
    assert [question.text for question in queries.questions(seat)] == ["What wears away?"]
    assert [(line.number, line.name) for line in queries.agencies(seat)] == [(1, "Police"), (2, "Housing")]
    assert (review.date_start, review.date_end) == (date(2023, 3, 1), date(2024, 11, 30))
    assert review.date_recorded == "March 2023 to November 2024"
    assert queries.about(seat).period == "March 2023 to November 2024"
    assert queries.may_hold_data(seat)


def test_a_name_that_looks_real_is_asked_about_once(card):
    with pytest.raises(Refused, match="could be a real name"):
        opened(card, code_name="Winnow Tarrant")
    assert opened(card, code_name="Winnow Tarrant", sure=True).code_name == "Winnow Tarrant"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code_name": "  "}, "code_name"),
        ({"kind": "blame"}, "kind"),
        ({"variant": "overnight"}, "variant"),
        ({"period": "31/09/24"}, "period"),
        ({"leading": False}, "leading"),
        ({"independence": "rather"}, "independence"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_nothing_is_opened(card, wrong, field):
    with pytest.raises(Refused) as no:
        opened(card, **wrong)
    assert no.value.field == field
    assert not Review.objects.exists()


def test_an_impossible_period_is_told_in_the_readers_own_sentence(card):
    with pytest.raises(Refused, match="September has 30 days"):
        opened(card, period="31/09/24")


def test_another_lead_who_has_an_account_is_seated_at_once(card):
    other = person("Second")
    review = opened(card, leads=[commands.Lead(other.email, "", "internal")])
    seat = queries.seat_of(other.pk, review.ref)
    assert seat.standing.role is Role.LEAD and seat.label == "Lead reviewer B"


def test_another_lead_without_an_account_is_invited(card):
    review = opened(card, leads=[commands.Lead("new@example.org", "New Person", "independent")])
    place = Participation.objects.get(review=review, role_label="Lead reviewer B")
    assert Invitation.objects.get(email="new@example.org").participation_id == place.pk


def test_who_opens_without_leading_keeps_a_place_in_the_office(card):
    review = opened(card, leading=False, leads=[commands.Lead("new@example.org", "New Person")])
    assert queries.seat_of(card.person_id, review.ref).standing.role is Role.BUSINESS
    assert Participation.objects.get(review=review, role=Role.LEAD).role_label == "Lead reviewer A"


def test_the_same_form_sent_twice_opens_one_review(card):
    first, second = opened(card, sent_key="abc"), opened(card, sent_key="abc")
    assert first.pk == second.pk and Review.objects.count() == 1


def test_the_same_key_from_somebody_else_opens_theirs(card):
    opened(card, sent_key="abc")
    other = queries.seat_of(person("Other", opens_reviews=True).pk, None)
    assert opened(other, sent_key="abc").opened_by_id == other.person_id


def test_somebody_without_the_right_opens_nothing(db):
    with pytest.raises(NotHere):
        opened(queries.seat_of(person("Somebody").pk, None))


def test_frameworks_are_installed_once_and_pinned(card):
    first = opened(card)
    items = FrameworkItem.objects.count()
    opened(card, code_name="Redwing")
    assert FrameworkItem.objects.count() == items and Framework.objects.count() == 5
    seat = queries.seat_of(card.person_id, first.ref)
    factors = queries.framework_items(seat, "factors")
    assert len(factors) == 109 and factors[0].item_id == "fam.01"


def test_the_form_opens_a_review_and_leads_to_it(client, db):
    opener = person("Opener", opens_reviews=True)
    client.force_login(opener)
    answer = client.post("/reviews/new/", FORM)
    review = Review.objects.get()
    assert answer["Location"] == f"/reviews/{review.ref}/"
    page = client.get(answer["Location"]).content.decode()
    assert "Fieldfare" in page and "Record the data protection assessment" in page


FORM = {
    "code_name": "Fieldfare", "kind": "children", "variant": "full", "leading": "yes", "period": "about early 2024",
    "questions": "What wears away?\nWho notices?", "agencies": "Police\nHousing", "sent_key": "k1",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"code_name": ""}, "Give the review a code name"),
        ({"code_name": "John Smith"}, "could be a real name"),
        ({"kind": ""}, "Choose what kind"),
        ({"period": "31/09/24"}, "September has 30 days"),
        ({"leading": "no"}, "Somebody has to lead"),
        ({"other_name": "Second"}, "Write the address of the other lead"),
        ({"other_email": "not-an-address"}, "does not look like an e-mail address"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(client, db, change, sentence):
    client.force_login(person("Opener", opens_reviews=True))
    answer = client.post("/reviews/new/", {**FORM, **change})
    text = answer.content.decode()
    assert answer.status_code == 422 and sentence in text
    assert "Who notices?" in text and "Housing" in text
    assert not Review.objects.exists()


def test_a_real_looking_name_may_be_confirmed_on_the_form(client, db):
    client.force_login(person("Opener", opens_reviews=True))
    text = client.post("/reviews/new/", {**FORM, "code_name": "John Smith"}).content.decode()
    assert 'name="sure"' in text
    client.post("/reviews/new/", {**FORM, "code_name": "John Smith", "sure": "on"})
    assert Review.objects.get().code_name == "John Smith"


def test_who_may_not_open_does_not_see_the_page(client, oak):
    client.force_login(oak.person(Role.TEAM))
    assert client.get("/reviews/new/").status_code == 404
    assert client.post("/reviews/new/", FORM).status_code == 404
