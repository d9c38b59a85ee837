"""A query whose words are kept answers as the query itself would, whatever the values, and for each seat its own."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casement.foundation.models import Job, LedgerEntry
from casement.foundation.prepared import Prepared, change_many, columns_of, put_many, put_new, rows_as

MOMENT = datetime(2026, 3, 1, 12, 30, 15, 250, tzinfo=UTC)


def entries(role: str, seq: int, at: datetime):
    rows = LedgerEntry.objects.filter(role=role, seq__lte=seq, at__gte=at).order_by("seq")
    return rows.values_list("seq", "at", "role")


@pytest.fixture
def kept(db):
    for seq in range(1, 6):
        LedgerEntry(
            seq=seq, at=MOMENT + timedelta(hours=seq), role="ab"[seq % 2], action="x", outcome="done",
            previous=f"{seq}", hash=f"{seq}",
        ).save(force_insert=True)  # fmt: skip


@pytest.mark.parametrize(
    ("role", "seq", "hours"), [("a", 5, 0), ("b", 5, 0), ("b", 3, 2), ("a", 0, 0), ("%s", 9, 0)]
)
def test_it_answers_as_the_query_itself(kept, role, seq, hours):
    asked = Prepared(entries)
    at = MOMENT + timedelta(hours=hours)
    asked(role="b", seq=4, at=MOMENT)  # the words are made with other values
    assert asked(role=role, seq=seq, at=at) == list(entries(role, seq, at))


def test_it_asks_once_each_time_and_so_sees_what_is_new(kept):
    asked = Prepared(entries)
    values = {"role": "b", "seq": 99, "at": MOMENT}
    assert len(asked(**values)) == 3
    LedgerEntry(
        seq=7, at=MOMENT + timedelta(days=1), role="b", action="x", outcome="done", previous="7", hash="7"
    ).save(force_insert=True)
    with CaptureQueriesContext(
        connection,
    ) as told:
        assert len(asked(**values)) == 4
    assert len(told) == 1


def test_a_value_that_decides_the_wording_is_refused():
    asked = Prepared(lambda seq: LedgerEntry.objects.filter(seq=5 if seq else 6).values_list("seq"))
    with pytest.raises(ValueError, match="seq"):
        asked(seq=5)


def test_what_can_find_nothing_asks_nothing(db):
    asked = Prepared(lambda role, seq: LedgerEntry.objects.none().filter(seq=seq).values_list("seq"))
    with CaptureQueriesContext(connection) as told:
        assert asked("a", seq=5) == []
    assert not told.captured_queries


def test_each_shape_has_words_of_its_own(kept):
    asked = Prepared(lambda role, seq: LedgerEntry.objects.filter(role=role, seq__lte=seq).values_list("seq"))
    assert sorted(asked("a", seq=9)) == [(2,), (4,)]
    assert sorted(asked("b", seq=9)) == [(1,), (3,), (5,)]


def test_a_row_put_in_is_the_row_that_would_be_saved(db):
    told = {"at": MOMENT, "role": "ab", "action": "%s 'x'", "outcome": "done", "previous": "é", "number": None}
    put = put_new(LedgerEntry(seq=1, hash="1", **told))
    saved = LedgerEntry(seq=2, hash="2", **told)
    saved.save(force_insert=True)
    kept = [LedgerEntry.objects.filter(pk=one.pk).values(*told).get() for one in (put, saved)]
    assert kept[0] == kept[1]
    assert not put._state.adding and (put.seq, put.pk) != (saved.seq, saved.pk)


def test_objects_from_a_kept_query_are_those_that_django_gives(kept):
    asked = Prepared(lambda seq: LedgerEntry.objects.filter(seq=seq).values_list(*columns_of(LedgerEntry)))
    (one,) = rows_as(LedgerEntry, asked(seq=3))
    there = LedgerEntry.objects.get(seq=3)
    assert one == there and one.at == there.at and not one._state.adding


def test_many_rows_put_in_and_changed_are_those_that_would_be_saved(db):
    columns = ("name", "args", "heartbeat", "person_id", "queued_at")
    row = ("é %s 'x'", ["a", {"b": None}], MOMENT, None, MOMENT)
    put_many(Job, columns, [row, row])
    Job(**dict(zip(columns, row, strict=True))).save(force_insert=True)
    plain = [one.name for one in Job._meta.concrete_fields if one.name != "id"]
    told = list(Job.objects.values(*plain))
    assert told[0] == told[1] == told[2]
    keys = list(Job.objects.order_by("pk").values_list("pk", flat=True))
    change_many(Job, ("args", "person_id", "heartbeat"), [(keys[0], "words", 7, None), (keys[2], [], None, MOMENT)])
    assert list(Job.objects.order_by("pk").values_list("args", "person_id", "heartbeat")) == [
        ("words", 7, None), (["a", {"b": None}], None, MOMENT), ([], None, MOMENT),
    ]  # fmt: skip
