"""Several people mark at once: every mark is kept, under a number of its own, and the ledger stays one chain."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from casement.foundation import ledger
from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Mark, Memo
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
