"""Who takes part: given a place, invited, leaving, and what each may see of the others."""

import pytest

from casement.foundation.access import Role
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.people.commands import accept_invitation
from casement.rooms.people.models import Invitation
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Participation
from tests.factories.reviews import PASSWORD, cast, person


def give(cast, by=Role.LEAD, **more):
    wanted = {"role": "review_team_member", "role_label": "Team member, Housing", **more}
    return commands.seat_member(cast.seat(by), **wanted)


def test_a_worker_takes_part_without_an_account(oak):
    place = give(oak, role="case_group_member", role_label="Health Visitor 2", agency=2)
    assert place.person_id is None and place.agency.name == "Health visiting"
    assert not Invitation.objects.exists()


def test_somebody_with_an_account_has_a_seat_at_once(oak):
    other = person("Other")
    give(oak, email=other.email.upper())
    assert queries.seat_of(other.pk, oak.ref).standing.role is Role.TEAM


def test_somebody_new_is_invited_and_sits_down_on_accepting(oak):
    place = give(oak, email="new@example.org", name="New Person")
    assert "/invitation/" in place.link
    joined = accept_invitation(token=place.link.split("/")[-2], password=PASSWORD)
    assert queries.seat_of(joined.pk, oak.ref).label == "Team member, Housing"


def test_one_account_fills_the_places_kept_in_two_reviews(oak):
    ash = cast("Ash")
    place = give(oak, email="new@example.org", name="New Person")
    give(ash, email="new@example.org", name="New Person")
    joined = accept_invitation(token=place.link.split("/")[-2], password=PASSWORD)
    assert queries.seat_of(joined.pk, oak.ref) and queries.seat_of(joined.pk, ash.ref)


def test_a_place_that_ended_before_the_invitation_was_used_stays_empty(oak):
    place = give(oak, email="new@example.org", name="New Person")
    commands.end_participation(oak.seat(), number=place.number)
    joined = accept_invitation(token=place.link.split("/")[-2], password=PASSWORD)
    assert queries.seat_of(joined.pk, oak.ref) is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"role": "chief"}, "role"),
        ({"role_label": " "}, "role_label"),
        ({"role_label": "lead reviewer a"}, "role_label"),
        ({"role_label": "a@example.org"}, "role_label"),
        ({"role": "agency_contact"}, "agency"),
        ({"email": "new@example.org"}, "name"),
    ],
)
def test_what_is_refused_is_said_at_its_field(oak, wrong, field):
    with pytest.raises(Refused) as no:
        give(oak, **wrong)
    assert no.value.field == field


def test_nobody_has_two_places(oak):
    with pytest.raises(Refused, match="has a place here already"):
        give(oak, email=oak.person(Role.SUPERVISOR).email)


def test_nobody_is_invited_twice(oak):
    give(oak, email="new@example.org", name="New Person")
    with pytest.raises(Refused, match="invited already"):
        give(oak, role_label="Another", email="new@example.org", name="New Person")


def test_an_agency_of_another_review_is_not_here(oak, elm):
    commands.add_agency(elm.seat(), name="Fourth")
    with pytest.raises(NotHere):
        give(oak, agency=4)


def test_the_office_gives_places_but_not_the_lead(oak):
    give(oak, by=Role.BUSINESS)
    with pytest.raises(Refused, match="Only a lead reviewer"):
        give(oak, by=Role.BUSINESS, role="lead_reviewer", role_label="Lead reviewer B")


def test_a_profession_is_said_later_by_who_gives_places_and_read_by_who_must(oak):
    place = give(oak, role="case_group_member", role_label="Health Visitor 2", agency=2)
    commands.say_profession(oak.seat(Role.BUSINESS), number=place.number, profession="  Health   visiting ")
    assert queries.member(oak.seat(), place.number).profession == "Health visiting"
    contact = queries.member(
        oak.seat(Role.AGENCY_CONTACT), Participation.objects.get(person=oak.person(Role.AGENCY_CONTACT)).number
    )
    assert contact.profession == ""
    for role in (Role.TEAM, Role.AGENCY_CONTACT):
        with pytest.raises(NotHere):
            commands.say_profession(oak.seat(role), number=place.number, profession="Nursing")
    with pytest.raises(Refused):
        commands.say_profession(oak.seat(), number=place.number, profession="x" * 61)
    commands.end_participation(oak.seat(), number=place.number)
    with pytest.raises(Refused, match="has ended"):
        commands.say_profession(oak.seat(), number=place.number, profession="Nursing")


