"""What was done to a mark is taken back by a new act, by whoever did it, while nobody did anything since."""

from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import commands
from casement.rooms.coding.models import Mark, MarkBefore
from tests.factories import coding


@pytest.fixture
def made(oak):
    coding.framework(oak)
    coding.text(oak)
    return coding.mark(oak, code="item:wrk.03", influence="helped")


def says(number=1):
    row = Mark.objects.visible_to(OAK.seat()).get(number=number)
    return row.item.item_id if row.item else row.code.label, row.influence, row.removed_at is not None


OAK = None


@pytest.fixture(autouse=True)
def _oak(oak):
    global OAK
    OAK = oak


HELPED = ("wrk.03", "supports_good_practice", False)


def test_making_is_taken_back_and_done_again(oak, made):
    gone = commands.take_back(oak.seat(), mark=1, act=0)
    assert says()[2]
    back = commands.take_back(oak.seat(), mark=1, act=gone.act)
    assert says() == HELPED
    commands.take_back(oak.seat(), mark=1, act=back.act)
    assert says()[2]


def test_a_change_is_taken_back_to_the_letter(oak, made):
    changed = commands.change_mark(oak.seat(), mark=1, code="new:In our words", influence="")
    assert says() == ("In our words", "", False)
    undone = commands.take_back(oak.seat(), mark=1, act=changed.act)
    assert says() == HELPED
    commands.take_back(oak.seat(), mark=1, act=undone.act)
    assert says() == ("In our words", "", False)


def test_several_acts_are_taken_back_one_after_the_other(oak, made):
    first = commands.change_mark(oak.seat(), mark=1, influence="unclear").act
    removed = commands.remove_mark(oak.seat(), mark=1)
    undone = commands.take_back(oak.seat(), mark=1, act=removed.act)
    assert says() == ("wrk.03", "unclear", False)
    # The act before is the last again, as far as taking back goes, once the later one was taken back.
    commands.take_back(oak.seat(), mark=1, act=first)
    assert says() == HELPED
    assert undone.act > removed.act > first


ONWARD = {
    "supports_good_practice": "harder",
    "makes_problematic_practice_more_likely": "unclear",
    "unclear": "helped",
}


@given(st.lists(st.sampled_from(["change", "undo", "redo"]), max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_goes_back_and_forth_as_an_editor_does(oak, made, asked):
    """Against the plainest model there is: a list of what the mark said, and a place in it."""
    mark = commands.mark_words(
        oak.seat(), number=1, words="The list", code=f"new:{uuid4()}", influence="helped"
    ).number
    said, at, done, undone = [None, says(mark)], 1, [0], []
    for what in asked:
        if what == "change" and said[at]:
            done.append(commands.change_mark(oak.seat(), mark=mark, influence=ONWARD[said[at][1]]).act)
            said, at, undone = [*said[: at + 1], says(mark)], at + 1, []
        elif what == "undo" and done:
            undone.append(commands.take_back(oak.seat(), mark=mark, act=done.pop()).act)
            at -= 1
        elif what == "redo" and undone:
            done.append(commands.take_back(oak.seat(), mark=mark, act=undone.pop()).act)
            at += 1
        assert says(mark)[2] if said[at] is None else says(mark) == said[at]


def test_taking_back_twice_is_taking_back_once(oak, made):
    act = commands.remove_mark(oak.seat(), mark=1).act
    for _ in range(2):
        commands.take_back(oak.seat(), mark=1, act=act)
    assert says() == HELPED


def test_what_somebody_did_since_is_not_undone(oak, made):
    mine = commands.change_mark(oak.seat(), mark=1, influence="harder").act
    theirs = commands.change_mark(oak.seat(Role.TEAM), mark=1, influence="unclear").act
    with pytest.raises(Refused, match="meanwhile"):
        commands.take_back(oak.seat(), mark=1, act=mine)
    with pytest.raises(Refused, match="Somebody else"):
        commands.take_back(oak.seat(), mark=1, act=theirs)
    assert says()[1] == "unclear"


def test_nobody_takes_back_the_making_of_anothers_mark(oak, made):
    with pytest.raises(Refused, match="Somebody else"):
        commands.take_back(oak.seat(Role.TEAM), mark=1, act=0)
    with pytest.raises(NotHere):
        commands.take_back(oak.seat(Role.FAMILY), mark=1, act=0)
    assert says() == HELPED


def test_a_memo_in_between_is_no_act(oak, made):
    act = commands.change_mark(oak.seat(), mark=1, influence="harder").act
    commands.keep_memo(oak.seat(Role.TEAM), mark=1, memo="Really?")
    commands.take_back(oak.seat(), mark=1, act=act)
    assert says() == HELPED


def test_each_is_an_entry_of_its_own_and_nothing_is_erased(oak, made):
    before = LedgerEntry.objects.count()
    act = commands.remove_mark(oak.seat(), mark=1).act
    commands.take_back(oak.seat(), mark=1, act=act)
    told = LedgerEntry.objects.order_by("seq").values_list("action", "outcome", "kind", "number")[before:]
    assert list(told) == [("coding.mark", "done", "mark", 1)] * 2
    assert list(MarkBefore.objects.values_list("takes_back", "by")) == [
        (None, oak.person(Role.LEAD).pk),
        (act, oak.person(Role.LEAD).pk),
    ]


def test_doing_what_is_done_already_is_no_act(oak, made):
    assert commands.change_mark(oak.seat(), mark=1, influence="helped").act == 0
    assert commands.restore_mark(oak.seat(), mark=1).act == 0
    assert not MarkBefore.objects.exists()


def test_without_script_the_next_page_offers_to_undo(oak, made):
    client = Client()
    client.force_login(oak.person(Role.LEAD))
    at = f"/reviews/{oak.ref}/"
    page = client.post(f"{at}marks/1/removal/", follow=True).content.decode()
    act = Mark.objects.visible_to(oak.seat()).get().act
    undo = f"{at}marks/1/undo/{act}/"
    assert f'action="{undo}"' in page
    page = client.post(undo, follow=True).content.decode()
    assert "Taken back." in page
    assert says() == HELPED
    words = {"paragraph": "1", "words": "Visit", "own": "First", "code": "", "influence": ""}
    page = client.post(f"{at}sources/1/", words, follow=True).content.decode()
    assert f'action="{at}marks/2/undo/0/"' in page
