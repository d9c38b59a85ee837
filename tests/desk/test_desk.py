"""Home, where we are, search: told from what this person may see, and from nothing else."""

import pytest

from casement.desk.finding import search_page
from casement.desk.home import home_page
from casement.desk.where import where_page
from casement.foundation import search
from casement.foundation.access import Role, Subject
from casement.rooms.analysis.models import Episode
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews import commands, queries
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.sources.models import Source, Withdrawal
from tests.factories.reviews import person
from tests.factories.sources import WORDS, record


def source(cast, number, *, kind="record", agency="Police", **more):
    return Source.objects.create(
        review=cast.review, number=number, kind=kind, title=f"Source {number}", added_by=cast.person(Role.LEAD),
        agency=cast.agency(agency) if agency else None, **more,
    )  # fmt: skip


@pytest.fixture
def furnished(oak):
    """Records of two agencies, one for leads only, one taken out; a conversation, a family account, an entry."""
    source(oak, 1)
    source(oak, 2, access="leads")
    source(oak, 3, agency="Health visiting")
    taken = source(oak, 4)
    Withdrawal.objects.create(source=taken, reason="Wrong file", by=oak.person(Role.LEAD))
    worker = Participation.objects.get(review=oak.review, role=Role.CASE_GROUP)
    source(oak, 5, kind="conversation", agency=None, participation=worker)
    source(oak, 6, kind="family", agency=None)
    Entry.objects.create(
        review=oak.review, number=1, agency=oak.agency("Police"), event="A call", added_by=oak.person(Role.LEAD)
    )
    Episode.objects.create(review=oak.review, number=1, title="The visit", state="chosen", by=oak.person(Role.LEAD))
    return oak


def rests(cast, role):
    told = where_page(cast.seat(role)).rests
    return (
        None
        if told is None
        else {rest.whose: (rest.records, rest.conversations, rest.family, rest.entries) for rest in told}
    )


def test_a_lead_sees_everything_that_stands(furnished):
    assert rests(furnished, Role.LEAD) == {
        "Police": (2, 1, 0, 1),
        "Health visiting": (1, 0, 0, 0),
        "Children's social care": (0, 0, 0, 0),
        "Family": (0, 0, 1, 0),
    }


def test_the_team_is_told_no_amount_of_what_it_may_not_read(furnished):
    told = rests(furnished, Role.TEAM)
    assert told["Police"] == (1, 0, 0, 1) and "Family" not in told
    assert "Conversations are counted for those who may read them" in page(furnished, Role.TEAM)


def test_an_agency_contact_sees_their_agency_and_no_questions(furnished):
    commands.ask_question(furnished.seat(), text="Who notices?")
    assert rests(furnished, Role.AGENCY_CONTACT) == {"Police": (1, 0, 0, 1)}
    assert "Who notices?" not in page(furnished, Role.AGENCY_CONTACT)


def test_the_board_sees_where_it_stands_and_no_working_amounts(furnished):
    assert rests(furnished, Role.ACCOUNTABLE) is None
    text = page(furnished, Role.ACCOUNTABLE)
    assert "episode" not in text and "The next step is" in text


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY, Role.EVALUATOR, Role.ADMIN])
def test_who_was_told_nothing_yet_does_not_get_in(furnished, client, role):
    client.force_login(furnished.person(role))
    assert client.get(f"/reviews/{furnished.ref}/").status_code == 404


def page(cast, role):
    from django.test import Client

    client = Client()
    client.force_login(cast.person(role))
    return client.get(f"/reviews/{cast.ref}/").content.decode()


def titles(cast, role=Role.LEAD):
    return [each.title for each in where_page(cast.seat(role)).obstacles]


def test_a_new_review_says_what_setting_up_needs(db):
    opener = person("Opener", opens_reviews=True)
    review = commands.open_review(queries.seat_of(opener.pk, None), code_name="Larch", kind="adults")
    told = where_page(queries.seat_of(opener.pk, review.ref))
    assert told.obstacles[0].blocks and "decision to review has no reasons" in told.obstacles[0].title
    everything = " ".join(each.title for each in told.obstacles)
    for wanted in ("data protection", "first question", "agencies", "one lead", "review team", "pull you two ways"):
        assert wanted in everything
    assert told.panes[0].state == "now" and "1 thing stands in its way" in told.second


def test_an_obstacle_goes_when_it_is_met(oak):
    assert any("decision" in title for title in titles(oak))
    commands.answer_gate(oak.seat(), gate="decision", text="The board decided in May.")
    assert not any("decision" in title for title in titles(oak))


def test_silent_agencies_are_named_and_an_unexplained_episode_is_asked_about(furnished):
    told = titles(furnished)
    assert "Nothing has come from Children's social care yet" in told
    assert any("it made sense because" in title for title in told)


def test_a_closed_review_asks_for_nothing(furnished):
    commands.close_review(furnished.seat(), note="Finished.")
    told = where_page(furnished.seat())
    assert not told.obstacles and "can be read, not changed" in told.first


