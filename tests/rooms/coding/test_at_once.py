"""Several people mark at once: every mark is kept, under a number of its own, and the ledger stays one chain."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from casement.foundation import ledger
from casement.foundation.access import Role
from casement.foundation.refusals import Conflict, Refused
from casement.rooms.coding import commands
from casement.rooms.coding.models import Code, CodeEvent, CodeText, Mark, Memo
from tests.factories import coding
from tests.factories.reviews import cast

PEOPLE, EACH = 4, 8


@pytest.mark.django_db(transaction=True)
def test_nothing_is_lost_when_four_people_mark_at_once():
    oak = cast("Oak")
    coding.framework(oak)
    source = coding.text(oak)
    seats = [oak.seat(Role.LEAD), oak.seat(Role.TEAM)] * (PEOPLE // 2)
    text = source.current.text

    def work(place: int) -> list[int]:
        try:
            made = []
            for turn in range(EACH):
                start = place * EACH + turn
                words = text[start : start + 3]
                mark = commands.mark_passage(
                    seats[place], number=source.number, start=start, end=start + 3, quote=words,
                    code="new:Wait" if turn == 0 else "new:Ringing back", memo="seen", influence="unclear",
                )  # fmt: skip
                made.append(mark.number)
            return made
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        told = [number for numbers in pool.map(work, range(PEOPLE)) for number in numbers]
    assert len(set(told)) == PEOPLE * EACH == Mark.objects.count() == Memo.objects.count()
    assert ledger.first_break() is None


def at_once(*acts):
    """What each answers, or the error it ends with, when all begin at the same moment."""
    gate = Barrier(len(acts))

    def one(act):
        try:
            gate.wait()
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [waiting.result() for waiting in [pool.submit(one, act) for act in acts]]


def ended(told, kind):
    return [one for one in told if isinstance(one, kind)]


@pytest.fixture
def two(transactional_db):
    oak = cast("Oak")
    coding.framework(oak)
    coding.text(oak)
    return oak, oak.seat(Role.LEAD), oak.seat(Role.TEAM)


ROUNDS = 12


def test_a_wording_of_a_code_is_never_saved_over_another_that_its_writer_did_not_see(two):
    _, lead, team = two
    code = commands.add_code(lead, label="Waiting")
    for turn in range(1, ROUNDS):
        told = at_once(*(partial(commands.define_code, seat, number=code.number, label="Waiting", based_on=turn,
                                 definition=f"{turn} {who}")
                         for who, seat in enumerate((lead, team, lead, team))))  # fmt: skip
        assert len(ended(told, Code)) == 1
        assert len(ended(told, Conflict)) == 3
    kept = [text.edition for text in CodeText.objects.filter(kept_beside=False).order_by("pk")]
    assert kept == list(range(1, ROUNDS))


def test_two_who_add_a_code_of_the_same_name_get_one_and_a_sentence(two):
    _, lead, team = two
    for turn in range(ROUNDS):
        names = (f"Wait {turn}", f"wait {turn}") * 2
        told = at_once(
            *(
                partial(commands.add_code, seat, label=name)
                for seat, name in zip((lead, team) * 2, names, strict=True)
            )
        )
        assert len(ended(told, Code)) == 1
        assert len(ended(told, Refused)) == 3
    assert Code.objects.count() == ROUNDS


def test_two_codes_merged_into_each_other_at_once_leave_one_in_use(two):
    _, lead, team = two
    for turn in range(ROUNDS):
        one, other = (commands.add_code(lead, label=f"{name} {turn}").number for name in ("Waiting", "Ringing"))
        told = at_once(
            partial(commands.merge_code, lead, number=one, into=other),
            partial(commands.merge_code, team, number=other, into=one),
        )
        assert len(ended(told, CodeEvent)) == len(ended(told, Refused)) == 1


def test_a_merge_and_other_words_in_a_memo_do_not_stand_in_each_others_way(two):
    oak, lead, team = two
    for turn in range(ROUNDS):
        words = ("Nobody rang back", "Visit on 3 May", "The list", "end here")
        for code in (f"Waiting {turn}", f"Ringing {turn}"):
            marks = [coding.mark(oak, one, code=f"new:{code}", memo="First") for one in words]
        one, other = (Code.objects.get(label=f"{name} {turn}").number for name in ("Waiting", "Ringing"))
        memos = list(Memo.objects.filter(mark__code__number=one).values_list("number", flat=True))
        told = at_once(
            partial(commands.merge_code, team, number=one, into=other),
            *(partial(commands.change_memo, lead, memo=memo, text="Second") for memo in memos),
        )
        assert not ended(told, Exception)
        assert Memo.objects.filter(mark__in=marks, text="Second").count() == len(memos)
