"""Several people mark, write and merge at a real server for some seconds; nothing they were told is lost or doubled."""

import pytest
from django.db import connection

from casement.foundation.access import Role
from tests.factories import coding
from tests.factories.reviews import cast
from tools.crowd.place import crowd
from tools.crowd.run import reckoned

PEOPLE, SECONDS, THINK = 6, 5, (0.02, 0.2)


@pytest.mark.django_db(transaction=True)
def test_what_a_crowd_was_told_is_what_is_there(live_server):
    oak = cast("Oak")
    coding.framework(oak)
    people = crowd(oak.seat(Role.LEAD), PEOPLE, live_server.url, seed=1, sources=1)
    connection.close()
    wrong = reckoned(oak.ref, oak.review.pk, people, SECONDS, THINK)
    assert wrong == []
    assert sum(len(one.memory.kept("mark")) for one in people) > PEOPLE
    for one in people:
        one.wire.line.close()