def test_the_team_gives_no_places(oak):
    with pytest.raises(NotHere):
        give(oak, by=Role.TEAM)


def test_access_ends_with_the_place(oak, client):
    client.force_login(oak.person(Role.TEAM))
    assert client.get(f"/reviews/{oak.ref}/").status_code == 200
    number = Participation.objects.get(person=oak.person(Role.TEAM)).number
    commands.end_participation(oak.seat(), number=number)
    assert client.get(f"/reviews/{oak.ref}/").status_code == 404


def test_the_only_lead_stays(oak):
    with pytest.raises(Refused, match="only lead"):
        commands.end_participation(oak.seat(), number=1)


def test_a_label_is_never_used_again(oak):
    place = give(oak)
    commands.end_participation(oak.seat(), number=place.number)
    with pytest.raises(Refused, match="had it"):
        give(oak)


def test_everybody_declares_for_themselves_and_leads_for_others(oak):
    commands.declare_conflict(oak.seat(Role.TEAM), statement="Nothing.")
    commands.declare_conflict(oak.seat(Role.LEAD), number=2, statement="Once worked there.")
    assert queries.member(oak.seat(), 2).conflict_statement == "Once worked there."
    with pytest.raises(NotHere):
        commands.declare_conflict(oak.seat(Role.TEAM), number=1, statement="Of another.")


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.LEAD, 13), (Role.TEAM, 13), (Role.BUSINESS, 13), (Role.CASE_GROUP, 1), (Role.FAMILY, 1)],
)
def test_each_sees_the_places_their_role_allows(oak, role, sees):
    assert len(queries.members(oak.seat(role))) == sees


def test_an_agency_contact_sees_their_own_agency_only(oak):
    give(oak, role="case_group_member", role_label="Health Visitor 2", agency=2)
    assert {each.agency for each in queries.members(oak.seat(Role.AGENCY_CONTACT))} == {"Police"}


def test_a_worker_does_not_read_others_statements_or_page(oak, client):
    commands.declare_conflict(oak.seat(), statement="Zebra")
    client.force_login(oak.person(Role.CASE_GROUP))
    assert "Zebra" not in client.get(f"/reviews/{oak.ref}/members/").content.decode()
    assert client.get(f"/reviews/{oak.ref}/members/1/").status_code == 404


def test_the_form_gives_a_place_and_shows_the_way_in(oak, client):
    client.force_login(oak.person(Role.LEAD))
    form = {"role": "review_team_member", "role_label": "Team B", "email": "new@example.org", "name": "New"}
    answer = client.post(f"/reviews/{oak.ref}/members/new/", form, follow=True)
    text = answer.content.decode()
    assert "Team B has a place" in text and "/invitation/" in text and "Invited, not here yet" in text


def test_a_refused_place_keeps_what_was_typed(oak, client):
    client.force_login(oak.person(Role.LEAD))
    form = {"role": "review_team_member", "role_label": "Lead reviewer A", "name": "Quillon", "agency": "2"}
    answer = client.post(f"/reviews/{oak.ref}/members/new/", form)
    text = answer.content.decode()
    assert answer.status_code == 422 and "Add a number to tell them apart" in text
    assert "Quillon" in text and '<option value="2" selected>' in text


def test_ending_a_place_says_first_what_is_lost(oak, client):
    client.force_login(oak.person(Role.LEAD))
    address = f"/reviews/{oak.ref}/members/2/ending/"
    assert "They lose at once" in client.get(address).content.decode()
    client.post(address)
    assert Participation.objects.get(review=oak.review, number=2).ended_at <= now()


@pytest.mark.parametrize("count", [1, 3])
def test_the_people_page_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    for number in range(count):
        give(oak, role_label=f"Worker {number}", role="case_group_member", agency=1)
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        client.get(f"/reviews/{oak.ref}/members/")
