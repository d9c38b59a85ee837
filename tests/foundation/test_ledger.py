"""The ledger cannot be changed unnoticed."""

import pytest
from django.db import DatabaseError, connection, transaction

from casement.foundation import ledger
from casement.foundation.actions import Action
from casement.foundation.models import LedgerEntry


def test_entries_form_a_chain(oak):
    for number in range(5):
        ledger.write(oak.seat(), Action.SOURCES_READ, "seen", kind="source", number=number)
    assert LedgerEntry.objects.count() == 5
    assert ledger.first_break() is None


def test_the_database_refuses_to_change_an_entry(oak):
    ledger.write(oak.seat(), Action.SOURCES_READ, "seen")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.update(outcome="done")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.all().delete()


@pytest.mark.parametrize("change", ["outcome = 'done'", "person_id = 0", "number = 99"])
def test_a_change_behind_its_back_is_named(oak, change):
    for number in range(5):
        ledger.write(oak.seat(), Action.SOURCES_READ, "seen", number=number)
    third = LedgerEntry.objects.order_by("seq")[2]
    ledger.seal(on=False)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE foundation_ledgerentry SET {change} WHERE seq = %s", [third.seq])
    ledger.seal(on=True)
    assert ledger.first_break() == third.seq


def test_a_cut_tail_is_named(oak):
    for _ in range(3):
        ledger.write(oak.seat(), Action.SOURCES_READ, "seen")
    ledger.seal(on=False)
    LedgerEntry.objects.order_by("-seq").first().delete()
    ledger.seal(on=True)
    assert ledger.first_break() == 3
