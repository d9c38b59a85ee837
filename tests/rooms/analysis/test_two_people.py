"""Two people write in one episode and one finding at the same instant: no word of either is lost.

Thirty times here; `python -m tools.two_people --times 1000` does it as often as is asked, on either database.
"""

import os

import pytest

from casement.foundation import ledger
from casement.foundation.access import Role
from casement.rooms.analysis.models import StatementText
from tests.factories.analysis import whole
from tests.factories.reviews import cast
from tools.two_people import Place

TIMES = int(os.environ.get("CASEMENT_TWO_PEOPLE", "30"))


def place_of(oak) -> Place:
    told = whole(oak)
    passages = (told.excerpt("Sixty-one").number, told.excerpt("The screen").number)
    texts = {
        owner: StatementText.objects.filter(statement__part=part, **{f"statement__{owner}__number": 1})
        .values_list("statement__number", flat=True)
        .get()
        for owner, part in (("episode", "enablers"), ("finding", "summary"))
    }
    seats = (oak.seat(Role.LEAD), oak.seat(Role.TEAM))
    return Place(seats, 1, 1, texts["episode"], texts["finding"], passages, (1, 2), 1)


@pytest.mark.django_db(transaction=True)
def test_nothing_that_either_of_two_people_sent_is_lost():
    place = place_of(cast("Oak"))
    place.meet(TIMES)
    assert place.wrong == []
    assert ledger.first_break() is None
    for name in ("episode text", "finding text", "episode facts", "finding facts"):
        answers = place.told[f"{name}: kept"], place.told[f"{name}: kept beside"]
        assert answers == (TIMES, TIMES), name  # one stands, and the other is told that both are kept


@pytest.mark.django_db
def test_words_that_are_not_there_are_noticed():
    place = place_of(cast("Oak"))
    for name in ("episode text", "finding text", "episode facts", "finding facts", "another text", "evidence"):
        assert len(place.missing(name, 1)) == 2, name
    assert place.missing("gathering", 1)
