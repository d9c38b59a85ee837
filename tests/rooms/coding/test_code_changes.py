"""Codes merged, split, moved and retired: nothing is lost, each is told in words, and each can be taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casement.foundation.access import Role
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding import commands, queries
from casement.rooms.coding.models import Code, CodeEvent, Mark, Memo
from tests.factories import coding, rounds
from tests.factories.reviews import cast
from tests.factories.sources import record
from tests.house.addresses import signed_in

WORDS = ("290 names", "nobody rang", "rang back", "on Monday", "on Tuesday")
TEXT = "The list had 290 names and nobody rang back on Monday or on Tuesday."


@pytest.fixture
def two_codes(oak):
    """Codes 1 and 2 with marks by two people, one doubled, one removed, one with memos."""
    coding.framework(oak)
    record(oak, text=TEXT, name="a.txt")
    coding.mark(oak, words="290 names", code="new:Load", memo="On the first")
    coding.mark(oak, words="290 names", code="new:Burden", memo="On the second")
    coding.mark(oak, words="290 names", code="open:2", role=Role.TEAM)
    coding.mark(oak, words="rang back", code="open:2")
    commands.remove_mark(oak.seat(), mark=coding.mark(oak, words="on Monday", code="open:2").number)
    return oak


def state():
    """Everything that a merge or a split could change."""
    marks = Mark.objects.order_by("pk").values_list(
        "number", "code__number", "removed_at", "excerpt", "by", "influence"
    )
    return list(marks), list(Memo.objects.order_by("pk").values_list("number", "mark__number", "text"))


def happened(oak, number, role=Role.LEAD):
    return [one.sentence for one in queries.code_history(oak.seat(role), number).happened]


def test_a_merge_moves_every_mark_and_makes_one_of_two_that_say_the_same(two_codes):
    oak, before = two_codes, state()
    event = commands.merge_code(oak.seat(), number=2, into=1)
    marks, memos = state()
    assert {code for _, code, *_ in marks} == {1}
    assert len(marks) == len(before[0]) and len(memos) == len(before[1])
    live = [number for number, _, removed, *_ in marks if not removed]
    assert live == [1, 3, 4]  # the second of the lead's two on the same words is one with the first
    assert [mark for _, mark, _ in memos] == [1, 1]
    assert Code.objects.get(number=2).retired_at
    assert (
        happened(oak, 2)[0]
        == "Merged into “Load”. 4 marks that you may see went along. 1 of them became one with a mark on the same words by the same person."
    )
    assert happened(oak, 1)[0].startswith("“Burden” was merged into it.")
    commands.undo_code_event(oak.seat(), number=2, event=event.number)
    assert state() == before
    assert not Code.objects.get(number=2).retired_at
    assert happened(oak, 2)[0].startswith("Taken back: merged into")
    with pytest.raises(Refused, match="already"):
        commands.undo_code_event(oak.seat(), number=2, event=event.number)


def test_marks_that_say_different_things_both_stay(two_codes):
    oak = two_codes
    commands.change_mark(oak.seat(), mark=2, influence="harder")
    commands.merge_code(oak.seat(), number=2, into=1)
    assert Mark.objects.filter(removed_at=None, excerpt__quote="290 names").count() == 3


def test_what_somebody_changed_since_stays_when_a_merge_is_taken_back(two_codes):
    oak = two_codes
    event = commands.merge_code(oak.seat(), number=2, into=1)
    commands.change_mark(oak.seat(), mark=4, influence="", code="new:Third")
    commands.undo_code_event(oak.seat(), number=2, event=event.number)
    assert Mark.objects.get(number=4).code.label == "Third"


def test_marks_out_of_reach_go_along_and_are_not_counted(two_codes):
    oak = two_codes
    kept = record(oak, text="Kept for the leads alone.", name="kept.txt", access="leads")
    coding.mark(oak, words="leads alone", code="open:2", number=kept.number)
    commands.merge_code(oak.seat(Role.TEAM), number=2, into=1)
    assert not Mark.objects.filter(code__number=2).exists()
    assert " 4 marks that you may see" in happened(oak, 2, Role.TEAM)[0]
    assert " 5 marks that you may see" in happened(oak, 2)[0]


def test_nothing_is_merged_or_split_while_a_blind_round_is_open(two_codes):
    oak = two_codes
    before = state()
    rounds.opened(oak, [1], ["open:1"])
    for act in (
        lambda: commands.merge_code(oak.seat(), number=2, into=1),
        lambda: commands.merge_code(oak.seat(), number=1, into=2),
        lambda: commands.split_code(oak.seat(), number=1, label="Part", marks=[1]),
    ):
        with pytest.raises(Refused, match="open blind round"):
            act()
    assert state() == before


def test_a_split_takes_what_was_chosen(two_codes):
    oak, before = two_codes, state()
    event = commands.split_code(oak.seat(), number=2, label="Answering", marks=[4], definition="Calls.")
    made = Code.objects.get(label="Answering")
    assert [mark.number for mark in Mark.objects.filter(code=made)] == [4]
    assert happened(oak, 2)[0] == "Split: “Answering” was made from part of it. 1 mark that you may see went along."
    assert happened(oak, made.number)[:1] == [
        "Made from part of “Burden”. 1 mark that you may see went along."
    ] or "Made from part" in " ".join(happened(oak, made.number))
    commands.undo_code_event(oak.seat(), number=2, event=event.number)
    assert state() == before


@pytest.mark.parametrize(
    "asked", [{"marks": []}, {"marks": [1]}, {"marks": [4, 99]}, {"marks": [4], "label": "load"}]
)
def test_a_split_of_what_is_not_there_is_refused(two_codes, asked):
    before = state()
    with pytest.raises(Refused):
        commands.split_code(two_codes.seat(), number=2, **{"label": "Part"} | asked)
    assert state() == before and not CodeEvent.objects.exists()


def test_a_code_never_stands_under_itself(two_codes):
    seat = two_codes.seat()
    commands.move_code(seat, number=2, under=1)
    with pytest.raises(Refused, match="under itself"):
        commands.move_code(seat, number=1, under=2)
    with pytest.raises(Refused):
        commands.move_code(seat, number=1, under=1)
    assert happened(two_codes, 2)[0] == "Moved under “Load”."
    event = CodeEvent.objects.get()
    commands.undo_code_event(seat, number=2, event=event.number)
    commands.move_code(seat, number=1, under=2)
    assert Code.objects.get(number=1).parent.number == 2


def test_renaming_describing_and_retiring_are_told(two_codes):
    seat = two_codes.seat()
    commands.define_code(
        seat, number=1, label="Weight", definition="Too much.", exclusion="Not busy.", example="“290 names”"
    )
    commands.define_code(seat, number=1, label="Weight", definition="Far too much.")
    commands.retire_code(seat, number=1)
    told = queries.code_history(seat, 1)
    assert [one.sentence for one in told.happened] == [
        "Retired. Its marks stay.",
        "Described anew.",
        "Renamed from “Load” to “Weight”.",
        "Made.",
    ]
    assert ("Not when", "Not busy.") in told.happened[1].detail
    commands.undo_code_event(seat, number=1, event=told.happened[0].event)
    assert not Code.objects.get(number=1).retired_at


def test_factors_of_the_framework_have_no_such_pages(two_codes):
    client = signed_in(two_codes)
    for path in ("history/", "merge/", "split/", "place/"):
        assert client.get(f"/reviews/{two_codes.ref}/codes/item/wrk.03/{path}").status_code == 404
    assert "merge/" not in client.get(f"/reviews/{two_codes.ref}/codes/item/wrk.03/").content.decode()


def test_pages_and_their_forms(two_codes):
    oak, client = two_codes, signed_in(two_codes)
    at = f"/reviews/{oak.ref}/codes/2/"
    assert client.post(f"{at}merge/", {"into": ""}).status_code == 422
    assert client.post(f"{at}split/", {"label": "Kept name", "marks": []}).content.decode().count("Kept name") == 1
    assert client.post(f"{at}split/", {"label": "Answering", "marks": ["4"]}).status_code == 302
    assert client.post(f"{at}place/", {"under": "1"}).status_code == 302
    assert client.post(f"{at}merge/", {"into": "1"}).status_code == 302
    page = client.get(f"{at}history/").content.decode()
    assert page.count("Take this back") == 3
    events = list(CodeEvent.objects.order_by("-pk").values_list("number", flat=True))
    for event in events:
        assert client.post(f"{at}history/{event}/return/").status_code == 302
    assert client.post(f"/reviews/{oak.ref}/codes/1/history/{events[0]}/return/").status_code == 404
    for role in (Role.SUPERVISOR, Role.FAMILY):
        assert signed_in(oak, role).get(f"{at}history/").status_code == 404


def test_the_history_takes_the_same_few_queries(two_codes):
    oak, counts = two_codes, []
    client = signed_in(oak)
    for n in range(3):
        commands.move_code(oak.seat(), number=2, under=None if n % 2 else 1)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/reviews/{oak.ref}/codes/2/history/").status_code == 200
        counts.append(len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]))
    assert counts[0] == counts[2] <= 12


marking = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(["open:1", "open:2", "open:3"]), st.sampled_from([Role.LEAD, Role.TEAM]), st.sampled_from(["", "helped"])),
    max_size=6,
)  # fmt: skip
merging = st.lists(st.permutations([1, 2, 3]).map(lambda three: tuple(three[:2])), min_size=1, max_size=3)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marking, merging)
def test_merges_lose_nothing_and_taking_them_back_in_turn_restores_all(db, marked, merges):
    from django.db import transaction

    with transaction.atomic():
        oak = cast("Oak")
        record(oak, text=TEXT, name="a.txt")
        for label in ("One", "Two", "Three"):
            commands.add_code(oak.seat(), label=label)
        for words, code, role, influence in marked:
            coding.mark(oak, words=words, code=code, role=role, influence=influence)
        states, events = [], []
        for number, into in merges:
            if Code.objects.get(number=into).retired_at or Code.objects.get(number=number).retired_at:
                continue
            states.append(state())
            live = {row[3:] for row in state()[0] if not row[2]}
            events.append(commands.merge_code(oak.seat(), number=number, into=into))
            assert {row[3:] for row in state()[0] if not row[2]} == live
            assert not [row for row in state()[0] if row[1] == number]
        while events:
            event = events.pop()
            commands.undo_code_event(oak.seat(), number=event.code.number, event=event.number)
            assert state() == states.pop()
        transaction.set_rollback(True)


def test_nothing_of_another_review_is_reached(two_codes, elm):
    coding.framework(elm)
    commands.add_code(elm.seat(), label="Theirs")
    event = commands.retire_code(elm.seat(), number=1)
    with pytest.raises(NotHere):
        commands.undo_code_event(two_codes.seat(), number=1, event=CodeEvent.objects.get(code=event).number)
    with pytest.raises(NotHere):
        commands.merge_code(two_codes.seat(), number=1, into=77)


def test_open_pages_are_told_and_what_a_mark_said_is_kept(two_codes):
    oak = two_codes
    known = max(Mark.objects.values_list("changed", flat=True))
    event = commands.merge_code(oak.seat(), number=2, into=1)
    moved = Mark.objects.filter(number__in=(2, 3, 4, 5))
    assert all(mark.changed > known and mark.befores.latest("act").code.number == 2 for mark in moved)
    assert Mark.objects.get(number=1).changed > known  # it has one more memo
    with pytest.raises(Refused, match="changed again"):
        commands.take_back(oak.seat(), mark=4, act=0)
    commands.undo_code_event(oak.seat(), number=2, event=event.number)
    assert [mark.code.number for mark in moved.all()] == [2, 2, 2, 2]
