"""Memos are found by those who may read them; passages like a marked one are told with the words they share."""

import pytest

from casement.desk.finding import search_page
from casement.foundation.access import Role
from casement.rooms.coding import commands, queries
from casement.rooms.sources import commands as sources
from casement.rooms.sources.commands.settling import make_findable
from tests.factories import coding, rounds
from tests.house.addresses import body, signed_in

FIRST = "The duty worker logged bruises on both arms.\nThe rent was late.\nNobody measured the bruises."
SECOND = (
    "Bruises to the arms were logged at nursery.\nThe bus was late.\nA bruise on one arm; the duty worker was told."
)


@pytest.fixture
def desk(oak):
    coding.framework(oak)
    findable(oak, FIRST)
    findable(oak, SECOND)
    return oak


def findable(cast, words, **more):
    """A text in the index, as one that came in is."""
    made = coding.text(cast, words, **more)
    make_findable(made, made.current)
    return made


def found(cast, words, role=Role.LEAD):
    return [(hit.name, hit.number, hit.href) for hit in search_page(cast.seat(role), words).hits]


def test_a_memo_is_found_and_leads_to_what_it_is_about(desk):
    mark = coding.mark(desk, words="logged bruises", memo="Quillwork seen twice")
    commands.write_memo(desk.seat(Role.LEAD), text="Quillwork on the whole", number=2)
    commands.write_memo(desk.seat(Role.LEAD), text="Quillwork in general")
    here = f"/reviews/{desk.ref}/"
    assert sorted(found(desk, "quillwork", Role.TEAM)) == [
        ("Memo", 1, f"{here}marks/{mark.number}/"),
        ("Memo", 2, f"{here}sources/2/"),
        ("Memo", 3, f"{here}memos/"),
    ]


def test_a_private_memo_is_found_by_its_writer_alone_until_it_is_shared(desk):
    memo = commands.write_memo(desk.seat(Role.TEAM), text="Quillwork hunch", private=True)
    assert found(desk, "quillwork", Role.TEAM) and not found(desk, "quillwork", Role.LEAD)
    commands.change_memo(desk.seat(Role.TEAM), memo=memo.number, text="Quillwork hunch", private=False)
    assert found(desk, "quillwork", Role.LEAD)
    commands.change_memo(desk.seat(Role.TEAM), memo=memo.number, text="Other words", private=False)
    assert not found(desk, "quillwork", Role.LEAD)


def test_a_memo_on_a_text_for_leads_or_taken_out_is_not_found(desk):
    kept = coding.text(desk, "For the leads alone.", access="leads")
    commands.write_memo(desk.seat(Role.LEAD), text="Quillwork", number=kept.number)
    assert found(desk, "quillwork") and not found(desk, "quillwork", Role.TEAM)
    commands.write_memo(desk.seat(Role.LEAD), text="Plimsoll", number=2)
    sources.withdraw_source(desk.seat(Role.LEAD), number=2, reason="Wrong family")
    assert not found(desk, "plimsoll")


def test_a_memo_behind_the_wall_of_a_blind_round_is_not_found(oak):
    coding.framework(oak)
    made = coding.text(oak, rounds.TEXT)
    code = rounds.code(oak)
    rounds.opened(oak, [made.number], [code])
    coding.mark(oak, words="290 names", role=Role.TEAM, number=made.number, code=code, memo="Quillwork")
    assert found(oak, "quillwork", Role.TEAM) and not found(oak, "quillwork", Role.LEAD)


def test_where_no_passage_holds_all_the_words_those_with_some_are_offered(desk):
    page = search_page(desk.seat(Role.TEAM), "bruise logged rent zebra")
    assert not page.hits and len(page.near) >= 2
    assert "hold some of the words" in shown(asked(desk, "bruise logged rent zebra"))


def shown(answer):
    return body(answer).decode()


def asked(cast, words):
    return signed_in(cast, Role.TEAM).post(f"/reviews/{cast.ref}/search/", {"words": words}, follow=True)


def test_passages_like_a_marked_one_are_shown_with_what_they_share_and_are_marked_with(desk):
    mark = coding.mark(desk, words="logged bruises on both arms", code="new:Seen on the body")
    coding.mark(desk, words="Bruises to the arms", number=2, code="new:Noticed")
    page = shown(signed_in(desk, Role.TEAM).get(f"/reviews/{desk.ref}/marks/{mark.number}/alike/"))
    assert f"/reviews/{desk.ref}/sources/2/?at=0-43#p1" in page
    assert "Marked with: Noticed." in page and "Not marked yet." in page
    assert "The bus was late" not in page and "The duty worker logged" not in page
    first = queries.like_mark(desk.seat(Role.TEAM), queries.mark_view(desk.seat(Role.TEAM), mark.number)).passages[
        0
    ]
    assert first.number == 2 and set(first.shared) == {"bruises", "arms", "logged"}


def test_likeness_shows_nothing_of_texts_one_may_not_read(desk):
    findable(desk, "Bruises on both arms were logged by the sergeant.", access="leads")
    mark = coding.mark(desk, words="logged bruises on both arms")
    address = f"/reviews/{desk.ref}/marks/{mark.number}/alike/"
    assert "sergeant" in shown(signed_in(desk, Role.LEAD).get(address))
    assert "sergeant" not in shown(signed_in(desk, Role.TEAM).get(address))


@pytest.mark.parametrize("count", [1, 3])
def test_likeness_asks_the_same_number_of_questions_for_one_and_three(desk, count, django_assert_max_num_queries):
    for _ in range(count):
        findable(desk, "Bruises on both arms were logged.")
    mark = coding.mark(desk, words="logged bruises on both arms")
    client = signed_in(desk, Role.TEAM)
    with django_assert_max_num_queries(12):
        client.get(f"/reviews/{desk.ref}/marks/{mark.number}/alike/")