@pytest.mark.parametrize("count", [1, 3])
def test_where_we_are_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    for number in range(count):
        source(oak, number + 1)
        commands.ask_question(oak.seat(), text=f"Question {number}?")
        commands.add_agency(oak.seat(), name=f"Agency {number}")
    client.force_login(oak.person(Role.LEAD))
    with django_assert_max_num_queries(12):
        assert client.get(f"/reviews/{oak.ref}/").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_home_asks_a_fixed_number_of_times(oak, client, count, django_assert_max_num_queries):
    opener = oak.person(Role.LEAD)
    for number in range(count):
        commands.open_review(queries.seat_of(opener.pk, None), code_name=f"Larch {number}", kind="adults")
    client.force_login(opener)
    client.get("/")  # once an hour, that somebody was here is noted as well
    with django_assert_max_num_queries(12):
        text = client.get("/").content.decode()
    assert text.count("Larch") >= count


def home(cast, role):
    return home_page(queries.seat_of(cast.person(role).pk, None))


def test_home_of_a_lead_starts_with_what_blocks(oak):
    told = home(oak, Role.LEAD)
    assert told.next.review == "Oak" and told.next.obstacle.blocks


def test_home_of_a_team_member_asks_for_their_own_statement_only(oak):
    assert home(oak, Role.TEAM).next.obstacle.title == "Say what could pull you two ways"
    commands.declare_conflict(oak.seat(Role.TEAM), statement="Nothing.")
    assert home(oak, Role.TEAM).next is None


@pytest.mark.parametrize("role", [Role.CASE_GROUP, Role.FAMILY])
def test_home_of_those_who_came_once_has_no_names_and_no_counts(oak, client, role):
    commands.describe_review(oak.seat(), code_name="Quillon")
    client.force_login(oak.person(role))
    text = client.get("/").content.decode()
    assert "Quillon" not in text and "A lead reviewer will be in touch" in text


def test_home_of_somebody_without_a_review(db, client):
    client.force_login(person("Somebody"))
    assert "Someone has to invite you" in client.get("/").content.decode()


def test_home_needs_a_sign_in(client, db):
    assert client.get("/")["Location"].startswith("/sign-in/")


@pytest.fixture
def indexed(oak, elm):
    for cast in (oak, elm):
        search.put(
            cast.review.pk, Subject.RECORDS, "source", 1, [(0, "The health visitor knocked twice.")],
            title=f"Log of {cast.review.code_name}", agency_id=cast.agency("Police").pk,
        )  # fmt: skip
    return oak


def ask(client, cast, words):
    return client.post(f"/reviews/{cast.ref}/search/", {"words": words}, follow=True)


def test_search_finds_only_in_this_review_and_keeps_words_out_of_addresses(indexed, client):
    client.force_login(indexed.person(Role.TEAM))
    answer = ask(client, indexed, "visitor knock*")
    text = answer.content.decode()
    assert "Log of Oak" in text and "Log of Elm" not in text and "<mark>knocked</mark>" in text
    assert answer.redirect_chain == [(f"/reviews/{indexed.ref}/search/", 302)]
    assert 'value="visitor knock*"' in client.get(f"/reviews/{indexed.ref}/search/").content.decode()


def test_what_is_found_leads_to_its_very_paragraph(oak, client):
    record(oak)
    client.force_login(oak.person(Role.TEAM))
    (hit,) = search_page(oak.seat(Role.TEAM), "nobody answered").hits
    start = WORDS.index("Nobody")
    assert hit.href == f"/reviews/{oak.ref}/sources/1/?at={start}-{start + 25}#p2" and hit.sign == "record"
    assert 'id="p2"' in client.get(hit.href).content.decode()


def test_a_record_kept_for_leads_is_not_found_by_the_team(oak):
    record(oak, access="leads")
    assert not search_page(oak.seat(Role.TEAM), "answered").hits
    assert search_page(oak.seat(Role.LEAD), "answered").hits


def test_words_looked_for_in_one_review_do_not_show_in_another(indexed, client):
    ash = Review.objects.create(ref="ASH1", code_name="Ash", kind="children", opened_by=indexed.person(Role.LEAD))
    lead = indexed.person(Role.LEAD)
    Participation.objects.create(review=ash, number=1, person=lead, role=Role.LEAD, role_label="Lead reviewer A")
    client.force_login(lead)
    ask(client, indexed, "Quillon")
    assert "Quillon" not in client.get("/reviews/ASH1/search/").content.decode()


def test_search_that_finds_nothing_says_so(indexed, client):
    client.force_login(indexed.person(Role.LEAD))
    assert "Nothing found" in ask(client, indexed, 'zzz" OR (').content.decode()


@pytest.mark.parametrize("role", [Role.ACCOUNTABLE, Role.EVALUATOR, Role.BUSINESS])
def test_who_may_not_read_may_not_search(indexed, client, role):
    client.force_login(indexed.person(role))
    assert client.get(f"/reviews/{indexed.ref}/search/").status_code == 404
    assert client.post(f"/reviews/{indexed.ref}/search/", {"words": "visitor"}).status_code == 404
