"""The registers of a review: names behind labels, data protection, who looked."""

import pytest

from casement.foundation import ledger
from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Review


def identify(cast, **more):
    wanted = {"label": "Health Visitor 2", "kind": "worker", "names": ["Winnow Tarrant", "W. Tarrant"]}
    return commands.identify(cast.seat(), **{**wanted, **more})


def test_a_label_holds_every_way_a_name_is_written(oak):
    identify(oak, names=["Winnow  Tarrant", "winnow tarrant", "Winnie"])
    (line,) = queries.identities(oak.seat())
    assert line.names == ("Winnow Tarrant", "Winnie")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"label": " "}, "label"),
        ({"kind": "suspicion"}, "kind"),
        ({"names": [" "]}, "names"),
        ({"names": ["health visitor 2"]}, "label"),
    ],
)
def test_what_is_refused_is_said_at_its_field(oak, wrong, field):
    with pytest.raises(Refused) as no:
        identify(oak, **wrong)
    assert no.value.field == field


def test_the_same_label_is_not_made_twice(oak):
    identify(oak)
    with pytest.raises(Refused, match="there already"):
        identify(oak, label="health visitor 2")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.LEAD, Role.BUSINESS)])
def test_the_register_opens_to_leads_and_the_office_only(oak, client, role):
    identify(oak)
    client.force_login(oak.person(role))
    answer = client.get(f"/reviews/{oak.ref}/identity/")
    assert answer.status_code == 404 and "Tarrant" not in answer.content.decode()


def test_every_look_at_the_register_is_noted(oak, client):
    client.force_login(oak.person(Role.LEAD))
    for _ in range(2):
        client.get(f"/reviews/{oak.ref}/identity/")
    assert LedgerEntry.objects.filter(action="reviews.identity", outcome="seen").count() == 2


def test_a_label_of_another_review_is_not_here(oak, elm):
    identify(elm)
    with pytest.raises(NotHere):
        commands.rename_identity(oak.seat(), number=1, names=["X Y"])


def test_a_refused_label_keeps_what_was_typed(oak, client):
    client.force_login(oak.person(Role.LEAD))
    form = {"label": "", "kind": "family", "names": "Quillon Ash\nQuill", "participation": "3"}
    answer = client.post(f"/reviews/{oak.ref}/identity/", form)
    text = answer.content.decode()
    assert answer.status_code == 422 and "Quillon Ash\nQuill" in text and '<option value="3" selected>' in text


def test_names_are_put_right_on_their_page(oak, client):
    identify(oak)
    client.force_login(oak.person(Role.BUSINESS))
    client.post(f"/reviews/{oak.ref}/identity/1/", {"names": "Winnow Tarrant\nWin"})
    assert queries.identity(oak.seat(), 1).names == ("Winnow Tarrant", "Win")


@pytest.mark.parametrize("count", [1, 3])
def test_the_register_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    for number in range(count):
        identify(oak, label=f"Worker {number}", participation=4)
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        client.get(f"/reviews/{oak.ref}/identity/")


def test_an_assessment_lets_data_in(oak, client):
    Review.objects.update(dpia_reference="")
    assert not queries.may_hold_data(oak.seat())
    client.force_login(oak.person(Role.BUSINESS))
    address = f"/reviews/{oak.ref}/data-protection/"
    assert "Nothing can be brought into this review yet" in client.get(address).content.decode()
    client.post(f"{address}assessment/", {"reference": "DPIA 2026-4"})
    assert queries.may_hold_data(oak.seat())


def test_a_waiver_needs_a_reason(oak, client):
    Review.objects.update(dpia_reference="")
    client.force_login(oak.person(Role.LEAD))
    answer = client.post(f"/reviews/{oak.ref}/data-protection/waiver/", {"reason": "None"})
    assert answer.status_code == 422 and not queries.may_hold_data(oak.seat())


def test_leads_see_who_looked_by_label_and_nobody_elses_review(oak, elm, client):
    client.force_login(oak.person(Role.BUSINESS))
    client.get(f"/reviews/{oak.ref}/identity/")
    client.force_login(elm.person(Role.LEAD))
    client.get(f"/reviews/{elm.ref}/identity/")
    told = queries.looks(oak.seat())
    assert [(line.who, line.what, line.outcome) for line in told.lines] == [
        ("Business manager A", "Names and labels", "Seen")
    ]


def test_the_pages_of_the_ledger_open_whatever_is_asked(oak, client):
    for number in range(60):
        ledger.write(oak.seat(), "reviews.ask", "done", kind="windowquestion", number=number)
    client.force_login(oak.person(Role.LEAD))
    first = client.get(f"/reviews/{oak.ref}/who-looked/").content.decode()
    assert "1 to 50 of 60 entries" in first
    for asked in ("?page=2", "?page=99", "?page=x", "?page=٣", "?page=-1", "?page=99999999999"):
        assert client.get(f"/reviews/{oak.ref}/who-looked/{asked}").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_who_looked_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    for number in range(count):
        commands.ask_question(oak.seat(), text=f"Question {number}?")
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        client.get(f"/reviews/{oak.ref}/who-looked/")
